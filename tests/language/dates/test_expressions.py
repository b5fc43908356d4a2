"""Date expressions: what is found in running text, with which edges, and what it says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.language.dates import Unit, find, read, resolve
from kgbuild.language.dates.vocabulary import calendar
from kgbuild.model import DateValue


def found(text: str) -> list[str]:
    return [text[date.begin : date.end] for date in find(text) if date.alone]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Am 6. November 2025 trat er bei.", ["6. November 2025"]),
        ("Am Dienstag, dem 3. März, tagt der Rat.", ["Dienstag, dem 3. März"]),
        ("Seit Ende Mai ruht die Arbeit.", ["Ende Mai"]),
        ("von 2020 bis 2024", ["2020 bis 2024"]),
        ("zwischen 2015 und 2019 gezahlt", ["2015 und 2019"]),
        ("vom 4. bis 6. Juni", ["4. bis 6. Juni"]),
        ("im ersten Quartal 2026", ["ersten Quartal 2026"]),
        ("Am vergangenen Dienstag", ["vergangenen Dienstag"]),
        ("am späten Donnerstagabend", ["späten Donnerstagabend"]),
        ("in der Nacht zum Sonntag", ["Nacht zum Sonntag"]),
        ("am Mittwoch kommender Woche", ["Mittwoch kommender Woche"]),
        ("im vergangenen Jahr, am Vortag, im Vorjahr", ["vergangenen Jahr", "Vortag", "Vorjahr"]),
        ("Anfang der Woche", ["Anfang der Woche"]),
        ("heute Freitag, gestern, heuer", ["heute Freitag", "gestern", "heuer"]),
        ("in den neunziger Jahren und im 19. Jahrhundert", ["neunziger Jahren", "19. Jahrhundert"]),
        ("in der Saison 2024/25", ["2024/25"]),
        ("am 14.12. in Bern", ["14.12."]),
        ("im Jänner und im Feber", ["Jänner", "Feber"]),
        ("am selben Abend", ["selben Abend"]),
    ],
)
def test_edges_in_running_text(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "Mais aus der Ukraine",
        "Die Heuer steigt",
        "die Sonntagsfrage",
        "am Morgen",
        "die Mailänder Oper",
        "im Freitagsgebet",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == []


def test_enumerated_years_are_two_dates() -> None:
    text = "in den Jahren 2020 und 2021"
    assert [text[date.begin : date.end] for date in find(text)] == ["2020", "2021"]


def test_what_the_context_must_confirm() -> None:
    assert [date.alone for date in find("2025 war es so, heute nicht, vor zwei Wochen erst recht")] == [False] * 3


def test_words_around_the_date_are_passed_over() -> None:
    expression = read("im Laufe des Novembers 2025")
    assert expression is not None and (expression.unit, expression.month, expression.year) == (Unit.MONTH, 11, 2025)


@given(st.dates())
def test_a_written_day_is_read_back(day) -> None:
    months = {number: form for form, number in reversed(calendar().months.items()) if not form.endswith(".")}
    for text in (f"{day.day}. {months[day.month].capitalize()} {day.year:04}", f"{day:%d.%m.}{day.year:04}"):
        expression = read(text)
        if 1000 <= day.year < 2200:
            assert expression is not None
            assert resolve(expression, None) == DateValue(begin=day.isoformat())


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
    dates = list(find(text))
    assert all(0 <= date.begin < date.end <= len(text) for date in dates)
    assert all(a.end <= b.begin for a, b in pairwise(dates))


@given(
    st.lists(
        st.sampled_from(
            [
                "31. November",
                "30. Februar",
                "Ende",
                "zum",
                "bis",
                "2020",
                "1999",
                "vor",
                "Wochen",
                "Nacht",
                "Dienstag",
                "vorletzter",
            ]
        ),
        max_size=6,
    ),
    st.sampled_from([None, "2025-11-06", "2025-11", "2025", "0001-01-01", "9999-12-31", "2025-13-45"]),
)
def test_no_combination_breaks_the_resolver(words: list[str], published: str | None) -> None:
    expression = read(" ".join(words))
    if expression is not None:
        resolve(expression, published)
