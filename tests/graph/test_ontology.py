"""The ontology says something about every term that a graph uses, in both languages."""

import re

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS

from kgbuild.graph import build, dumps, to_rdflib
from kgbuild.graph.vocabulary import ENTITY_CLASS, KG, MENTION_CLASS, SYMMETRIC
from kgbuild.model import Modifier, Status
from kgbuild.resources import ontology
from tests.graph.example import documents, resolution

PREDICATES = """
holdsOffice affiliatedWith partyTo memberOf signed initiated concluded ended diplomaticRelationsWith recognizes
cooperatesWith negotiatesWith supports opposes dependsOn visited metWith hosted participatedIn said announced investedIn
tradesWith suppliesArmsTo attacked atWarWith sanctioned appointed resignedFrom elected tookPlaceIn locatedIn capitalOf
"""  # the annotation guide, section 5


@pytest.fixture(scope="module")
def terms():
    return rdflib.Graph().parse(ontology("kgbuild.ttl"))


def test_every_term_of_the_graph_is_defined(terms):
    used = set(re.findall(r"<" + re.escape(KG.iri) + r"(\w+)>", dumps(build(documents(), resolution()), "ntriples")))
    used |= {m.value for m in Modifier} | {s.value for s in Status} | set(PREDICATES.split())
    used |= {KG.local(c) for c in (*MENTION_CLASS.values(), *ENTITY_CLASS.values())} - {None}
    for name in sorted(used):
        assert (rdflib.URIRef(KG.iri + name), RDF.type, None) in terms, name


def test_every_term_has_labels_and_comments_in_both_languages(terms):
    own = {s for s in terms.subjects(RDF.type) if isinstance(s, rdflib.URIRef) and s.startswith(KG.iri)}
    assert len(own) > 70
    for term in own:
        for property in (RDFS.label, RDFS.comment):
            assert {o.language for o in terms.objects(term, property)} == {"de", "en"}, (term, property)


def test_symmetric_predicates_are_those_of_the_code(terms):
    assert {str(s).rpartition("#")[2] for s in terms.subjects(RDF.type, OWL.SymmetricProperty)} == SYMMETRIC


def test_rdflib_gets_every_triple():
    graph = build(documents(), resolution())
    assert len(to_rdflib(graph.triples())) == len(graph)
