"""Clauses on their way: what is known of each before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgbuild.language.clause import ClauseKind, Phrase, Relation, Tense, Voice
from kgbuild.language.clauses.arguments import Arguments
from kgbuild.language.clauses.nominal import Attributes
from kgbuild.language.clauses.tree import Tree
from kgbuild.language.clauses.verbal import Complex


@dataclass(eq=False)
class Draft:
    """A clause whose neighbours may still add to it; the fields mean what they mean in ``Clause``."""

    predicate: int
    kind: ClauseKind
    sentence: int
    lemma: str = ""
    complex: Complex | None = None
    copula: bool = False
    tense: Tense | None = None
    voice: Voice = Voice.ACTIVE
    found: Arguments = field(default_factory=Arguments)
    attributes: Attributes = field(default_factory=Attributes)
    subject: tuple[Phrase, ...] = ()
    objects: tuple[Phrase, ...] = ()
    prepositional: tuple[Phrase, ...] = ()
    agent: tuple[Phrase, ...] = ()
    predicative: tuple[Phrase, ...] = ()
    marker: str | None = None
    modifies: int | None = None
    governor: Draft | None = None
    relation: Relation = Relation.ROOT


@dataclass
class Drafts:
    """All drafts of a doc by the token of their predicate."""

    verbal: dict[int, Draft] = field(default_factory=dict)
    nominal: dict[int, Draft] = field(default_factory=dict)

    def above(self, tree: Tree, i: int) -> Draft | None:
        """The draft that token i hangs in: the first predicate above it."""
        seen = 0
        while tree.heads[i] != i and seen < len(tree.heads):
            i, seen = tree.heads[i], seen + 1
            found = self.verbal.get(i) or self.nominal.get(i)
            if found is not None:
                return found
        return None

    def ordered(self) -> list[Draft]:
        """In the order of their predicates; at one token the verbal one before the nominal."""
        both = [*self.verbal.values(), *self.nominal.values()]
        return sorted(both, key=lambda draft: (draft.predicate, draft.kind == ClauseKind.NOMINAL))
