"""Classes of words that the building of clauses knows (``data/language/verb_classes.tsv``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

MODALS = frozenset(("können", "müssen", "sollen", "wollen", "dürfen", "mögen"))
COPULAS = frozenset(("sein", "werden", "bleiben"))
NEGATIONS = frozenset(
    ("nicht", "nie", "niemals", "keineswegs", "keinesfalls", "nirgends", "nichts", "niemand", "weder")
)
NOT_ONLY = frozenset(("nur", "allein", "zuletzt", "bloß"))
"""After ``nicht`` these take the negation back."""
RELATIVE = frozenset(("der", "die", "das", "dem", "den", "denen", "deren", "dessen"))
CLOSING = frozenset(("«", "»", "“", "”", '"', "‘", "’"))
"""Marks that may close a quotation."""
QUESTION = frozenset(
    ("wie", "wo", "wann", "warum", "wohin", "woher", "weshalb", "wieso", "wieweit", "inwieweit", "worin")
)
"""Adverbs that open a subordinate clause."""


@cache
def verb_class(name: str) -> frozenset[str]:
    """The infinitives of a class: ``perfect-sein``, ``object-control``, ``speech`` or ``loose``."""
    source = files("kgbuild").joinpath("data", "language", "verb_classes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in source.splitlines() if line and not line.startswith("#"))
    return frozenset(verb for kind, verb in rows if kind == name)
