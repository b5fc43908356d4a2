"""Mentions that go on past their head noun: ``Krieg in Gaza``, ``Vertrag von Lissabon``, ``C5+1 Gipfel``.

The guide makes one span of a simple event noun and the place it is tied to, of an agreement and the place after
``von``, and of a name and the event noun after it. Which words are such nouns is in ``data/gazetteer/nouns.tsv``.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.reconcile import disjoint
from kgbuild.language.gazetteer.nouns import Use, head
from kgbuild.model import Label

_PLACES = (Label.LOC, Label.STATE)
_TIES = frozenset({"in", "im", "auf", "um"})
_DETERMINERS = frozenset({"der", "die", "das", "den", "dem"})
_RULE = 0.9


def extended(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with such phrases made into one mention, in text order."""
    merged = [_phrase(doc, place) for place in candidates]
    phrases = [phrase for phrase in merged if phrase is not None]
    return disjoint([*candidates, *phrases])


def _phrase(doc: Doc, name: Candidate) -> Candidate | None:
    """The phrase that a name is the end (``in Gaza``) or the beginning (``C5+1``) of."""
    if name.label in _PLACES:
        return _with_place(doc, name)
    if name.label == Label.ORG and name.end < len(doc) and not doc[name.end - 1].whitespace_ == "":
        noun = head(doc[name.end].text)
        if noun is not None and noun.noun.kind == "event" and not noun.prefix and not noun.plural:
            return Candidate(name.begin, name.end + 1, Label.EVENT, _RULE)
    return None


def _with_place(doc: Doc, place: Candidate) -> Candidate | None:
    tie = place.begin - 1
    if tie > 0 and doc[tie].lower_ in _DETERMINERS:
        tie -= 1
    if tie < 1:
        return None
    noun = head(doc[tie - 1].text)
    if noun is None or noun.plural or noun.noun.use not in (Use.COMPLEMENT, Use.BOTH):
        return None
    if noun.noun.kind == "event" and not noun.prefix and doc[tie].lower_ in _TIES:
        return Candidate(tie - 1, place.end, Label.EVENT, _RULE)
    if noun.noun.kind == "agreement" and doc[tie].lower_ == "von" and tie == place.begin - 1:
        return Candidate(tie - 1, place.end, Label.AGREEMENT, _RULE)
    return None
