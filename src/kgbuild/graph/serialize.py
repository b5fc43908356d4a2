"""Graphs as files: Turtle, TriG, N-Quads, N-Triples, JSON-LD, byte for byte the same for the same statements."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from kgbuild.graph.description import Graph
from kgbuild.graph.vocabulary import PREFIXES

ENTITY_PATHS = ("agreement", "claim", "event", "organization", "person", "place", "state")
"""Paths below the base IRI that get a prefix, so that ``<…/state/KZ>`` is written ``state:KZ``."""


class Format(StrEnum):
    """A serialisation; Turtle and N-Triples drop the named graphs."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


_RDF_FORMAT: dict[Format, RdfFormat] = {
    Format.TURTLE: RdfFormat.TURTLE,
    Format.TRIG: RdfFormat.TRIG,
    Format.NQUADS: RdfFormat.N_QUADS,
    Format.NTRIPLES: RdfFormat.N_TRIPLES,
    Format.JSONLD: RdfFormat.JSON_LD,
}
_BY_SUFFIX = {".ttl": Format.TURTLE, ".trig": Format.TRIG, ".nq": Format.NQUADS, ".nt": Format.NTRIPLES}
_BY_SUFFIX[".jsonld"] = Format.JSONLD


class Writable(Protocol):
    """What takes bytes."""

    def write(self, data: bytes, /) -> int: ...  # noqa: D102


def format_of(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        ValueError: the suffix is none of .ttl .trig .nq .nt .jsonld.
    """
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        known = " ".join(sorted(_BY_SUFFIX))
        raise ValueError(f"{path.name}: no RDF format has the suffix {path.suffix!r}; known: {known}") from None


def write(graph: Graph, path: str | Path, format: Format | str | None = None) -> None:
    """Write a graph to a file, replacing it atomically.

    Args:
        graph: what to write.
        path: the file; a reader sees the old one or the whole new one.
        format: by default what the suffix says.

    Raises:
        ValueError: the format is unknown.
        OSError: the file cannot be written.
    """
    path = Path(path)
    chosen = format_of(path) if format is None else Format(format)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            dump(graph, file, chosen)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def dumps(graph: Graph, format: Format | str = Format.TURTLE) -> str:
    """A graph as text."""
    buffer = BytesIO()
    dump(graph, buffer, Format(format))
    return buffer.getvalue().decode()


def dump(graph: Graph, file: IO[bytes] | BytesIO, format: Format) -> None:
    """Write a graph to an open binary file."""
    statements = graph.quads() if keeps_graphs(format) else graph.triples()
    dump_statements(statements, file, format, graph.base_iri)


def keeps_graphs(format: Format) -> bool:
    """Whether a format has named graphs, so that it is written from quads and not from triples."""
    return bool(_RDF_FORMAT[format].supports_datasets)


def dump_statements(
    statements: Iterable[Quad] | Iterable[Triple], file: IO[bytes] | BytesIO, format: Format, base_iri: str
) -> None:
    """Write statements in the order given to an open binary file.

    Args:
        statements: quads where the format keeps named graphs, else triples; equal subjects stand together.
        file: takes bytes.
        format: the serialisation.
        base_iri: entities below it are written with prefixes, in the formats that have any.
    """
    rdf_format = _RDF_FORMAT[format]
    if format not in (Format.TURTLE, Format.TRIG):
        pyoxigraph.serialize(statements, file, rdf_format)
        return
    prefixes = PREFIXES | {name: f"{base_iri}{name}/" for name in ENTITY_PATHS}
    for name, iri in sorted(prefixes.items()):
        file.write(f"@prefix {name}: <{iri}> .\n".encode())
    file.write(b"\n")
    # Oxigraph declares prefixes in an order that changes from run to run, hence our own declarations before its body.
    body = _WithoutFirstLines(file, len(prefixes))
    pyoxigraph.serialize(statements, body, rdf_format, prefixes=prefixes)  # type: ignore[arg-type]


class _WithoutFirstLines:
    """A binary file that swallows the first lines written to it."""

    def __init__(self, file: Writable, lines: int) -> None:
        self._file = file
        self._left = lines

    def write(self, data: bytes, /) -> int:
        """Pass on what follows the lines to swallow; report all as written."""
        rest = data
        while self._left and rest:
            _, newline, rest = rest.partition(b"\n")
            self._left -= len(newline)
        if rest:
            self._file.write(rest)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""
