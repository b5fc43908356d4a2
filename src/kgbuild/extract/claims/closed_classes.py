"""Closed classes of German: what bounds clauses and phrases, read from ``closed_classes.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class ClosedClasses:
    """The lists of ``closed_classes.yaml``."""

    subordinators: frozenset[str]
    relative: frozenset[str]
    relative_cases: dict[str, frozenset[str]]
    relative_agreement: dict[str, frozenset[str]]
    """Relative pronoun → the genders that it may refer to, ``Plur`` for the plural."""
    contracted: dict[str, tuple[str, str]]
    """Contraction → its preposition and the case of what follows."""
    cases: dict[str, frozenset[str]]
    possessives: tuple[str, ...]
    joins: frozenset[str]
    with_article: frozenset[str]


@cache
def closed_classes() -> ClosedClasses:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/claims/closed_classes.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    return ClosedClasses(
        subordinators=frozenset(table["subordinators"]),
        relative=frozenset(table["relative"]),
        relative_cases={word: frozenset(cases) for word, cases in table["relative_cases"].items()},
        relative_agreement={word: frozenset(shown) for word, shown in table["relative_agreement"].items()},
        contracted={word: (first, case) for word, (first, case) in table["contracted"].items()},
        cases={word: frozenset(cases) for word, cases in table["cases"].items()},
        possessives=tuple(table["possessives"]),
        joins=frozenset(table["joins"]),
        with_article=frozenset(table["with_article"]),
    )
