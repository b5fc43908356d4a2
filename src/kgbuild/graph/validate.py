"""Whether a graph keeps to the contract: the SHACL shapes of ``ontologies/shapes.ttl``, asked by pyshacl."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import Quad, RdfFormat, Store, Triple
from rdflib.namespace import SH
from rdflib.term import Node

from kgbuild.graph.description import Graph
from kgbuild.graph.rdflib_view import to_rdflib
from kgbuild.graph.vocabulary import PREFIXES
from kgbuild.resources import ontology


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one rule."""

    focus: str
    """IRI of the node that was looked at."""
    message: str
    """What is expected, in one sentence."""
    path: str | None = None
    """The property concerned, shortened by prefix."""
    value: str | None = None
    """The offending value, if a single one is to blame."""

    def __str__(self) -> str:
        where = f" {self.path}" if self.path else ""
        value = f" (found {self.value})" if self.value is not None else ""
        return f"{self.focus}{where}: {self.message}{value}"


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found."""

    triples: int
    """How many statements were checked."""
    violations: tuple[Violation, ...]
    """Sorted; empty if the graph conforms."""

    @property
    def conforms(self) -> bool:
        """Whether no rule is broken."""
        return not self.violations

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"conforms": self.conforms, **asdict(self)}

    def __str__(self) -> str:
        if self.conforms:
            return f"{self.triples} triples conform to the shapes."
        lines = [f"{self.triples} triples, {len(self.violations)} violations:"]
        return "\n".join(lines + [f"- {violation}" for violation in self.violations])


def validate(source: str | Path | Store | Graph) -> Report:
    """Check a graph against the shapes.

    The whole graph is copied into memory as rdflib terms and pyshacl looks at node by node: time and memory grow
    linearly, by about half a millisecond and a kilobyte per triple. Five news articles (some 6,000 triples) take
    seconds, ten thousand articles an hour and a half; of a large graph validate a sample of articles instead.

    Args:
        source: a file (.ttl .nt .trig .nq .jsonld), a pyoxigraph store, or a graph from ``build``.

    Raises:
        OSError: the file cannot be read.
        SyntaxError: the file is not valid RDF.
        ValueError: the file's suffix is no known RDF format.
    """
    import pyshacl  # slow to import, and only needed here

    with _quiet():
        data = to_rdflib(_statements(source))
        _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    if not isinstance(results, rdflib.Graph):
        raise RuntimeError(f"pyshacl could not validate: {results!r}")
    return Report(len(data), tuple(sorted(set(_violations(results)))))


def _statements(source: str | Path | Store | Graph) -> Iterable[Triple | Quad]:
    if isinstance(source, Graph):
        return source.triples()
    if isinstance(source, Store):
        return source
    path = Path(source)
    rdf_format = RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if rdf_format is None:
        raise ValueError(f"{path.name}: no RDF format has the suffix {path.suffix!r}")
    return pyoxigraph.parse(path=path, format=rdf_format)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology("shapes.ttl"))


def _violations(results: rdflib.Graph) -> Iterable[Violation]:
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        focus = results.value(result, SH.focusNode)
        value = results.value(result, SH.value)
        if results.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent:
            # These look at an article; the node to blame is the one that they select.
            focus, value = value, None
        yield Violation(
            focus=str(focus),
            message=str(results.value(result, SH.resultMessage)),
            path=_short(results.value(result, SH.resultPath)),
            value=None if value is None else str(value),
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each literal that its datatype forbids: the report lists them."""
    logger = logging.getLogger("rdflib.term")
    was, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = was


def _short(term: Node | None) -> str | None:
    if not isinstance(term, rdflib.URIRef):
        return None
    for prefix, iri in PREFIXES.items():
        if term.startswith(iri):
            return f"{prefix}:{term[len(iri) :]}"
    return str(term)
