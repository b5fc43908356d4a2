"""Entities of the whole graph in RDF, with the direct triples about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kgbuild.graph import literals
from kgbuild.graph.claims import Statement
from kgbuild.graph.description import Descriptions, Section
from kgbuild.graph.iris import Iris
from kgbuild.graph.vocabulary import ENTITY_CLASS, KG, OWL, RDF, SKOS, WD

if TYPE_CHECKING:
    from kgbuild.resolve.resolution import ResolvedEntity


def describe_entity(entity: ResolvedEntity, graph: Descriptions, iris: Iris) -> None:
    """Add an entity: class, labels, counts, and the codes of a state."""
    iri = iris.entity(entity.iri_path)
    node = graph.of(iri, Section.ENTITY, (entity.type.value, iri.value))
    node.add(RDF["type"], ENTITY_CLASS[entity.type])
    node.add(SKOS["prefLabel"], literals.text(entity.label))
    node.add(SKOS["altLabel"], *(literals.text(name) for name in sorted(set(entity.alt_labels) - {entity.label})))
    node.add(KG["mentionCount"], literals.integer(entity.mention_count))
    node.add(KG["articleCount"], literals.integer(entity.article_count))
    if entity.qid:
        node.add(OWL["sameAs"], WD[entity.qid])
    if entity.state_code:
        node.add(KG["iso3166"], Literal(entity.state_code))


def describe_direct(statements: Iterable[Statement], graph: Descriptions) -> None:
    """Add the direct triples of all articles, sorted; each stands once however many claims carry it."""
    for subject, predicate, target in sorted(set(statements), key=lambda s: tuple(map(str, s))):
        graph.of(subject, Section.ENTITY, ("", subject.value)).add(predicate, target)
