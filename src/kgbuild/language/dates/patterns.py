"""The patterns of German dates.

``find`` yields expressions from running text with the edges of the annotation guide (no preposition, no ``Jahr``);
``read`` takes the text of one mention. Both try the same patterns in order; of those that match furthest left the
first wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kgbuild.language.dates import builders as build
from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.vocabulary import alternation, calendar

_Builder = Callable[[re.Match[str]], Expression | None]
_Row = tuple[str, _Builder]
_S = r"[^\S\n]+"  # white space inside a line
_O = r"[^\S\n]*"
_DAY = r"(?:[0-2]?\d|3[01])"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d|[.,]\d)"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in running text."""

    begin: int
    end: int
    expression: Expression
    alone: bool
    """False for what is a date only in some company: a bare year, ``heute``, ``morgen``, ``vor zwei Wochen``."""


def find(text: str) -> Iterator[Found]:
    """The date expressions of a text in order, none overlapping.

    Bare years, ``heute``, ``morgen`` and ``vor zwei Wochen`` have ``alone`` False: whether they are dates is for the
    words around to say.
    """
    pending = [(pattern, builder, pattern.search(text)) for pattern, builder in _grammar()]
    position = 0
    while True:
        best: tuple[re.Match[str], Expression] | None = None
        for row, (pattern, builder, found) in enumerate(pending):
            if found is not None and found.start() < position:
                found = pattern.search(text, position)
            expression = None
            while found is not None and (expression := builder(found)) is None:
                found = pattern.search(text, found.end())
            pending[row] = pattern, builder, found
            if found is not None and expression is not None and (best is None or found.start() < best[0].start()):
                best = found, expression
        if best is None:
            return
        found, expression = best
        bare_year = re.fullmatch(r"\d{4}", found.group()) is not None
        fleeting = found.group().lower() in {"heute", "morgen"} or expression.unit is Unit.AGO
        yield Found(found.start(), found.end(), expression, not (bare_year or fleeting))
        position = found.end()


def read(text: str) -> Expression | None:
    """What the text of one DATE mention says, or None if it is no date that the grammar knows.

    Words before and after the date (``im Laufe des``, ``zunächst``) are passed over.
    """
    text = re.sub(r"\s+", " ", text).strip()
    for pattern, builder in _grammar():
        found = pattern.fullmatch(text)
        expression = builder(found) if found else None
        if expression is not None:
            return expression
    alone = re.fullmatch(rf"(?P<number>{_DAY})\.+", text)
    if alone:
        return build.day_alone(alone)
    return next((found.expression for found in find(text)), None)


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], _Builder], ...]:
    """Patterns in order of precedence, each with what builds its expression."""
    rows = (*_spans(), *_calendar_points(), *_near_points(), *_periods())
    return tuple((re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE), builder) for pattern, builder in rows)


def _month() -> str:
    short = {form for form in calendar().months if len(form) <= 3}  # no genitive: »Mais« is maize
    return rf"(?:(?:{alternation(set(calendar().months) - short)})(?:e?s)?|{alternation(short)})(?!\w)"


def _dated_month() -> str:
    return rf"{_month()}(?:{_S}{_YEAR})?"


def _full_day() -> str:
    numeric = rf"{_DAY}\.{_O}(?:0?[1-9]|1[0-2])\.(?:{_O}(?:{_YEAR}|\d\d(?!\d)))?"
    return rf"(?:{_DAY}\.{_O}{_month()}(?:{_S}{_YEAR})?|{numeric})"


def _weekday() -> str:
    return rf"(?:{alternation(calendar().weekdays)})"


def _daypart() -> str:
    return rf"(?:{alternation(calendar().dayparts)})"


def _adjective(name: str = "shift") -> str:
    return rf"(?P<{name}>(?:{alternation(calendar().shifts)})e[nmrs]?)"


def _part() -> str:
    return rf"(?P<part>{alternation(build.PARTS)})"


def _spans() -> tuple[_Row, ...]:
    """Periods with both ends."""
    part = alternation(build.PARTS)
    point = rf"(?:{_full_day()}|(?:(?:{part}){_S})?{_dated_month()}|(?:(?:{part}){_S})?{_YEAR})"
    until = rf"(?:{_S}bis(?:{_S}zum)?{_S}|{_O}–{_O}|/|-)"
    return (
        (rf"(?P<first>{_DAY})\.(?:{_S}(?:bis(?:{_S}zum)?|und){_S}|[–-])(?P<end>{_full_day()})", build.day_span),
        (rf"(?P<begin>{point}){until}(?P<end>{point})(?!\w)", build.span),
        # Enumerated years are two dates, unless »zwischen« stands before; the text of a mention starts with the date.
        (
            rf"(?:^|(?<=zwischen\s)|(?<=zwischen\sdem\s))(?P<begin>{point}){_S}und{_S}(?:dem{_S})?(?P<end>{point})(?!\w)",
            build.span,
        ),
        (rf"(?P<year>{_YEAR})/(?P<short>\d\d)(?!\d)", build.double_year),
    )


