"""Date expressions: what the words of a date say, before anyone asks when the article appeared.

``find`` yields them from running text with the edges of the annotation guide (no preposition, no ``Jahr``);
``read`` takes the text of one mention. Both use the same patterns, tried in order at every position.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kgbuild.language.dates.vocabulary import alternation, calendar
from kgbuild.language.numbers import read_number


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


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in running text."""

    begin: int
    end: int
    expression: Expression
    alone: bool
    """False for what is a date only in some company: a bare year, ``heute``."""


_Build = Callable[[re.Match[str]], Expression | None]
_PARTS = {"anfang": "begin", "beginn": "begin", "mitte": "middle", "ende": "end"}
_S = r"[^\S\n]+"  # white space inside a line
_O = r"[^\S\n]*"
_CENTURY = 100


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], _Build], ...]:
    """Patterns in order of precedence, each with what builds its expression."""
    words = calendar()
    short = [form for form in words.months if len(form) <= 3]  # »Mais« is maize
    month = rf"(?:(?:{alternation(set(words.months) - set(short))})(?:e?s)?|{alternation(short)})(?!\w)"
    weekday = rf"(?:{alternation(words.weekdays)})"
    daypart = rf"(?:{alternation(words.dayparts)})"
    day = r"(?:[0-2]?\d|3[01])"
    year = r"(?:1[0-9]|20|21)\d\d(?!\d|[.,]\d)"
    shift = rf"(?:{alternation(words.shifts)})e[nmrs]?"
    season = rf"(?:{alternation(words.seasons)})s?"
    ordinal = rf"(?:{alternation(words.ordinals)})[nrsm]?"
    near = alternation(words.days)
    part = alternation(_PARTS)
    decade = alternation(words.decades)
    full_day = rf"(?:{day}\.{_O}{month}(?:{_S}{year})?|{day}\.{_O}(?:0?[1-9]|1[0-2])\.(?:{_O}(?:{year}|\d\d(?!\d)))?)"
    dotted_month = rf"{month}(?:{_S}{year})?"
    adjective = r"(?:(?:frühen|späten|selben|gleichen)\s)?"
    end_point = rf"(?:{full_day}|(?:(?:{part}){_S})?{dotted_month}|(?:(?:{part}){_S})?{year})"
    rows: list[tuple[str, _Build]] = [
        (rf"{day}\.(?P<link>{_S}(?:bis(?:{_S}zum)?|und){_S}|[–-])(?:zum{_S})?{full_day}", _day_range),
        (rf"{end_point}(?:{_S}bis(?:{_S}(?:zum|Ende))?{_S}|{_O}–{_O}|/|-){end_point}(?!\w)", _range),
        # One span only after »zwischen«; the text of a mention begins with the date.
        (rf"(?:^|(?<=zwischen\s)|(?<=zwischen\sdem\s)){end_point}{_S}und{_S}(?:dem{_S})?{end_point}(?!\w)", _range),
        (rf"(?P<year>{year})/(?P<short>\d\d)(?!\d)", _season_years),
        (rf"(?:(?P<weekday>{weekday}),?{_S}(?:de[nmr]{_S})?)?(?P<rest>{full_day})", lambda m: _day(m.group("rest"))),
        (rf"(?:(?P<part>{part}){_S})?(?P<rest>{dotted_month})", lambda m: _month(m.group("rest"))),
        (rf"(?P<part>{part}){_S}(?:des{_S})?(?P<month>(?:{shift}{_S})?Monats)(?!\w)", _end_of_month),
        (rf"(?P<shift>{shift}){_S}(?P<rest>{month})", lambda m: _month(m.group("rest"), m.group("shift"))),
        (
            rf"(?P<part>{part}){_S}(?:(?:des|dieses|kommenden|nächsten|vergangenen|letzten){_S})?Jahr(?:es)?(?!\w)",
            _part_of_year,
        ),
        (rf"(?P<part>{part}){_S}(?P<year>{year})(?!-)", _part_of_given_year),
        (
            rf"(?P<part>{part}){_S}(?:der|(?P<shift>{shift})){_S}(?P<unit>Woche)(?!\w)",
            lambda m: Expression(Unit.WEEK, shift=words.shift(m.group("shift") or "diese")),
        ),
        (
            rf"Nacht{_S}(?:zum|zu|auf|vom|von)(?:{_S}den)?{_S}(?P<shift>{shift}{_S})?(?P<rest>{weekday}|{full_day})(?!\w)",
            _night,
        ),
        (
            rf"(?P<near>{near}|{alternation(words.day_adjectives)})(?:e[nmrs]?)?{_S}(?P<weekday>{weekday})(?:{_O}{daypart})?(?!\w)",
            lambda m: Expression(Unit.NEAR_DAY, shift={**words.days, **words.day_adjectives}[m.group("near").lower()]),
        ),
        (
            rf"{adjective}(?:(?P<shift>{shift}){_S})?{adjective}(?P<weekday>{weekday})(?:{_O}{daypart})?"
            rf"(?:{_S}(?P<week>{shift}){_S}Woche)?(?!\w)",
            _weekday,
        ),
        (rf"(?P<near>{near}){_S}{daypart}(?!\w)", lambda m: _near(m.group("near"))),
        (rf"(?P<near>{near})(?!\w)", lambda m: _near(m.group("near"))),
        (
            rf"(?P<shift>{shift}){_S}(?P<unit>Woche|Wochenende|Monat|Jahr|Quartal|Halbjahr)(?:e?s)?(?!\w)",
            _shifted,
        ),
        (rf"(?:(?P<shift>{shift}){_S})?(?P<season>{season})(?:{_S}(?P<year>{year}))?(?!\w|-)", _season),
        (
            rf"(?P<ordinal>{ordinal}|[1-4]\.){_S}(?P<unit>{alternation(words.halves | words.quarters)})s?"
            rf"(?:{_S}(?P<year>{year})|{_S}(?P<shift>{shift}){_S}Jahres)?(?!\w)",
            _part_period,
        ),
        (rf"(?P<ordinal>[1-4])\.{_O}(?P<unit>quartal|halbjahr)(?:{_S}(?P<year>{year}))?", _part_period),
        (
            rf"(?:die{_S})?ersten{_S}(?P<count>[^\W_]+){_S}Monate[n]?(?:{_S}(?:des{_S}Jahres{_S})?(?P<year>{year}))?(?!\w)",
            _first_months,
        ),
        (r"Wochenende(?:s)?(?!\w)", lambda m: Expression(Unit.WEEKEND)),
        (
            rf"(?P<word>{alternation(words.reference_days)})(?:e?s)?(?!\w)",
            lambda m: Expression(Unit.REFERENCE_DAY, shift=words.reference_days[m.group("word").lower()]),
        ),
        (
            rf"(?:selben|gleichen){_S}(?:Tag(?:es)?|{daypart})(?!\w)",
            lambda m: Expression(Unit.REFERENCE_DAY, shift=0),
        ),
        (rf"Tag{_S}(?:darauf|danach)(?!\w)", lambda m: Expression(Unit.REFERENCE_DAY, shift=1)),
        (
            rf"(?P<word>{alternation(words.reference_years)})(?:e?s)?(?!\w)",
            lambda m: Expression(Unit.REFERENCE_YEAR, shift=words.reference_years[m.group("word").lower()]),
        ),
        (rf"(?:selben|gleichen){_S}Jahr(?:es)?(?!\w)", lambda m: Expression(Unit.REFERENCE_YEAR, shift=0)),
        (
            rf"(?P<word>{alternation(words.year_parts)})(?:e?s)?(?!\w)",
            lambda m: Expression(Unit.YEAR, shift=0, part="last" if words.year_parts[m.group("word").lower()] == "end" else words.year_parts[m.group("word").lower()]),
        ),
        (
            rf"(?:{alternation(words.this_year)})(?!\w)",
            lambda m: Expression(Unit.YEAR, shift=0) if m.group().islower() else None,  # die Heuer: a seaman's pay
        ),
        (
            rf"vor{_S}(?P<count>[^\W_]+){_S}(?P<unit>Tag|Woche|Monat|Jahr)e?n?(?!\w)",
            _ago,
        ),
        (rf"(?P<century>\d\d?)\.{_S}Jahrhunderts?(?!\w)", _century),
        (rf"(?P<decade>(?:1\d|20)\d0)er(?:{_O}-?Jahren?)?(?!\w)", lambda m: _years(int(m.group("decade")), 10)),
        (rf"(?P<decade>{decade})(?:{_S}|n?-)?Jahren?(?!\w)", lambda m: _years(1900 + words.decades[m.group("decade").lower()], 10)),
        (rf"(?P<decade>[1-9]0)er(?:{_S}|-)Jahren?(?!\w)", lambda m: _years(1900 + int(m.group("decade")), 10)),
        (rf"(?P<year>{year})(?![\w–-]*\w)(?!-)", lambda m: Expression(Unit.YEAR, year=int(m.group("year")))),
    ]
    return tuple((re.compile(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE), build) for pattern, build in rows)


