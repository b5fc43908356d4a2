"""Inflected forms out of the short notation of the gazetteer's tables (``Vereinigt~e Arabisch~e Emirate/n``).

The notation is explained in the header of ``data/gazetteer/territories.tsv``. It is generous: a form that no German
writes does no harm, a form that is missing is a name not found.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_SIBILANTS = ("s", "x", "z", "ß")


class Paradigm(NamedTuple):
    """A name in its citation form and in all its forms."""

    base: str
    forms: tuple[str, ...]
    """In a fixed order, the base among them, without duplicates."""


def _word(notation: str, last: bool) -> tuple[str, list[str]]:
    if "~" in notation:
        stem, ending = notation.split("~")
        return stem + ending, [stem + other for other in _ADJECTIVE_ENDINGS]
    stem, *endings = notation.split("/")
    if endings:
        return stem, [stem, *(stem + ending for ending in endings if ending != "-")]
    if last and not stem.endswith(_SIBILANTS):
        return stem, [stem, stem + "s"]
    return stem, [stem]


def name(notation: str) -> Paradigm:
    """The forms of a name: ``Vereinigt~e Staaten/-`` → Vereinigte, Vereinigten, Vereinigter … Staaten."""
    words = notation.split(" ")
    expanded = [_word(word, index == len(words) - 1) for index, word in enumerate(words)]
    base = " ".join(word for word, _ in expanded)
    forms = (" ".join(choice) for choice in product(*(options for _, options in expanded)))
    return Paradigm(base, tuple(dict.fromkeys((base, *forms))))


def adjective(lemma: str) -> Paradigm:
    """The forms of an adjective; one with a capital (``Schweizer``) has only one, but for ``US-amerikanisch``."""
    if not lemma.endswith("sch"):
        return Paradigm(lemma, (lemma,))
    return Paradigm(lemma, (lemma, *(lemma + ending for ending in _ADJECTIVE_ENDINGS)))


def demonym(notation: str) -> Paradigm:
    """The forms of a demonym, feminine ones among them: ``Kasache`` → Kasachen, Kasachin, Kasachinnen."""
    stem, *endings = notation.split("/")
    if endings:
        weak = not stem.endswith("e") and bool({"n", "en"} & set(endings))
        endings += ["in", "innen"] if weak else []
        return Paradigm(stem, tuple(dict.fromkeys((stem, *(stem + ending for ending in endings)))))
    if stem.endswith("er"):
        endings = ["s", "n", "in", "innen"]
    elif stem.endswith("e"):
        return Paradigm(stem, (stem, stem + "n", stem[:-1] + "in", stem[:-1] + "innen"))
    else:
        endings = ["s"]
    return Paradigm(stem, (stem, *(stem + ending for ending in endings)))