def _calendar_points() -> tuple[_Row, ...]:
    """Days, months and years by name."""
    words = calendar()
    quantifier = rf"(?:de[rs]{_S}|{_adjective()}{_S})?"
    return (
        (rf"(?:{_weekday()},?{_S}(?:de[nmr]{_S})?)?(?P<day>{_full_day()})", build.day),
        (rf"(?:{_part()}{_S})?(?P<month>{_dated_month()})", build.month),
        (rf"{_adjective()}{_S}(?P<month>{_month()})", build.month),
        (rf"{_part()}{_S}{quantifier}Monats(?!\w)", build.part_of_month),
        (rf"{_part()}{_S}{quantifier}Jahr(?:es)?(?!\w)", build.part_of_year),
        (rf"{_part()}{_S}(?P<year>{_YEAR})(?!-)", build.part_of_year),
        (rf"{_part()}{_S}{quantifier}Woche(?!\w)", build.week),
        (rf"(?P<word>{alternation(words.year_parts)})(?:e?s)?(?!\w)", build.end_of_year),
        (rf"(?:{alternation(words.this_year)})(?!\w)", build.this_year),
        # Before the bare year: 1990er, 2024/25.
        (rf"(?P<decade>(?:1\d|20)\d0)er(?:{_O}-?Jahren?)?(?!\w)", build.decade),
        (rf"(?P<year>{_YEAR})(?![\w–-]*\w)(?!-)", build.year),
    )


def _near_points() -> tuple[_Row, ...]:
    """Days counted from the publication or from the day that the text last spoke of."""
    words = calendar()
    near = rf"(?P<near>{alternation((*words.days, *words.day_adjectives))})(?:e[nmrs]?)?"
    early = rf"(?:(?:frühen|späten|selben|gleichen){_S})?"
    weekday = rf"(?P<weekday>{_weekday()})"
    same = "(?:selben|gleichen)"
    return (
        (
            rf"Nacht{_S}(?:zum|zu|auf|vom|von)(?:{_S}den)?{_S}(?:{_adjective()}{_S})?(?:{weekday}|(?P<day>{_full_day()}))(?!\w)",
            build.night,
        ),
        (rf"{near}{_S}{_weekday()}(?:{_O}{_daypart()})?(?!\w)", build.near_day),
        (
            rf"{early}(?:{_adjective()}{_S})?{early}{weekday}(?:{_O}{_daypart()})?(?:{_S}{_adjective('week')}{_S}Woche)?(?!\w)",
            build.weekday,
        ),
        (rf"(?P<near>{alternation(words.days)})(?:{_S}{_daypart()})?(?!\w)", build.near_day),
        (rf"(?P<word>{alternation(words.reference_days)})(?:e?s)?(?!\w)", build.reference_day),
        (rf"(?P<word>{same}{_S}(?:Tag(?:es)?|{_daypart()})|Tag{_S}(?:darauf|danach))(?!\w)", build.reference_day),
        (
            rf"(?P<word>{alternation(words.reference_years)}|{same}{_S}Jahr)(?:e?s)?(?!\w)",
            build.reference_year,
        ),
        (rf"vor{_S}(?P<count>[^\W_]+){_S}(?P<unit>Tag|Woche|Monat|Jahr)e?n?(?!\w)", build.ago),
    )


def _periods() -> tuple[_Row, ...]:
    """Weeks, seasons, quarters, halves, decades and centuries."""
    words = calendar()
    ordinal = rf"(?P<ordinal>(?:{alternation(words.ordinals)})[nrsm]?|[1-4]\.)"
    period = rf"(?P<unit>{alternation(words.halves | words.quarters)})s?"
    of_year = rf"(?:{_S}(?P<year>{_YEAR})|{_S}{_adjective()}{_S}Jahres)?"
    return (
        (
            rf"{_adjective()}{_S}(?P<unit>Woche|Wochenende|Monat|Jahr|Quartal|Halbjahr)(?:e?s)?(?!\w)",
            build.shifted,
        ),
        (
            rf"(?:{_adjective()}{_S})?(?P<season>(?:{alternation(words.seasons)})s?)(?:{_S}(?P<year>{_YEAR}))?(?!\w|-)",
            build.season,
        ),
        (rf"{ordinal}{_O}{period}{of_year}(?!\w)", build.part_period),
        (
            rf"ersten{_S}(?P<count>[^\W_]+){_S}Monaten?(?:{_S}(?:des{_S}Jahres{_S})?(?P<year>{_YEAR}))?(?!\w)",
            build.first_months,
        ),
        (r"Wochenende(?:s)?(?!\w)", build.weekend),
        (rf"(?P<number>\d\d?)\.{_S}Jahrhunderts?(?!\w)", build.century),
        (rf"(?P<decade>{alternation(words.decades)})(?:{_S}|n?-)?Jahren?(?!\w)", build.decade),
        (rf"(?P<decade>[1-9]0)er(?:{_S}|-)Jahren?(?!\w)", build.decade),
    )
