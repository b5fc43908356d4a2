"""The mentions of an article, from the entities of its Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kgbuild.model import Label, Mention, Span

_LABELS = frozenset(label.value for label in Label)
_WITH_STATE = frozenset({Label.STATE, Label.NORP})


def read_mentions(doc: Doc, sentences: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions of ``doc``, in text order; none lies outside ``sentences``.

    Args:
        doc: one article, with ``doc.ents`` under the labels of the annotation guide; others are passed over.
        sentences: of the body, in text order.
    """
    begins = [sentence.begin for sentence in sentences]
    mentions = []
    for entity in doc.ents:
        if entity.label_ not in _LABELS:
            continue
        index = bisect_right(begins, entity.start_char) - 1
        if index >= 0 and entity.end_char <= sentences[index].end:
            mentions.append(_mention(entity, index))
    return tuple(mentions)


def _mention(entity: DocSpan, sentence: int) -> Mention:
    label = Label(entity.label_)
    return Mention(
        span=Span(entity.start_char, entity.end_char),
        label=label,
        text=entity.text,
        name=entity.text,
        sentence=sentence,
        confidence=entity._.confidence,
        state=entity.kb_id_ or None if label in _WITH_STATE else None,
    )
