"""The result of resolving: the entities of the graph, how they came about, and what was kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kgbuild.model import EntityType
from kgbuild.resolve.decisions import Decision, Reference
from kgbuild.resolve.names.fold import fold

Member = tuple[str, int]
"""An in-article entity: the article's key and the index in its ``Document.entities``."""


class Rule(StrEnum):
    """What made one of two spellings."""

    DECISION = "decision"
    """A person decided it."""
    ARTICLE = "article"
    """One article uses both for one thing."""
    IDENTITY = "identity"
    """The same name, well-known thing or territory code, with the same parties, state or year where a name needs it."""
    NAMES = "names"
    """The names compare as the same."""
    EVIDENCE = "evidence"
    """A bare surname that the evidence of its article gives to one fuller name."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two spellings became one entity.

    A spelling is written ``name@article-key`` where it means something in its own article only (a bare surname).
    """

    a: str
    b: str
    score: float
    """In [0, 1]; 1.0 for identical names, codes and decisions."""
    reasons: tuple[str, ...]
    rule: Rule = Rule.NAMES

    def __str__(self) -> str:
        return f"{self.a} = {self.b} ({self.rule}, {self.score:.2f}): {'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why two candidates did not become one entity."""

    a: str
    """IRI path of one …"""
    b: str
    """… and of the other."""
    names: tuple[str, str]
    """Their spellings, written as those of a ``Merge``."""
    score: float
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.names[0]} ≠ {self.names[1]}: {'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A surface form of an entity without its genitive ending."""

    name: str
    mentions: int
    """0 for an acronym that an article introduces and does not use."""
    articles: tuple[str, ...]
    """Keys of the articles that use it, sorted."""


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
    """How its spellings came together, the surest first."""
    spellings: tuple[Spelling, ...] = ()
    """Its surface forms, sorted by name."""

    def where(self, reference: Reference) -> frozenset[str]:
        """Keys of the articles in which a reference of a decision means it."""
        if self.state_code and reference.name == fold(f"state/{self.state_code}"):
            articles = frozenset(article for article, _ in self.members)
        else:
            articles = frozenset(a for s in self.spellings if fold(s.name) == reference.name for a in s.articles)
        return articles if reference.article is None else articles & {reference.article}


@dataclass(frozen=True)
class Resolution:
    """All entities of all articles; a pure function of the documents and the decisions."""

    entities: tuple[ResolvedEntity, ...]
    """Sorted by IRI path."""
    refusals: tuple[Refusal, ...] = ()
    """Candidate pairs that were compared and kept apart, sorted."""
    decisions: tuple[Decision, ...] = ()
    """The decisions in force."""
    _by_member: dict[Member, ResolvedEntity] = field(init=False, repr=False, compare=False)
    _by_path: dict[str, ResolvedEntity] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, tuple[ResolvedEntity, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[ResolvedEntity]] = {}
        for entity in self.entities:
            for name in dict.fromkeys(fold(n) for n in _names(entity)):
                by_name.setdefault(name, []).append(entity)
        object.__setattr__(self, "_by_member", {m: e for e in self.entities for m in e.members})
        object.__setattr__(self, "_by_path", {e.iri_path: e for e in self.entities})
        object.__setattr__(self, "_by_name", {name: tuple(found) for name, found in by_name.items()})

    def entity(self, article: str, index: int) -> ResolvedEntity:
        """The entity that an in-article entity belongs to.

        Raises:
            KeyError: there is no such article or index.
        """
        return self._by_member[article, index]

    def bearing(self, reference: Reference) -> tuple[ResolvedEntity, ...]:
        """The entities that a reference of a decision means, sorted by IRI path."""
        return tuple(e for e in self._by_name.get(reference.name, ()) if e.where(reference))

    def named(self, name: str) -> tuple[ResolvedEntity, ...]:
        """Entities with this IRI path or, regardless of case and diacritics, this spelling.

        Args:
            name: an IRI path, a name, or ``name@article-key`` for what bears it in that article.
        """
        if name in self._by_path:
            return (self._by_path[name],)
        reference = Reference.parse(name)
        if reference.article is None:
            return self._by_name.get(reference.name, ())
        return self.bearing(reference) or self._by_name.get(fold(name), ())


def _names(entity: ResolvedEntity) -> Iterable[str]:
    yield from (entity.label, *entity.alt_labels)
    if entity.state_code:
        yield f"state/{entity.state_code}"
