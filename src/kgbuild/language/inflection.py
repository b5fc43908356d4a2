"""Citation forms of names: what the inflected words of a text are entered as.

Names that the gazetteer knows take its citation form. Others lose a genitive ending and the endings of the adjectives
in them by rules, which follow the orthography of German names (Duden, Die Grammatik, § 301 ff.): an ``-s`` after a name
is taken for the genitive's if something in the text says so, because many names end in ``-s`` (Paris, Jens, Burgas).
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span, Token

from kgbuild.language.gazetteer.names import known, peoples
from kgbuild.language.gazetteer.tables import rows
from kgbuild.language.gazetteer.territories import Territories
from kgbuild.model import Label

_STRONG = {"Masc": "er", "Fem": "e", "Neut": "es"}
_ADJECTIVE = re.compile(r"(?<=[a-zäöüß])(?:en|em|er|es|e)$")
_OBLIQUE = ("en", "em", "es")
_APOSTROPHES = "’'ʼ"
_COMMON = (Label.AGREEMENT, Label.EVENT, Label.ORG, Label.ROLE, Label.LOC)


def base_form(text: str, label: Label) -> str:
    """The citation form of a mention by its words alone.

    ``Kasachstans`` → Kasachstan, ``Abraham-Abkommens`` → Abraham-Abkommen, ``Vereinten Nationen`` → Vereinte Nationen,
    ``kasachischen`` → kasachisch, ``Außenministers`` → Außenminister. A person's or a place's final ``-s`` stays unless
    the gazetteer knows the name without it: use ``name_of`` where the text is at hand.

    Args:
        text: the words as they stand in the text.
        label: what they are.
    """
    text = " ".join(text.split())
    return _table_form(text, label) or _by_rules(text, label, genitive=None, gender=None)


def name_of(span: Span) -> str:
    """The citation form of a labelled span, with the help of its surroundings.

    The genitive of an unknown name is told by the same name without its ending elsewhere in the text, or by the case
    that the tagger gives its last word.
    """
    text = " ".join(span.text.split())
    label = Label(span.label_)
    last = span[-1]
    return _table_form(text, label) or _by_rules(
        text, label, genitive=_is_genitive(span, last), gender=_first(last, "Gender")
    )


def _table_form(text: str, label: Label) -> str | None:
    if label == Label.NORP:
        return _demonym(text)
    entry = known(text)
    if entry is not None and (entry.label == label or {entry.label, label} <= {Label.LOC, Label.STATE}):
        return entry.base
    return None


def _demonym(text: str) -> str:
    lowered = text[:1].lower() + text[1:]
    for form in (text, lowered):
        if form in peoples():
            return peoples()[form]
    head, hyphen, last = text.rpartition("-")
    if hyphen and last.islower():
        return head[:1].lower() + head[1:] + hyphen + _demonym(last) if head != "US" else text[:3] + _demonym(last)
    base = Territories.load().demonym_base(text) or Territories.load().demonym_base(lowered)
    if base is not None:
        return base
    match = re.fullmatch(r"(.*sch)(?:en|em|er|es|e)", lowered)
    return match.group(1) if match else text


def _by_rules(text: str, label: Label, genitive: bool | None, gender: str | None) -> str:
    if label in (Label.PER, Label.STATE):
        return _without_genitive(text, bool(genitive) or label == Label.STATE)
    if label not in _COMMON:
        return text
    words = text.split(" ")
    head = _head(words)
    bare = _noun(words[head], label, genitive)
    changed = bare != words[head]
    words[head] = bare
    for index in range(head):
        words[index] = _nominative(words[index], bare, gender, changed)
    return " ".join(words)


def _head(words: list[str]) -> int:
    """The head noun: the last word before a preposition or article (Vertrag *von* Lissabon)."""
    for index, word in enumerate(words):
        if index and word.islower() and word not in ("und", "oder", "bin", "ibn"):
            return index - 1
    return len(words) - 1


def _noun(word: str, label: Label, genitive: bool | None) -> str:
    lowered = word.lower()
    for ending, bare in _noun_endings():
        if lowered.endswith(ending) and (len(lowered) > len(ending) or label != Label.LOC):
            return word[: len(word) - len(ending)] + (bare if len(lowered) > len(ending) else bare.capitalize())
    if label == Label.ROLE:
        return _role(word)
    return _without_genitive(word, bool(genitive))


@cache
def _noun_endings() -> tuple[tuple[str, str], ...]:
    """Inflected ends of common head nouns and what they become, the longest first."""
    found = []
    for row in rows("nouns.tsv"):
        for ending in row["endings"].split(";"):
            found.append((row["noun"] + ending, row["noun"]))
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _role(word: str) -> str:
    if word.endswith(("ens", "ers", "ors", "efs", "ärs", "ls", "nts")) and not word.endswith("chefs"):
        return word[:-1]
    if word.endswith(("enten", "anten", "isten", "aten", "sulen")):
        return word[:-2]
    return word[:-1] if word.endswith(("chefs", "ats")) else word


def _nominative(word: str, head: str, gender: str | None, genitive: bool) -> str:
    """An adjective before a head noun in the nominative: ``Nahen Osten`` → Naher, ``Vereinten Nationen`` → Vereinte."""
    if not word[:1].isupper() or not word.endswith(_OBLIQUE) or len(word) < 5:
        return word
    stem = _ADJECTIVE.sub("", word)
    if stem == word:
        return word
    plural = not genitive and head.endswith(("en", "n", "s", "e")) and gender is None
    return stem + ("e" if plural else _STRONG.get(gender or "", "e"))


def _without_genitive(text: str, genitive: bool) -> str:
    if text[-1:] in _APOSTROPHES and text[-2:-1] in ("s", "x", "z", "ß"):
        return text[:-1]
    if text[-1:] == "s" and text[-2:-1] in _APOSTROPHES and len(text) > 3:
        return text[:-2]
    if genitive and text.endswith("s") and len(text) > 3 and not text.endswith("ss"):
        return text[:-1]
    return text


def _is_genitive(span: Span, last: Token) -> bool:
    if not last.text.endswith("s"):
        return False
    bare = last.text[:-1]
    if _elsewhere(span.doc, bare):
        return True
    if _elsewhere(span.doc, last.text, but=last.i) and _first(last, "Case") != "Gen":
        return False
    return _first(last, "Case") == "Gen"


def _elsewhere(doc: Doc, word: str, but: int = -1) -> bool:
    return any(token.text == word and token.i != but for token in doc)


def _first(token: Token, feature: str) -> str | None:
    values = token.morph.get(feature)
    return values[0] if values else None
