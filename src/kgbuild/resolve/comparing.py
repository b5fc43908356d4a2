"""Comparing the names of entities: which kind of name a type bears, and a memory of what was compared."""

from __future__ import annotations

from functools import lru_cache

from kgbuild.model import EntityType
from kgbuild.resolve.names import Comparison, Kind, compare

KIND: dict[EntityType, Kind] = {
    EntityType.PERSON: Kind.PERSON,
    EntityType.STATE: Kind.STATE,
    EntityType.PLACE: Kind.PLACE,
    EntityType.ORGANIZATION: Kind.ORG,
    EntityType.AGREEMENT: Kind.AGREEMENT,
}
"""The kind of name that an entity type bears; events are compared without a kind."""


def compared(a: str, b: str, type: EntityType) -> Comparison:
    """Compare two names of entities of one type; the order does not matter."""
    return _compared(a, b, type) if a <= b else _compared(b, a, type)


@lru_cache(maxsize=1 << 17)
def _compared(a: str, b: str, type: EntityType) -> Comparison:
    return compare(a, b, KIND.get(type))
