"""Clustering by agglomeration in order of score, in which no merge may join what a veto keeps apart.

Joining two clusters asks every pair of their distinct spellings, so that a bridge (A like B, B like C, but A and C
contradict) cannot glue two clusters together. Edges come sorted, so the result does not depend on the order of the
articles; the work of a merge depends on the spellings of its clusters, not on how many articles use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgbuild.model import EntityType
from kgbuild.resolve.comparing import compared
from kgbuild.resolve.nodes import Mark
from kgbuild.resolve.profiles import Profile
from kgbuild.resolve.resolution import Merge
from kgbuild.resolve.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Edge:
    """Two profiles that seem one."""

    a: int
    b: int
    merge: Merge


@dataclass(slots=True)
class Cluster:
    """Profiles that are one."""

    members: list[int]
    codes: set[str]
    apart: set[Mark]
    forms: dict[int, set[str]]
    """Distinct spellings: by the root of those that decisions joined, under ``_FREE`` those of all others."""
    merges: list[Merge] = field(default_factory=list)


_FREE = -1


class Clusters:
    """A partition of profiles that grows by merging."""

    def __init__(self, profiles: Sequence[Profile], rulings: Rulings) -> None:
        self._profiles = profiles
        self._rulings = rulings
        self._parent = list(range(len(profiles)))
        self._decided: dict[int, int] = {}
        """Of a profile that decisions joined to others: the root of what they joined."""
        self.clusters = {
            i: Cluster([i], set(p.codes), set(p.apart), {_FREE: set(p.forms)}) for i, p in enumerate(profiles)
        }
        """By root."""
        self.refused: list[tuple[Edge, str]] = []
        """Edges that were not followed, with the reason."""

    def find(self, position: int) -> int:
        """The root of the cluster that a profile is in."""
        while self._parent[position] != position:
            self._parent[position] = self._parent[self._parent[position]]
            position = self._parent[position]
        return position

    def force(self, edges: Iterable[Edge]) -> None:
        """Merge along edges that people decided: only decisions object. To be called before ``add``."""
        for edge in edges:
            self._join(edge, forced=True)
        for root, cluster in self.clusters.items():
            if len(cluster.members) > 1:
                cluster.forms = {root: cluster.forms[_FREE]}
                self._decided.update(dict.fromkeys(cluster.members, root))

    def add(self, edges: Iterable[Edge]) -> None:
        """Merge along the edges, the best first, as vetoes allow."""
        for edge in sorted(edges, key=lambda e: (-e.merge.score, e.a, e.b)):
            self._join(edge, forced=False)

    def _join(self, edge: Edge, forced: bool) -> None:
        a, b = self.find(edge.a), self.find(edge.b)
        if a == b:
            return
        one, other = self.clusters[a], self.clusters[b]
        reason = self._rulings.opposed(sorted(one.apart), other.apart)
        if not forced:
            reason = reason or self._veto(edge, one, other)
        if reason:
            self.refused.append((edge, reason))
            return
        low, high = self.clusters[min(a, b)], self.clusters.pop(max(a, b))
        self._parent[max(a, b)] = min(a, b)
        low.members += high.members
        low.codes |= high.codes
        low.apart |= high.apart
        for group, forms in high.forms.items():
            low.forms.setdefault(group, set()).update(forms)
        low.merges += [*high.merges, edge.merge]

    def _veto(self, edge: Edge, a: Cluster, b: Cluster) -> str | None:
        if a.codes and b.codes and a.codes != b.codes:
            return f"different territory codes: {', '.join(sorted(a.codes))} / {', '.join(sorted(b.codes))}"
        type_ = self._profiles[edge.a].type
        return _contradiction(self._objecting(edge.a, a), self._objecting(edge.b, b), type_)

    def _objecting(self, end: int, cluster: Cluster) -> list[str]:
        """The spellings of a cluster that may object to what one of its profiles joins.

        Not those of profiles that a decision says are that one, whatever their names; unless it says so of one
        article only: what the name means elsewhere must fit all.
        """
        profile = self._profiles[end]
        decided = self._decided.get(end)
        if decided is None or any(node.scoped for node in profile.nodes):
            return sorted(set().union(*cluster.forms.values()))
        others = (forms for group, forms in cluster.forms.items() if group != decided)
        return sorted({*profile.forms}.union(*others))


def _contradiction(ones: Iterable[str], others: Sequence[str], type: EntityType) -> str | None:
    for one in ones:
        for other in others:
            result = compared(one, other, type)
            if result.veto:
                return f"{one} / {other}: {'; '.join(result.reasons)}"
    return None
