"""The mentions of an article, from the entities of its Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kgbuild.language.dates import read_dates
from kgbuild.language.entities import offsets
from kgbuild.language.figures import parse_figure
from kgbuild.language.inflection import name_of
from kgbuild.model import DateValue, IsoDate, Label, Mention, Span

_LABELS = frozenset(label.value for label in Label)
_FIGURES = frozenset({Label.MONEY, Label.PERCENT, Label.QUANTITY})
_WITH_STATE = frozenset({Label.STATE, Label.NORP})


def read_mentions(doc: Doc, sentences: Sequence[Span], published: IsoDate | None = None) -> tuple[Mention, ...]:
    """The mentions of ``doc``, in text order; none lies outside ``sentences``.

    Args:
        doc: one article, with ``doc.ents`` under the labels of the annotation guide; others are passed over.
        sentences: of the body, in text order.
        published: when the article appeared; dates without a year or day need it.
    """
    begins = [sentence.begin for sentence in sentences]
    placed = []
    for entity in doc.ents:
        index = bisect_right(begins, entity.start_char) - 1
        if entity.label_ in _LABELS and index >= 0 and entity.end_char <= sentences[index].end:
            placed.append((entity, index))
    dated = [entity for entity, _ in placed if entity.label_ == Label.DATE]
    values = dict(zip((entity.start for entity in dated), read_dates(dated, published), strict=True))
    return tuple(_mention(entity, index, values.get(entity.start)) for entity, index in placed)


def _mention(entity: DocSpan, sentence: int, date: DateValue | None) -> Mention:
    label = Label(entity.label_)
    span = Span(*offsets(entity))
    text = entity.text[: span.end - span.begin]
    return Mention(
        span=span,
        label=label,
        text=text,
        name=name_of(entity) if text == entity.text else name_of(entity).removesuffix("."),
        sentence=sentence,
        confidence=entity._.confidence,
        state=entity.kb_id_ or None if label in _WITH_STATE else None,
        figure=parse_figure(entity) if label in _FIGURES else None,
        date=date,
    )
