"""The vocabularies of the RDF contract: namespaces, prefixes, and which term stands for which value of ``model``."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kgbuild.model import EntityType, Label


class Namespace:
    """An IRI below which terms live; indexing gives a term: ``KG["Claim"]``.

    Args:
        iri: the common beginning of the terms' IRIs.
    """

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._terms: dict[str, NamedNode] = {}

    def __getitem__(self, name: str) -> NamedNode:
        """The term with this local name."""
        term = self._terms.get(name)
        if term is None:
            term = self._terms[name] = NamedNode(self.iri + name)
        return term

    def local(self, term: NamedNode) -> str | None:
        """The local name of a term of this namespace, None for any other."""
        return term.value[len(self.iri) :] if term.value.startswith(self.iri) else None


KG = Namespace("https://w3id.org/kgbuild/ontology#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")
PROV = Namespace("http://www.w3.org/ns/prov#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
WD = Namespace("http://www.wikidata.org/entity/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS.iri,
    "itsrdf": ITSRDF.iri,
    "kg": KG.iri,
    "nif": NIF.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "skos": SKOS.iri,
    "wd": WD.iri,
    "xsd": XSD.iri,
}
"""What every query may use without declaring it, and every file declares."""

ENTITY_CLASS: dict[EntityType, NamedNode] = {
    EntityType.PERSON: SCHEMA["Person"],
    EntityType.STATE: KG["State"],
    EntityType.PLACE: SCHEMA["Place"],
    EntityType.ORGANIZATION: SCHEMA["Organization"],
    EntityType.AGREEMENT: KG["Agreement"],
    EntityType.EVENT: SCHEMA["Event"],
}
"""The class of an entity."""

MENTION_CLASS: dict[Label, NamedNode] = {
    Label.PER: SCHEMA["Person"],
    Label.STATE: KG["State"],
    Label.LOC: SCHEMA["Place"],
    Label.ORG: SCHEMA["Organization"],
    Label.AGREEMENT: KG["Agreement"],
    Label.EVENT: SCHEMA["Event"],
    Label.NORP: KG["Demonym"],
    Label.ROLE: KG["Office"],
    Label.MONEY: SCHEMA["MonetaryAmount"],
    Label.PERCENT: KG["Percentage"],
    Label.QUANTITY: SCHEMA["QuantitativeValue"],
    Label.DATE: KG["DateMention"],
}
"""The ``itsrdf:taClassRef`` of a mention, by its literal label."""

SYMMETRIC: frozenset[str] = frozenset(
    {"diplomaticRelationsWith", "cooperatesWith", "negotiatesWith", "metWith", "tradesWith", "atWarWith"}
)
"""Predicates whose direct triple holds in both directions (``owl:SymmetricProperty`` in the ontology)."""

DATED_BY_OBJECT: frozenset[str] = frozenset({"concluded", "ended"})
"""Predicates whose literal object is a date, not words."""
