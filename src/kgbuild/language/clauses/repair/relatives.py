"""Relative clauses: a verb-final clause that a relative pronoun opens belongs to the noun before it."""

from __future__ import annotations

from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.words import RELATIVE

_MARKS = frozenset("»«„“”\"'‚‘›‹()")
_CLAUSES = frozenset(("acl", "ccomp", "advcl", "parataxis", "conj"))


def follow_their_noun(tree: Tree) -> None:
    """Give each relative clause its noun: the one before the comma, over a closing verb if need be."""
    nouns: dict[int, int] = {}
    for i, head in enumerate(tree.heads):
        relation = tree.relation(i)
        if relation not in _CLAUSES or (relation != "acl" and tree.pos[i] not in ("VERB", "AUX", "ADJ")):
            continue
        pronoun = opening_pronoun(tree, i)
        if pronoun is None:
            continue
        noun = _noun_before(tree, pronoun, nouns)
        if noun is None:
            continue
        if relation != "acl" or tree.pos[head] not in NOMINAL or head > pronoun:
            _free(tree, noun, i)
            tree.attach(i, noun, "acl")
        nouns[i] = tree.heads[i]


def _free(tree: Tree, noun: int, verb: int) -> None:
    """Take a noun out of the relative clause that it governs: what it hangs in moves up to the verb's head."""
    if not tree.leads_to(noun, verb) or tree.heads[verb] == verb:
        return
    top = noun
    while tree.heads[top] != verb:
        top = tree.heads[top]
    tree.heads[top] = tree.heads[verb]


def opening_pronoun(tree: Tree, verb: int) -> int | None:
    """The first token of the relative clause of a verb: its pronoun, or the preposition before that."""
    begin, _ = tree.bounds(verb)
    for child in range(verb - 1, begin, -1):
        if tree.heads[child] != verb and tree.heads[tree.heads[child]] != verb:
            continue
        if tree.pos[child] not in ("PRON", "DET") or not is_pronoun(tree.lower[child]):
            continue
        first = child
        while first > begin and tree.pos[first - 1] == "ADP":
            first -= 1
        before = first - 1
        joined = tree.lower[before] in ("und", "oder") and before > begin and tree.pos[before - 1] in ("VERB", "AUX")
        owner = tree.lower[child] in ("deren", "dessen")
        if (tree.texts[before] == "," or joined) and (tree.pos[child] == "PRON" or owner):
            return first
    return None


def is_pronoun(word: str) -> bool:
    """Whether a lower-case word may be a relative pronoun."""
    return word in RELATIVE or word.startswith("welch")


def _noun_before(tree: Tree, begin: int, nouns: dict[int, int]) -> int | None:
    """The noun that the clause opening at ``begin`` belongs to; of a second relative clause that of the first."""
    i = begin - 2
    while i >= 0 and (tree.texts[i] in _MARKS or tree.pos[i] in ("VERB", "AUX") or tree.relations[i] == "compound:prt"):
        if tree.lower[begin - 1] in ("und", "oder"):
            verb = i if i in nouns else tree.heads[i]
            return nouns.get(verb)
        i -= 1
    if i < 0 or tree.pos[i] not in NOMINAL:
        return None
    while tree.relation(i) == "flat" and tree.heads[i] < i:
        i = tree.heads[i]
    return i if tree.pos[i] in NOMINAL else None
