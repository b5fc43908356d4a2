"""What a person decided about names: it holds against everything the machine thinks.

A reference names what is decided about: a surface form (``Toqaev``) for all that bears it, a surface form in one
article (``Müller@001-novastan``), or a state by its IRI path (``state/KZ``). Of a wider and a narrower reference in
one decision (``different: [Müller, Müller@001-novastan]``) the wider one means all but what the narrower one means.

A decision speaks about the in-article entities that bear a name. Two mentions that one article reads as one entity
stay one, whatever is decided: nothing in a decision could say which of them is meant.
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

    def __str__(self) -> str:
        return f"{self.kind} {self.a} / {self.b}" + (f" ({self.type})" if self.type else "")

    @property
    def references(self) -> tuple[Reference, ...]:
        """What it speaks about: two references, of a label one."""
        one = Reference.parse(self.a)
        return (one,) if self.kind is DecisionKind.LABEL else (one, Reference.parse(self.b))

    @property
    def why(self) -> str:
        """The decision as a reason."""
        return f"decided by hand: {self.reason}" if self.reason else "decided by hand"


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed reference of a decision."""

    name: str
    """Folded surface form."""
    article: str | None = None

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Read ``name`` or ``name@article-key``."""
        name, at, article = text.rpartition("@")
        return cls(fold(name), article) if at and name else cls(fold(text))

    def covers(self, other: Reference) -> bool:
        """Whether all that the other one means is meant by this one, too."""
        return self.name == other.name and self.article in (None, other.article)
