"""What the resolver hands over: global entities, their spellings, and why they are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgbuild.model import EntityType
from kgbuild.resolve.names.fold import fold

Member = tuple[str, int]
"""An in-article entity: the article's key and the index in its ``Document.entities``."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two names became one entity."""

    a: str
    b: str
    score: float
    """In [0, 1]; 1.0 for identical names, codes and decisions."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why two candidates did not become one entity."""

    a: str
    """IRI path of one …"""
    b: str
    """… and of the other."""
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResolvedEntity:
    """One entity of the graph."""

    iri_path: str
    """Below the base IRI, ASCII: ``person/kassym-jomart-tokajew``, ``state/KZ``."""
    type: EntityType
    label: str
    """The one preferred label."""
    alt_labels: tuple[str, ...]
    """Every other surface form without genitive endings, sorted."""
    members: tuple[Member, ...]
    """The in-article entities that it unites, sorted."""
    mention_count: int
    """Mentions in all articles that identify it: by name, demonym or office; metonyms name their place instead."""
    article_count: int
    state_code: str | None = None
    """Territory code of a state."""
    qid: str | None = None
    """Wikidata item, of states."""
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """All entities of all articles; a pure function of the documents and the decisions."""

    entities: tuple[ResolvedEntity, ...]
    """Sorted by IRI path."""
    refusals: tuple[Refusal, ...] = ()
    """Candidate pairs that were compared and kept apart, sorted."""
    _by_member: dict[Member, ResolvedEntity] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, tuple[ResolvedEntity, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[ResolvedEntity]] = {}
        for entity in self.entities:
            for name in dict.fromkeys(fold(n) for n in (entity.label, *entity.alt_labels)):
                by_name.setdefault(name, []).append(entity)
        object.__setattr__(self, "_by_member", {m: e for e in self.entities for m in e.members})
        object.__setattr__(self, "_by_name", {name: tuple(found) for name, found in by_name.items()})

    def entity(self, article: str, index: int) -> ResolvedEntity:
        """The entity that an in-article entity belongs to.

        Raises:
            KeyError: there is no such article or index.
        """
        return self._by_member[article, index]

    def named(self, name: str) -> tuple[ResolvedEntity, ...]:
        """Entities with this IRI path or, regardless of case and diacritics, this spelling."""
        exact = tuple(e for e in self.entities if e.iri_path == name)
        return exact or self._by_name.get(fold(name), ())
