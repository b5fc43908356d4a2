"""Span edges of the model's mentions after the annotation guide.

Articles, prepositions, quotation marks and titles of courtesy at an edge are cut off; a name that was cut in two is
put together; a compound is labelled by what it denotes; two names in a row that the article knows singly are parted.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.fused import parted
from kgbuild.language.gazetteer.nouns import head
from kgbuild.model import Label

_NAMES = frozenset({Label.PER, Label.STATE, Label.LOC, Label.ORG, Label.AGREEMENT, Label.EVENT})
_KINDS = {"agreement": Label.AGREEMENT, "event": Label.EVENT, "organisation": Label.ORG, "place": Label.LOC}
_QUOTES = frozenset("»«„“”\"'‚‘›‹")
_ARTICLES = ("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines")
_PREPOSITIONS = ("von", "vom", "zu", "zum", "zur", "in", "im", "an", "am", "auf", "aus", "bei", "mit", "nach", "für")
_CUT = frozenset((*_ARTICLES, *_PREPOSITIONS, "über", "unter", "vor", "und", "oder", *",.;:–-()"))
_COURTESY = frozenset({"Herr", "Herrn", "Frau", "Dr.", "Prof."})
_PARTICLES = frozenset(("von", "van", "de", "der", "den", "zu", "di", "da", "del", "la", "le", "el", "bin", "ibn"))


def mended(doc: Doc, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with their edges set right, in text order; one that nothing is left of is dropped."""
    trimmed = [_trimmed(doc, c) if c.label in _NAMES else c for c in candidates]
    typed = [_typed(doc, c) for c in trimmed if c.begin < c.end]
    kept = [c for c in typed if c is not None]
    singles = {c.begin: c for c in kept}
    grown = [_grown(doc, c, singles) for c in kept]
    return _joined(doc, parted(doc, grown))


def _trimmed(doc: Doc, c: Candidate) -> Candidate:
    begin, end = c.begin, c.end
    while begin < end and _cuts_front(doc[begin].text, c.label):
        begin += 1
    while end > begin and _cuts_back(doc, begin, end):
        end -= 1
    return c._replace(begin=begin, end=end)


def _cuts_front(word: str, label: Label) -> bool:
    if word in _QUOTES or (label == Label.PER and word in _COURTESY):
        return True
    return word in _CUT and not (label == Label.PER and word in _PARTICLES)


def _cuts_back(doc: Doc, begin: int, end: int) -> bool:
    word = doc[end - 1].text
    if word in _CUT:
        return word != ")" or not any(token.text == "(" for token in doc[begin:end])
    return word in _QUOTES and not any(token.text in _QUOTES for token in doc[begin : end - 1])


def _typed(doc: Doc, c: Candidate) -> Candidate | None:
    """A compound with a hyphen is what its last part denotes: ``EU-Recht`` no name, ``Inuit-Rat`` an organisation.

    Organs and bodies that are never mentions by themselves (``Betriebsrat``, ``Delegation``) are none.
    """
    word = doc[c.begin].text
    found = head(word) if c.length == 1 and c.label in _NAMES else None
    if found is None:
        return c
    if not found.prefix:
        return None if found.noun.kind == "thing" and c.label == Label.ORG else c
    if found.prefix.endswith("-"):
        return None if found.noun.kind == "thing" else c._replace(label=_KINDS.get(found.noun.kind, c.label))
    if found.noun.kind == "thing" and c.label == Label.EVENT:
        return None
    water = found.noun.kind == "place" and c.label in (Label.EVENT, Label.AGREEMENT)
    return c._replace(label=Label.LOC) if water else c


def _grown(doc: Doc, c: Candidate, singles: dict[int, Candidate]) -> Candidate:
    """An organisation that ends in an adjective goes on to the noun: ``Demokratische`` Erneuerung."""
    if c.label != Label.ORG or c.end >= len(doc) or c.end in singles:
        return c
    last, following = doc[c.end - 1], doc[c.end]
    adjective = last.pos_ == "ADJ" and last.text[:1].isupper() and last.whitespace_
    if adjective and following.pos_ in ("NOUN", "PROPN") and following.text[:1].isupper():
        return c._replace(end=c.end + 1)
    return c


def _joined(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """A person's name around a nickname in quotes is one: ``Theodore »Ted« Vandersloot``."""
    found: list[Candidate] = []
    for c in candidates:
        if found and found[-1].label == c.label == Label.PER and _around_nickname(doc, found[-1], c):
            found[-1] = found[-1]._replace(end=c.end, confidence=min(found[-1].confidence, c.confidence))
        else:
            found.append(c)
    return found


def _around_nickname(doc: Doc, first: Candidate, second: Candidate) -> bool:
    """Whether the text goes on from one name with a word in quotes right to the end of the other."""
    between = doc[first.end : second.begin]
    if not 1 <= len(between) <= 3 or between[0].text not in _QUOTES or not doc[first.end - 1].whitespace_:
        return False
    marks = [token.i for token in doc[first.end : second.end] if token.text in _QUOTES]
    return len(marks) == 2 and marks[1] < second.end - 1
