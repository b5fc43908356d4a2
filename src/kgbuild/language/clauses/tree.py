"""A dependency tree that clauses are built from, whatever labels the parser has.

Relations are those of Universal Dependencies: a preposition is the ``case`` of its noun, an auxiliary the ``aux`` of
its participle or infinitive, a copula the ``cop`` of its predicative. ``universal`` and ``tiger`` make such trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))
"""Parts of speech that may head a nominal phrase."""
CONTRACTED = {
    **{"am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "hinterm": "hinter"},
    **{"im": "in", "ins": "in", "ums": "um", "überm": "über", "übers": "über", "unterm": "unter", "unters": "unter"},
    **{"vom": "von", "vorm": "vor", "vors": "vor", "zum": "zu", "zur": "zu"},
}
"""Prepositions that hold an article."""


@dataclass
class Tree:
    """The tokens of a doc with heads and relations that rules may correct; a root is its own head."""

    doc: Doc
    heads: list[int]
    relations: list[str]
    sentences: list[tuple[int, int]]
    """Token bounds of each sentence."""
    texts: list[str] = field(init=False)
    lower: list[str] = field(init=False)
    pos: list[str] = field(init=False)
    lemmas: list[str] = field(init=False)
    _features: dict[str, dict[str, str]] = field(init=False, default_factory=dict)
    _morphs: list[str] = field(init=False)

    def __post_init__(self) -> None:
        tokens = list(self.doc)
        self.texts = [token.text for token in tokens]
        self.lower = [text.lower() for text in self.texts]
        self.pos = [token.pos_ for token in tokens]
        self.lemmas = [token.lemma_ for token in tokens]
        self._morphs = [str(token.morph) for token in tokens]

    def feature(self, i: int, name: str) -> str | None:
        """The value of a morphological feature of token i, if it has one."""
        key = self._morphs[i]
        found = self._features.get(key)
        if found is None:
            found = self._features[key] = self.doc[i].morph.to_dict()
        return found.get(name)

    def leads_to(self, i: int, above: int) -> bool:
        """Whether ``above`` is token i or stands above it."""
        for _ in range(len(self.heads)):
            if i == above:
                return True
            if self.heads[i] == i:
                return False
            i = self.heads[i]
        return True

    def attach(self, i: int, head: int, relation: str) -> None:
        """Hang token i elsewhere, unless that would close a circle."""
        if not self.leads_to(head, i):
            self.heads[i], self.relations[i] = head, relation

    def replace(self, upper: int, lower: int, relation: str) -> None:
        """Put ``lower`` into the place of ``upper``, its head, with all dependents, and ``upper`` below it."""
        begin, end = self.bounds(upper)
        for child in range(begin, end):
            if self.heads[child] == upper and child != upper:
                self.heads[child] = lower
        self.heads[lower] = lower if self.heads[upper] == upper else self.heads[upper]
        self.relations[lower] = self.relations[upper]
        self.heads[upper], self.relations[upper] = lower, relation

    def settle(self) -> None:
        """Forget the dependents that were read before the last changes."""
        self.__dict__.pop("children", None)

    def bounds(self, i: int) -> tuple[int, int]:
        """First token of the sentence of token i and one past its last."""
        return self.sentences[self._sentence_of[i]]

    @cached_property
    def _sentence_of(self) -> list[int]:
        return [number for number, (begin, end) in enumerate(self.sentences) for _ in range(begin, end)]

    @cached_property
    def children(self) -> list[list[int]]:
        """Of each token its dependents in text order. Read only when heads are final."""
        found: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    @cached_property
    def entity(self) -> list[tuple[int, int, str] | None]:
        """Of each token the entity it lies in: begin, end, label."""
        found: list[tuple[int, int, str] | None] = [None] * len(self.heads)
        for span in self.doc.ents:
            for i in range(span.start, span.end):
                found[i] = (span.start, span.end, span.label_)
        return found

    def related(self, i: int, *relations: str) -> Iterator[int]:
        """Dependents of token i whose relation, subtype aside, is one of those named."""
        for child in self.children[i]:
            if self.relations[child].partition(":")[0] in relations:
                yield child

    def relation(self, i: int) -> str:
        """The relation of token i without its subtype."""
        return self.relations[i].partition(":")[0]
