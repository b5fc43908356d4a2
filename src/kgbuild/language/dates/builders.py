"""From the match of a date pattern to its expression; None where the words turn out to be no date."""

from __future__ import annotations

import re
from dataclasses import replace

from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.vocabulary import calendar
from kgbuild.language.numbers import read_number

PARTS = {"anfang": "begin", "beginn": "begin", "mitte": "middle", "ende": "end"}
_CENTURY = 100
_MOST = 1000  # units of time that »vor …« counts
_UNITS = {
    "tag": Unit.DAY,
    "woche": Unit.WEEK,
    "wochenende": Unit.WEEKEND,
    "monat": Unit.MONTH,
    "jahr": Unit.YEAR,
    "quartal": Unit.QUARTER,
    "halbjahr": Unit.HALF,
}


def _group(found: re.Match[str], name: str) -> str | None:
    """A group of the match, None if the pattern has none of this name."""
    return found.groupdict().get(name)


def _shift(found: re.Match[str], name: str = "shift") -> int | None:
    word = _group(found, name)
    return calendar().shift(word) if word else None


def _given_year(found: re.Match[str]) -> int | None:
    year = _group(found, "year")
    return int(year) if year else None


# ------------------------------------------------------------------ days, months, years


def day(found: re.Match[str]) -> Expression | None:
    """``6. November 2025``, ``14.12.``; the weekday before it adds nothing."""
    return read_day(found.group("day"))


def month(found: re.Match[str]) -> Expression | None:
    """``Mai 2025``, ``Ende Mai``, ``vergangenen Mai``."""
    expression = read_month(found.group("month"))
    return replace(expression, shift=_shift(found)) if expression is not None else None


def year(found: re.Match[str]) -> Expression:
    """``2025``."""
    return Expression(Unit.YEAR, year=_given_year(found))


def part_of_month(found: re.Match[str]) -> Expression:
    """``Ende des Monats``."""
    return Expression(Unit.MONTH, shift=_shift(found))


def part_of_year(found: re.Match[str]) -> Expression:
    """``Ende 2025``, ``Ende des Jahres``, ``Anfang kommenden Jahres``."""
    given = _given_year(found)
    shift = None if given else (_shift(found) or 0)
    return Expression(Unit.YEAR, year=given, shift=shift, part=PARTS[found.group("part").lower()])


def end_of_year(found: re.Match[str]) -> Expression:
    """``Jahresende``, ``Jahresbeginn``: the end is the last day of the year."""
    part = calendar().year_parts[found.group("word").lower()]
    return Expression(Unit.YEAR, shift=0, part="last" if part == "end" else part)


def this_year(found: re.Match[str]) -> Expression | None:
    """``heuer``; capitalised it is a seaman's pay."""
    return Expression(Unit.YEAR, shift=0) if found.group().islower() else None


def shifted(found: re.Match[str]) -> Expression:
    """``vergangene Woche``, ``kommenden Jahres``, ``diesen Monat``."""
    return Expression(_UNITS[found.group("unit").lower()], shift=_shift(found))


def day_alone(found: re.Match[str]) -> Expression:
    """``der 4.``: of the month that the text last spoke of."""
    return Expression(Unit.DAY, day=int(found.group("number")))


# ------------------------------------------------------------------ weekdays and days near the publication


def weekday(found: re.Match[str]) -> Expression:
    """``Dienstag``, ``vergangenen Dienstag``, ``späten Dienstagabend``, ``Mittwoch kommender Woche``."""
    index = calendar().weekdays[found.group("weekday").lower()]
    return Expression(Unit.WEEKDAY, index=index, shift=_shift(found), week=_shift(found, "week"))


def night(found: re.Match[str]) -> Expression | None:
    """``Nacht zum Sonntag``: counts as the day that it leads to."""
    return weekday(found) if _group(found, "weekday") else day(found)


def near_day(found: re.Match[str]) -> Expression | None:
    """``gestern``, ``heute Abend``, ``gestrigen Montag``; ``der Morgen`` is none."""
    word = found.group("near")
    if word == "Morgen":
        return None
    words = calendar()
    return Expression(Unit.NEAR_DAY, shift={**words.days, **words.day_adjectives}[word.lower()])


def reference_day(found: re.Match[str]) -> Expression:
    """``Vortag``, ``selben Tag``, ``Tag darauf``."""
    word = found.group("word").lower()
    shift = 1 if word.endswith(("darauf", "danach")) else calendar().reference_days.get(word, 0)
    return Expression(Unit.REFERENCE_DAY, shift=shift)


def reference_year(found: re.Match[str]) -> Expression:
    """``Vorjahr``, ``selben Jahr``."""
    return Expression(Unit.REFERENCE_YEAR, shift=calendar().reference_years.get(found.group("word").lower(), 0))


def ago(found: re.Match[str]) -> Expression | None:
    """``vor zwei Wochen``."""
    count = read_number(found.group("count"))
    if count is None or count != int(count) or count > _MOST:
        return None
    return Expression(Unit.AGO, shift=-int(count), of=_UNITS[found.group("unit").lower()])


# ------------------------------------------------------------------ periods