def find(text: str) -> Iterator[Found]:
    """The date expressions of a text in order, none overlapping.

    Bare years, the words ``heute`` and ``morgen`` and ``vor zwei Wochen`` are yielded with ``alone`` False: whether
    they are dates is for the words around to say.
    """
    pending = [(pattern, build, pattern.search(text)) for pattern, build in _grammar()]
    position = 0
    while True:
        best: tuple[re.Match[str], Expression] | None = None
        for row, (pattern, build, found) in enumerate(pending):
            if found is not None and found.start() < position:
                found = pattern.search(text, position)
            expression = None
            while found is not None and (expression := build(found)) is None:
                found = pattern.search(text, found.end())
            pending[row] = pattern, build, found
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
    for pattern, build in _grammar():
        found = pattern.fullmatch(text)
        expression = build(found) if found else None
        if expression is not None:
            return expression
    if re.fullmatch(r"([0-2]?\d|3[01])\.", text):
        return Expression(Unit.DAY, day=int(text[:-1]))
    return next((found.expression for found in find(text)), None)


# ------------------------------------------------------------------ builders


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day(text: str) -> Expression | None:
    found = re.match(r"(\d+)\.\s?(?:(\d+)\.|([^\W\d_]+\.?))(?:\s?(\d+))?", text)
    if found is None:
        return None
    month = int(found.group(2)) if found.group(2) else _month_number(found.group(3))
    year = int(found.group(4)) if found.group(4) else None
    if year is not None and year < _CENTURY:
        year += 2000
    if month is None or not 1 <= month <= 12 or not 1 <= int(found.group(1)) <= 31:
        return None
    return Expression(Unit.DAY, day=int(found.group(1)), month=month, year=year)


