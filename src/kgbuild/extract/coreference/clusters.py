"""Entities under construction: clusters of mentions that grow together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgbuild.model import Entity, EntityType, Mention


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions that are found to mean one thing so far."""

    type: EntityType
    mentions: list[int] = field(default_factory=list)
    """Indices of the mentions that name it."""
    indirect: list[int] = field(default_factory=list)
    """Indices of demonyms, metonyms and offices that lead to it."""
    state: str | None = None
    acronyms: list[str] = field(default_factory=list)
    fuller: list[str] = field(default_factory=list)
    """Names that are fuller than any single mention: ``kasachische Regierung``."""


class Clusters:
    """The clusters of one article; a mention names at most one of them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Start without clusters over ``mentions``."""
        self.mentions = mentions
        self.all: list[Cluster] = []
        self.of: dict[int, Cluster] = {}

    def add(self, type: EntityType, mentions: Iterable[int] = (), state: str | None = None) -> Cluster:
        """A new cluster named by ``mentions``."""
        cluster = Cluster(type, sorted(mentions), state=state)
        self.all.append(cluster)
        for mention in cluster.mentions:
            self.of[mention] = cluster
        return cluster

    def merge(self, kept: Cluster, gone: Cluster) -> None:
        """Make one cluster of two; ``kept`` stays."""
        if kept is gone:
            return
        kept.mentions = sorted(kept.mentions + gone.mentions)
        kept.indirect = sorted({*kept.indirect, *gone.indirect})
        kept.state = kept.state or gone.state
        kept.acronyms += [acronym for acronym in gone.acronyms if acronym not in kept.acronyms]
        kept.fuller += [name for name in gone.fuller if name not in kept.fuller]
        for mention in gone.mentions:
            self.of[mention] = kept
        self.all.remove(gone)

    def typed(self, *types: EntityType) -> list[Cluster]:
        """The clusters of some types, in order of their first mention."""
        return sorted((cluster for cluster in self.all if cluster.type in types), key=self.position)

    def state(self, code: str) -> Cluster:
        """The cluster of the state with this territory code, made where the article has none yet."""
        for cluster in self.all:
            if cluster.type is EntityType.STATE and cluster.state == code:
                return cluster
        return self.add(EntityType.STATE, state=code)

    def position(self, cluster: Cluster) -> tuple[int, int, str]:
        """Where in the text a cluster first shows."""
        shown = cluster.mentions + cluster.indirect
        first = min((self.mentions[mention].span.begin for mention in shown), default=1 << 62)
        return (first, 1 if not cluster.mentions else 0, cluster.state or "")

    def names(self, cluster: Cluster) -> tuple[str, ...]:
        """Distinct names of a cluster, the fullest first: more words, then more letters, then earlier."""
        own = [self.mentions[mention].name for mention in cluster.mentions]
        distinct = list(dict.fromkeys([*cluster.fuller, *own]))
        return tuple(sorted(distinct, key=lambda name: (-len(name.split()), -len(name), distinct.index(name))))

    def ordered(self) -> list[Cluster]:
        """All clusters that the text leads to, in order of their first mention."""
        return sorted((c for c in self.all if c.mentions or c.indirect), key=self.position)

    def entities(self) -> tuple[Entity, ...]:
        """The finished entities, in the order of ``ordered``."""
        return tuple(
            Entity(
                type=cluster.type,
                names=self.names(cluster),
                mentions=tuple(cluster.mentions),
                indirect=tuple(sorted(set(cluster.indirect))),
                state=cluster.state,
                acronyms=tuple(cluster.acronyms),
            )
            for cluster in self.ordered()
        )
