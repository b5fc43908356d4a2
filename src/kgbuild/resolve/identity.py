"""What a node's names alone say about its identity: a key that other articles can share, or nothing.

``Abraham-Abkommen`` is the same agreement wherever it stands; ``Memorandum``, ``Regierung`` and ``Müller`` are not
the same thing in two articles. A node of the first kind is *global* and carries a key; one of the second kind is
*local*.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kgbuild.model import EntityType
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.nodes import Node


@dataclass(frozen=True, slots=True)
class Identity:
    """The key under which nodes of all articles meet; ``key`` is None for a local node."""

    key: str | None
    name: str
    """The name that says most."""


def identity(node: Node) -> Identity:
    """The identity that a node's names and its evidence inside its article give it."""
    name = fullest(node)
    match node.type:
        case EntityType.STATE:
            key = node.state or (fold(name) or None)
        case EntityType.PERSON:
            key = fold(name) if " " in fold(name) else None
        case EntityType.PLACE:
            key = fold(name) or None
        case EntityType.ORGANIZATION:
            key = _organization(node, name)
        case EntityType.AGREEMENT:
            key = _agreement(node, name)
        case EntityType.EVENT:
            key = _event(node, name)
    return Identity(key, name)


def fullest(node: Node) -> str:
    """The name with most words, then most letters, then most mentions; ``""`` without a name."""
    forms = node.forms
    return max(forms, key=lambda f: (len(fold(f).split()), len(f), node.names[f], f)) if forms else ""


def is_common(name: str, type: EntityType) -> bool:
    """Whether a name is made of common nouns only, so that it means nothing outside its article."""
    words = _words(type)
    folded = fold(name)
    if not folded:
        return True
    if folded in words["words"]:
        return True
    tokens = folded.split()
    if "-" in name and not name.startswith("-"):
        first = fold(name.split("-")[0])
        return first in words["fillers"] and _has_head(tokens[-1], words["heads"]) and len(tokens) == 2
    return len(tokens) == 1 and _has_head(folded, words["heads"])


def _organization(node: Node, name: str) -> str | None:
    if not is_common(name, node.type):
        return fold(name)
    if len(node.office_states) == 1:
        return f"{fold(name)} {next(iter(node.office_states)).lower()}"
    return None


def _agreement(node: Node, name: str) -> str | None:
    if not is_common(name, node.type):
        return fold(name)
    if len(node.parties) >= 2:
        return " ".join((fold(name), *sorted(fold(p) for p in node.parties)))
    return None


def _event(node: Node, name: str) -> str | None:
    if is_common(name, node.type):
        return None
    folded = fold(name)
    recurring = _has_head(folded.split()[-1], _words(node.type)["recurring"])
    dated = any(token.isdigit() and len(token) == 4 for token in folded.split())
    return f"{folded} {node.year}" if recurring and not dated and node.year else folded


def _has_head(word: str, heads: frozenset[str]) -> bool:
    """Whether ``word`` is one of ``heads``, a plural or genitive of it, or a compound that ends in it."""
    return any(word.endswith((head, f"{head}s", f"{head}es", f"{head}e", f"{head}n", f"{head}en")) for head in heads)


@cache
def _words(type: EntityType) -> dict[str, frozenset[str]]:
    text = files("kgbuild").joinpath("data/names/common_nouns.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text).get(type.value.lower(), {})
    return {
        part: frozenset(fold(word) for word in table.get(part, ()))
        for part in ("words", "heads", "fillers", "recurring")
    }
