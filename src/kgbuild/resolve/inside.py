"""Merging inside one article what is plainly one: spelling variants, an acronym and its expansion."""

from __future__ import annotations

from kgbuild.resolve.identity import KIND, is_common
from kgbuild.resolve.names import Comparison, compare
from kgbuild.resolve.nodes import Node
from kgbuild.resolve.resolution import Merge


def merge_inside(nodes: list[Node]) -> list[Node]:
    """The nodes of one article with those united that name the same; the earlier one takes the later one in."""
    kept: list[Node] = []
    for node in nodes:
        matches = [(other, merge) for other in kept if (merge := _same(other, node)) is not None]
        if len(matches) == 1:
            _absorb(matches[0][0], node, matches[0][1])
        else:
            kept.append(node)
    return kept


def _same(a: Node, b: Node) -> Merge | None:
    if a.type is not b.type:
        return None
    if a.state and b.state:
        return Merge(a.state, b.state, 1.0, ("the same territory code",)) if a.state == b.state else None
    best: tuple[str, str, Comparison] | None = None
    for one in a.forms:
        for other in b.forms:
            if one == other and is_common(one, a.type):
                continue  # the article itself keeps two governments apart
            result = compare(one, other, KIND.get(a.type))
            if result.veto:
                return None
            if result.same and (best is None or result.score > best[2].score):
                best = one, other, result
    return Merge(best[0], best[1], best[2].score, best[2].reasons) if best else None


def _absorb(into: Node, node: Node, merge: Merge) -> None:
    into.members += node.members
    into.names += node.names
    into.acronyms = tuple(dict.fromkeys((*into.acronyms, *node.acronyms)))
    into.state = into.state or node.state
    into.mentions += node.mentions
    into.offices |= node.offices
    into.office_states |= node.office_states
    into.parties |= node.parties
    into.merges += [*node.merges, merge]