def week(found: re.Match[str]) -> Expression:
    """``Anfang der Woche``."""
    return Expression(Unit.WEEK, shift=_shift(found) or 0)


def weekend(found: re.Match[str]) -> Expression:
    """``Wochenende``."""
    return Expression(Unit.WEEKEND)


def season(found: re.Match[str]) -> Expression | None:
    """``Herbst 2025``, ``vergangenen Sommer``."""
    name, seasons = found.group("season"), calendar().seasons
    if not name[0].isupper():
        return None
    first, last = seasons.get(name.lower()) or seasons[name.lower().removesuffix("s")]
    return Expression(Unit.SEASON, index=first, last=last, year=_given_year(found), shift=_shift(found))


def part_period(found: re.Match[str]) -> Expression | None:
    """``ersten Quartal 2026``, ``2. Halbjahr``."""
    word, ordinals = found.group("ordinal").lower().rstrip("."), calendar().ordinals
    index = int(word) if word.isdigit() else next((ordinals[o] for o in ordinals if word.startswith(o)), None)
    half = found.group("unit").lower() in calendar().halves
    if index is None or (half and index > 2):
        return None
    unit = Unit.HALF if half else Unit.QUARTER
    return Expression(unit, index=index, year=_given_year(found), shift=_shift(found))


def first_months(found: re.Match[str]) -> Expression | None:
    """``ersten neun Monate des Jahres``."""
    count = read_number(found.group("count"))
    if count is None or not 2 <= count <= 12:
        return None
    return Expression(Unit.FIRST_MONTHS, index=int(count), year=_given_year(found))


def century(found: re.Match[str]) -> Expression | None:
    """``19. Jahrhundert``: 1801 to 1900."""
    number = int(found.group("number"))
    first = number * _CENTURY - _CENTURY + 1
    return Expression(Unit.YEARS, year=first, last=first + _CENTURY - 1) if 10 <= number <= 21 else None


def decade(found: re.Match[str]) -> Expression:
    """``1990er Jahre``, ``90er-Jahren``, ``neunziger Jahre``."""
    word = found.group("decade").lower()
    number = int(word) if word.isdigit() else calendar().decades[word]
    first = number if number >= _CENTURY else 1900 + number
    return Expression(Unit.YEARS, year=first, last=first + 9)


def double_year(found: re.Match[str]) -> Expression | None:
    """``2024/25``: two years in a row."""
    first = int(found.group("year"))
    last = first - first % _CENTURY + int(found.group("short"))
    return Expression(Unit.YEARS, year=first, last=last) if last == first + 1 else None


def span(found: re.Match[str]) -> Expression | None:
    """``2020 bis 2024``, ``März bis Mai 2025``, ``30. April bis zum 2. Mai``."""
    begin, end = _read_point(found.group("begin")), _read_point(found.group("end"))
    if begin is None or end is None:
        return None
    if begin.year is None and end.year is not None:
        later = (begin.month or 0) > (end.month or 0)
        begin = replace(begin, year=end.year - later)
    if begin.year is not None and end.year is not None and begin.year > end.year:
        return None
    return Expression(Unit.RANGE, begin=begin, end=end)


def day_span(found: re.Match[str]) -> Expression | None:
    """``4. bis 6. Juni``."""
    end = read_day(found.group("end"))
    if end is None:
        return None
    return Expression(Unit.RANGE, begin=replace(end, day=int(found.group("first"))), end=end)


# ------------------------------------------------------------------ parts of patterns


def read_day(text: str) -> Expression | None:
    """A day of a month: ``6. November 2025``, ``6.11.2025``."""
    found = re.fullmatch(r"(\d+)\.\s*(?:(\d+)\.|([^\W\d_]+\.?))(?:\s*(\d+))?", text)
    if found is None:
        return None
    number = int(found.group(2)) if found.group(2) else _month_number(found.group(3))
    given = int(found.group(4)) if found.group(4) else None
    if given is not None and given < _CENTURY:
        given += 2000
    if number is None or not 1 <= number <= 12 or not 1 <= int(found.group(1)) <= 31:
        return None
    return Expression(Unit.DAY, day=int(found.group(1)), month=number, year=given)


def read_month(text: str) -> Expression | None:
    """A month with or without a year: ``Mai``, ``Mai 2025``."""
    word, *rest = text.split()
    number = _month_number(word)
    return Expression(Unit.MONTH, month=number, year=int(rest[0]) if rest else None) if number is not None else None


def _read_point(text: str) -> Expression | None:
    """An end of a period: a day, a month or a year; ``Ende`` before it is passed over."""
    words = text.split()
    if words[0].lower() in PARTS:
        words.pop(0)
    if re.fullmatch(r"\d{4}", words[0]):
        return Expression(Unit.YEAR, year=int(words[0]))
    return read_day(" ".join(words)) if words[0][0].isdigit() else read_month(" ".join(words))


def _month_number(word: str) -> int | None:
    lower, months = word.lower(), calendar().months
    for form in (lower, lower.removesuffix("."), lower.removesuffix("s"), lower.removesuffix("es")):
        if form in months:
            return months[form]
    return None
