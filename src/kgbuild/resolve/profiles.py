"""Profiles: all nodes that meet under one identity key; what is compared across articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kgbuild.model import EntityType
from kgbuild.resolve.identity import fullest, identity, is_common
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.nodes import Mark, Node

_Group = tuple[EntityType, bool, str, tuple[Mark, ...], tuple[Mark, ...], tuple[int, ...]]


@dataclass
class Profile:
    """One candidate entity before comparison."""

    type: EntityType
    key: str
    """The shared identity key, or the name and article of a local node."""
    local: bool
    nodes: list[Node]
    apart: frozenset[Mark]
    """Decisions that keep it apart from what is on their other side."""
    label: str | None = None
    """The preferred label of a well-known thing."""
    qualifier: str = ""
    """What of the key is not in the name."""

    @cached_property
    def name(self) -> str:
        """The fullest of the names that its articles give it; ``""`` if only demonyms lead to it."""
        return max((fullest(node) for node in self.nodes), key=lambda n: (len(fold(n).split()), len(n), n))

    @property
    def identity(self) -> str:
        """Why its nodes are one."""
        if self.codes:
            return f"the same territory code: {', '.join(sorted(self.codes))}"
        if self.label:
            return f"both name {self.label}"
        return f"the same name, with {self.qualifier}" if self.qualifier else "the same name"

    @property
    def spelling(self) -> str:
        """Its name as reasons cite it: with its article if it means something in its own article only."""
        return self.cite(self.name or next(iter(sorted(self.codes)), "?"))

    def cite(self, name: str) -> str:
        """One of its spellings as reasons cite it."""
        return f"{name}@{self.nodes[0].article}" if self.local else name

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Distinct spellings, sorted."""
        return tuple(sorted({form for node in self.nodes for form in (*node.names, *node.acronyms)}))

    @cached_property
    def comparable(self) -> bool:
        """Whether its name alone can identify it in another article."""
        return not self.local and self.type is not EntityType.EVENT and not is_common(self.name, self.type)

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
        own = {fold(form) for form in self.forms} | self.codes
        return frozenset().union(*{node.surroundings for node in self.nodes}) - own


def profiles(nodes: Iterable[Node]) -> list[Profile]:
    """Group nodes by identity key, as far as decisions mean them alike; local ones stay alone."""
    found: dict[_Group, Profile] = {}
    for node in nodes:
        who = identity(node)
        local = who.key is None
        key = who.key or f"{fold(who.name)} {node.article} {node.members[0][1]}"
        group = (node.type, local, key, *node.marks)
        profile = found.get(group)
        if profile is None:
            profile = found[group] = Profile(node.type, key, local, [], node.apart, who.label, who.qualifier)
        profile.nodes.append(node)
    return [found[group] for group in sorted(found)]
