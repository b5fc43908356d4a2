"""The word lists of in-article coreference, read once from package data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_FOLDER = files("kgbuild") / "data" / "extract" / "coreference"


@dataclass(frozen=True, slots=True)
class NameLists:
    """``names.yaml``: see the comments there."""

    organization_kinds: frozenset[str]
    institutions: tuple[str, ...]
    offices: tuple[frozenset[str], ...]
    address: dict[str, str]
    """Folded form of address → ``m`` or ``f``."""


@cache
def lists() -> NameLists:
    """The word lists for names."""
    raw = yaml.safe_load((_FOLDER / "names.yaml").read_text(encoding="utf-8"))
    return NameLists(
        organization_kinds=frozenset(raw["organization_kinds"]),
        institutions=tuple(raw["institutions"]),
        offices=tuple(frozenset(group) for group in raw["offices"]),
        address={word: gender for gender, words in raw["address"].items() for word in words},
    )
