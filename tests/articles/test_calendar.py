import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.articles.calendar import dates_in, iso_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-06", "2025-11-06"),
        ("2025-11-06T23:30:00Z", "2025-11-06"),
        ("2025-11-06 08:00", "2025-11-06"),
        ("20251106", "2025-11-06"),
        ("2025-11", "2025-11"),
        ("2025", "2025"),
        ("6.11.2025", "2025-11-06"),
        ("Donnerstag, 06. November 2025, 8 Uhr", "2025-11-06"),
        ("3. Jänner 2024", "2024-01-03"),
        ("März 2024", "2024-03"),
        ("Thu, 06 Nov 2025 23:30:00 +0100", "2025-11-06"),
        ("06/11/2025", "2025"),
        ("2025-02-30", None),
        ("31.4.2025", None),
        ("gestern", None),
        ("", None),
    ],
)
def test_dates_are_as_precise_as_they_surely_are(value, expected):
    assert iso_date(value) == expected


def test_dates_in_a_text_come_in_its_order():
    assert dates_in("am 3. Mai 2024, nicht am 12.4.2024 oder im Juni 2023") == ["2024-05-03", "2024-04-12", "2023-06"]


@given(st.dates(datetime.date(1700, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_is_read_in_german_and_iso(day):
    assert iso_date(f"{day.day}.{day.month}.{day.year}") == iso_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    iso_date(text)
