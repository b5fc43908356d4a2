"""The values of a card: what the articles say about one entity, every line with its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kgbuild.explore.html import card_html
from kgbuild.explore.text import card_text


class Section(StrEnum):
    """The parts of a card, in their order."""

    OFFICES = "Offices"
    AGREEMENTS = "Agreements"
    MEETINGS = "Meetings and visits"
    QUOTATIONS = "Quotations"
    OTHER = "Other claims"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form in which the entity is named."""

    text: str
    """As the articles write it, inflected forms included."""
    mentions: int
    sources: tuple[str, ...]
    """The articles that write it so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that states a fact."""

    sentence: str
    source: str
    published: str | None
    attributed_to: str | None
    confidence: float
    claim: str
    """IRI of the claim."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or several claims state alike."""

    predicate: str
    text: str
    """In words."""
    status: str
    date: str | None
    """ISO date or period ``begin/end``."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An entity with all that is known about it; prints as text and shows as HTML in notebooks."""

    iri: str
    type: str
    label: str
    mentions: int
    articles: int
    iso3166: str | None
    wikidata: str | None
    labels: tuple[str, ...]
    """Its other labels: spellings without genitive endings."""
    spellings: tuple[Spelling, ...]
    """Forms that name it, the most frequent first."""
    sections: Mapping[Section, tuple[Fact, ...]]
    """Facts by section; sections without facts are absent."""

    @property
    def offices(self) -> tuple[Fact, ...]:
        """Offices that the person has, or that the state or organisation has people in."""
        return self.sections.get(Section.OFFICES, ())

    @property
    def agreements(self) -> tuple[Fact, ...]:
        """Agreements that it is party to, signed or started; of an agreement its parties and dates."""
        return self.sections.get(Section.AGREEMENTS, ())

    @property
    def meetings(self) -> tuple[Fact, ...]:
        """Whom it met, what it visited, hosted or took part in."""
        return self.sections.get(Section.MEETINGS, ())

    @property
    def quotations(self) -> tuple[Fact, ...]:
        """What it is quoted with."""
        return self.sections.get(Section.QUOTATIONS, ())

    @property
    def claims(self) -> tuple[Fact, ...]:
        """Everything stated about it, section by section."""
        return tuple(fact for facts in self.sections.values() for fact in facts)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        return card_text(self)

    def _repr_html_(self) -> str:
        return card_html(self)
