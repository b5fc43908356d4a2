"""Names: their words belong together, in front of a noun they are genitives, before a dash a dateline."""

from __future__ import annotations

from kgbuild.language.clauses.tree import NOMINAL, Tree

_ROLES = ("nsubj", "obj", "obl", "root")
_DATELINE = 10
"""Most tokens of a dateline."""
_DASHES = frozenset(("–", "-", "—"))
APART = "dateline"
"""Relation of a dateline: no part of any clause."""


def hold_together(tree: Tree) -> None:
    """An entity has one head; its other words hang inside it.

    That word leads which has a role in the clause and which most of the others hang on, the first in doubt.
    """
    for span in tree.doc.ents:
        words = [i for i in range(span.start, span.end) if tree.pos[i] not in ("PUNCT", "SPACE", "ADP", "DET")]
        outside = [i for i in words if not span.start <= tree.heads[i] < span.end or tree.heads[i] == i]
        if len(outside) < 2:
            continue
        nominal = [i for i in outside if tree.pos[i] in NOMINAL] or outside
        below = {i: sum(tree.heads[j] == i for j in words) for i in nominal}
        head = max(nominal, key=lambda i: (tree.relation(i) in _ROLES, below[i], -i))
        for i in outside:
            if i != head:
                tree.attach(i, head, "flat")


def genitives_before_nouns(tree: Tree) -> None:
    """A name in -s right before a noun without article is its genitive: ``Äthiopiens Ministerpräsident``."""
    for span in tree.doc.ents:
        last, after = span.end - 1, span.end
        if span.label_ not in ("PER", "STATE", "LOC", "ORG") or not tree.lower[last].endswith(("s", "’", "x", "z")):
            continue
        while after < len(tree.pos) and tree.pos[after] == "ADJ":
            after += 1
        if after >= len(tree.pos) or tree.pos[after] != "NOUN" or tree.heads[last] == after:
            continue
        articled = span.start > 0 and tree.pos[span.start - 1] == "DET"
        head = next((i for i in range(span.start, span.end) if not span.start <= tree.heads[i] < span.end), last)
        if not articled and tree.pos[head] == "PROPN":
            tree.attach(head, after, "nmod")


def datelines_stand_apart(tree: Tree) -> None:
    """``Wien (APA) – …``: names and dates before the first dash of a sentence are no part of its clauses."""
    for begin, end in tree.sentences:
        dash = next((i for i in range(begin + 1, min(begin + _DATELINE, end)) if tree.texts[i] in _DASHES), None)
        if dash is None or tree.entity[begin] is None or dash + 1 == end:
            continue
        inside = range(begin, dash)
        if not all(tree.entity[i] is not None or tree.pos[i] in ("PUNCT", "NUM", "PROPN") for i in inside):
            continue
        for i in inside:
            if not begin <= tree.heads[i] < dash:
                tree.relations[i] = APART


def speakers_stand_apart(tree: Tree) -> None:
    """``…, so der Minister.``: a speaker after so, between a mark and a mark, is no part of the clause reported."""
    for i, word in enumerate(tree.lower):
        if word != "so" or i == 0 or tree.pos[i - 1] != "PUNCT":
            continue
        _, end = tree.bounds(i)
        stop = next((j for j in range(i + 1, end) if tree.texts[j] in (",", ".", ":", "–")), end)
        inside = range(i, stop)
        if any(tree.pos[j] in ("VERB", "AUX") for j in inside) or not any(tree.pos[j] in NOMINAL for j in inside):
            continue
        for j in inside:
            if not i <= tree.heads[j] < stop:
                tree.relations[j] = APART
