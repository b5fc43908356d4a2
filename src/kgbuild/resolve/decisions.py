"""What a person decided about names: it holds against everything the machine thinks.

A reference names what is decided about: a surface form (``Toqaev``), or a surface form in one article
(``Müller@001-novastan``), or a state by its IRI path (``state/KZ``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgbuild.model import EntityType
from kgbuild.resolve.names.fold import fold


class DecisionKind(StrEnum):
    """What is decided."""

    SAME = "same"
    DIFFERENT = "different"
    LABEL = "label"
    """``b`` is the preferred label of what ``a`` names."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One curated decision with the reason a person gave for it."""

    kind: DecisionKind
    a: str
    b: str
    reason: str = ""
    type: EntityType | None = None
    """Restricts the decision to one entity type; None for all."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed reference of a decision."""

    name: str
    """Folded surface form."""
    article: str | None

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Read ``name`` or ``name@article-key``."""
        name, at, article = text.rpartition("@")
        return cls(fold(name), article) if at and name else cls(fold(text), None)

    def matches(self, names: frozenset[str], articles: frozenset[str]) -> bool:
        """Whether something with these folded names in these articles is meant."""
        return self.name in names and (self.article is None or self.article in articles)


def contradictions(decisions: tuple[Decision, ...]) -> tuple[tuple[Decision, Decision], ...]:
    """Pairs of decisions of which one says ``same`` and the other ``different`` about one pair, directly."""
    verdicts: dict[tuple[str, ...], Decision] = {}
    found = []
    for decision in decisions:
        if decision.kind is DecisionKind.LABEL:
            continue
        key = (*sorted((fold(decision.a), fold(decision.b))), decision.type or "")
        earlier = verdicts.setdefault(key, decision)
        if earlier.kind is not decision.kind:
            found.append((earlier, decision))
    return tuple(found)
