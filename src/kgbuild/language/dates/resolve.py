"""From what a date says to the calendar: the year, month or day that its words leave open.

A date without a year takes the year that the publication makes right: in a clause about the past the latest such
date that is not after it, in one about the future the earliest that is not before it, else the nearest.
"""

from __future__ import annotations

import calendar as civil
import re
from collections.abc import Callable
from datetime import date, timedelta

from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.periods import (
    Anchor,
    choose,
    choose_shifted,
    day_period,
    days_period,
    month_period,
    months_period,
    year_period,
    years_around,
)
from kgbuild.language.dates.tense import Direction
from kgbuild.model import DateValue, IsoDate

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MONTHS = 12


def resolve(
    expression: Expression,
    published: IsoDate | None,
    direction: Direction | None = None,
    reference: DateValue | None = None,
) -> DateValue | None:
    """The calendar value of an expression.

    Args:
        expression: what the words say.
        published: day, month or year of publication; None if unknown, then the reference stands in for it.
        direction: whether the clause speaks of the past or the future, if that is known.
        reference: the date that the text last spoke of, for ``am selben Tag`` and ``im Vorjahr``.

    Returns:
        None where the words need a publication date (or a more precise one) that is not there.
    """
    anchor = Anchor.of(published) if published else None
    if anchor is None and reference is not None:
        anchor = Anchor.of(reference.end or reference.begin)
        direction = None
    try:
        return _RESOLVERS[expression.unit](expression, anchor, direction, reference)
    except (ValueError, OverflowError):  # 31. November; a year before 1
        return None


# ------------------------------------------------------------------ one resolver for each unit


