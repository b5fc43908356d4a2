"""Bare surnames: each joins the one fuller name that it fits and that the evidence of its article supports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kgbuild.model import EntityType
from kgbuild.resolve.clustering import Clusters, Edge
from kgbuild.resolve.comparing import compared
from kgbuild.resolve.evidence import evidence
from kgbuild.resolve.names import Kind
from kgbuild.resolve.names.blocking import blocking_keys
from kgbuild.resolve.profiles import Profile
from kgbuild.resolve.resolution import Merge, Rule
from kgbuild.resolve.rulings import Rulings

COMMON_SURNAME = 50
"""A surname that fits more persons than this needs an office, or a state or body, in common; company is not enough."""
MARGIN = 2.0
"""So many times more evidence must speak for the best than for the second best."""
TOLD = 3
"""So many of the fitting persons that a bare surname did not join are told with the reason."""


@dataclass(slots=True)
class Attachments:
    """What became of the bare surnames."""

    edges: list[Edge] = field(default_factory=list)
    refused: list[tuple[Edge, str]] = field(default_factory=list)


def attach(profiles: Sequence[Profile], clusters: Clusters, rulings: Rulings) -> Attachments:
    """Find the person of each bare surname.

    Args:
        profiles: all profiles.
        clusters: what they were clustered to by name.
        rulings: a person who is not the one by decision is no candidate.
    """
    bare: dict[str, list[int]] = defaultdict(list)
    full: dict[str, list[int]] = defaultdict(list)
    for position, profile in enumerate(profiles):
        if profile.type is not EntityType.PERSON:
            continue
        if profile.local:
            bare[profile.name].append(position)
        else:
            for key in sorted({key for form in profile.forms for key in blocking_keys(form, Kind.PERSON)}):
                full[key].append(position)
    found = Attachments()
    for name, positions in bare.items():
        near = sorted({j for key in blocking_keys(name, Kind.PERSON) for j in full.get(key, ())})
        fits = [j for j in near if compared(name, profiles[j].name, EntityType.PERSON).same]
        if fits:
            bearers = _Bearers(name, fits, profiles, clusters)
            for position in positions:
                if not _is_settled(clusters, position, profiles):
                    _attach(position, bearers, rulings, found)
    return found


def _is_settled(clusters: Clusters, position: int, profiles: Sequence[Profile]) -> bool:
    """Whether a decision said already who is meant."""
    return any(not profiles[member].local for member in clusters.clusters[clusters.find(position)].members)


class _Bearers:
    """The persons whom one bare surname fits."""

    def __init__(self, name: str, fits: list[int], profiles: Sequence[Profile], clusters: Clusters) -> None:
        self.name, self.profiles, self.clusters = name, profiles, clusters
        self._fits = fits
        self._by_placing: dict[str, list[int]] = defaultdict(list)
        if len(fits) > COMMON_SURNAME:
            for j in fits:
                for mark in sorted(profiles[j].office_states | profiles[j].offices):
                    self._by_placing[mark].append(j)

    def candidates(self, profile: Profile) -> list[int]:
        """Those who can be the one that a profile means."""
        if len(self._fits) <= COMMON_SURNAME:
            return self._fits
        marks = profile.office_states | profile.offices
        return sorted({j for mark in marks for j in self._by_placing.get(mark, ())})


def _attach(i: int, bearers: _Bearers, rulings: Rulings, found: Attachments) -> None:
    profiles, clusters = bearers.profiles, bearers.clusters
    best: dict[int, tuple[float, int, Edge]] = {}
    for j in bearers.candidates(profiles[i]):
        root = clusters.find(j)
        if rulings.opposed(sorted(profiles[i].apart), clusters.clusters[root].apart):
            continue
        beside = evidence(profiles[i], profiles[j])
        if root in best and beside.score <= best[root][0]:
            continue
        reasons = (*compared(bearers.name, profiles[j].name, EntityType.PERSON).reasons, *beside.reasons)
        merge = Merge(profiles[i].spelling, profiles[j].spelling, 0.5 + beside.score / 2, reasons, Rule.EVIDENCE)
        best[root] = beside.score, j, Edge(min(i, j), max(i, j), merge)
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1]))
    if not ranked:
        return
    chosen = ranked[0][0] > 0 and (len(ranked) == 1 or ranked[0][0] >= MARGIN * ranked[1][0])
    if chosen:
        found.edges.append(ranked[0][2])
    why = "less speaks for it than for another" if chosen else "not enough evidence beside a bare surname"
    for _, _, edge in ranked[1 if chosen else 0 :][:TOLD]:
        found.refused.append((edge, f"{why} ({'; '.join(edge.merge.reasons)})"))
