"""The spaCy component ``kgbuild_entities``: one set of mentions out of all that propose some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.language.entities import classnouns, complements, consistency, demonyms, edges, labels, reconcile
from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.extensions import register
from kgbuild.language.gazetteer.component import boilerplate

FACTORY = "kgbuild_entities"

_GAZETTEER = "kgbuild_gazetteer"
_FIGURES = "kgbuild_figures"


class Entities:
    """Replaces ``doc.ents`` by the reconciled mentions: the twelve labels, none overlapping, none in boilerplate.

    In this order: the model's labels are mapped to the guide's (``labels``); its spans get their edges set right
    (``edges``); the gazetteer's and the figures' proposals are weighed against them (``reconcile``); class nouns
    before names are heard (``classnouns``); what the article itself tells of a name elsewhere settles the rest
    (``consistency``); phrases grow to their full length (``complements``); adjectives of several states are identified
    (``demonyms``).
    """

    def __init__(self, name: str = FACTORY) -> None:
        """Needs nothing but its modules."""
        register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the final ``doc.ents``."""
        skip = boilerplate(doc)
        model = edges.mended(doc, labels.mapped(doc.ents))
        found = reconcile.reconciled(model, _proposals(doc, _GAZETTEER), _proposals(doc, _FIGURES))
        found = classnouns.applied(doc, found)
        found = consistency.settled(doc, found, skip)
        found = complements.extended(doc, found)
        found = demonyms.identified(doc, found)
        doc.set_ents([c.span(doc) for c in found if not any(skip[c.begin : c.end])])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Annotate docs one after the other."""
        for doc in stream:
            yield self(doc)


@Language.factory(FACTORY, assigns=["doc.ents"])
def create(nlp: Language, name: str) -> Entities:
    """The component ``kgbuild_entities``."""
    return Entities(name)


def _proposals(doc: Doc, key: str) -> list[Candidate]:
    group = doc.spans.get(key)
    if group is None:
        return []
    confidences = group.attrs.get("confidence", [1.0] * len(group))
    return [Candidate.of(span, confidence) for span, confidence in zip(group, confidences, strict=True)]
