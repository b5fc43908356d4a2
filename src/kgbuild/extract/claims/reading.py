"""One article laid out for the readers of claims: clauses, references and lookups that all of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.discourse import Discourse
from kgbuild.extract.references import Reference, References
from kgbuild.gazetteer.territories import Territories
from kgbuild.language.clause import Clause, Phrase
from kgbuild.model import EntityType, Label, Mention, Span

_FIGURES = frozenset({Label.MONEY, Label.PERCENT, Label.QUANTITY})

NAME_RELATIONS = frozenset({"appos", "flat", "flat:name", "app", "nk", "pnc"})
"""Dependency labels under which a name follows the noun that classes it, in UD and in TIGER."""


class Reading:
    """A discourse with its references, indexed by clause and sentence."""

    def __init__(self, discourse: Discourse, references: References) -> None:
        """Index the clauses by their words and the mentions by their sentence."""
        self.discourse = discourse
        self.references = references
        self.doc = discourse.doc
        self.clauses: Sequence[Clause] = discourse.clauses
        self.mentions: tuple[Mention, ...] = references.mentions
        self._carried: dict[int, int] = {}
        for clause in self.clauses:
            for token in (*clause.verbs, clause.predicate):
                self._carried.setdefault(token, clause.index)
        self.dependents: dict[int, list[Clause]] = {}
        """Per clause the clauses that hang on it, in text order."""
        for clause in self.clauses:
            if clause.governor is not None:
                self.dependents.setdefault(clause.governor, []).append(clause)
        self._territories = Territories.load()
        self._in_sentence: dict[int, list[int]] = {}
        for index, mention in enumerate(self.mentions):
            self._in_sentence.setdefault(mention.sentence, []).append(index)

    # ------------------------------------------------------------ arguments

    def _argument(self, reference: Reference, token: int) -> Argument:
        entity = self.references.entities[reference.entity]
        return Argument(reference.entity, entity.type, str(reference.how), reference.confidence, token)

    def arguments_at(
        self, token: int, types: Iterable[EntityType] | None = None, literal: bool = False
    ) -> tuple[Argument, ...]:
        """The entities that ``token`` refers to, of the given types.

        Args:
            token: index into the Doc.
            types: the types admitted; all if None.
            literal: whether a place comes before the state that it may stand for (``flog nach Washington``); if not,
                it is taken literally only where nothing else fits.
        """
        admitted = None if types is None else frozenset(types)
        place = self.references.place_at(token)
        named = () if place is None else (self._argument(place, token),)
        if literal and named and named[0].type is EntityType.PLACE and (admitted is None or named[0].type in admitted):
            return named
        found = tuple(self._argument(ref, token) for ref in self.references.entities_at(token))
        if admitted is None:
            return found
        return tuple(a for a in found if a.type in admitted) or tuple(a for a in named if a.type in admitted)

    def arguments(
        self, phrase: Phrase, types: Iterable[EntityType] | None = None, literal: bool = False
    ) -> tuple[Argument, ...]:
        """The entities that a phrase stands for: by its head, else by the name in apposition to it."""
        found = self.arguments_at(phrase.head, types, literal)
        if found:
            return found
        for child in self.doc[phrase.head].children:
            if phrase.begin <= child.i < phrase.end and child.dep_ in NAME_RELATIONS:
                found = self.arguments_at(child.i, types, literal)
                if found:
                    return found
        return ()

    def label_at(self, token: int) -> Label | None:
        """The label of the mention that covers the token."""
        index = self.references.mention_at(token)
        return None if index is None else self.mentions[index].label

    # ------------------------------------------------------------ clauses

    def clause_carried_by(self, token: int) -> Clause | None:
        """The clause whose predicate or verb complex the token belongs to."""
        index = self._carried.get(token)
        return None if index is None else self.clauses[index]

    def home(self, token: int) -> Clause | None:
        """The clause that the token stands in: that of the nearest word above it that carries one."""
        word: Token = self.doc[token]
        while word.head.i != word.i:
            word = word.head
            clause = self.clause_carried_by(word.i)
            if clause is not None:
                return clause
        return self.clause_carried_by(word.i)

    def within(self, mention: int, clause: Clause) -> bool:
        """Whether a mention stands in the clause itself, not in one that hangs on it."""
        home = self.home(self.discourse.head(mention).i)
        return home is not None and home.index == clause.index

    def clause_mentions(self, clause: Clause, labels: Iterable[Label]) -> tuple[int, ...]:
        """Mentions with one of ``labels`` that stand in the clause itself, in text order."""
        sentence = self.discourse.sentence_of(clause.predicate)
        if sentence is None:
            return ()
        wanted = frozenset(labels)
        return tuple(m for m in self.sentence_mentions(sentence, wanted) if self.within(m, clause))

    def sentence_mentions(self, sentence: int, labels: Iterable[Label] | None = None) -> tuple[int, ...]:
        """Mentions of a sentence, with one of ``labels`` if given, in text order."""
        wanted = None if labels is None else frozenset(labels)
        found = self._in_sentence.get(sentence, ())
        return tuple(m for m in found if wanted is None or self.mentions[m].label in wanted)

    def end_of(self, token: int) -> int:
        """One past the mention that covers the token, or past the token."""
        mention = self.references.mention_at(token)
        return token + 1 if mention is None else self.discourse.bounds[mention][1]

    def figure(self, clause: Clause) -> int | None:
        """The only figure of the clause, as a mention; None if there is none or more than one."""
        found = self.clause_mentions(clause, _FIGURES)
        return found[0] if len(found) == 1 else None

    def span(self, begin: int, end: int) -> Span:
        """Characters of the tokens from ``begin`` up to ``end`` (exclusive)."""
        return Span(self.doc[begin].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))

    def trigger(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """The tokens as spans of the text, neighbours joined."""
        spans: list[Span] = []
        last = -2
        for token in sorted(set(tokens)):
            span = self.span(token, token + 1)
            if token == last + 1:
                spans[-1] = Span(spans[-1].begin, span.end)
            else:
                spans.append(span)
            last = token
        return tuple(spans)

    def named(self, name: str, token: int) -> tuple[Argument, ...]:
        """The entities of the article that ``name`` names, also by a territory's short form; ``token`` is its place."""
        code = self._territories.by_name(name)
        return tuple(
            Argument(index, entity.type, "name", 0.9, token)
            for index, entity in enumerate(self.references.entities)
            if name in entity.names or name in entity.acronyms or (code is not None and entity.state == code)
        )

    def seated(self, seat: str, token: int) -> tuple[Argument, ...]:
        """The state of the article whose government a seat's name means: ``Kreml``."""
        code = self._territories.by_capital(seat)
        return tuple(
            Argument(index, entity.type, "metonym", 0.9, token)
            for index, entity in enumerate(self.references.entities)
            if code is not None and entity.state == code
        )

    def ending_in(self, word: str, token: int) -> tuple[Argument, ...]:
        """The organisations of the article whose name ends in ``word``: ``EU-Kommission`` for ``Kommission``."""
        return tuple(
            Argument(index, entity.type, "name", 0.85, token)
            for index, entity in enumerate(self.references.entities)
            if entity.type is EntityType.ORGANIZATION
            and any(name.replace("-", " ").split()[-1] == word for name in entity.names)
        )
