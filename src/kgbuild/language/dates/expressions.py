"""Date expressions: what the words of a date say, before anyone asks when the article appeared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What an expression names; its number, if any, is ``Expression.index``."""

    DAY = "day"
    """A day of a month: ``6. November 2025``."""
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    """Index 0 is Monday."""
    SEASON = "season"
    """Index: the first month; ``last`` the last."""
    QUARTER = "quarter"
    HALF = "half"
    WEEK = "week"
    WEEKEND = "weekend"
    NEAR_DAY = "near_day"
    """``gestern``: ``shift`` days from the publication."""
    REFERENCE_DAY = "reference_day"
    """``am Vortag``, ``am selben Tag``: ``shift`` days from the day that the text last spoke of."""
    REFERENCE_YEAR = "reference_year"
    """``im Vorjahr``."""
    FIRST_MONTHS = "first_months"
    """The first ``index`` months of a year."""
    AGO = "ago"
    """``vor zwei Wochen``: ``shift`` times ``of`` from the publication."""
    YEARS = "years"
    """A decade or century: ``year`` to ``last``."""
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Expression:
    """What a date's words say; what they leave open is None."""

    unit: Unit
    index: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last: int | None = None
    shift: int | None = None
    """``vergangenen`` -1, ``diesem`` 0, ``kommenden`` 1 …"""
    week: int | None = None
    """Of a weekday: the shift of its week (``Mittwoch kommender Woche``)."""
    part: str | None = None
    """``begin``, ``middle`` or ``end`` of a year."""
    of: Unit | None = None
    begin: Expression | None = None
    end: Expression | None = None
