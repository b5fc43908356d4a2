"""What a node's names alone say about its identity: a key that other articles can share, or nothing.

``Abraham-Abkommen`` is the same agreement wherever it stands; ``Memorandum``, ``Regierung`` and ``Müller`` are not
the same thing in two articles. A node of the first kind is *global* and carries a key; one of the second kind is
*local*.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.model import EntityType
from kgbuild.resolve.comparing import KIND
from kgbuild.resolve.names import Kind
from kgbuild.resolve.names.comparison import known_label
from kgbuild.resolve.names.concepts import stem
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.tables import data, word_set
from kgbuild.resolve.nodes import Node


@dataclass(frozen=True, slots=True)
class Identity:
    """The key under which nodes of all articles meet; ``key`` is None for a local node."""

    key: str | None
    name: str
    """The name that says most."""
    label: str | None = None
    """The preferred label of a well-known thing."""
    qualifier: str = ""
    """What of the key is not in the name: the parties of a treaty, the state of a ministry, the year of a summit."""


def identity(node: Node) -> Identity:
    """The identity that a node's names and its evidence inside its article give it."""
    name = fullest(node)
    if label := well_known(node):
        return Identity(fold(label), name, label)
    folded = fold(name)
    if node.type is EntityType.STATE:
        return Identity(node.state or folded or None, name)
    if not folded or (node.type is EntityType.PERSON and " " not in folded):
        return Identity(None, name)
    qualifier = _qualifier(node, name)
    if qualifier is None:
        return Identity(None, name)
    return Identity(f"{folded} {qualifier}".rstrip(), name, qualifier=qualifier)


def well_known(node: Node) -> str | None:
    """The preferred label of the well-known thing that a node's fullest name means, if no other of its names objects.

    A shorter name alone proves nothing: an acronym or a surname that the article gives to something unknown may be
    that of something known elsewhere.
    """
    kind = KIND.get(node.type)
    if kind is None or kind is Kind.STATE:
        return None
    name = fullest(node)
    if is_common(name, node.type) or (kind is Kind.PERSON and not _is_full(name)):
        return None
    label = known_label(name, kind)
    forms = (form for form in node.forms if not is_common(form, node.type) and form != name)
    if label is None or (
        kind is not Kind.PERSON and any(known_label(form, kind) not in (None, label) for form in forms)
    ):
        return None
    return label


def _is_full(name: str) -> bool:
    """Whether a person's name is more than a given name or a surname that many bear: two words, or a nom de guerre."""
    folded = fold(name)
    if " " in folded:
        return True
    label = known_label(name, Kind.PERSON)
    return label is not None and folded not in word_set("given_names.tsv") and folded not in fold(label).split()


def fullest(node: Node) -> str:
    """The name with most words, then letters, then mentions; common nouns only if there is no other."""
    forms = [form for form in node.forms if not is_common(form, node.type)] or list(node.forms)
    return max(forms, key=lambda f: (len(fold(f).split()), len(f), node.names.get(f, 0), f), default="")


@lru_cache(maxsize=65_536)
def is_common(name: str, type: EntityType) -> bool:
    """Whether a name is made of common nouns only, so that it means nothing outside its article."""
    words = _words(type)
    folded = fold(name)
    if not folded:
        return True
    tokens = folded.split()
    if folded in words["words"] or " ".join(map(stem, tokens)) in words["stemmed"]:
        return True
    if "-" in name and not name.startswith("-"):
        first = fold(name.split("-")[0])
        return first in words["fillers"] and _has_head(tokens[-1], words["heads"]) and len(tokens) == 2
    return _has_head(tokens[0], words["heads"]) and all(
        token in words["links"] or _has_head(token, words["heads"]) for token in tokens[1:]
    )


def _qualifier(node: Node, name: str) -> str | None:
    """What a name needs beside it to mean one thing everywhere; ``""`` for nothing, None for more than there is."""
    common = is_common(name, node.type)
    match node.type:
        case EntityType.ORGANIZATION if common:
            bodies = {node.state} if node.state else node.office_states
            return fold(min(bodies)) if len(bodies) == 1 else None
        case EntityType.AGREEMENT if common:
            return " ".join(sorted(map(fold, node.parties))) if len(node.parties) >= 2 else None
        case EntityType.EVENT if common:
            return None
        case EntityType.EVENT:
            words = fold(name).split()
            recurring = _has_head(words[-1], _words(node.type)["recurring"])
            dated = any(word.isdigit() and len(word) == 4 for word in words)
            return node.year if recurring and not dated else ""
    return ""


def _has_head(word: str, heads: frozenset[str]) -> bool:
    """Whether ``word`` is one of ``heads``, a plural or genitive of it, or a compound that ends in it."""
    return any(word.endswith((head, f"{head}s", f"{head}es", f"{head}e", f"{head}n", f"{head}en")) for head in heads)


@cache
def _words(type: EntityType) -> dict[str, frozenset[str]]:
    table = data("common_nouns.yaml").get(type.value.lower(), {})
    parts = {
        part: frozenset(map(fold, table.get(part, ()))) for part in ("words", "heads", "fillers", "recurring", "links")
    }
    return {**parts, "stemmed": frozenset(" ".join(map(stem, word.split())) for word in parts["words"])}
