"""From expressions to the calendar."""

import pytest

from kgbuild.language.dates import Direction, parse_date
from kgbuild.model import DateValue

PUBLISHED = "2025-11-06"  # a Thursday


def iso(text: str, direction: Direction | None = None, published: str | None = PUBLISHED, reference=None) -> str | None:
    value = parse_date(text, published, direction, reference)
    return None if value is None else value.begin + (f"/{value.end}" if value.end else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6. November 2025", "2025-11-06"),
        ("6.11.2025", "2025-11-06"),
        ("1. Jänner 2026", "2026-01-01"),
        ("November 2025", "2025-11"),
        ("1992", "1992"),
        ("2020 bis 2024", "2020/2024"),
        ("Januar bis März 2024", "2024-01/2024-03"),
        ("November 2023 bis Februar 2024", "2023-11/2024-02"),
        ("November bis Februar 2024", "2023-11/2024-02"),
        ("4. bis 6. Juni 2024", "2024-06-04/2024-06-06"),
        ("2024/25", "2024/2025"),
        ("erstes Quartal 2026", "2026-01/2026-03"),
        ("zweiten Halbjahr 2027", "2027-07/2027-12"),
        ("Ende 2022", "2022-12"),
        ("Anfang 2026", "2026"),
        ("Herbst 2023", "2023-09/2023-11"),
        ("Winter 2023", "2023-12/2024-02"),
        ("1990er Jahren", "1990/1999"),
        ("achtziger Jahre", "1980/1989"),
        ("19. Jahrhundert", "1801/1900"),
    ],
)
def test_dates_with_a_year_need_no_publication(text: str, expected: str) -> None:
    assert iso(text, published=None) == expected


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("7. November", "2024-11-07", "2025-11-07"),
        ("5. November", "2025-11-05", "2026-11-05"),
        ("6. November", "2025-11-06", "2025-11-06"),
        ("November", "2025-11", "2025-11"),
        ("Dezember", "2024-12", "2025-12"),
        ("Ende Mai", "2025-05", "2026-05"),
        ("Dienstag", "2025-11-04", "2025-11-11"),
        ("Donnerstagabend", "2025-11-06", "2025-11-06"),
        ("Nacht zum Freitag", "2025-10-31", "2025-11-07"),
        ("ersten Quartal", "2025-01/2025-03", "2026-01/2026-03"),
        ("Sommer", "2025-06/2025-08", "2026-06/2026-08"),
        ("Wochenende", "2025-11-01/2025-11-02", "2025-11-08/2025-11-09"),
        ("29. Februar", "2024-02-29", "2028-02-29"),
    ],
)
def test_the_tense_chooses_the_side(text: str, past: str, future: str) -> None:
    assert iso(text, Direction.PAST) == past
    assert iso(text, Direction.FUTURE) == future


def test_without_a_tense_the_nearest_is_taken() -> None:
    assert iso("20. November") == "2025-11-20"
    assert iso("20. Oktober") == "2025-10-20"
    assert iso("Januar") == "2026-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute Donnerstag", "2025-11-06"),
        ("gestern", "2025-11-05"),
        ("vorgestern", "2025-11-04"),
        ("morgen", "2025-11-07"),
        ("vergangenen Donnerstag", "2025-10-30"),
        ("kommenden Donnerstag", "2025-11-13"),
        ("Mittwoch kommender Woche", "2025-11-12"),
        ("vergangene Woche", "2025-10-27/2025-11-02"),
        ("dieser Woche", "2025-11-03/2025-11-09"),
        ("vorletzter Woche", "2025-10-20/2025-10-26"),
        ("diesen Monat", "2025-11"),
        ("vergangenen Monat", "2025-10"),
        ("vergangenen Jahr", "2024"),
        ("diesem Jahr", "2025"),
        ("heuer", "2025"),
        ("vergangenen Mai", "2025-05"),
        ("letzten Dezember", "2024-12"),
        ("vergangenen Herbst", "2024-09/2024-11"),
        ("Vorjahr", "2024"),
        ("Vortag", "2025-11-05"),
        ("Jahresbeginn", "2025-01"),
        ("Jahresende", "2025-12-31"),
        ("Ende Jahr", "2025-12"),
        ("vor zwei Wochen", "2025-10-23"),
        ("vor drei Jahren", "2022"),
        ("vor einem Monat", "2025-10"),
        ("ersten neun Monate", "2025-01/2025-09"),
    ],
)
def test_relative_dates_count_from_the_publication(text: str, expected: str) -> None:
    assert iso(text) == expected


def test_a_month_of_publication_settles_years_but_no_weekday() -> None:
    assert iso("16. September", Direction.PAST, "2025-11") == "2025-09-16"
    assert iso("vergangenen Jahr", published="2025-11") == "2024"
    assert iso("Dienstag", published="2025-11") is None
    assert iso("gestern", published="2025-11") is None


def test_without_publication_the_reference_gives_the_year() -> None:
    assert iso("6. November", published=None) is None
    assert iso("6. November", published=None, reference=DateValue(begin="2024-08-01")) == "2024-11-06"


def test_the_text_gives_the_day_that_it_goes_on_with() -> None:
    reference = DateValue(begin="2025-10-02")
    assert iso("selben Tag", reference=reference) == "2025-10-02"
    assert iso("Tag darauf", reference=reference) == "2025-10-03"
    assert iso("4.", reference=reference) == "2025-10-04"


@pytest.mark.parametrize("text", ["31. November 2025", "30. Februar 2024", "neulich", ""])
def test_impossible_dates_have_no_value(text: str) -> None:
    assert iso(text, published=None) is None
