"""The tables of names: files under ``data/names``, read once.

A table of names (``.tsv``) has one thing a line: its preferred label, a tab, its other names separated by ``;``. A
name may belong to several things. Lines that begin with ``#`` are comments; a user extends a table by adding lines
or names.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import yaml

from kgbuild.resolve.names.fold import fold, fold_german

T = TypeVar("T", bound=Hashable)


def text(name: str) -> str:
    """The text of a file under ``data/names``."""
    return files("kgbuild").joinpath("data", "names", name).read_text(encoding="utf-8")


@cache
def data(name: str) -> Any:
    """The content of a YAML file under ``data/names``."""
    return yaml.load(text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def words(name: str) -> dict[str, frozenset[str]]:
    """The word lists of a YAML file, each word folded, umlauts in both spellings; lists one level down as well."""
    content = data(name)
    groups = {
        key: value for part in (content, *content.values()) if isinstance(part, dict) for key, value in part.items()
    }
    return {
        key: frozenset(form for word in listed for form in (fold(str(word)), fold_german(str(word))))
        for key, listed in groups.items()
        if isinstance(listed, list)
    }


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a file under ``data/names``, split at tabs; comments and empty lines left out."""
    for line in text(name).splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


def entries(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The things of a table of names: preferred label, and all names, the label first."""
    for row in lines(name):
        others = row[1].split(";") if len(row) > 1 else []
        yield row[0], tuple(dict.fromkeys((row[0], *(other.strip() for other in others if other.strip()))))


def shared(found: Mapping[T, set[str]]) -> dict[T, frozenset[str]]:
    """Sets of labels made immutable, equal ones one object: tens of thousands of them slow Python's collector down."""
    known: dict[frozenset[str], frozenset[str]] = {}
    return {key: known.setdefault(labels, labels) for key, listed in found.items() for labels in (frozenset(listed),)}


@cache
def word_set(name: str) -> dict[str, frozenset[str]]:
    """A table of names by each folded name: the labels of what it may name."""
    found: dict[str, set[str]] = {}
    for label, names in entries(name):
        for form in names:
            for folded in {fold(form), fold_german(form)}:
                found.setdefault(folded, set()).add(label)
    return shared(found)
