"""Class nouns that tell what the name right after them names: ``Partei Soberanía``, ``Gasfeld Skarvhaug``."""

from __future__ import annotations

from functools import cache, lru_cache

from kgbuild.gazetteer.tables import rows
from kgbuild.model import Label

_SHORTEST = 4


@lru_cache(maxsize=65536)
def names_a(word: str) -> Label | None:
    """The label of a name that follows this noun; None if the noun tells nothing.

    The noun is in the singular; compounds count by their end (``Kleinpartei``, ``Öl- und Gaskonzern``).
    """
    if not word[:1].isupper():
        return None
    lowered = word.lower()
    for begin in range(len(word) - _SHORTEST + 1):
        label = _classes().get(lowered[begin:])
        if label is not None and (begin == 0 or begin >= 3):
            return label
    return _classes().get(lowered)


def is_class(word: str) -> bool:
    """Whether the word is such a noun by itself, no compound."""
    return word[:1].isupper() and word.lower() in _classes()


@cache
def _classes() -> dict[str, Label]:
    return {row["noun"]: Label(row["label"]) for row in rows("classes.tsv")}
