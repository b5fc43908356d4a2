"""When an article without metadata and dateline was published, as far as its own dates tell.

News omit what their readers know: the year of what has just happened, or the date altogether (``am Dienstag``). A full
date in such an article is background and says little about when it appeared: in the training articles the latest
year that a text names as past lies one or two years before its publication, and almost never in it. So a full date
counts only where the text treats it as news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kgbuild.language.dates import Direction, Expression, Unit, direction_of, read, resolve
from kgbuild.model import DateBasis, IsoDate

_MONTH = len("2025-11")
_LEAD = 3  # lines
_RECENT = frozenset({Unit.WEEKDAY, Unit.NEAR_DAY, Unit.REFERENCE_DAY, Unit.WEEK, Unit.WEEKEND})


@dataclass(frozen=True, slots=True)
class _Dated:
    span: Span
    expression: Expression
    direction: Direction | None


def publication_date(doc: Doc, dates: Sequence[Span] | None = None) -> tuple[IsoDate, DateBasis] | None:
    """The month of the latest plain date that the text reports as past and as news.

    News is a day that the lead names in full, or a month named in full and again, as past, without its year; in a text
    that has ``am Dienstag`` and the like, those are the news and full dates are not. The day of publication itself
    stays unknown, so the month is all that is sure.

    Args:
        doc: the article.
        dates: its DATE mentions; by default those among ``doc.ents``.

    Returns:
        The month and ``DateBasis.TEXT``; None if the text does not tell.
    """
    spans = [span for span in doc.ents if span.label_ == "DATE"] if dates is None else dates
    read_all = [(span, read(span.text)) for span in spans]
    mentions = [_Dated(span, expression, direction_of(span)) for span, expression in read_all if expression is not None]
    full = [(mention, value) for mention in mentions if (value := _full(mention)) is not None]
    if not full:
        return None
    latest = max(value[:_MONTH] for _, value in full)
    if any(mention.expression.unit in _RECENT for mention in mentions):
        return None
    years = [year for m in mentions if m.direction is not Direction.FUTURE for year in _years(m.expression)]
    if any(year > int(latest[:4]) for year in years):
        return None
    again = any(
        mention.expression.unit in {Unit.DAY, Unit.MONTH}
        and mention.expression.year is None
        and mention.expression.month == int(latest[-2:])
        and mention.direction is Direction.PAST
        for mention in mentions
    )
    lead = _end_of_lead(doc.text)
    named = any(m.expression.unit is Unit.DAY and m.span.start_char < lead and v[:_MONTH] == latest for m, v in full)
    return (latest, DateBasis.TEXT) if again or named else None


def _full(mention: _Dated) -> IsoDate | None:
    """The value of a past day or month that carries its year."""
    expression = mention.expression
    if expression.unit not in {Unit.DAY, Unit.MONTH} or expression.year is None:
        return None
    if mention.direction is not Direction.PAST:
        return None
    value = resolve(expression, None)
    return value.begin if value is not None else None


def _years(expression: Expression) -> list[int]:
    """The years that a mention names."""
    parts = (expression, expression.begin, expression.end)
    return [
        year for part in parts if part is not None for year in (part.year, part.last if part.year else None) if year
    ]


def _end_of_lead(text: str) -> int:
    """Where the third line of text ends: headline, perhaps a byline, first paragraph."""
    ends = [found.end() for found in re.finditer(r"\S[^\n]*", text)][:_LEAD]
    return ends[-1] if ends else 0
