"""What the words of one article refer to: its entities, and the way from any token to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kgbuild.extract.discourse import Discourse
from kgbuild.model import Entity, Label, Link, Mention


class How(StrEnum):
    """In which way a token identifies an entity."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    OFFICE = "office"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Reference:
    """One token's way to one entity."""

    entity: int
    """Index into ``References.entities``."""
    how: How
    confidence: float


_HOW_OF_LABEL = {Label.NORP: How.DEMONYM, Label.ROLE: How.OFFICE, Label.LOC: How.METONYM}


class References:
    """The entities of one article, and for each token what it refers to.

    Lookups by token index take constant time. A token inside a mention or a link of several words leads to the same
    entities as its head.
    """

    def __init__(self, discourse: Discourse, entities: Sequence[Entity], links: Sequence[Link]) -> None:
        """Index ``entities`` and ``links`` by the tokens of ``discourse.doc``.

        Raises:
            IndexError: if an entity names a mention, or a link an entity, that does not exist.
        """
        self.mentions: tuple[Mention, ...] = tuple(discourse.mentions)
        self.entities: tuple[Entity, ...] = tuple(entities)
        self.links: tuple[Link, ...] = tuple(links)
        self._mention_at = discourse.mention_at
        self._references: dict[int, list[Reference]] = {}
        indirect: dict[int, list[Reference]] = {}
        direct: dict[int, list[Reference]] = {}
        for index, entity in enumerate(self.entities):
            for mention in entity.mentions:
                found = Reference(index, How.NAME, self.mentions[mention].confidence)
                direct.setdefault(mention, []).append(found)
            for mention in entity.indirect:
                value = self.mentions[mention]
                how = _HOW_OF_LABEL.get(value.label, How.DESCRIPTION)
                indirect.setdefault(mention, []).append(Reference(index, how, value.confidence))
        for mention, (start, end) in enumerate(discourse.bounds):
            # What a mention stands for here comes before what it literally names: a metonym is the state.
            found_here = indirect.get(mention, []) + direct.get(mention, [])
            for token in range(start, end):
                if self._mention_at.get(token) == mention and found_here:
                    self._references[token] = found_here
        for link in self.links:
            _ = self.entities[link.entity]
            how = How.PRONOUN if link.reason.startswith("pronoun") else How.DESCRIPTION
            for token in discourse.tokens(link.span):
                if token not in self._mention_at:
                    self._references.setdefault(token, []).append(Reference(link.entity, how, link.confidence))

    def entity_at(self, token: int) -> Reference | None:
        """The entity that the token refers to, or None. A metonym gives the state that it stands for."""
        found = self._references.get(token)
        return found[0] if found else None

    def entities_at(self, token: int) -> tuple[Reference, ...]:
        """All entities that the token refers to: several for ``kasachisch-israelisch`` or ``beide Staaten``."""
        found = self._references.get(token, [])
        first = found[0].how if found else None
        return tuple(reference for reference in found if reference.how == first)

    def place_at(self, token: int) -> Reference | None:
        """The entity that the mention at the token names literally: of a metonym, the place."""
        for reference in self._references.get(token, ()):
            if reference.how is How.NAME:
                return reference
        return None

    def mention_at(self, token: int) -> int | None:
        """Index of the mention that covers the token, or None."""
        return self._mention_at.get(token)

    def named(self, references: Iterable[Reference]) -> tuple[Entity, ...]:
        """The entities behind ``references``."""
        return tuple(self.entities[reference.entity] for reference in references)
