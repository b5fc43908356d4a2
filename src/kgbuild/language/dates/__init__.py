"""Dates: found by grammar, read into expressions, resolved against the publication and the tense of their clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span

from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.patterns import Found, find, read
from kgbuild.language.dates.resolve import resolve
from kgbuild.language.dates.tense import Direction, direction_of, tense_at
from kgbuild.model import DateValue, IsoDate

__all__ = [
    "Direction",
    "Expression",
    "Found",
    "Unit",
    "direction_of",
    "find",
    "parse_date",
    "read",
    "read_dates",
    "resolve",
    "tense_at",
]


def parse_date(
    mention: Span | str,
    published: IsoDate | None,
    direction: Direction | None = None,
    reference: DateValue | None = None,
) -> DateValue | None:
    """The calendar value of one DATE mention.

    Args:
        mention: its span, or its text alone (then without knowledge of the tense around it).
        published: day, month or year of publication, None if unknown.
        direction: past or future, if the caller knows better than the clause around the span.
        reference: the date that the text last spoke of.

    Returns:
        None if the words are no date, or need a publication date that is not there.
    """
    text = mention if isinstance(mention, str) else mention.text
    expression = read(text)
    if expression is None:
        return None
    if direction is None and not isinstance(mention, str):
        direction = direction_of(mention)
    return resolve(expression, published, direction, reference)


def read_dates(mentions: Iterable[Span], published: IsoDate | None) -> tuple[DateValue | None, ...]:
    """The values of an article's DATE mentions in text order, each read with the date before it in mind.

    Without a publication date, dates that lack a year take it from the dated context: the last date before that has
    one, or the first one after.
    """
    spans = list(mentions)
    expressions = [read(span.text) for span in spans]
    directions = [direction_of(span) for span in spans]
    first_full = next((resolve(e, None) for e in expressions if e is not None and resolve(e, None)), None)
    reference: DateValue | None = None
    day: DateValue | None = None
    year: DateValue | None = None
    year_sentence = -1
    values: list[DateValue | None] = []
    for span, expression, direction in zip(spans, expressions, directions, strict=True):
        if expression is None:
            values.append(None)
            continue
        sentence = span.sent.start if span.doc.has_annotation("SENT_START") else -2
        known = reference if published is None else None
        if expression.unit is Unit.REFERENCE_DAY or (expression.unit is Unit.DAY and expression.month is None):
            known = day
        elif expression.unit is Unit.MONTH and expression.month is None and direction is Direction.PAST:
            known = reference
        elif expression.unit is Unit.REFERENCE_YEAR:
            known = year if year_sentence == sentence else known
        elif published is None:
            known = reference or first_full
        value = resolve(expression, published, direction, known)
        values.append(value)
        if value is None:
            continue
        reference = value
        if len(value.begin) == 10:
            day = value
        if expression.unit in {Unit.YEAR, Unit.QUARTER, Unit.HALF, Unit.MONTH}:
            year, year_sentence = value, sentence
    return tuple(values)