def _resolve_day(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    day, month = expression.day or 1, expression.month
    if month is None:  # der 4.: of the month that the text last spoke of
        parts = (reference.begin if reference else "").split("-")
        return day_period(date(int(parts[0]), int(parts[1]), day)).value if len(parts) > 1 else None
    if expression.year is not None:
        return day_period(date(expression.year, month, day)).value
    if anchor is None:
        return None
    candidates = [
        day_period(date(year, month, day)) for year in years_around(anchor) if day <= civil.monthrange(year, month)[1]
    ]
    return choose(candidates, anchor, direction)


def _resolve_month(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if expression.month is None:  # diesen Monat, Ende des Monats
        spoken_of = Anchor.of(reference.begin) if expression.shift is None and reference is not None else None
        base = spoken_of if spoken_of is not None and spoken_of.first.month == spoken_of.last.month else anchor
        if base is None or base.first.month != base.last.month:
            return None
        index = base.first.year * _MONTHS + base.first.month - 1 + (expression.shift or 0)
        return month_period(index // _MONTHS, index % _MONTHS + 1).value
    if expression.year is not None:
        return month_period(expression.year, expression.month).value
    if anchor is None:
        return None
    candidates = [month_period(year, expression.month) for year in years_around(anchor)]
    if expression.shift is not None:
        return choose_shifted(candidates, anchor, expression.shift)
    return choose(candidates, anchor, direction)


def _resolve_year(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    year = expression.year
    if year is None:
        if anchor is None or anchor.first.year != anchor.last.year:
            return None
        year = anchor.first.year + (expression.shift or 0)
    if expression.part == "last":
        return day_period(date(year, _MONTHS, 31)).value
    if expression.part == "end":
        return month_period(year, _MONTHS).value
    if expression.part == "begin" and expression.year is None:
        return month_period(year, 1).value
    return year_period(year).value


def _resolve_weekday(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if anchor is None or anchor.day is None:
        return None
    monday = anchor.day - anchor.day.weekday() * _DAY
    index = expression.index or 0
    if expression.week is not None:
        return day_period(monday + index * _DAY + expression.week * _WEEK).value
    candidates = [day_period(monday + index * _DAY + week * _WEEK) for week in range(-3, 4)]
    if expression.shift:
        return choose_shifted(candidates, anchor, expression.shift)
    return choose(candidates, anchor, direction)


def _resolve_season(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    first, last = expression.index or 1, expression.last or _MONTHS
    if expression.year is not None:
        return months_period(expression.year, first, last).value
    return _of_periods([(first, last)], expression, anchor, direction)


def _resolve_quarter(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    length = 3 if expression.unit is Unit.QUARTER else 6
    if expression.index is not None:
        first = (expression.index - 1) * length + 1
        if expression.year is not None:
            return months_period(expression.year, first, first + length - 1).value
        if expression.shift is not None and anchor is not None:
            return months_period(anchor.middle.year + expression.shift, first, first + length - 1).value
        return _of_periods([(first, first + length - 1)], expression, anchor, direction)
    return _of_periods(
        [(first, first + length - 1) for first in range(1, _MONTHS, length)], expression, anchor, direction
    )


def _of_periods(
    runs: list[tuple[int, int]], expression: Expression, anchor: Anchor | None, direction: Direction | None
) -> DateValue | None:
    if anchor is None:
        return None
    candidates = [months_period(year, first, last) for year in years_around(anchor) for first, last in runs]
    if expression.shift is not None:
        return choose_shifted(candidates, anchor, expression.shift)
    return choose(candidates, anchor, direction)


def _resolve_week(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if anchor is None or anchor.day is None:
        return None
    monday = anchor.day - anchor.day.weekday() * _DAY + (expression.shift or 0) * _WEEK
    return days_period(monday, monday + 6 * _DAY).value


def _resolve_weekend(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if anchor is None or anchor.day is None:
        return None
    saturday = anchor.day - anchor.day.weekday() * _DAY + 5 * _DAY
    candidates = [days_period(saturday + week * _WEEK, saturday + _DAY + week * _WEEK) for week in range(-3, 4)]
    if expression.shift:
        return choose_shifted(candidates, anchor, expression.shift)
    return choose(candidates, anchor, direction)


def _resolve_near_day(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if anchor is None or anchor.day is None:
        return None
    return day_period(anchor.day + (expression.shift or 0) * _DAY).value


def _resolve_reference_day(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    """``am selben Tag`` looks at the text; ``am Vortag`` counts from the publication, if that is known."""
    spoken_of, published = _as_day(reference), anchor.day if anchor else None
    known = (published or spoken_of) if expression.shift == -1 else (spoken_of or published)
    return day_period(known + (expression.shift or 0) * _DAY).value if known else None


def _resolve_reference_year(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if reference is not None:
        return year_period(int(reference.begin[:4]) + (expression.shift or 0)).value
    if anchor is None:
        return None
    return year_period(anchor.middle.year + (expression.shift or 0)).value


def _resolve_first_months(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    last = expression.index or 1
    if expression.year is not None:
        return months_period(expression.year, 1, last).value
    return _of_periods([(1, last)], expression, anchor, direction)


def _resolve_ago(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if anchor is None:
        return None
    shift = expression.shift or 0
    if expression.of is Unit.YEAR:
        return year_period(anchor.middle.year + shift).value
    if expression.of is Unit.MONTH:
        index = anchor.middle.year * _MONTHS + anchor.middle.month - 1 + shift
        return month_period(index // _MONTHS, index % _MONTHS + 1).value
    if anchor.day is None:
        return None
    return day_period(anchor.day + shift * (_WEEK if expression.of is Unit.WEEK else _DAY)).value


def _resolve_years(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    return DateValue(begin=f"{expression.year:04}", end=f"{expression.last:04}")


def _resolve_range(
    expression: Expression, anchor: Anchor | None, direction: Direction | None, reference: DateValue | None
) -> DateValue | None:
    if expression.begin is None or expression.end is None:
        return None
    end = _RESOLVERS[expression.end.unit](expression.end, anchor, direction, reference)
    if end is None:
        return None
    begin_expression = expression.begin
    if begin_expression.year is None and begin_expression.month is not None:
        year, end_month = int(end.begin[:4]), int((end.begin + "-12")[5:7])
        begin_expression = Expression(
            begin_expression.unit,
            day=begin_expression.day,
            month=begin_expression.month,
            year=year - (begin_expression.month > end_month),
        )
    begin = _RESOLVERS[begin_expression.unit](begin_expression, anchor, direction, reference)
    return DateValue(begin=begin.begin, end=end.end or end.begin) if begin else None


def _as_day(value: DateValue | None) -> date | None:
    if value is None or value.end is not None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value.begin):
        return None
    return date.fromisoformat(value.begin)


_Resolver = Callable[[Expression, "Anchor | None", "Direction | None", "DateValue | None"], "DateValue | None"]
_RESOLVERS: dict[Unit, _Resolver] = {
    Unit.DAY: _resolve_day,
    Unit.MONTH: _resolve_month,
    Unit.YEAR: _resolve_year,
    Unit.WEEKDAY: _resolve_weekday,
    Unit.SEASON: _resolve_season,
    Unit.QUARTER: _resolve_quarter,
    Unit.HALF: _resolve_quarter,
    Unit.WEEK: _resolve_week,
    Unit.WEEKEND: _resolve_weekend,
    Unit.NEAR_DAY: _resolve_near_day,
    Unit.REFERENCE_DAY: _resolve_reference_day,
    Unit.REFERENCE_YEAR: _resolve_reference_year,
    Unit.FIRST_MONTHS: _resolve_first_months,
    Unit.AGO: _resolve_ago,
    Unit.YEARS: _resolve_years,
    Unit.RANGE: _resolve_range,
}
