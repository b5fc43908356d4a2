"""Profiles: all nodes that meet under one identity key; what is compared across articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kgbuild.model import EntityType
from kgbuild.resolve.decisions import Decision, DecisionKind, Reference
from kgbuild.resolve.identity import identity, is_common
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.nodes import Node


@dataclass
class Profile:
    """One candidate entity before comparison."""

    type: EntityType
    key: str
    """The shared identity key, or the name and article of a local node."""
    local: bool
    name: str
    nodes: list[Node]
    label: str | None = None
    """The preferred label of a well-known thing."""
    qualifier: str = ""
    """What of the key is not in the name."""

    @cached_property
    def names(self) -> Counter[str]:
        """Spellings with the number of mentions in all nodes."""
        total: Counter[str] = Counter()
        for node in self.nodes:
            total += Counter({**node.names})
            total.update(dict.fromkeys((*node.acronyms, *node.names), 0))
        return total

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Distinct spellings, sorted."""
        return tuple(sorted(self.names))

    @cached_property
    def comparable(self) -> bool:
        """Whether its name alone can identify it in another article."""
        return not self.local and self.type is not EntityType.EVENT and not is_common(self.name, self.type)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Folded spellings, as decisions refer to them."""
        own = {fold(form) for form in self.forms}
        return frozenset(own | {fold(f"state/{node.state}") for node in self.nodes if node.state})

    @cached_property
    def articles(self) -> frozenset[str]:
        """Keys of the articles."""
        return frozenset(node.article for node in self.nodes)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Territory codes of a state (at most one, unless something is wrong)."""
        return frozenset(node.state for node in self.nodes if node.state)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Offices that articles give a person."""
        return frozenset().union(*(node.offices for node in self.nodes))

    @cached_property
    def office_states(self) -> frozenset[str]:
        """States in which articles place it."""
        return frozenset().union(*(node.office_states for node in self.nodes))

    @cached_property
    def around(self) -> frozenset[str]:
        """What its articles also mention."""
        return frozenset().union(*(node.around for node in self.nodes))


def profiles(nodes: Iterable[Node], decisions: Iterable[Decision]) -> list[Profile]:
    """Group nodes by identity key; local ones, and those that a decision singles out by article, stay alone."""
    scoped = [
        reference
        for decision in decisions
        if decision.kind is not DecisionKind.LABEL
        for reference in (Reference.parse(decision.a), Reference.parse(decision.b))
        if reference.article
    ]
    found: dict[tuple[EntityType, bool, str], Profile] = {}
    for node in nodes:
        who = identity(node)
        names, articles = frozenset(fold(form) for form in node.forms), frozenset((node.article,))
        alone = any(reference.matches(names, articles) for reference in scoped)
        local = who.key is None
        key = who.key or f"{fold(who.name)} {node.article} {node.members[0][1]}"
        if alone and not local:
            key = f"{key} {node.article}"
        profile = found.setdefault(
            (node.type, local, key), Profile(node.type, key, local, who.name, [], who.label, who.qualifier)
        )
        profile.nodes.append(node)
    return [found[key] for key in sorted(found)]
