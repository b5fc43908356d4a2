"""The labels of other models in terms of the annotation guide."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span

from kgbuild.language.entities.candidate import Candidate
from kgbuild.model import Label

_FOREIGN = {"PERSON": Label.PER, "GPE": Label.LOC, "FAC": Label.LOC, "LAW": Label.AGREEMENT, "PCT": Label.PERCENT}


def mapped(entities: Iterable[Span]) -> list[Candidate]:
    """The entities with a label of the guide, in text order.

    Models trained on WikiNER and the like have ``PER``, ``LOC``, ``ORG`` and ``MISC``; ``MISC`` tells nothing that
    the guide asks for (adjectives, titles of works, languages), so it is left to the gazetteer.
    """
    found = []
    for span in entities:
        label = _FOREIGN.get(span.label_) or (Label(span.label_) if span.label_ in Label.__members__ else None)
        if label is not None:
            found.append(Candidate(span.start, span.end, label, float(span._.confidence), span.kb_id_))
    return found
