"""The values that cross room borders: what one article says, before anything looks across articles.

Every room takes and returns these; none holds behaviour beyond looking into itself. They are frozen and
serialise to JSON (pydantic), because a ``Document`` is what the store keeps of an article.

Offsets count Unicode code points in ``Article.text`` and are half-open: ``text[begin:end]``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
"""A calendar point as precise as it is known: ``2025``, ``2025-11`` or ``2025-11-06``."""


class Value(BaseModel):
    """Base of all values here: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(NamedTuple):
    """A half-open run of code points of an article's text."""

    begin: int
    end: int

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.begin <= other[0] and other[1] <= self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.begin < other[1] and other[0] < self.end


# ------------------------------------------------------------------ articles/


class BoilerplateKind(StrEnum):
    """Why a run of text is not part of what the article says."""

    BYLINE = "byline"
    CAPTION = "caption"
    SOURCES = "sources"
    LINKS = "links"
    NEWSLETTER = "newsletter"
    COOKIES = "cookies"
    IMPRINT = "imprint"  # agency marks, copyright, editorial notes
    NAVIGATION = "navigation"
    REPEATED = "repeated"


class Boilerplate(Value):
    """A run of text that nothing is extracted from."""

    span: Span
    kind: BoilerplateKind


class DateBasis(StrEnum):
    """Where the publication date comes from."""

    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"  # the latest date that the text reports as past


class Article(Value):
    """One article as read from a file."""

    key: str
    """Last segment of its IRI: ASCII, stable, unique in a store."""
    source: str
    """Path relative to the ingested folder, ``/`` as separator; ``#n`` appended for the n-th of a .jsonl."""
    digest: str
    """``sha256:`` and the hex digest of the file's bytes (of the line's bytes in a .jsonl)."""
    text: str
    title: str | None = None
    title_span: Span | None = None
    """Where the title stands in ``text``, if it does."""
    published: IsoDate | None = None
    published_basis: DateBasis | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str = "de"
    boilerplate: tuple[Boilerplate, ...] = ()
    """In text order, not overlapping."""


# ------------------------------------------------------------------ mentions


class Label(StrEnum):
    """The mention labels of the annotation guide."""

    PER = "PER"
    STATE = "STATE"
    LOC = "LOC"
    ORG = "ORG"
    AGREEMENT = "AGREEMENT"
    EVENT = "EVENT"
    NORP = "NORP"
    ROLE = "ROLE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"
    DATE = "DATE"


class EntityType(StrEnum):
    """The entity classes of the RDF contract."""

    PERSON = "Person"
    STATE = "State"
    PLACE = "Place"
    ORGANIZATION = "Organization"
    AGREEMENT = "Agreement"
    EVENT = "Event"


ENTITY_TYPE: dict[Label, EntityType] = {
    Label.PER: EntityType.PERSON,
    Label.STATE: EntityType.STATE,
    Label.LOC: EntityType.PLACE,
    Label.ORG: EntityType.ORGANIZATION,
    Label.AGREEMENT: EntityType.AGREEMENT,
    Label.EVENT: EntityType.EVENT,
}
"""The entity type that a mention with this label names."""


class Modifier(StrEnum):
    """How exactly a figure is meant (the local names of the contract's terms)."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "moreThan"
    LESS_THAN = "lessThan"
    AT_LEAST = "atLeast"
    AT_MOST = "atMost"


class Figure(Value):
    """The number that a MONEY, PERCENT or QUANTITY mention states."""

    value: float
    """In full: 12.4e9. A percentage as 88.0. Of a range the lower end."""
    value_to: float | None = None
    """Upper end of a range."""
    unit: str | None = None
    """ISO 4217 code, or lemma of the counted noun; None for a percentage."""
    modifier: Modifier = Modifier.EXACT
    about: str | None = None
    """What is counted: one short German phrase."""


class DateValue(Value):
    """A calendar point, or a period with both ends."""

    begin: IsoDate
    end: IsoDate | None = None


class Mention(Value):
    """A span of text that names something (annotation guide, section 1)."""

    span: Span
    label: Label
    text: str
    name: str
    """The surface form with genitive endings and inflection removed: ``Kasachstan``, ``kasachisch``, ``Präsident``."""
    sentence: int
    """Index into ``Document.sentences``."""
    confidence: float
    state: str | None = None
    """Territory code (``KZ``) of a STATE or NORP where the gazetteer is certain."""
    metonym_for: str | None = None
    """Territory code of the state that a LOC stands for here."""
    figure: Figure | None = None
    date: DateValue | None = None


class Entity(Value):
    """What the mentions of one article refer to; its index in ``Document.entities`` is its reference."""

    type: EntityType
    names: tuple[str, ...]
    """Distinct names in the article, the fullest first. Empty if only demonyms or metonyms lead to it."""
    mentions: tuple[int, ...]
    """Indices into ``Document.mentions`` that name it (by their literal label)."""
    indirect: tuple[int, ...] = ()
    """Mentions that identify it otherwise: demonyms, metonyms, offices of a person."""
    state: str | None = None
    """Territory code of a State."""
    acronyms: tuple[str, ...] = ()
    """Acronyms that the article introduces for it: ``Bundesamt für Migration und Flüchtlinge (BAMF)``."""


class Link(Value):
    """A pronoun or description and the entity of the article it refers back to."""

    span: Span
    sentence: int
    entity: int
    reason: str
    confidence: float


# ------------------------------------------------------------------ claims


class Status(StrEnum):
    """How surely a claim is stated (the local names of the contract's terms)."""

    ASSERTED = "asserted"
    ANNOUNCED = "announced"
    INTENDED = "intended"
    POSSIBLE = "possible"
    DENIED = "denied"


class Claim(Value):
    """What one sentence of one article states. Entities are indices into ``Document.entities``."""

    predicate: str
    """A predicate of the annotation guide, section 5."""
    subject: int
    object: int | str
    """An entity, or a literal: the words of ``said``, an ISO date of ``concluded`` and ``ended``."""
    status: Status = Status.ASSERTED
    date: DateValue | None = None
    sentence: int
    """The evidence: index into ``Document.sentences``."""
    attributed_to: int | None = None
    office: str | None = None
    former: bool = False
    field: str | None = None
    counterpart: int | None = None
    """The other signatory (``kg:with``)."""
    agreement: int | None = None
    place: int | None = None
    figure: int | None = None
    """Index into ``Document.mentions``."""
    trigger: tuple[Span, ...] = ()
    """The words that carry the relation."""
    reader: str
    """Who read it: ``frames``, later also the learned head."""
    rule: str
    """What in the reader fired, readable: a frame's id."""
    confidence: float


class Document(Value):
    """All that one article says: the only value that leaves ``extract``, and what the store keeps."""

    article: Article
    sentences: tuple[Span, ...]
    """Sentences of the body in text order; none lies in boilerplate."""
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()
