"""Calendar periods as candidates of a date, and the choice between them by the publication."""

from __future__ import annotations

import calendar as civil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from kgbuild.language.dates.tense import Direction
from kgbuild.model import DateValue, IsoDate

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication, as precisely as it is known: any day from ``first`` to ``last``."""

    first: date
    last: date

    @classmethod
    def of(cls, published: IsoDate) -> Anchor | None:
        """From ``2025-11-06``, ``2025-11`` or ``2025``; None if that is no calendar date."""
        try:
            parts = [int(part) for part in published.split("-")]
            if len(parts) == 3:
                day = date(*parts)
                return cls(day, day)
            if len(parts) == 2:
                return cls(date(parts[0], parts[1], 1), date(parts[0], parts[1], civil.monthrange(*parts)[1]))
            return cls(date(parts[0], 1, 1), date(parts[0], _MONTHS, 31))
        except ValueError:
            return None

    @property
    def day(self) -> date | None:
        """The day, if it is known."""
        return self.first if self.first == self.last else None

    @property
    def middle(self) -> date:
        """Its middle, for distances."""
        return self.first + (self.last - self.first) // 2


@dataclass(frozen=True, slots=True)
class Period:
    """A candidate: the days that a date may mean, and how it is written."""

    first: date
    last: date
    value: DateValue


# ------------------------------------------------------------------ choosing


def choose(candidates: Iterable[Period], anchor: Anchor, direction: Direction | None) -> DateValue | None:
    """The candidate that the publication makes right.

    In a clause about the past the latest that has begun by then, in one about the future the earliest that is not
    over, else the nearest; of two equally near ones the earlier.
    """
    periods = list(candidates)
    past = [period for period in periods if period.first <= anchor.last]
    future = [period for period in periods if period.last >= anchor.first]
    if direction is Direction.PAST and past:
        return max(past, key=lambda period: period.first).value
    if direction is Direction.FUTURE and future:
        return min(future, key=lambda period: period.last).value
    if not periods:
        return None
    return min(periods, key=lambda period: (_distance(period, anchor), period.first)).value


def _distance(period: Period, anchor: Anchor) -> int:
    """Days between a period and the publication; 0 if they overlap."""
    if period.first > anchor.last:
        return (period.first - anchor.last).days
    if period.last < anchor.first:
        return (anchor.first - period.last).days
    return 0


def choose_shifted(candidates: Iterable[Period], anchor: Anchor, shift: int) -> DateValue | None:
    """``vergangenen`` and ``kommenden``: the periods wholly before or after; ``diesem``: the one of now or nearest."""
    periods = sorted(candidates, key=lambda period: period.first)
    before = [period for period in periods if period.last < anchor.first]
    after = [period for period in periods if period.first > anchor.last]
    if shift < 0:
        return before[shift].value if len(before) >= -shift else None
    if shift > 0:
        return after[shift - 1].value if len(after) >= shift else None
    return choose(periods, anchor, None)


def years_around(anchor: Anchor) -> range:
    """The years from which candidates are drawn."""
    return range(max(anchor.first.year - 3, MINYEAR), min(anchor.last.year + 4, MAXYEAR))


# ------------------------------------------------------------------ writing


def year_period(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, _MONTHS, 31), DateValue(begin=f"{year:04}"))


def month_period(year: int, month: int) -> Period:
    """A month of a year."""
    last = civil.monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last), DateValue(begin=f"{year:04}-{month:02}"))


def months_period(year: int, first: int, last: int) -> Period:
    """A run of months; it ends in the next year if ``last`` is before ``first`` (a winter)."""
    begin, end = month_period(year, first), month_period(year + (last < first), last)
    return Period(begin.first, end.last, DateValue(begin=begin.value.begin, end=end.value.begin))


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, DateValue(begin=day.isoformat()))


def days_period(first: date, last: date) -> Period:
    """A run of days, both ends included."""
    return Period(first, last, DateValue(begin=first.isoformat(), end=last.isoformat()))
