"""What the decisions say about each node: which others it must meet, which it must not, what it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgbuild.resolve.decisions import Decision, DecisionKind, Reference
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.nodes import Mark, Node


class Rulings:
    """Decisions in an order of their own, so that the order in which they were taken does not matter."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.decisions: tuple[Decision, ...] = tuple(
            sorted(set(decisions), key=lambda d: (d.kind, d.a, d.b, d.type or "", d.reason))
        )
        self._about: dict[str, list[int]] = defaultdict(list)
        """Positions of the decisions that speak about a folded name."""
        for position, decision in enumerate(self.decisions):
            for name in sorted({reference.name for reference in decision.references}):
                self._about[name].append(position)

    def mark(self, node: Node) -> None:
        """Note at a node what is decided about it."""
        if not self._about:
            return
        names = {fold(form) for form in node.forms} - {""}
        if node.state:
            names.add(fold(f"state/{node.state}"))
        apart: set[Mark] = set()
        together: set[Mark] = set()
        scoped: set[int] = set()
        labels: set[int] = set()
        for position in sorted({p for name in names if name in self._about for p in self._about[name]}):
            decision = self.decisions[position]
            if decision.type not in (None, node.type):
                continue
            sides = _sides(decision, names, node.article)
            marks = {(position, side == 0) for side in sides}
            match decision.kind:
                case DecisionKind.LABEL:
                    labels.update(position for _ in sides)
                case DecisionKind.DIFFERENT if len(sides) == 1:
                    apart |= marks
                case DecisionKind.SAME:
                    together |= marks
                    scoped.update(position for side in sides if decision.references[side].article)
        node.apart, node.together, node.scoped = frozenset(apart), frozenset(together), frozenset(scoped)
        node.labels = frozenset(labels)

    def opposed(self, one: Iterable[Mark], other: frozenset[Mark] | set[Mark]) -> str | None:
        """Why things with these marks must not be one; None if nothing is decided against it."""
        clash = min((position for position, side in one if (position, not side) in other), default=None)
        return None if clash is None else self.decisions[clash].why

    def label(self, nodes: Iterable[Node]) -> str | None:
        """The preferred label decided for what these nodes make up; of several the first."""
        positions = {position for node in nodes for position in node.labels}
        return self.decisions[min(positions)].b if positions else None


def _sides(decision: Decision, names: set[str], article: str) -> list[int]:
    """Which references of a decision mean a node; of a wider and a narrower one only the narrower."""
    references: Sequence[Reference] = decision.references
    found = [
        side
        for side, reference in enumerate(references)
        if reference.name in names and reference.article in (None, article)
    ]
    if len(found) == 2 and references[0] != references[1]:
        for wide, narrow in ((0, 1), (1, 0)):
            if references[wide].covers(references[narrow]):
                return [narrow]
    return found
