"""From documents and their resolution to the graph of the RDF contract."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kgbuild.graph.article import describe_article, describe_spans
from kgbuild.graph.claims import Statement, describe_claims
from kgbuild.graph.description import Descriptions, Graph, NamedGraph
from kgbuild.graph.entities import describe_direct, describe_entity
from kgbuild.graph.iris import DEFAULT_BASE, Iris
from kgbuild.model import Document

if TYPE_CHECKING:
    from kgbuild.resolve.resolution import Resolution


def build(documents: Sequence[Document], resolution: Resolution, base_iri: str = DEFAULT_BASE) -> Graph:
    """Build the graph: what each article says in a graph of its own, entities and direct triples in the default graph.

    Args:
        documents: what was extracted, in any order; the result does not depend on it.
        resolution: the entities of exactly these documents.
        base_iri: absolute IRI below which instances are minted.

    Raises:
        ValueError: ``base_iri`` is not absolute, or two documents share an article key.
        KeyError: ``resolution`` lacks an entity of a document.
    """
    iris = Iris(base_iri)
    ordered = sorted(documents, key=lambda d: d.article.key)
    for one, other in pairwise(ordered):
        if one.article.key == other.article.key:
            raise ValueError(
                f"two articles share the key {one.article.key!r}: {one.article.source}, {other.article.source}"
            )
    state_iris = {e.state_code: iris.entity(e.iri_path) for e in resolution.entities if e.state_code}

    def entity_iri(article: str, index: int) -> NamedNode:
        return iris.entity(resolution.entity(article, index).iri_path)

    shared = Descriptions()
    for entity in resolution.entities:
        describe_entity(entity, shared, iris)
    articles: list[NamedGraph] = []
    direct: list[Statement] = []
    for document in ordered:
        own = Descriptions()
        describe_article(document.article, own, iris)
        describe_spans(document, own, iris, entity_iri, state_iris.get)
        direct += describe_claims(document, own, iris, entity_iri)
        articles.append(NamedGraph(iris.article(document.article.key), own.sorted()))
    describe_direct(direct, shared)
    return Graph(iris.base, tuple(articles), shared.sorted())
