"""Words that say how exactly a number is meant: ``rund``, ``knapp``, ``mehr als``, ``bis zu``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from kgbuild.model import Modifier


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The content of ``data/figures/modifiers.yaml``."""

    phrases: dict[str, Modifier]
    """Phrase in lower case → meaning."""
    attributive: dict[str, Modifier]
    """Adjectives inside a fraction: ``ein gutes Drittel``."""
    ambiguous: frozenset[str]
    """Phrases that are prepositions as well."""
    strict: frozenset[str]
    """Of these, those that need a word of ``after`` before them or a unit of ``ages`` behind."""
    after: frozenset[str]
    never_after: frozenset[str]
    ages: frozenset[str]
    before: re.Pattern[str]
    """Matches any phrase at the end of a text."""


@cache
def modifiers() -> Modifiers:
    """The modifiers, read once."""
    text = resources.files("kgbuild").joinpath("data/figures/modifiers.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    names = [name for name in table if name in set(Modifier)]
    phrases = {phrase: Modifier(name) for name in names for phrase in table[name]}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return Modifiers(
        phrases=phrases,
        attributive={word: Modifier(name) for name, words in table["attributive"].items() for word in words},
        ambiguous=frozenset(table["ambiguous"]["words"]),
        strict=frozenset(table["ambiguous"]["strict"]),
        after=frozenset(table["ambiguous"]["after"]),
        never_after=frozenset(table["ambiguous"]["never_after"]),
        ages=frozenset(table["ambiguous"]["ages"]),
        before=re.compile(rf"(?<!\w)(?P<phrase>{alternatives})\s*$", re.IGNORECASE),
    )


def modifier_before(text: str) -> tuple[int, str] | None:
    """The modifier that ends a text: where it begins, and the phrase in its normal form."""
    found = modifiers().before.search(text)
    if not found:
        return None
    return found.start("phrase"), " ".join(found.group("phrase").lower().split())


def read_modifier(text: str) -> Modifier | None:
    """What the words before a number mean together; the first known phrase decides, None if there is none."""
    table = modifiers()
    words = text.lower().split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            meaning = table.phrases.get(" ".join(words[start:end]))
            if meaning is not None:
                return meaning
    for word in words:
        if word in table.attributive:
            return table.attributive[word]
    return None
