"""The graph as a network of entities for networkx."""

from __future__ import annotations

import networkx as nx

from kgbuild.graph.vocabulary import SYMMETRIC
from kgbuild.store.results import plain
from kgbuild.store.store import Store
from kgbuild.store.tables import View, table

_RELATIONS = """
SELECT ?subject ?predicate ?object (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?article) AS ?articles) WHERE {
    ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?p ; rdf:object ?object ;
        kg:status ?status ; prov:wasDerivedFrom ?article .
    ?object skos:prefLabel ?label .
    FILTER(?status IN (kg:asserted, kg:announced))
    BIND(REPLACE(STR(?p), "^.*[/#]", "") AS ?predicate)
}
GROUP BY ?subject ?predicate ?object
ORDER BY ?subject ?predicate ?object"""


def network(store: Store) -> nx.MultiDiGraph[str]:
    """Entities as nodes, direct triples between them as edges.

    Returns:
        Nodes are IRIs with the attributes ``label``, ``type``, ``mentions`` and ``articles``; the key of an edge and
        its attribute ``predicate`` are the predicate's local name, ``claims`` and ``articles`` count what states it.
        A symmetric predicate has an edge in each direction.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in table(store, View.ENTITIES):
        values = {name: plain(row[name]) for name in ("label", "type", "mentions", "articles")}
        graph.add_node(str(plain(row["iri"])), **values)
    for row in store.select(_RELATIONS):
        subject, predicate, target = (str(plain(row[name])) for name in ("subject", "predicate", "object"))
        counts = {name: int(str(plain(row[name]))) for name in ("claims", "articles")}
        _count(graph, subject, target, predicate, counts)
        if predicate in SYMMETRIC:
            _count(graph, target, subject, predicate, counts)
    return graph


def _count(graph: nx.MultiDiGraph[str], one: str, other: str, predicate: str, counts: dict[str, int]) -> None:
    edge = graph.get_edge_data(one, other, predicate, default={"claims": 0, "articles": 0})
    sums = {name: edge[name] + count for name, count in counts.items()}
    graph.add_edge(one, other, key=predicate, predicate=predicate, **sums)
