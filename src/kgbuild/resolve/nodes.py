"""The nodes that the resolver clusters: what one article calls by one name, with the evidence around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgbuild.model import Document, Entity, EntityType, Label
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.resolution import Member, Merge

_NAMING = frozenset((Label.PER, Label.STATE, Label.LOC, Label.ORG, Label.AGREEMENT, Label.EVENT))


@dataclass(slots=True)
class Node:
    """Entities of one article that are plainly one, before anything looks across articles."""

    type: EntityType
    article: str
    members: list[Member]
    names: Counter[str]
    """Surface forms without genitive endings, with the number of mentions."""
    acronyms: tuple[str, ...] = ()
    state: str | None = None
    mentions: int = 0
    year: str | None = None
    """Year of publication."""
    offices: frozenset[str] = frozenset()
    """Folded offices that the article gives a person."""
    office_states: frozenset[str] = frozenset()
    """Codes of the states in which the article places it: an office's state, a location."""
    parties: frozenset[str] = frozenset()
    """Of an agreement: folded names or codes of its parties."""
    around: frozenset[str] = frozenset()
    """Codes of states and folded full names of others that the article mentions."""
    merges: list[Merge] = field(default_factory=list)

    @property
    def forms(self) -> tuple[str, ...]:
        """All spellings, sorted."""
        return tuple(sorted({*self.names, *self.acronyms}))


def nodes(document: Document) -> list[Node]:
    """One node for each entity of an article, with its evidence, in order of the entities."""
    article = document.article
    built = [_node(document, index, entity) for index, entity in enumerate(document.entities)]
    around = _surroundings(document.entities)
    for index, node in enumerate(built):
        node.around = around - frozenset(fold(name) for name in node.forms)
        node.year = article.published[:4] if article.published else None
        if node.state:
            node.around -= {node.state}
        _add_evidence(document, index, node)
    return built


def _node(document: Document, index: int, entity: Entity) -> Node:
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
        names=names,
        acronyms=entity.acronyms,
        state=entity.state,
        mentions=len(identifying),
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


def _add_evidence(document: Document, index: int, node: Node) -> None:
    entities = document.entities
    offices, states, parties = set(), set(), set()
    for claim in document.claims:
        if claim.subject == index and claim.predicate in ("holdsOffice", "appointed", "elected", "resignedFrom"):
            if claim.office:
                offices.add(fold(claim.office))
            states.update(_codes(entities, (claim.object,)))
        elif claim.subject == index and claim.predicate in ("locatedIn", "memberOf", "affiliatedWith"):
            states.update(_codes(entities, (claim.object,)))
        elif claim.predicate in ("partyTo", "signed") and claim.object == index:
            parties.update(_party(entities[claim.subject]))
            if claim.counterpart is not None:
                parties.update(_party(entities[claim.counterpart]))
    node.offices, node.office_states, node.parties = frozenset(offices), frozenset(states), frozenset(parties)


def _codes(entities: Sequence[Entity], references: Iterable[int | str]) -> list[str]:
    return [code for r in references if isinstance(r, int) and (code := entities[r].state)]


def _party(entity: Entity) -> list[str]:
    if entity.state:
        return [entity.state]
    return [fold(entity.names[0])] if entity.names and entity.type is EntityType.ORGANIZATION else []
