"""Publication dates as metadata and datelines write them, only as precise as they surely are."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate
from functools import cache

from babel.dates import get_month_names

from kgbuild.model import IsoDate

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d)(?:[T ].*)?)?)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(\d{4})")
_RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}\b")
EARLIEST, LATEST = 1600, 2199
"""Years that a newspaper can have."""


@cache
def months() -> dict[str, int]:
    """Month number by German name, full, abbreviated and Austrian (Jänner), lower case, without a dot (CLDR)."""
    return {
        name.casefold().rstrip("."): number
        for locale in ("de", "de_AT", "de_CH")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    } | {"maerz": 3, "jaenner": 1, "feber": 2}


@cache
def _written() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\d)(?:(\d{{1,2}})\.\s?)?\b({names})\b\.?\s(\d{{4}})(?!\d)", re.IGNORECASE)


def iso_date(value: str) -> IsoDate | None:
    """The date that a metadata value gives, or None.

    ISO 8601 (with or without a time), RFC 2822, ``6.11.2025``, ``6. November 2025``, ``November 2025``, ``2025``.
    Of ``06/11/2025`` only the year is sure.
    """
    value = value.strip()
    if match := (_ISO.fullmatch(value) or _COMPACT.fullmatch(value)):
        return as_iso(*match.groups())
    if _RFC_2822.match(value) and (parsed := parsedate(value)) is not None:
        return as_iso(*map(str, parsed[:3]))
    if found := dates_in(value):
        return found[0]
    return as_iso(match[1]) if (match := _SLASHED.match(value)) else None


def dates_in(text: str) -> list[IsoDate]:
    """The dates with a year that a German text writes out, in text order."""
    found = [(match.start(), as_iso(match[3], match[2], match[1])) for match in _DOTTED.finditer(text)]
    for match in _written().finditer(text):
        found.append((match.start(), as_iso(match[3], str(months()[match[2].casefold()]), match[1])))
    return [date for _, date in sorted(found, key=lambda item: item[0]) if date is not None]


def as_iso(year: str, month: str | None = None, day: str | None = None) -> IsoDate | None:
    """The ISO form of a date's parts; None if there is no such day."""
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except (ValueError, OverflowError):
        return None
    if not EARLIEST <= date.year <= LATEST:
        return None
    return date.isoformat()[: 10 if day and month else 7 if month else 4]
