"""Citation forms of names: the form under which the inflected words of a text are entered.

Names that the gazetteer knows take its citation form. Others lose the endings of the genitive and of adjectives by
rules after the orthography of German names (Duden, Die Grammatik): the head noun tells the gender, the gender the
adjective's ending. A final ``-s`` of a name is taken for the genitive's only if something says so, because many names
end in ``-s`` (Paris, Jens, Burgas).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from spacy.tokens import Doc, Span, Token

from kgbuild.gazetteer.tables import rows
from kgbuild.gazetteer.territories import Territories
from kgbuild.language.gazetteer.names import known, peoples
from kgbuild.language.gazetteer.nouns import Head, head
from kgbuild.model import Label

_STRONG = {"Masc": "er", "Fem": "e", "Neut": "es", "Plur": "e"}
_ENDING = re.compile(r"(?:en|em|er|es|e)$")
_INFLECTED = re.compile(r"(.*sch)(?:en|em|er|es|e)")
_PHRASES = (Label.AGREEMENT, Label.EVENT, Label.ORG, Label.ROLE, Label.LOC)
_APOSTROPHES = "’'ʼ"
_SIBILANTS = "sxzß"


def base_form(text: str, label: Label) -> str:
    """The citation form of a mention by its words alone.

    ``Kasachstans`` → Kasachstan, ``Abraham-Abkommens`` → Abraham-Abkommen, ``Vereinten Nationen`` → Vereinte Nationen,
    ``kasachischen`` → kasachisch, ``Außenministers`` → Außenminister. A final ``-s`` of a person, place or organisation
    that the gazetteer does not know stays; use ``name_of`` where the text is at hand.

    Args:
        text: the words as they stand in the text.
        label: what they are.
    """
    text = " ".join(text.split())
    return _from_tables(text, label, adjective=False) or _by_rules(text.split(" "), label)


def name_of(span: Span) -> str:
    """The citation form of a labelled span, with the help of its surroundings.

    The genitive of an unknown name is told by the same name without its ending elsewhere in the text, else by the case
    that the tagger gives its last word, unless the name also stands as it is where no genitive can be.
    """
    label = Label(span.label_)
    words = span.text.split()
    found = _from_tables(" ".join(words), label, adjective=span[0].pos_ == "ADJ")
    return found or _by_rules(words, label, span)


def _from_tables(text: str, label: Label, adjective: bool) -> str | None:
    if label == Label.NORP:
        return _demonym(text, adjective)
    entry = known(text)
    if entry is not None and (entry.label == label or {entry.label, label} <= {Label.LOC, Label.STATE}):
        return entry.base
    return None


def _demonym(text: str, adjective: bool) -> str:
    lowered = text[:1].lower() + text[1:]
    inflected = _INFLECTED.fullmatch(lowered)
    if inflected and (adjective or Territories.load().demonym_base(text) in (None, lowered)):
        return inflected[1] if not text.startswith("US-") else text[:3] + inflected[1][3:]
    if text.endswith(("in", "innen")) and text[:1].isupper():
        return text.removesuffix("nen")
    return Territories.load().demonym_base(text) or peoples().get(text) or text


def _by_rules(words: list[str], label: Label, span: Span | None = None) -> str:
    words = list(words)
    if label in (Label.PER, Label.STATE):
        words[-1] = _without_genitive(words[-1], _is_genitive(span) if span is not None else label == Label.STATE)
    elif label in _PHRASES and words:
        position = _head(words)
        noun = _noun(words[position])
        last = position == len(words) - 1
        if noun is not None:
            words[position] = noun.base
        elif last:
            words[position] = _without_genitive(words[position], span is not None and _is_genitive(span))
        gender = _gender(noun, span[position] if span is not None and position < len(span) else None)
        for index in range(position):
            words[index] = _nominative(words[index], gender, span[index] if span is not None else None)
    return " ".join(words)


def _head(words: list[str]) -> int:
    """Position of the head noun: the word before a preposition or article (Vertrag *von* Lissabon), else the last."""
    for index, word in enumerate(words):
        if index and word.islower() and word not in ("und", "oder"):
            return index - 1
    return len(words) - 1


def _gender(noun: Head | None, token: Token | None) -> str | None:
    """Gender of a head noun, ``Plur`` if it is a plural; None if nothing tells."""
    if noun is not None:
        return "Plur" if noun.plural else noun.noun.gender
    if token is None or token.pos_ != "NOUN":
        return None
    return "Plur" if _feature(token, "Number") == "Plur" else _feature(token, "Gender")


def _nominative(word: str, gender: str | None, token: Token | None) -> str:
    """An adjective of a name in the strong nominative: ``Nahen`` Osten → Naher, ``Vereinten`` Nationen → Vereinte."""
    stem = _ENDING.sub("", word)
    if gender is None or stem == word or not word[:1].isupper() or not _is_adjective(stem.lower()):
        return word
    if token is not None and token.pos_ not in ("ADJ", "DET", "PROPN"):
        return word
    if word.endswith("er") and gender != "Masc":
        return word  # Wiener Abkommen, Genfer Konvention: derived from a place, not inflected
    return stem + _STRONG[gender]


@cache
def _adjectives() -> tuple[frozenset[str], tuple[str, ...]]:
    stems = [row["stem"] for row in rows("adjectives.tsv")]
    return frozenset(s for s in stems if s[0] != "-"), tuple(s[1:] for s in stems if s[0] == "-")


def _is_adjective(stem: str) -> bool:
    whole, ends = _adjectives()
    return stem in whole or stem.endswith(ends)


def _noun(word: str) -> Head | None:
    noun = head(word)
    return noun if noun is not None and noun.noun.kind != "thing" else None


def _without_genitive(word: str, genitive: bool) -> str:
    if word[-1:] in _APOSTROPHES and word[-2:-1] in _SIBILANTS:
        return word[:-1]
    if word[-1:] == "s" and word[-2:-1] in _APOSTROPHES and len(word) > 3:
        return word[:-2]
    if genitive and word.endswith("s") and len(word) > 3 and word[-2] not in _SIBILANTS:
        return word[:-1]
    return word


def _is_genitive(span: Span) -> bool:
    last = span[-1]
    if not last.text.endswith("s"):
        return False
    if _stands(span.doc, last.text[:-1]):
        return True
    return _feature(last, "Case") == "Gen" and not _stands_otherwise(span.doc, last)


@lru_cache(maxsize=1)  # names are asked for one article after the other, each of which has many
def _cases(doc: Doc) -> dict[str, frozenset[str | None]]:
    """Each word form of the text and the cases in which it stands."""
    cases: dict[str, set[str | None]] = defaultdict(set)
    for token in doc:
        cases[token.text].add(_feature(token, "Case"))
    return {word: frozenset(found) for word, found in cases.items()}


def _stands(doc: Doc, word: str) -> bool:
    return word in _cases(doc)


def _stands_otherwise(doc: Doc, word: Token) -> bool:
    """Whether the same form stands in the text in another case."""
    return bool(_cases(doc)[word.text] - {None, "Gen"})


def _feature(token: Token, feature: str) -> str | None:
    values = token.morph.get(feature, [])
    return values[0] if values else None
