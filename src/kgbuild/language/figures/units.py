"""Units of quantities: which nouns measure, and the singular of a counted noun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Units:
    """The content of ``data/figures/units.yaml``; keys of the maps are forms in lower case."""

    time: dict[str, str]
    """Form → singular of a unit of time."""
    measure: dict[str, str]
    percent: frozenset[str]
    numbered: frozenset[str]
    """Nouns after which a number is a name: ``Artikel``."""
    calendar_adjectives: frozenset[str]
    no_adjectives: frozenset[str]
    """Words with an adjective's ending that end a counted phrase."""
    idioms: frozenset[str]
    """Phrases whose number counts nothing: ``unter vier Augen``."""


@cache
def units() -> Units:
    """The units of time and measure, read once."""
    table = yaml.safe_load(_read("units.yaml"))
    return Units(
        time=_forms(table["time"]),
        measure=_forms(table["measure"]),
        percent=_lower(table["percent"]),
        numbered=_lower(table["numbered"]),
        calendar_adjectives=_lower(table["calendar_adjectives"]),
        no_adjectives=_lower(table["no_adjectives"]),
        idioms=_lower(table["idioms"]),
    )


def measures(noun: str) -> bool:
    """Whether a noun in lower case is a unit of measure or time, or a compound of the latter: ``verhandlungstagen``."""
    return noun in units().measure or any(noun.endswith(unit) for unit in units().time)


def singular(form: str, lemma: str = "") -> str:
    """The singular of a counted noun.

    Units and irregular plurals come from the tables, also as the last part of a compound (``Nachbarländern`` →
    ``Nachbarland``); else the tagger's lemma; without one, the plural endings that leave no doubt are cut.

    Args:
        form: the noun as written.
        lemma: the pipeline's lemma, empty if it has none.
    """
    lower = form.lower()
    for table in (units().time, units().measure):
        if lower in table:
            return table[lower]
    for tail_length in range(len(form), 3, -1):
        tail = lower[-tail_length:]
        known = _plurals().get(tail) or _plurals().get(tail.removesuffix("n"))
        if known:
            head = form[: len(form) - tail_length]
            return head + known.lower() if head and not head.endswith("-") else head + known
    if lemma[:1].isupper() and _plausible(form, lemma):
        return lemma
    for plural, cut in (("innen", 3), ("ungen", 2), ("heiten", 2), ("keiten", 2), ("schaften", 2), ("ionen", 2)):
        if lower.endswith(plural):
            return form[:-cut]
    return form


def _plausible(form: str, lemma: str) -> bool:
    """Whether a guessed lemma can belong to the form: all but its last two letters agree, umlauts aside."""
    stem, whole = (word.lower().translate(str.maketrans("äöü", "aou")) for word in (lemma[:-2], form))
    return len(lemma) <= len(form) + 1 and whole.startswith(stem)


@cache
def _plurals() -> dict[str, str]:
    rows = (line.split("\t") for line in _read("plurals.tsv").splitlines() if line and not line.startswith("#"))
    return {plural.lower(): noun for plural, noun in rows}


def _read(name: str) -> str:
    return resources.files("kgbuild").joinpath("data/figures", name).read_text(encoding="utf-8")


def _forms(table: dict[str, list[str]]) -> dict[str, str]:
    return {form.lower(): noun for noun, forms in table.items() for form in (noun, *forms)}


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(str(word).lower() for word in words)
