"""Edges between profiles: which of them seem one, by decision, by identity or by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kgbuild.model import EntityType
from kgbuild.resolve.blocking import candidate_pairs
from kgbuild.resolve.clustering import Edge
from kgbuild.resolve.comparing import KIND, compared
from kgbuild.resolve.decisions import DecisionKind
from kgbuild.resolve.inside import Inside
from kgbuild.resolve.names.blocking import blocking_keys
from kgbuild.resolve.profiles import Profile
from kgbuild.resolve.resolution import Merge, Rule
from kgbuild.resolve.rulings import Rulings


def decided(profiles: Sequence[Profile], rulings: Rulings) -> Iterator[Edge]:
    """Edges that join all profiles of one type that a decision says are one."""
    meant: dict[tuple[int, EntityType], list[int]] = defaultdict(list)
    sides: dict[tuple[int, EntityType], set[bool]] = defaultdict(set)
    for position, profile in enumerate(profiles):
        marks = {mark for node in profile.nodes for mark in node.together}
        for number in sorted({number for number, _ in marks}):
            meant[number, profile.type].append(position)
            sides[number, profile.type].update(side for other, side in marks if other == number)
    for (number, type_), positions in sorted(meant.items()):
        decision = rulings.decisions[number]
        if decision.kind is not DecisionKind.SAME or len(sides[number, type_]) < 2:
            continue  # it names nothing of this type on one side
        first = positions[0]
        for other in positions[1:]:
            a, b = profiles[first].spelling, profiles[other].spelling
            yield Edge(first, other, Merge(a, b, 1.0, (decision.why,), Rule.DECISION))


def identical(profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Edges between profiles with one identity that decisions speak differently about."""
    alike: dict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for position, profile in enumerate(profiles):
        if not profile.local:
            alike[profile.type, profile.key].append(position)
    for positions in alike.values():
        for a, b in combinations(positions, 2):
            why = profiles[a].identity
            yield Edge(a, b, Merge(profiles[a].spelling, profiles[b].spelling, 1.0, (why,), Rule.IDENTITY))


def postponed(profiles: Sequence[Profile], articles: Iterable[Inside]) -> Iterator[Edge]:
    """Edges inside an article that decisions had to be asked about."""
    pairs = [pair for inside in articles for pair in inside.postponed]
    if not pairs:
        return
    position = {id(node): i for i, profile in enumerate(profiles) for node in profile.nodes}
    for one, other, merge in pairs:
        a, b = sorted((position[id(one)], position[id(other)]))
        if a != b:
            yield Edge(a, b, replace(merge, a=profiles[a].spelling, b=profiles[b].spelling))


def alike(profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Edges between global profiles whose names compare as the same."""
    positions = [i for i, profile in enumerate(profiles) if profile.comparable]
    keys = [
        frozenset(
            f"{profiles[i].type} {key}"
            for form in profiles[i].forms
            for key in blocking_keys(form, KIND[profiles[i].type])
        )
        for i in positions
    ]
    for i, j in candidate_pairs(keys, [profiles[p].key for p in positions]):
        a, b = profiles[positions[i]], profiles[positions[j]]
        result = compared(a.name, b.name, a.type)
        if result.same and not result.partial:
            yield Edge(positions[i], positions[j], Merge(a.spelling, b.spelling, result.score, result.reasons))
