"""Mentions that a head noun shows: ``Friedensvertrag``, ``Nahost-Konferenz``, ``die kasachische Regierung``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kgbuild.language.gazetteer import demonyms
from kgbuild.language.gazetteer.names import known
from kgbuild.language.gazetteer.nouns import Head, Use, head
from kgbuild.model import Label

_LABELS = {"agreement": Label.AGREEMENT, "event": Label.EVENT, "organisation": Label.ORG, "office": Label.ROLE}
_NONE = frozenset({"kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne", "jeder", "jedes", "jeden", "jede"})
_ARTICLES = frozenset({"der", "des", "von", "in"})
_POSSESSIVE = re.compile(r"(?:sein|ihr)(?:e[rnms]?)?", re.IGNORECASE).fullmatch

RULE = 0.9
"""Confidence of a rule that holds against a statistical reading."""
HINT = 0.5
"""Confidence of a rule that only adds where there is no other reading."""


class Proposal(NamedTuple):
    """A mention that a rule proposes."""

    begin: int
    end: int
    label: Label
    confidence: float
    """``RULE`` or ``HINT``."""


def proposals(doc: Doc, skip: Sequence[bool]) -> Iterator[Proposal]:
    """What the head nouns of a doc show, in text order."""
    words = [token.text for token in doc]
    for position, word in enumerate(words):
        found = None if skip[position] else head(word)
        if found is None:
            continue
        label = _LABELS.get(found.noun.kind)
        common = label == Label.AGREEMENT and "-" not in word
        several = common and "Plur" in doc[position].morph.get("Number", [])
        confidence = None if several else _confidence(found, words, position)
        if label is not None and confidence is not None:
            yield Proposal(position, position + 1, label, confidence)


def _confidence(found: Head, words: list[str], position: int) -> float | None:
    use = found.noun.use
    if found.plural and use != Use.BARE:
        return None
    if use in (Use.COMPOUND, Use.BOTH) and found.prefix:
        return None if _absent(words, position) else RULE
    if use == Use.BARE:
        return HINT if found.noun.kind == "office" else RULE
    if use in (Use.WHOSE, Use.OWNED) and _says_whose(words, position, use == Use.OWNED):
        return None if _absent(words, position) else HINT
    return None


def _absent(words: list[str], position: int) -> bool:
    """Whether a negation or a quantifier before the noun says that none in particular is meant."""
    return any(word.lower() in _NONE for word in words[max(0, position - 3) : position])


def _says_whose(words: list[str], position: int, pronouns: bool) -> bool:
    before = words[position - 1] if position else ""
    if before and demonyms.is_attributive(before) and demonyms.is_demonym(before):
        return True
    if (pronouns and _POSSESSIVE(before)) or (before.endswith("s") and _is_territory(before)):
        return True
    after = words[position + 1 : position + 3]
    if not after:
        return False
    if after[0].endswith("s") and _is_territory(after[0]):
        return True
    return len(after) == 2 and after[0] in _ARTICLES and _is_territory(after[1])


def _is_territory(word: str) -> bool:
    entry = known(word)
    return entry is not None and (entry.label == Label.STATE or not entry.certain)