def _month_number(word: str) -> int | None:
    lower = word.lower()
    for form in (lower, lower.removesuffix("."), lower.removesuffix("s"), lower.removesuffix("es"), lower + "."):
        if form in calendar().months:
            return calendar().months[form]
    return None


def _month(text: str, shift: str | None = None) -> Expression | None:
    word, _, year = text.partition(" ")
    number = _month_number(word)
    if number is None:
        return None
    return Expression(
        Unit.MONTH,
        month=number,
        year=_number(year) if year else None,
        shift=calendar().shift(shift) if shift else None,
    )


def _point(text: str) -> Expression | None:
    """An end of a range: a day, a month or a year."""
    part, _, rest = text.partition(" ")
    if part.lower() in _PARTS:
        text = rest
    if re.fullmatch(r"\d{4}", text):
        return Expression(Unit.YEAR, year=int(text))
    return _day(text) if text[0].isdigit() else _month(text)


def _range(found: re.Match[str]) -> Expression | None:
    text = re.sub(r"\s+", " ", found.group())
    for link in (" bis zum ", " bis Ende ", " bis ", " und dem ", " und ", " – ", "–", "/", "-"):
        left, separator, right = text.partition(link)
        if separator:
            begin, end = _point(left), _point(right)
            if begin is None or end is None:
                return None
            if begin.year is None and end.year is not None and begin.unit is end.unit is not Unit.YEAR:
                begin = _in_year(begin, end.year if (begin.month or 0) <= (end.month or 0) else end.year - 1)
            if begin.year is not None and end.year is not None and begin.year > end.year:
                return None
            return Expression(Unit.RANGE, begin=begin, end=end)
    return None


def _in_year(point: Expression, year: int) -> Expression:
    return Expression(point.unit, day=point.day, month=point.month, year=year)


def _day_range(found: re.Match[str]) -> Expression | None:
    text = re.sub(r"\s+", " ", found.group())
    first = re.match(r"\d+", text)
    last = re.search(r"(?:(?<= )|(?<=[–-])|(?<=zum ))\d+\.\s?\S.*$", text)
    end = _day(last.group()) if last else None
    if first is None or end is None:
        return None
    begin = Expression(Unit.DAY, day=int(first.group()), month=end.month, year=end.year)
    return Expression(Unit.RANGE, begin=begin, end=end)


