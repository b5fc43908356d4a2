"""Acronyms in brackets after what they stand for: ``Pazifisches Saatgutabkommen (PSA)``."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.gazetteer.names import known
from kgbuild.model import Label

_INTRODUCED = (Label.ORG, Label.AGREEMENT, Label.EVENT)
_LONGEST = 8


def settled(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each acronym with the label of the name before its bracket; missing ones are added."""
    found = list(candidates)
    for name in candidates:
        position = name.end + 1
        if name.label not in _INTRODUCED or position + 1 >= len(doc) or doc[name.end].text != "(":
            continue
        if doc[position + 1].text in (")", ",", ";") and _stands_for(
            doc[position].text, doc[name.begin : name.end].text
        ):
            acronym = Candidate(position, position + 1, name.label, name.confidence)
            if known(doc[position].text) is None:
                found = [c for c in found if not c.overlaps(acronym)] + [acronym]
    return sorted(found)


def _stands_for(word: str, name: str) -> bool:
    """Whether a short word in capitals takes its letters from a name in their order, the first from its beginning."""
    letters = [char.lower() for char in word if char.isalpha()]
    if not 2 <= len(letters) <= _LONGEST or sum(char.isupper() for char in word) < 1:
        return False
    if letters[0] != name[:1].lower() or not word[0].isupper():
        return False
    rest = iter(name.lower())
    return all(letter in rest for letter in letters)
