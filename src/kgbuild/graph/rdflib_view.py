"""The graph for users of rdflib, and for what is built on rdflib, such as SHACL."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from kgbuild.graph.vocabulary import PREFIXES


def to_rdflib(statements: Iterable[Triple | Quad]) -> Graph:
    """Copy statements into a new ``rdflib.Graph`` in memory, with the contract's prefixes bound.

    Args:
        statements: triples, or quads whose graph names are dropped; ``Graph.triples()`` and a pyoxigraph ``Store``
            both serve.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    for s in statements:
        graph.add((_node(s.subject), _iri(s.predicate), _node(s.object)))
    return graph


@lru_cache(maxsize=65_536)
def _iri(term: NamedNode) -> URIRef:
    return URIRef(term.value)


def _node(term: NamedNode | BlankNode | Literal | Triple) -> Node:
    if isinstance(term, NamedNode):
        return _iri(term)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, Triple):
        raise TypeError("rdflib has no triple terms; kgbuild writes none")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    # Normalisation would rewrite lexical forms ("40.0" to "40") and so make a different graph.
    return rdflib.Literal(term.value, datatype=_iri(term.datatype), normalize=False)
