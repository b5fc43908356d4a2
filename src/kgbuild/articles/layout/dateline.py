"""Place, date and agency at the head of an article, and the date in an agency's code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.articles.calendar import as_iso, dates_in
from kgbuild.articles.layout.lines import Line
from kgbuild.model import DateBasis, IsoDate

_PLACE = r"[A-ZÄÖÜČŠŽĐÎİ][\w’'ʼ.-]*(?:\s(?:[a-z]{2,3}\s)?[A-ZÄÖÜČŠŽĐÎİ][\w’'ʼ.-]*){0,3}"
DATELINE = re.compile(
    rf"(?P<places>{_PLACE}(?:\s?[/,]\s?{_PLACE})*)"
    r"(?:,\s(?:den\s)?(?P<date>\d{1,2}\.\s?(?:[A-ZÄÖÜ][a-zä]+\.?|\d{1,2}\.)(?:\s?\d{4})?))?"
    r"\s?(?:\((?P<agency>[\w /,.&-]{2,40})\))?\s?(?:[–—]|--?)\s(?=\S)"
    r"|(?P<place_only>[A-ZÄÖÜ][\w/ -]+)\s\((?P<agency_only>[\w/,-]{2,20})\)[.:]\s"
)
"""``Vilnius (dpa) – ``, ``Ohrid/Pristina, 20. März – ``, ``Tunis, 4. Oktober 2023 – `` at the beginning of a text."""
_CODE = re.compile(r"\b(?:dpa|afp|apa|sda|epd|kna|rtr):?(\d\d)(\d\d)(\d\d)(?!\d)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:[a-z]{3,4}|[A-Z]{3,4}|[Rr]euters|TASS|Xinhua|Keystone-SDA|dpa-AFX|[\w-]*-(?:Presse|Agentur|News))\Z"
)
"""Initials, or a name that says it is one; not the river in ``Frankfurt (Oder) – ``."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of an article says of its origin."""

    published: IsoDate | None = None
    basis: DateBasis | None = None
    agency: str | None = None


def is_dateline(text: str) -> bool:
    """Whether a line begins with a dateline that names an agency or a day, which no headline does."""
    match = DATELINE.match(text)
    return match is not None and any(match[part] for part in ("agency", "agency_only", "date"))


def read_dateline(lines: Sequence[Line], first: int, title: int | None) -> Dateline:
    """The date and the agency that an article states outside its running text.

    Looked for in this order: an agency's code (``dpa:230711-99-…``), the dateline that begins the body, a short line
    above the body that ends with a whole date. A day without its year is not taken: another room knows the year.

    Args:
        lines: the lines of the article.
        first: index of the first line of the body.
        title: index of the headline, whose dates are not the article's.
    """
    opening = DATELINE.match(lines[first].text) if first < len(lines) else None
    name = _agency(opening)
    for line in lines:
        if code := _CODE.search(line.text):
            date = as_iso(f"20{code[1]}", code[2], code[3])
            if date is not None and len(line.text) < 160:
                return Dateline(date, DateBasis.METADATA, name)
    if opening is not None and opening["date"] and (found := dates_in(opening["date"])):
        return Dateline(found[0], DateBasis.DATELINE, name)
    for index, line in enumerate(lines[:first]):
        found = dates_in(line.text)
        if index != title and len(found) == 1 and len(found[0]) == 10 and not line.is_sentence:
            return Dateline(found[0], DateBasis.DATELINE, name)
    return Dateline(agency=name)


def _agency(opening: re.Match[str] | None) -> str | None:
    name = (opening["agency"] or opening["agency_only"]) if opening is not None else None
    return name if name is not None and _AGENCY.match(name) else None
