"""The case of a noun phrase, from its article, its pronoun, its preposition and the tagger, in that order of trust."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kgbuild.language.clauses.tree import CONTRACTED, Tree

Cases = frozenset[str]
ALL: Cases = frozenset(("nom", "acc", "dat", "gen"))

_FORMS: dict[str, str] = {
    **{"der": "nom dat gen", "die": "nom acc", "das": "nom acc", "den": "acc dat", "dem": "dat", "des": "gen"},
    **{"er": "nom", "ich": "nom", "du": "nom", "wir": "nom", "wer": "nom", "man": "nom", "sie": "nom acc"},
    **{"es": "nom acc", "was": "nom acc", "ihn": "acc", "mich": "acc", "dich": "acc", "wen": "acc", "ihm": "dat"},
    **{"mir": "dat", "dir": "dat", "wem": "dat", "ihnen": "dat", "denen": "dat", "uns": "acc dat", "euch": "acc dat"},
    **{"sich": "acc dat", "dessen": "gen", "deren": "gen", "jemand": "nom acc", "niemand": "nom acc"},
}
_ENDINGS = (("em", "dat"), ("en", "acc dat"), ("es", "nom acc gen"), ("er", "nom dat gen"), ("e", "nom acc"))
"""Of articles and pronouns that inflect like ``dieser``; without an ending they are ``nom acc`` (``ein``)."""
_LIKE_EIN = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser")
"""Before a noun these never end in -er in the nominative, as ``dieser`` does."""
_INFLECTING = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "dies", "jen", "jed", "welch", "manch", "solch")


def cases(tree: Tree, head: int, preposition: str | None) -> Cases:
    """The cases that the phrase headed by ``head`` may have; all four where nothing shows."""
    found = governed(preposition) if preposition else ALL
    found = _narrow(found, _word(tree, head) if tree.pos[head] in ("PRON", "DET") else ALL)
    for child in tree.children[head]:
        if tree.relation(child) == "case" and tree.lower[child] in CONTRACTED:
            found = _narrow(found, frozenset(("dat",) if tree.lower[child].endswith(("m", "r")) else ("acc",)))
        if tree.relation(child) == "det" and child < head and tree.lower[child] not in ("deren", "dessen"):
            found = _narrow(found, _article(tree, child, head))
    return found


def decide(
    tree: Tree, head: int, possible: Cases, expected: Sequence[str], preposition: str | None = None
) -> str | None:
    """One case out of those possible: the tagger's if it is one of them, else the first expected one."""
    if len(possible) == 1:
        return next(iter(possible))
    ordered = [case for case in expected if case in possible]
    if len(ordered) == 1:
        return ordered[0]
    if tree.feature(head, "Number") and any(tree.lower[c] == "den" for c in tree.related(head, "det")):
        return "dat" if tree.feature(head, "Number") == "Plur" else "acc"
    if preposition and ordered and not any(tree.relation(c) in ("det", "amod") for c in tree.children[head]):
        return ordered[0]
    tagged = _tagged(tree, head)
    if tagged in possible and (not ordered or tagged in ordered):
        return tagged
    return ordered[0] if ordered else None


def governed(preposition: str) -> Cases:
    """The cases that a preposition governs; all but the nominative for one that the table lacks."""
    return _prepositions().get(preposition, ALL - {"nom"})


def is_preposition(word: str) -> bool:
    """Whether the table of prepositions has a lower-case word."""
    return word in _prepositions()


def _article(tree: Tree, article: int, noun: int) -> Cases:
    """The cases that an article shows before this noun."""
    found = _word(tree, article)
    word = tree.lower[article]
    if word.endswith("er") and word.startswith(_LIKE_EIN) and word not in _LIKE_EIN:
        return found - {"nom"}
    if len(found) == 3 and word.endswith("er") and _is_masculine_singular(tree, noun):
        return found & {"nom"}
    if word == "der" and tree.feature(noun, "Number") == "Plur":
        return found & {"gen"}
    return found


def _is_masculine_singular(tree: Tree, i: int) -> bool:
    return tree.feature(i, "Gender") == "Masc" and tree.feature(i, "Number") == "Sing"


def _word(tree: Tree, i: int) -> Cases:
    word = tree.lower[i]
    if word in _FORMS:
        return frozenset(_FORMS[word].split())
    if word.startswith(_INFLECTING):
        for ending, shown in _ENDINGS:
            if word.endswith(ending) and word not in _INFLECTING:
                return frozenset(shown.split())
        return frozenset(("nom", "acc"))
    return ALL


def _tagged(tree: Tree, head: int) -> str | None:
    case = tree.feature(head, "Case")
    return case.lower() if case else None


def _narrow(known: Cases, shown: Cases) -> Cases:
    """Both together, or what is known already where they contradict each other."""
    return known & shown or known


@cache
def _prepositions() -> dict[str, Cases]:
    source = files("kgbuild").joinpath("data", "language", "prepositions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in source.splitlines() if line and not line.startswith("#"))
    return {word: frozenset(governs.split()) for word, governs in rows}
