"""Merging inside one article what is plainly one: spelling variants, an acronym and its expansion."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.model import EntityType
from kgbuild.resolve.comparing import compared
from kgbuild.resolve.identity import fullest, is_common
from kgbuild.resolve.names import Comparison, Kind
from kgbuild.resolve.names.blocking import blocking_keys
from kgbuild.resolve.nodes import Node
from kgbuild.resolve.resolution import Merge, Rule


@dataclass(frozen=True, slots=True)
class Inside:
    """What merging inside one article came to."""

    nodes: list[Node]
    """The nodes that are left."""
    postponed: tuple[tuple[Node, Node, Merge], ...]
    """Pairs of them that seem one, about which decisions say different things; to be weighed with all articles."""


def merge_inside(nodes: list[Node]) -> Inside:
    """Unite the nodes of one article that name the same; the earlier one takes the later one in."""
    kept: list[Node] = []
    postponed = []
    keys: dict[int, frozenset[str]] = {}
    for node in nodes:
        keys[id(node)] = _keys(node)
        near = (other for other in kept if other.type is node.type and _share(keys[id(other)], keys[id(node)]))
        matches = [(other, merge) for other in near if (merge := _same(other, node)) is not None]
        alike = [(other, merge) for other, merge in matches if other.marks == node.marks]
        if len(matches) == 1 and alike:
            into, merge = matches[0]
            _absorb(into, node, merge)
            keys[id(into)] |= keys[id(node)]
            continue
        kept.append(node)
        if len(matches) == 1:
            postponed.append((matches[0][0], node, matches[0][1]))
    return Inside(kept, tuple(postponed))


def _keys(node: Node) -> frozenset[str]:
    """Blocking keys of a person's names, the many of an article; of the few other things, all are compared."""
    if node.type is not EntityType.PERSON:
        return frozenset()
    return frozenset(key for form in node.forms for key in blocking_keys(form, Kind.PERSON))


def _share(a: frozenset[str], b: frozenset[str]) -> bool:
    return not (a and b and a.isdisjoint(b))


def _same(a: Node, b: Node) -> Merge | None:
    if a.state and b.state:
        if a.state != b.state:
            return None
        why = f"the same territory code in the article {a.article}"
        return Merge(fullest(a) or a.state, fullest(b) or b.state, 1.0, (why,), Rule.IDENTITY)
    best: tuple[str, str, Comparison] | None = None
    for one in a.forms:
        for other in b.forms:
            if one == other and is_common(one, a.type):
                continue  # the article itself keeps two governments apart
            result = compared(one, other, a.type)
            if result.veto:
                return None
            if result.same and (best is None or result.score > best[2].score):
                best = one, other, result
    if best is None:
        return None
    return Merge(best[0], best[1], best[2].score, (*best[2].reasons, f"in the article {a.article}"), Rule.NAMES)


def _absorb(into: Node, node: Node, merge: Merge) -> None:
    into.members += node.members
    into.names = {name: into.names.get(name, 0) + node.names.get(name, 0) for name in (*into.names, *node.names)}
    into.acronyms = tuple(dict.fromkeys((*into.acronyms, *node.acronyms)))
    into.state = into.state or node.state
    into.parts += node.parts
    into.mentions += node.mentions
    into.offices |= node.offices
    into.office_states |= node.office_states
    into.parties |= node.parties
    into.merges += [*node.merges, merge]
    into.labels |= node.labels
