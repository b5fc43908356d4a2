"""Decisions that contradict each other, directly or through a chain of others.

``same`` decisions make a graph of references, in which a name without an article is tied to the same name in each
article; a ``different`` decision whose ends that graph connects, or two labels on connected references, contradict
the decisions along the path (found breadth first, so the shortest is told).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kgbuild.model import EntityType
from kgbuild.resolve.decisions import Decision, DecisionKind, Reference

_Step = tuple[Reference, tuple[Decision, ...]]
"""A reference that is the same thing, and the decisions any of which says so; none where it goes without saying."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision and those that together say the opposite."""

    decision: Decision
    others: tuple[Decision, ...]
    """Empty if it contradicts itself."""

    def __str__(self) -> str:
        if not self.others:
            return f"{self.decision} contradicts itself"
        return f"{self.decision} contradicts {' and '.join(map(str, self.others))}"


def contradictions(decisions: Sequence[Decision]) -> tuple[Contradiction, ...]:
    """All contradictions among decisions, in the order of the decisions that they are found at."""
    found: dict[Contradiction, None] = {}
    for type_ in EntityType:
        found.update(dict.fromkeys(_of_type([d for d in decisions if d.type in (None, type_)])))
    return tuple(found)


def _of_type(decisions: Sequence[Decision]) -> Iterator[Contradiction]:
    known = sorted({reference for decision in decisions for reference in decision.references}, key=_order)
    ties = _ties(decisions, known)
    for decision in decisions:
        if decision.kind is DecisionKind.DIFFERENT:
            one, other = decision.references
            if one == other:
                yield Contradiction(decision, ())
                continue
            ones, others = _meant(one, other, known), _meant(other, one, known)
            if (path := _path(ones, others, ties)) is not None:
                yield Contradiction(decision, path)
    labels = [decision for decision in decisions if decision.kind is DecisionKind.LABEL]
    for first, second in combinations(labels, 2):
        if first.b != second.b and (path := _path(first.references, second.references, ties)) is not None:
            yield Contradiction(second, (first, *path))


def _meant(reference: Reference, opposite: Reference, known: Iterable[Reference]) -> tuple[Reference, ...]:
    """The references under one side of a decision, without those that the narrower other side takes for itself."""
    narrower = reference.covers(opposite)
    return tuple(r for r in known if reference.covers(r) and not (narrower and opposite.covers(r)))


def _ties(decisions: Iterable[Decision], known: Iterable[Reference]) -> dict[Reference, list[_Step]]:
    ties: dict[Reference, list[_Step]] = {}
    for decision in decisions:
        if decision.kind is DecisionKind.SAME:
            one, other = decision.references
            ties.setdefault(one, []).append((other, (decision,)))
            ties.setdefault(other, []).append((one, (decision,)))
    for wide in sorted((r for r in ties if r.article is None), key=_order):
        joining = tuple(decision for _, reasons in ties[wide] for decision in reasons)
        for narrow in known:
            if narrow != wide and wide.covers(narrow):
                ties[wide].append((narrow, joining))
                ties.setdefault(narrow, []).append((wide, ()))
    return ties


def _path(
    starts: Iterable[Reference], ends: Iterable[Reference], ties: dict[Reference, list[_Step]]
) -> tuple[Decision, ...] | None:
    """The decisions along the shortest path from any start to any end; None if there is none."""
    goals = frozenset(ends)
    queue: deque[tuple[Reference, tuple[Decision, ...]]] = deque((start, ()) for start in starts)
    seen = {start for start, _ in queue}
    while queue:
        here, taken = queue.popleft()
        if here in goals:
            return taken
        for there, reasons in ties.get(here, ()):
            if there not in seen:
                seen.add(there)
                told = not reasons or any(reason in taken for reason in reasons)
                queue.append((there, taken if told else (*taken, reasons[0])))
    return None


def _order(reference: Reference) -> tuple[str, str]:
    return reference.name, reference.article or ""
