"""Class nouns before names: ``Partei Soberanía`` is an organisation, and ``Partei`` no part of its name."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.surfaces import surface
from kgbuild.language.gazetteer.classes import is_class, names_a
from kgbuild.language.gazetteer.names import known
from kgbuild.model import Label

_NAMES = (Label.PER, Label.LOC, Label.ORG, Label.STATE)


def applied(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the labels that class nouns give, without class nouns that were taken for names."""
    begins = {c.begin for c in candidates if c.label in _NAMES}
    return [_classed(doc, c) for c in candidates if not _is_class_noun(doc, c, begins)]


def _is_class_noun(doc: Doc, c: Candidate, begins: set[int]) -> bool:
    """Whether it is such a noun alone, or a compound of one right before a name: ``Hilfsorganisation``."""
    word = doc[c.begin].text
    if c.length > 1 or c.label not in (Label.LOC, Label.ORG) or names_a(word) != c.label:
        return False
    return c.end in begins or is_class(word)


def _classed(doc: Doc, c: Candidate) -> Candidate:
    if c.label not in _NAMES or c.code or not c.begin:
        return c
    before, first = doc[c.begin - 1], doc[c.begin]
    label = names_a(before.text) if before.whitespace_ else None
    if label is None or first.text[:1].islower() or known(surface(doc, c)) is not None:
        return c
    genitive = c.label == Label.PER and doc[c.end - 1].text.endswith("s")
    return c if genitive else c._replace(label=label)
