"""Trees from a parse with Universal Dependencies labels: they are taken as they are."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.clauses.tree import Tree


def tree(doc: Doc) -> Tree:
    """The tree of a doc with Universal Dependencies labels."""
    heads = [token.head.i for token in doc]
    relations = ["root" if token.dep_ == "ROOT" else token.dep_ for token in doc]
    return Tree(doc, heads, relations, [(s.start, s.end) for s in doc.sents])
