"""Clauses: what a frame sees of German syntax, from either parse scheme."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.clause import Clause
from kgbuild.language.clauses import tiger, universal
from kgbuild.language.clauses.build import build
from kgbuild.language.clauses.repair import repair

__all__ = ["clauses"]

_TIGER = frozenset(("sb", "oa", "da", "nk", "mo", "oc", "svp", "cj", "cd", "pd", "ag"))
_UNIVERSAL = frozenset(("nsubj", "obj", "obl", "case", "det", "nmod", "advmod", "conj", "aux"))


def clauses(doc: Doc) -> tuple[Clause, ...]:
    """The clauses of a parsed doc in the order of their predicates.

    The parse may have Universal Dependencies or TIGER labels; equal sentences give equal clauses. Of an attributive
    participle the noun is the subject, of its passive where it is a Partizip II (``die initiierte Initiative``).
    """
    tree = (tiger if _has_tiger_labels(doc) else universal).tree(doc)
    repair(tree)
    return build(tree)


def _has_tiger_labels(doc: Doc) -> bool:
    labels = [token.dep_ for token in doc]
    return sum(label in _TIGER for label in labels) > sum(label in _UNIVERSAL for label in labels)