def _season_years(found: re.Match[str]) -> Expression | None:
    first = int(found.group("year"))
    last = first - first % _CENTURY + int(found.group("short"))
    return Expression(Unit.YEARS, year=first, last=last) if last == first + 1 else None


def _end_of_month(found: re.Match[str]) -> Expression:
    words = found.group("month").split()
    return Expression(Unit.MONTH, shift=calendar().shift(words[0]) if len(words) > 1 else None)


def _part_of_year(found: re.Match[str]) -> Expression:
    shift = next((calendar().shift(word) for word in found.group().split() if calendar().shift(word) is not None), 0)
    return Expression(Unit.YEAR, shift=shift, part=_PARTS[found.group("part").lower()])


def _part_of_given_year(found: re.Match[str]) -> Expression:
    return Expression(Unit.YEAR, year=int(found.group("year")), part=_PARTS[found.group("part").lower()])


def _night(found: re.Match[str]) -> Expression | None:
    rest = found.group("rest")
    if rest[0].isdigit():
        return _day(rest)
    return Expression(Unit.WEEKDAY, index=calendar().weekdays[rest.lower()])


def _weekday(found: re.Match[str]) -> Expression:
    words = calendar()
    return Expression(
        Unit.WEEKDAY,
        index=words.weekdays[found.group("weekday").lower()],
        shift=words.shift(found.group("shift")) if found.group("shift") else None,
        week=words.shift(found.group("week")) if found.group("week") else None,
    )


def _near(word: str) -> Expression | None:
    if word.lower() == "morgen" and word[0].isupper():  # der Morgen
        return None
    return Expression(Unit.NEAR_DAY, shift=calendar().days[word.lower()])


def _shifted(found: re.Match[str]) -> Expression:
    units = {
        "woche": Unit.WEEK,
        "wochenende": Unit.WEEKEND,
        "monat": Unit.MONTH,
        "jahr": Unit.YEAR,
        "quartal": Unit.QUARTER,
        "halbjahr": Unit.HALF,
    }
    return Expression(units[found.group("unit").lower()], shift=calendar().shift(found.group("shift")))


def _season(found: re.Match[str]) -> Expression | None:
    if not found.group("season")[0].isupper():
        return None
    name = found.group("season").lower()
    seasons = calendar().seasons
    first, last = seasons[name] if name in seasons else seasons[name.removesuffix("s")]
    return Expression(
        Unit.SEASON,
        index=first,
        last=last,
        year=int(found.group("year")) if found.group("year") else None,
        shift=calendar().shift(found.group("shift")) if found.group("shift") else None,
    )


def _part_period(found: re.Match[str]) -> Expression | None:
    word = found.group("ordinal").lower().rstrip(".")
    ordinals = calendar().ordinals
    index = int(word) if word.isdigit() else next((ordinals[o] for o in ordinals if word.startswith(o)), None)
    half = found.group("unit").lower() in calendar().halves
    if index is None or (half and index > 2):
        return None
    groups = found.groupdict()
    return Expression(
        Unit.HALF if half else Unit.QUARTER,
        index=index,
        year=int(groups["year"]) if groups.get("year") else None,
        shift=calendar().shift(groups["shift"]) if groups.get("shift") else None,
    )


def _first_months(found: re.Match[str]) -> Expression | None:
    count = read_number(found.group("count"))
    if count is None or not 2 <= count <= 12:
        return None
    return Expression(
        Unit.FIRST_MONTHS, index=int(count), year=int(found.group("year")) if found.group("year") else None
    )


def _ago(found: re.Match[str]) -> Expression | None:
    count = read_number(found.group("count"))
    if count is None or count != int(count) or count > 1000:
        return None
    units = {"tag": Unit.DAY, "woche": Unit.WEEK, "monat": Unit.MONTH, "jahr": Unit.YEAR}
    return Expression(Unit.AGO, shift=-int(count), of=units[found.group("unit").lower()])


def _century(found: re.Match[str]) -> Expression | None:
    number = int(found.group("century"))
    return _years(number * _CENTURY - 99, _CENTURY) if 10 < number <= 21 else None


def _years(first: int, count: int) -> Expression:
    return Expression(Unit.YEARS, year=first, last=first + count - 1)
