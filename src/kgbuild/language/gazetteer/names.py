"""The names that the tables know, with the label of a mention and the territory it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from kgbuild.gazetteer import paradigm
from kgbuild.gazetteer.tables import parts, rows
from kgbuild.gazetteer.territories import Kind, Territories
from kgbuild.language.gazetteer.trie import Trie
from kgbuild.model import Label

_TABLES = {
    "places.tsv": Label.LOC,
    "organisations.tsv": Label.ORG,
    "agreements.tsv": Label.AGREEMENT,
    "events.tsv": Label.EVENT,
}


class Known(NamedTuple):
    """What a table says of a name."""

    label: Label
    base: str
    """The citation form of this name (not of the preferred one)."""
    code: str = ""
    """Territory code of a STATE."""
    certain: bool = True
    """False where the same word may also be something else (``Polen``: the state, or its people)."""


def names(tokenizer: Callable[[str], Doc]) -> Trie[Known]:
    """All names of the tables as a trie for texts that ``tokenizer`` cuts into tokens."""
    trie: Trie[Known] = Trie()
    for form, entry in _known().items():
        trie.add((form,) if form.isalpha() else tuple(token.text for token in tokenizer(form)), entry)
    return trie


def known(surface: str) -> Known | None:
    """What the tables say of a name in any of its forms; None if they lack it."""
    return _known().get(surface)


@cache
def aliases(label: Label) -> tuple[tuple[str, ...], ...]:
    """The groups of names that mean the same, citation forms, the preferred one first.

    Args:
        label: LOC, ORG, AGREEMENT or EVENT.
    """
    table = next(name for name, kind in _TABLES.items() if kind == label)
    return tuple(tuple(dict.fromkeys(paradigm.name(text).base for text in parts(row["names"]))) for row in rows(table))


@cache
def peoples() -> dict[str, str]:
    """Adjectives and demonyms of peoples and regions without a state: form → citation form."""
    found: dict[str, str] = {}
    for row in rows("peoples.tsv"):
        for entry in (
            *(paradigm.adjective(text) for text in parts(row["adjectives"])),
            *(paradigm.demonym(text) for text in parts(row["demonyms"])),
        ):
            for form in entry.forms:
                found.setdefault(form, entry.base)
    return found


@cache
def _known() -> dict[str, Known]:
    found: dict[str, Known] = {}
    territories = Territories.load()
    for form, code in territories.forms():
        kind = territories.territory(code).kind
        if kind != Kind.UNION:
            label = Label.LOC if kind == Kind.TERRITORY else Label.STATE
            people = territories.demonym_base(form) is not None
            found[form] = Known(
                label, territories.base(form) or form, code if label == Label.STATE else "", certain=not people
            )
    for form, _ in territories.seats():
        found.setdefault(form, Known(Label.LOC, territories.base(form) or form, certain=" " in form))
    for table, label in _TABLES.items():
        for row in rows(table):
            for text in parts(row["names"]):
                entry = paradigm.name(text)
                for form in entry.forms:
                    found.setdefault(form, Known(label, entry.base))
    return found
