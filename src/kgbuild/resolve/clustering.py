"""Clustering by agglomeration in order of score, in which no merge may join what a veto keeps apart.

Joining two clusters asks every pair of their spellings, so that a bridge (A like B, B like C, but A and C
contradict) cannot glue two clusters together. Edges come sorted, so the result does not depend on the order of the
articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kgbuild.resolve.resolution import Merge

Veto = Callable[[int, int], str | None]
"""Why two profiles can not be one, or None."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two profiles that seem one."""

    a: int
    b: int
    merge: Merge
    forced: bool = False
    """A person decided it."""


@dataclass(slots=True)
class Clusters:
    """A partition of ``0 … size - 1`` that grows by merging."""

    size: int
    decided: Veto
    """Vetoes that hold against decisions to join, too: decisions to keep apart."""
    veto: Veto
    """Vetoes by the names, the codes and the rest; a decision to join overrules them."""
    parent: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    merges: dict[int, list[Merge]] = field(init=False)
    forced: dict[int, int] = field(default_factory=dict)
    """Of a profile that a decision joined to others: the first of them."""
    refused: list[tuple[Edge, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parent = list(range(self.size))
        self.members = {i: [i] for i in range(self.size)}
        self.merges = {i: [] for i in range(self.size)}

    def find(self, position: int) -> int:
        """The root of the cluster that a position is in."""
        while self.parent[position] != position:
            self.parent[position] = self.parent[self.parent[position]]
            position = self.parent[position]
        return position

    def add(self, edges: Iterable[Edge]) -> None:
        """Merge along the edges, forced ones first, then the best first, as vetoes allow."""
        for edge in sorted(edges, key=lambda e: (not e.forced, -e.merge.score, e.a, e.b)):
            self._join(edge)

    def _join(self, edge: Edge) -> None:
        a, b = self.find(edge.a), self.find(edge.b)
        if a == b:
            return
        reason = self._vetoed(edge)
        if reason:
            self.refused.append((edge, reason))
            return
        if edge.forced:
            firsts = {self.forced.get(edge.a, edge.a), self.forced.get(edge.b, edge.b)}
            group = [p for p in self.members[a] + self.members[b] if self.forced.get(p, p) in firsts]
            self.forced.update(dict.fromkeys(group, min(firsts)))
        low, high = min(a, b), max(a, b)
        self.parent[high] = low
        self.members[low] += self.members.pop(high)
        self.merges[low] += [*self.merges.pop(high), edge.merge]

    def _vetoed(self, edge: Edge) -> str | None:
        for i in self.members[self.find(edge.a)]:
            for j in self.members[self.find(edge.b)]:
                if reason := self.decided(min(i, j), max(i, j)):
                    return reason
                if edge.forced or self._stands_for(edge.a, i) or self._stands_for(edge.b, j):
                    continue
                if reason := self.veto(min(i, j), max(i, j)):
                    return reason
        return None

    def _stands_for(self, end: int, other: int) -> bool:
        """Whether a decision says that another profile is the one that an edge ends at, whatever its names."""
        return end != other and end in self.forced and self.forced[end] == self.forced.get(other)
