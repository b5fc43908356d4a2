"""Mentions that go on past their head noun: ``Krieg in Gaza``, ``Vertrag von Lissabon``, ``C5+1 Gipfel``.

The guide makes one span of a simple event noun and the place it is tied to, of an agreement and the place after
``von``, of a name and the event noun after it, and of a city's adjective and the agreement after it. Which words are
such nouns is in ``data/gazetteer/nouns.tsv``.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.reconcile import disjoint
from kgbuild.language.gazetteer.names import known
from kgbuild.language.gazetteer.nouns import Use, head
from kgbuild.model import Label

_PLACES = (Label.LOC, Label.STATE)
_TIES = frozenset({"in", "im", "auf", "um"})
_DETERMINERS = frozenset({"der", "die", "das", "den", "dem"})
_RULE = 0.9
_HINT = 0.5


def extended(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with such phrases made into one mention, in text order."""
    labels = {i: c.label for c in candidates for i in range(c.begin, c.end)}
    phrases = [phrase for c in candidates if (phrase := _phrase(doc, c, labels)) is not None]
    return [c for c in disjoint([*candidates, *phrases]) if not _is_bare(doc, c)]


def _is_bare(doc: Doc, c: Candidate) -> bool:
    """Whether an event noun stands alone, so that it names none: ``im Krieg mit …``, ``der Gipfel``."""
    noun = head(doc[c.begin].text) if c.label == Label.EVENT and c.length == 1 else None
    if noun is None or noun.prefix or noun.noun.kind != "event" or noun.noun.use == Use.BARE:
        return False
    return c.end >= len(doc) or doc[c.end].lower_ not in _TIES


def _phrase(doc: Doc, name: Candidate, labels: dict[int, Label]) -> Candidate | None:
    """The phrase that a name is the end (``in Gaza``) or the beginning (``C5+1``) of."""
    if name.label in _PLACES:
        return _with_place(doc, name, labels) or _possessed(doc, name, labels)
    if name.label == Label.PER:
        return _possessed(doc, name, labels)
    if name.label == Label.AGREEMENT:
        return _of_a_city(doc, name, labels)
    if name.label == Label.ORG:
        return _with_name(doc, name) or _of_the_nations(doc, name)
    return None


def _with_place(doc: Doc, place: Candidate, labels: dict[int, Label]) -> Candidate | None:
    tie, adjective = place.begin - 1, False
    if tie > 0 and labels.get(tie) == Label.NORP:
        tie, adjective = tie - 1, True
    if tie > 0 and doc[tie].lower_ in _DETERMINERS:
        tie -= 1
    noun = head(doc[tie - 1].text) if tie > 0 else None
    if noun is None or noun.plural or noun.prefix:
        return None
    if noun.noun.kind == "event" and doc[tie].lower_ in _TIES:
        if noun.noun.use in (Use.COMPLEMENT, Use.BOTH) and not adjective:
            return Candidate(tie - 1, place.end, Label.EVENT, _RULE)
        if noun.noun.use in (Use.COMPOUND, Use.BOTH) and tie - 1 not in labels:
            return Candidate(tie - 1, tie, Label.EVENT, _HINT)
    if noun.noun.kind == "agreement" and doc[tie].lower_ == "von" and place.label == Label.LOC and not adjective:
        return Candidate(tie - 1, place.end, Label.AGREEMENT, _RULE)
    return None


def _possessed(doc: Doc, owner: Candidate, labels: dict[int, Label]) -> Candidate | None:
    """An institution after the genitive that says whose it is: ``Bidens`` Regierung."""
    if owner.end >= len(doc) or owner.end in labels or not doc[owner.end - 1].text.endswith("s"):
        return None
    noun = head(doc[owner.end].text)
    if noun is None or noun.noun.use not in (Use.WHOSE, Use.OWNED) or noun.plural:
        return None
    return Candidate(owner.end, owner.end + 1, Label.ORG, _HINT)


def _with_name(doc: Doc, name: Candidate) -> Candidate | None:
    """An event noun after the name of a body: ``C5+1`` Gipfel."""
    if name.end >= len(doc) or not doc[name.end - 1].whitespace_:
        return None
    noun = head(doc[name.end].text)
    if noun is None or noun.noun.kind != "event" or noun.prefix or noun.plural:
        return None
    return Candidate(name.begin, name.end + 1, Label.EVENT, _RULE)


def _of_a_city(doc: Doc, agreement: Candidate, labels: dict[int, Label]) -> Candidate | None:
    """A city's adjective before an agreement belongs to its name: ``Wiener`` Atomabkommen."""
    before = doc[agreement.begin - 1].text if agreement.begin else ""
    stem = before.removesuffix("er")
    place = known(stem) or known(stem + "en")
    if stem == before or place is None or place.label != Label.LOC or agreement.begin - 1 in labels:
        return None
    return agreement._replace(begin=agreement.begin - 1)


def _of_the_nations(doc: Doc, name: Candidate) -> Candidate | None:
    """An agreement of the United Nations has them in its name: ``Seerechtsübereinkommen der`` Vereinten Nationen."""
    if name.begin < 2 or name.length != 2 or doc[name.begin].text != "Vereinten" or doc[name.begin - 1].text != "der":
        return None
    noun = head(doc[name.begin - 2].text)
    if noun is None or noun.noun.kind != "agreement" or noun.plural:
        return None
    return Candidate(name.begin - 2, name.end, Label.AGREEMENT, _RULE)
