"""What a query answers: a table of RDF terms, yes or no, or triples."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO, StringIO

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from kgbuild.graph.iris import DEFAULT_BASE
from kgbuild.graph.serialize import Format, dump_statements
from kgbuild.graph.vocabulary import PREFIXES, XSD

Term = NamedNode | BlankNode | Literal | Triple
"""What stands in a cell of a table."""

_NUMERIC = {XSD[name] for name in ("integer", "decimal", "double", "float", "nonNegativeInteger", "long", "int")}


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    """One cell per column; None where the query bound nothing."""

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Term | None]]:
        """Each row as a mapping from column to term."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def records(self) -> list[dict[str, str | int | float | bool | None]]:
        """Each row with Python values: text, numbers, truth values; IRIs and dates as text."""
        return [dict(zip(self.columns, map(plain, row), strict=True)) for row in self.rows]

    def to_csv(self) -> str:
        """SPARQL 1.1 Query Results CSV: values without types."""
        text = StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows([["" if cell is None else _value(cell) for cell in row] for row in self.rows])
        return text.getvalue()

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        bindings = [
            {name: _json(cell) for name, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False, indent=2)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        return json.dumps({"head": {}, "boolean": self.value})


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]
    """Sorted, each once."""

    def __len__(self) -> int:
        """The number of triples."""
        return len(self.triples)

    def to_turtle(self) -> str:
        """Turtle with the contract's prefixes."""
        file = BytesIO()
        dump_statements(self.triples, file, Format.TURTLE, DEFAULT_BASE)
        return file.getvalue().decode()


Result = Table | Answer | Triples


def result_of(raw: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples) -> Result:
    """Read a result of Oxigraph to its end."""
    if isinstance(raw, pyoxigraph.QueryBoolean):
        return Answer(bool(raw))
    if isinstance(raw, pyoxigraph.QueryTriples):
        return Triples(tuple(sorted(set(raw), key=str)))
    variables: list[Variable] = raw.variables
    return Table(tuple(v.value for v in variables), tuple(tuple(row[v] for v in variables) for row in raw))


def plain(term: Term | None) -> str | int | float | bool | None:
    """A term as a Python value."""
    if isinstance(term, Literal):
        if term.datatype in _NUMERIC:
            return int(term.value) if term.datatype == XSD["integer"] else float(term.value)
        if term.datatype == XSD["boolean"]:
            return term.value in ("true", "1")
    return None if term is None else _value(term)


def short(iri: str) -> str:
    """An IRI shortened by the contract's prefixes, for people: ``kg:partyTo``."""
    for prefix, beginning in PREFIXES.items():
        if iri.startswith(beginning):
            return f"{prefix}:{iri[len(beginning) :]}"
    return iri


def _value(term: Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def _json(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        return {"type": "triple", "value": str(term)}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype == XSD["string"]:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
