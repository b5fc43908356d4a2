"""The words of dates, from ``data/dates/calendar.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Calendar:
    """Forms in lower case → what they mean. Ready-made alternations for patterns are at the end."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dayparts: frozenset[str]
    seasons: Mapping[str, tuple[int, int]]
    shifts: Mapping[str, int]
    """Stem without ending → -2 … 2."""
    days: Mapping[str, int]
    day_adjectives: Mapping[str, int]
    reference_days: Mapping[str, int]
    reference_years: Mapping[str, int]
    year_parts: Mapping[str, str]
    this_year: frozenset[str]
    ordinals: Mapping[str, int]
    halves: frozenset[str]
    quarters: frozenset[str]
    decades: Mapping[str, int]

    def shift(self, adjective: str) -> int | None:
        """What an inflected adjective moves by: ``vergangenen`` → -1, ``diesem`` → 0."""
        for stem, value in self.shifts.items():
            if re.fullmatch(rf"{stem}e[nmrs]?", adjective.lower()):
                return value
        return None


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def calendar() -> Calendar:
    """The calendar words, read once."""
    text = resources.files("kgbuild").joinpath("data/dates/calendar.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return Calendar(
        months={form: number for number, forms in table["months"].items() for form in forms},
        weekdays={form: number for number, forms in table["weekdays"].items() for form in forms},
        dayparts=frozenset(table["dayparts"]),
        seasons={name: (first, last) for name, (first, last) in table["seasons"].items()},
        shifts={stem: value for value, stems in table["shifts"].items() for stem in stems},
        days=table["days"],
        day_adjectives=table["day_adjectives"],
        reference_days=table["from_reference"]["days"],
        reference_years=table["from_reference"]["years"],
        year_parts=table["year_parts"],
        this_year=frozenset(table["this_year"]),
        ordinals=table["ordinals"],
        halves=frozenset(table["halves"]),
        quarters=frozenset(table["quarters"]),
        decades=table["decades"],
    )
