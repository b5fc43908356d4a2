"""What hangs on a noun: genitives, prepositional attributes, a possessive, adjectives, names beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.language.clause import Phrase
from kgbuild.language.clauses.cases import cases
from kgbuild.language.clauses.phrases import extent, preposition, spread
from kgbuild.language.clauses.tree import NOMINAL, Tree

_POSSESSIVE = ("sein", "ihr", "unser", "mein", "dein", "euer", "eure")
_ATTRIBUTES = frozenset(("nmod", "obl", "appos", "flat", "compound"))


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attributes of a noun."""

    genitives: tuple[Phrase, ...] = ()
    prepositional: tuple[Phrase, ...] = ()
    possessive: int | None = None
    adjectives: tuple[int, ...] = ()
    appositions: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(
            self.genitives or self.prepositional or self.possessive is not None or self.adjectives or self.appositions
        )


def attributes(tree: Tree, noun: int, predicative: bool = False) -> Attributes:
    """The attributes of a noun; of a predicative only those that are its own and not the clause's."""
    genitives: list[Phrase] = []
    prepositional: list[Phrase] = []
    appositions: list[Phrase] = []
    for child in tree.children[noun]:
        relation = tree.relation(child)
        if relation not in _ATTRIBUTES or tree.pos[child] not in NOMINAL or (predicative and relation == "obl"):
            continue
        if preposition(tree, child) is not None:
            prepositional += spread(tree, child, ("dat", "acc"))
        elif _is_genitive(tree, noun, child):
            genitives += spread(tree, child, ("gen",))
        elif relation != "obl" and not _same_name(tree, noun, child):
            appositions += spread(tree, child, ())
    head = tree.heads[noun]
    if tree.relation(noun) in ("appos", "flat") and tree.pos[head] in NOMINAL and not _same_name(tree, head, noun):
        begin, end = extent(tree, head)
        appositions.append(Phrase(head, begin, min(end, noun) if head < noun else end))
    return Attributes(
        tuple(genitives), tuple(prepositional), _possessive(tree, noun), _adjectives(tree, noun), tuple(appositions)
    )


def _is_genitive(tree: Tree, noun: int, child: int) -> bool:
    """Whether a bare attribute is a genitive: it may be one, and looks like one or was called an attribute."""
    if tree.relation(child) not in ("nmod", "compound") or "gen" not in cases(tree, child, None):
        return False
    articled = any(tree.relation(c) == "det" for c in tree.children[child])
    if child < noun:
        return not articled and tree.pos[child] == "PROPN" and tree.lower[child].endswith(("s", "’", "'", "x", "z"))
    case = tree.feature(child, "Case")
    return articled or case == "Gen" or (tree.relation(child) == "nmod" and tree.lower[child].endswith("s"))


def _possessive(tree: Tree, noun: int) -> int | None:
    for child in tree.related(noun, "det"):
        if tree.relations[child] == "det:poss" or tree.lower[child].startswith(_POSSESSIVE):
            return child
    return None


def _adjectives(tree: Tree, noun: int) -> tuple[int, ...]:
    found = []
    for child in tree.related(noun, "amod"):
        if tree.pos[child] in ("ADJ", "VERB"):
            found.append(child)
            found += [c for c in tree.related(child, "conj") if tree.pos[c] == "ADJ"]
    return tuple(sorted(found))


def _same_name(tree: Tree, head: int, child: int) -> bool:
    """Whether two words are parts of one entity."""
    span = tree.entity[head]
    return span is not None and span[0] <= child < span[1]
