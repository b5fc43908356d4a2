"""The graph as four tables: entities, claims, figures, mentions. Exports and DataFrames are made from them."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from kgbuild.store.results import Table, Term
from kgbuild.store.store import Store


class View(StrEnum):
    """A table of the graph."""

    ENTITIES = "entities"
    CLAIMS = "claims"
    FIGURES = "figures"
    MENTIONS = "mentions"


_QUERY: dict[View, str] = {
    View.ENTITIES: """
SELECT ?label ?type ?spellings ?mentions ?articles ?iso3166 ?wikidata ?iri WHERE {
    ?iri skos:prefLabel ?label ; a ?class ; kg:mentionCount ?mentions ; kg:articleCount ?articles .
    OPTIONAL { ?iri kg:iso3166 ?iso3166 }
    OPTIONAL { ?iri owl:sameAs ?item . BIND(REPLACE(STR(?item), "^.*/", "") AS ?wikidata) }
    OPTIONAL { ?iri skos:altLabel ?spellings }
    BIND(REPLACE(STR(?class), "^.*[/#]", "") AS ?type)
}
ORDER BY ?type DESC(?mentions) ?label ?iri ?spellings""",
    View.CLAIMS: """
SELECT ?subject ?predicate ?object ?status ?date ?end_date ?office ?former ?field ?with ?agreement ?place ?figure
    ?attributed_to ?confidence ?reader ?sentence ?source ?published ?begin ?end
    ?iri ?subject_iri ?object_iri ?article WHERE {
    ?iri a kg:Claim ; rdf:subject ?subject_iri ; rdf:predicate ?p ; rdf:object ?o ; kg:status ?how ;
        kg:confidence ?confidence ; kg:evidence ?evidence ; prov:wasDerivedFrom ?article .
    ?evidence nif:anchorOf ?sentence ; nif:beginIndex ?begin ; nif:endIndex ?end .
    ?article dcterms:source ?source .
    ?subject_iri skos:prefLabel ?subject .
    OPTIONAL { ?article schema:datePublished ?published }
    OPTIONAL { ?o skos:prefLabel ?label }
    OPTIONAL { ?iri kg:date ?date }
    OPTIONAL { ?iri kg:endDate ?end_date }
    OPTIONAL { ?iri kg:office ?office }
    OPTIONAL { ?iri kg:former ?former }
    OPTIONAL { ?iri kg:field ?field }
    OPTIONAL { ?iri kg:with/skos:prefLabel ?with }
    OPTIONAL { ?iri kg:agreement/skos:prefLabel ?agreement }
    OPTIONAL { ?iri kg:place/skos:prefLabel ?place }
    OPTIONAL { ?iri kg:figure/nif:anchorOf ?figure }
    OPTIONAL { ?iri kg:attributedTo/skos:prefLabel ?attributed_to }
    OPTIONAL { ?iri kg:reader ?reader }
    BIND(COALESCE(?label, STR(?o)) AS ?object)
    BIND(IF(isIRI(?o), ?o, ?none) AS ?object_iri)
    BIND(REPLACE(STR(?p), "^.*[/#]", "") AS ?predicate)
    BIND(STRAFTER(STR(?how), "#") AS ?status)
}
ORDER BY ?source ?begin ?predicate ?subject ?object ?iri ?reader""",
    View.FIGURES: """
SELECT ?value ?to ?unit ?kind ?modifier ?about ?words ?sentence ?source ?begin ?end ?iri ?article WHERE {
    ?iri schema:value ?value ; itsrdf:taClassRef ?class ; kg:modifier ?how ; nif:anchorOf ?words ;
        nif:beginIndex ?begin ; nif:endIndex ?end ; nif:sentence/nif:anchorOf ?sentence ;
        nif:referenceContext ?article .
    ?article dcterms:source ?source .
    OPTIONAL { ?iri schema:maxValue ?to }
    OPTIONAL { ?iri schema:currency|schema:unitText ?unit }
    OPTIONAL { ?iri schema:description ?about }
    BIND(IF(?class = schema:MonetaryAmount, "money", IF(?class = kg:Percentage, "percent", "quantity")) AS ?kind)
    BIND(STRAFTER(STR(?how), "#") AS ?modifier)
}
ORDER BY ?source ?begin ?iri""",
    View.MENTIONS: """
SELECT ?words ?class ?entity ?stands_for ?date ?end_date ?confidence ?source ?begin ?end
    ?iri ?entity_iri ?article WHERE {
    ?iri itsrdf:taClassRef ?c ; nif:anchorOf ?words ; nif:beginIndex ?begin ; nif:endIndex ?end ;
        itsrdf:taConfidence ?confidence ; nif:referenceContext ?article .
    ?article dcterms:source ?source .
    OPTIONAL { ?iri itsrdf:taIdentRef ?entity_iri . ?entity_iri skos:prefLabel ?entity }
    OPTIONAL { ?iri kg:metonymFor/skos:prefLabel ?stands_for }
    OPTIONAL { ?iri kg:date ?date }
    OPTIONAL { ?iri kg:endDate ?end_date }
    BIND(REPLACE(STR(?c), "^.*[/#]", "") AS ?class)
}
ORDER BY ?source ?begin ?iri""",
}


_SEVERAL = {View.ENTITIES: "spellings", View.CLAIMS: "reader"}
"""The column of a view that may have several values."""


def table(store: Store, view: View, about: NamedNode | None = None) -> Table:
    """A table of the published graph, one row per entity, claim, figure or mention, in a fixed order.

    Args:
        store: with a published graph.
        view: which one. Columns hold labels and plain values first, IRIs last; several values of one cell are
            joined by `` | ``; offsets count code points of the article's text.
        about: only this entity, the claims that it is subject or object of, or the mentions that identify it.

    Raises:
        ValueError: a figure is about no entity.
    """
    query = _QUERY[view]
    if about is not None:
        query = query.replace("WHERE {", f"WHERE {{ {_restriction(view, about)}", 1)
    rows = store.select(query)
    return _joined(rows, _SEVERAL[view]) if view in _SEVERAL else rows


def _restriction(view: View, entity: NamedNode) -> str:
    if view is View.ENTITIES:
        return f"VALUES ?iri {{ {entity} }}"
    if view is View.CLAIMS:
        return f"{{ SELECT DISTINCT ?iri WHERE {{ ?iri rdf:subject|rdf:object {entity} ; a kg:Claim }} }}"
    if view is View.MENTIONS:
        return f"?iri itsrdf:taIdentRef|kg:metonymFor {entity} ."
    raise ValueError("figures cannot be restricted to an entity")


def _joined(rows: Table, column: str) -> Table:
    """Make one row of neighbours with the same IRI, which differ in one column only."""
    iri, several = rows.columns.index("iri"), rows.columns.index(column)
    joined: list[tuple[Term | None, ...]] = []
    for _, same in groupby(rows.rows, key=lambda row: row[iri]):
        first, *others = same
        values = [cell.value for row in (first, *others) if isinstance(cell := row[several], Literal)]
        cell = Literal(" | ".join(values)) if values else None
        joined.append((*first[:several], cell, *first[several + 1 :]))
    return Table(rows.columns, tuple(joined))
