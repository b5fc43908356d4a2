"""Dates of an article in text order: each is read with the ones before it in mind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.patterns import read
from kgbuild.language.dates.resolve import resolve
from kgbuild.language.dates.tense import Direction, direction_of
from kgbuild.model import DateValue, IsoDate

_DAY = len("2025-11-06")
_WITH_YEAR = frozenset({Unit.YEAR, Unit.QUARTER, Unit.HALF, Unit.MONTH})


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
    """The values of an article's DATE mentions in text order.

    Without a publication date, a date that lacks its year takes it from a date of its own sentence; no further, because
    news spell out the years that are not the current one (on the gold articles a nearer or farther full date gave
    the right year to 3 dates and a wrong one to 52).
    """
    spans = list(mentions)
    expressions = [read(span.text) for span in spans]
    sentences = bool(spans) and spans[0].doc.has_annotation("SENT_START")
    memory = _Memory(published)
    values: list[DateValue | None] = []
    for span, expression in zip(spans, expressions, strict=True):
        if expression is None:
            values.append(None)
            continue
        direction = direction_of(span)
        sentence = span.sent.start if sentences else 0
        value = resolve(expression, published, direction, memory.reference(expression, direction, sentence))
        values.append(value)
        if value is not None:
            memory.keep(expression, value, sentence)
    return tuple(values)


@dataclass(slots=True)
class _Memory:
    """What the text last spoke of."""

    published: IsoDate | None
    last: DateValue | None = None
    sentence: int = -1
    """The sentence of the last date."""
    day: DateValue | None = None
    """The last day."""
    year: DateValue | None = None
    """The last year, or part of a year, …"""
    year_sentence: int = -1
    """… and its sentence."""

    def reference(self, expression: Expression, direction: Direction | None, sentence: int) -> DateValue | None:
        """The date that an expression counts from, apart from the publication."""
        if expression.unit is Unit.REFERENCE_DAY or (expression.unit is Unit.DAY and expression.month is None):
            return self.day
        if expression.unit is Unit.REFERENCE_YEAR and self.year_sentence == sentence:
            return self.year
        if expression.unit is Unit.MONTH and expression.month is None and direction is Direction.PAST:
            return self.last
        return self.last if self.published is None and self.sentence == sentence else None

    def keep(self, expression: Expression, value: DateValue, sentence: int) -> None:
        """Remember a date that has been read."""
        self.last, self.sentence = value, sentence
        if len(value.begin) == _DAY:
            self.day = value
        if expression.unit in _WITH_YEAR:
            self.year, self.year_sentence = value, sentence
