"""Graph: documents and entities become RDF as the contract says, are written to files and checked by SHACL."""

from kgbuild.graph.build import build
from kgbuild.graph.description import Graph
from kgbuild.graph.iris import DEFAULT_BASE
from kgbuild.graph.rdflib_view import to_rdflib
from kgbuild.graph.serialize import Format, dumps, format_of, write
from kgbuild.graph.validate import Report, Violation, validate
from kgbuild.graph.vocabulary import PREFIXES

__all__ = [
    "DEFAULT_BASE",
    "PREFIXES",
    "Format",
    "Graph",
    "Report",
    "Violation",
    "build",
    "dumps",
    "format_of",
    "to_rdflib",
    "validate",
    "write",
]
