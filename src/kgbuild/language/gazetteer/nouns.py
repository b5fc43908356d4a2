"""Head nouns: what a German compound or phrase denotes by its head, and how the head is inflected."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from kgbuild.gazetteer.tables import parts, rows


class Use(StrEnum):
    """How a noun becomes a mention, see the header of ``data/gazetteer/nouns.tsv``."""

    COMPOUND = "compound"
    COMPLEMENT = "complement"
    BOTH = "both"
    WHOSE = "whose"
    OWNED = "owned"
    BARE = "bare"
    NO = "no"


class Noun(NamedTuple):
    """A row of the table."""

    lemma: str
    """Lower case."""
    gender: str
    """``Masc``, ``Fem`` or ``Neut``, as Universal Dependencies writes them; ``Plur`` of a noun without singular."""
    kind: str
    """``agreement``, ``event``, ``organisation``, ``office``, ``place``, ``thing``, ``other``."""
    use: Use
    plural: str
    """Nominative plural; empty if there is none."""


class Head(NamedTuple):
    """The head of a word."""

    noun: Noun
    prefix: str
    """What stands before it in the word, as written: ``Friedens`` of Friedensvertrag; empty for the noun itself."""
    plural: bool
    """Whether the form is a plural only; one that is singular and plural alike counts as singular."""

    @property
    def base(self) -> str:
        """The word in the nominative of its own number: ``Vertrags`` → Vertrag, ``Verträgen`` → Verträge."""
        noun = self.noun.plural if self.plural and self.noun.plural else self.noun.lemma
        return self.prefix + (noun if self.prefix and not self.prefix.endswith("-") else noun[:1].upper() + noun[1:])


_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "p": "Plur"}
_LONGEST = 24


@lru_cache(maxsize=65536)
def head(word: str) -> Head | None:
    """The longest noun of the table that a capitalised word ends with; None if there is none."""
    if not word[:1].isupper():
        return None
    lowered = word.lower()
    for begin in range(max(0, len(word) - _LONGEST), len(word)):
        found = _forms().get(lowered[begin:])
        if found is not None and (begin == 0 or _joins(word, begin)):
            noun, plural = found
            return Head(noun, word[:begin], plural)
    return None


def _joins(word: str, begin: int) -> bool:
    """Whether what stands before may be the first part of a compound: three letters, or anything with a hyphen."""
    return word[begin - 1] == "-" or (begin >= 3 and word[begin].islower())


def _plural(row: dict[str, str]) -> str:
    first = (*parts(row["plural"]), "")[0]
    return row["noun"] if first == "-" else first


@cache
def _forms() -> dict[str, tuple[Noun, bool]]:
    found: dict[str, tuple[Noun, bool]] = {}
    for row in rows("nouns.tsv"):
        noun = Noun(row["noun"], _GENDERS[row["gender"]], row["kind"], Use(row["names"]), _plural(row))
        for ending in ("", *parts(row["singular"])):
            found.setdefault(noun.lemma + ending, (noun, False))
    for row in rows("nouns.tsv"):
        noun = found[row["noun"]][0]
        for form in parts(row["plural"]):
            if form != "-":
                found.setdefault(form, (noun, True))
    return found
