"""The nodes that the resolver clusters: what one article calls by one name, with the evidence around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgbuild.model import Claim, Document, Entity, EntityType, Label
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.resolution import Member, Merge

Mark = tuple[int, bool]
"""A decision by its number, and whether its first or its second reference means something."""

_NAMING = frozenset((Label.PER, Label.STATE, Label.LOC, Label.ORG, Label.AGREEMENT, Label.EVENT))
_OFFICE = frozenset(("holdsOffice", "appointed", "elected", "resignedFrom"))
_PLACE = frozenset(("locatedIn", "memberOf", "affiliatedWith"))
_PARTY = frozenset(("partyTo", "signed"))


@dataclass(slots=True)
class Node:
    """Entities of one article that are plainly one, before anything looks across articles."""

    type: EntityType
    article: str
    members: list[Member]
    names: dict[str, int]
    """Surface forms without genitive endings, with the number of mentions."""
    acronyms: tuple[str, ...] = ()
    parts: list[tuple[str, ...]] = field(default_factory=list)
    """Of each member the names and acronyms that the article gives it, the fullest first."""
    state: str | None = None
    mentions: int = 0
    published: str | None = None
    """ISO date of the article."""
    offices: frozenset[str] = frozenset()
    """Folded offices that the article gives a person."""
    office_states: frozenset[str] = frozenset()
    """Codes of the states, and folded names of the organisations, that the article places it in."""
    parties: frozenset[str] = frozenset()
    """Of an agreement: folded names or codes of its parties."""
    surroundings: frozenset[str] = frozenset()
    """Codes of states and folded full names that the article mentions, its own among them; shared by its nodes."""
    merges: list[Merge] = field(default_factory=list)
    apart: frozenset[Mark] = frozenset()
    """Decisions that keep it apart from what is on their other side."""
    together: frozenset[Mark] = frozenset()
    """Decisions that join it to what they mean beside it …"""
    scoped: frozenset[int] = frozenset()
    """… and those of them that mean it in this article only."""
    labels: frozenset[int] = frozenset()
    """Decisions about what it is called."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All spellings, sorted."""
        return tuple(sorted({*self.names, *self.acronyms}))

    @property
    def marks(self) -> tuple[tuple[Mark, ...], tuple[Mark, ...], tuple[int, ...]]:
        """What decisions say about it; only nodes of which they say the same are put together unasked."""
        return tuple(sorted(self.apart)), tuple(sorted(self.together)), tuple(sorted(self.scoped))

    @property
    def year(self) -> str | None:
        """Year of publication."""
        return self.published[:4] if self.published else None

    @property
    def age(self) -> tuple[str, str]:
        """Sorts nodes by the date of their article, undated ones last, then by its key."""
        return self.published or "9999", self.article


def nodes(document: Document) -> list[Node]:
    """One node for each entity of an article, with its evidence, in order of the entities."""
    surroundings = _surroundings(document.entities)
    built = [_node(document, index, entity, surroundings) for index, entity in enumerate(document.entities)]
    for claim in document.claims:
        _add_evidence(document.entities, claim, built)
    return built


def _node(document: Document, index: int, entity: Entity, surroundings: frozenset[str]) -> Node:
    names: Counter[str] = Counter(dict.fromkeys(entity.names, 0))
    for position in entity.mentions:
        mention = document.mentions[position]
        if mention.label in _NAMING:
            names[mention.name] += 1
    identifying = {*entity.mentions, *(m for m in entity.indirect if document.mentions[m].metonym_for is None)}
    return Node(
        type=entity.type,
        article=document.article.key,
        members=[(document.article.key, index)],
        names=dict(names),
        acronyms=entity.acronyms,
        parts=[(*entity.names, *entity.acronyms)],
        state=entity.state,
        mentions=len(identifying),
        published=document.article.published,
        surroundings=surroundings,
    )


def _surroundings(entities: Iterable[Entity]) -> frozenset[str]:
    """What can be recognised in another article: state codes, and names of two words or more."""
    found = set()
    for entity in entities:
        if entity.type is EntityType.STATE and entity.state:
            found.add(entity.state)
        else:
            found.update(folded for name in entity.names if " " in (folded := fold(name)))
    return frozenset(found)


def _add_evidence(entities: Sequence[Entity], claim: Claim, built: Sequence[Node]) -> None:
    """What a claim says about the thing that it is about, and about the agreement that it names."""
    subject = built[claim.subject]
    if claim.predicate in _OFFICE:
        subject.offices |= {fold(claim.office)} if claim.office else set()
        subject.office_states |= _body(entities, claim.object)
    elif claim.predicate in _PLACE:
        subject.office_states |= _body(entities, claim.object)
    elif claim.predicate in _PARTY and isinstance(claim.object, int):
        built[claim.object].parties |= _body(entities, claim.subject) | _body(entities, claim.counterpart)


def _body(entities: Sequence[Entity], reference: int | str | None) -> frozenset[str]:
    """The code of a state, or the folded name of an organisation, that a claim refers to; empty for anything else."""
    if not isinstance(reference, int):
        return frozenset()
    entity = entities[reference]
    if entity.state:
        return frozenset((entity.state,))
    return frozenset(map(fold, entity.names[:1])) if entity.type is EntityType.ORGANIZATION else frozenset()
