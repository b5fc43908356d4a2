"""The published graph in other formats: RDF serialisations, GraphML, and CSV tables."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import IO

import networkx as nx
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kgbuild.graph import DEFAULT_BASE
from kgbuild.graph.serialize import Format, dump_statements
from kgbuild.graph.vocabulary import RDF, XSD
from kgbuild.store.network import network
from kgbuild.store.store import Store
from kgbuild.store.tables import View, table


class ExportFormat(StrEnum):
    """What a graph can be exported as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    CSV = "csv"


def export(store: Store, format: ExportFormat | str) -> bytes:
    """The published graph as one file's content.

    Args:
        store: with a published graph.
        format: any but ``csv``, which makes several files.

    Raises:
        StoreError: nothing was published.
        ValueError: the format is unknown, or ``csv``.
    """
    buffer = BytesIO()
    _write(store, ExportFormat(format), buffer)
    return buffer.getvalue()


def export_to(store: Store, format: ExportFormat | str, path: str | Path) -> None:
    """Write the published graph to a file, or for ``csv`` to a folder of tables.

    Args:
        store: with a published graph.
        format: what to write.
        path: the file; for ``csv`` the folder that gets ``entities.csv``, ``claims.csv``, ``figures.csv`` and
            ``mentions.csv`` (UTF-8, comma, header line).

    Raises:
        StoreError: nothing was published.
        ValueError: the format is unknown.
    """
    chosen, target = ExportFormat(format), Path(path)
    if chosen is ExportFormat.CSV:
        target.mkdir(parents=True, exist_ok=True)
        for view in View:
            (target / f"{view.value}.csv").write_text(table(store, view).to_csv(), encoding="utf-8", newline="")
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        _write(store, chosen, file)


def _write(store: Store, format: ExportFormat, file: IO[bytes]) -> None:
    if format is ExportFormat.CSV:
        raise ValueError("csv is several tables; export it to a folder")
    database = store.graph
    if format is ExportFormat.TURTLE:
        with (store.path / "graph.ttl").open("rb") as turtle:
            shutil.copyfileobj(turtle, file)
    elif format is ExportFormat.GRAPHML:
        nx.write_graphml(_printable(network(store)), file)
    else:
        quads = sorted(map(_as_written, database), key=_position)
        dump_statements(quads, file, Format(format.value), _base_iri(quads))


def _base_iri(quads: Iterable[Quad]) -> str:
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            return quad.graph_name.value.rpartition("article/")[0]
    return DEFAULT_BASE


def _as_written(quad: Quad) -> Quad:
    """Undo Oxigraph's rewriting of decimals: it keeps ``40.0`` as ``40``, another literal of the same value."""
    item = quad.object
    if isinstance(item, Literal) and item.datatype == XSD["decimal"] and "." not in item.value:
        literal = Literal(f"{item.value}.0", datatype=item.datatype)
        return Quad(quad.subject, quad.predicate, literal, quad.graph_name)
    return quad


def _position(quad: Quad) -> tuple[bool, str, str, int, int, str, bool, str, str]:
    """Articles before the default graph; in an article its spans in the order of the text, outer before inner."""
    subject = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
    path, _, span = subject.partition("#char=")
    begin, end = map(int, span.split(",")) if span else (-1, 0)
    predicate = str(quad.predicate)
    return (
        isinstance(quad.graph_name, DefaultGraph),
        str(quad.graph_name),
        path,
        begin,
        -end,
        subject,
        quad.predicate != RDF["type"],
        predicate,
        str(quad.object),
    )


def _printable(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Without the control characters that XML forbids."""
    for _, attributes in graph.nodes(data=True):
        attributes["label"] = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", attributes["label"])
    return graph
