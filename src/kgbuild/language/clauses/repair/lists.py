"""Coordination: the members of a list reach each other (``A, B, C und D``, ``weder A noch B``)."""

from __future__ import annotations

from kgbuild.language.clauses.repair.phrases import (
    ARGUMENTS,
    REACH,
    noun_after,
    noun_after_participle,
    phrase_before,
    phrase_begin,
)
from kgbuild.language.clauses.tree import NOMINAL, Tree

_AND = frozenset(("und", "oder", "sowie", "beziehungsweise", "&"))
_RANK = {"root": 0, "nsubj": 0, "obj": 1, "iobj": 1, "obl": 1, "nmod": 2, "conj": 3}
"""How good a place the parser gave a member of a list, by its relation."""


def lists_are_coordinated(tree: Tree) -> None:
    """``A, B, C und D``: phrases with nothing but commas and a conjunction between them are conjuncts of the first.

    The list hangs where the member hangs that the parser gave the best role.
    """
    for i, word in enumerate(tree.lower):
        if word not in _AND:
            continue
        last, first = _phrase_after(tree, i), phrase_before(tree, i)
        if last is None or first is None or last == first:
            continue
        last = _outermost(tree, last, i)
        members = _listed(tree, first)
        if len(members) == 1 and not _may_join(tree, first, last):
            continue
        if not _alike(tree, first, last) and tree.heads[last] != tree.heads[first]:
            continue
        _join(tree, [*members, last])


def neither_goes_with_nor(tree: Tree) -> None:
    """``weder A noch B``: the phrase after noch is the conjunct of the one after weder."""
    for i, word in enumerate(tree.lower):
        if word != "weder":
            continue
        nor = next((j for j in range(i + 1, min(i + REACH, len(tree.lower))) if tree.lower[j] == "noch"), None)
        if nor is None:
            continue
        first, second = noun_after(tree, i), noun_after(tree, nor)
        if first is None or second is None or first > nor:
            continue
        tree.attach(second, first, "conj")
        tree.attach(nor, second, "cc")
        tree.attach(i, first, "cc")


def _may_join(tree: Tree, head: int, member: int) -> bool:
    """Whether the phrase after ``und`` is the conjunct of the one before, not the start of another clause."""
    if tree.relation(member) == "conj" and tree.pos[tree.heads[member]] in NOMINAL:
        return False
    if tree.heads[member] == tree.heads[head] and tree.relation(member) in ARGUMENTS:
        return True
    if not _alike(tree, head, member):
        return False
    span = tree.entity[member]
    after = span[1] if span is not None else member + 1
    starts_clause = after < len(tree.pos) and tree.feature(after, "VerbForm") == "Fin"
    begin, _ = tree.bounds(head)
    verb_before = any(tree.feature(j, "VerbForm") == "Fin" for j in range(begin, head))
    return not (starts_clause and verb_before)


def _listed(tree: Tree, last: int) -> list[int]:
    """The members of a list up to its last but one, the first in front."""
    members = [last]
    while True:
        begin = phrase_begin(tree, members[0])
        before = phrase_before(tree, begin - 1) if begin > 1 and tree.texts[begin - 1] == "," else None
        if before is None or before in members or not _alike(tree, before, members[0]):
            return members
        members.insert(0, before)


def _join(tree: Tree, members: list[int]) -> None:
    """Make all but the first member conjuncts of the first, which takes the place of the best placed one."""
    group = set(members)
    placed = [m for m in members if not any(_above(tree, m, other) for other in group if other != m)]
    if not placed:
        return
    best = min(placed, key=lambda m: (_RANK.get(tree.relation(m), 9), members.index(m)))
    head, relation = tree.heads[best], tree.relations[best]
    first = members[0]
    top = first if head == best else head
    if tree.relation(first) == "conj" and tree.heads[first] not in group:
        top, relation = tree.heads[first], "conj"
    for member in members[1:]:
        tree.heads[member], tree.relations[member] = first, "conj"
    tree.heads[first], tree.relations[first] = top, relation


def _above(tree: Tree, i: int, other: int) -> bool:
    """Whether ``other`` stands above token i."""
    return i != other and tree.leads_to(i, other)


def _phrase_after(tree: Tree, i: int) -> int | None:
    """The head of the phrase that begins right after token i, one with a participle and its phrases too."""
    if i + 2 < len(tree.pos) and tree.pos[i + 1] == "DET" and tree.pos[i + 2] == "ADP":
        return noun_after_participle(tree, i + 1)
    noun = noun_after(tree, i)
    if noun is None:
        return None
    head = tree.heads[noun]
    owned = tree.relation(noun) == "nmod" and noun < head < noun + 4 and tree.pos[head] in NOMINAL
    return head if owned else noun


def _outermost(tree: Tree, noun: int, begin: int) -> int:
    """The head of a phrase whose first noun hangs on a later one (``Außenminister X``)."""
    head = tree.heads[noun]
    flat = tree.relation(noun) in ("flat", "compound", "appos", "dep")
    return head if flat and begin < head and head - noun < 4 and tree.pos[head] in NOMINAL else noun


def _alike(tree: Tree, a: int, b: int) -> bool:
    """Whether two phrases may be members of one list: names of like things, or nouns."""
    one, two = tree.entity[a], tree.entity[b]
    if one is None or two is None:
        return one is None and two is None and tree.pos[a] == tree.pos[b] == "NOUN"
    places = {"STATE", "LOC", "ORG"}
    return one[2] == two[2] or {one[2], two[2]} <= places
