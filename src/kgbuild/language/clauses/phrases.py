"""Nominal phrases: their extent, preposition, case and conjuncts."""

from __future__ import annotations

from collections.abc import Sequence

from kgbuild.language.clause import Phrase
from kgbuild.language.clauses.cases import cases, decide, is_preposition
from kgbuild.language.clauses.tree import CONTRACTED, NOMINAL, Tree

_OUTSIDE = frozenset(("conj", "cc", "punct", "nsubj", "cop", "aux", "parataxis", "advcl", "ccomp", "mark", "dateline"))
"""Dependents of a head that are no part of its own phrase (of a predicative: those of the clause)."""
_DASHES = frozenset(("–", "—", ":", ";"))
"""Marks before which a phrase does not go on."""
_CLAUSAL = frozenset(("obl", "obj", "iobj", "advmod", "expl", "obl:arg"))


def preposition(tree: Tree, head: int) -> str | None:
    """The preposition of a phrase, lower case, no article in it: the last before its noun, else one after."""
    marks = [c for c in tree.related(head, "case") if tree.pos[c] == "ADP" or is_preposition(tree.lower[c])]
    before = [c for c in marks if c < head]
    if not marks:
        return None
    word = tree.lower[before[-1] if before else marks[0]]
    return CONTRACTED.get(word, word)


def conjuncts(tree: Tree, head: int) -> list[int]:
    """The head and the heads of all that is coordinated with it, in text order."""
    found = [head]
    for child in tree.related(head, "conj"):
        if tree.pos[child] in NOMINAL or tree.pos[child] == "ADJ":
            found += conjuncts(tree, child)
    return sorted(found)


def spread(tree: Tree, head: int, expected: Sequence[str], predicative: bool = False) -> tuple[Phrase, ...]:
    """A phrase and its conjuncts, each a phrase of its own; a later one without a preposition takes the first's.

    Args:
        tree: the tree.
        head: head of the first conjunct.
        expected: the cases that its role takes, likeliest first.
        predicative: whether the head also bears the clause, whose parts are then left out.
    """
    first = preposition(tree, head)
    found = []
    for member in conjuncts(tree, head):
        own = preposition(tree, member) or first
        begin, end = extent(tree, member, predicative and member == head)
        case = decide(tree, member, cases(tree, member, own), expected, own)
        found.append(Phrase(member, begin, end, case, own, None if member == head else head))
    return tuple(found)


def extent(tree: Tree, head: int, predicative: bool = False) -> tuple[int, int]:
    """First token of the phrase and one past its last: the run of its subtree around the head."""
    inside = {head}
    stack = [head]
    while stack:
        above = stack.pop()
        for child in tree.children[above]:
            relation = tree.relation(child)
            if above == head and (relation in _OUTSIDE or (predicative and relation in _CLAUSAL)):
                continue
            inside.add(child)
            stack.append(child)
    begin = end = head
    marks = ("PUNCT", "SPACE")
    while begin - 1 in inside or (begin - 2 in inside and tree.pos[begin - 1] in marks and not _cuts(tree, begin - 1)):
        begin -= 1
    while end + 1 in inside or (end + 2 in inside and tree.pos[end + 1] in marks):
        end += 1
    while begin < head and tree.pos[begin] in marks:
        begin += 1
    while end > head and tree.pos[end] in marks:
        end -= 1
    return begin, end + 1


def _cuts(tree: Tree, i: int) -> bool:
    return tree.texts[i] in _DASHES
