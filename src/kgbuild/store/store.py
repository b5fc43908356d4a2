"""A folder that holds a graph and what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph

from kgbuild.graph import DEFAULT_BASE, PREFIXES, Graph, build, write
from kgbuild.model import Document, EntityType
from kgbuild.store.documents import Documents
from kgbuild.store.errors import QueryError
from kgbuild.store.index import Index
from kgbuild.store.lock import WriteLock
from kgbuild.store.naming import Found, find
from kgbuild.store.queries import ready_query
from kgbuild.store.results import Result, Table, result_of

if TYPE_CHECKING:
    from kgbuild.resolve.resolution import Resolution


class Store:
    """``kg/``: ``documents.sqlite``, ``graph.ttl`` and the Oxigraph database ``store/``.

    Reading needs no lock and sees the last published graph. The first change takes the write lock and keeps it
    until the store is closed; a change is durable when its call returns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._documents = Documents(path / "documents.sqlite")
        self._index = Index(path / "store")
        self._lock: WriteLock | None = None
        self._graph: pyoxigraph.Store | None = None

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Store:
        """Open a store; the folder need not exist before the first change.

        Args:
            path: the folder.
            write: take the write lock at once instead of with the first change.

        Raises:
            StoreError: the store is of another version, or ``write`` and somebody else writes.
        """
        store = cls(Path(path))
        if write:
            store._locked()
        return store

    # -------------------------------------------------------------- documents

    def documents(self) -> list[Document]:
        """Every stored document, by article key."""
        return self._documents.all()

    def sources(self) -> list[str]:
        """The sources of all stored documents, sorted."""
        return self._documents.sources()

    def holds(self, source: str, digest: str, fingerprint: str) -> bool:
        """Whether this article with these bytes, read by this pipeline, is stored."""
        return self._documents.holds(source, digest, fingerprint)

    def source_of(self, digest: str) -> str | None:
        """The source of the stored article that has these bytes."""
        return self._documents.source_of(digest)

    def put(self, document: Document, fingerprint: str) -> None:
        """Store what was extracted from an article, replacing what its source held; the graph does not change yet.

        Args:
            document: the article's document.
            fingerprint: of the pipeline that made it.

        Raises:
            StoreError: another source holds the article's key, or somebody else writes.
        """
        self._locked()
        self._documents.put(document, fingerprint)

    def remove(self, source: str) -> bool:
        """Remove an article's document; the graph does not change yet.

        Returns:
            False if there was none.
        """
        self._locked()
        return self._documents.remove(source)

    # -------------------------------------------------------------- graph

    def publish(self, documents: Sequence[Document], resolution: Resolution, base_iri: str = DEFAULT_BASE) -> Graph:
        """Make the graph of these documents the one that is queried; until then queries see the old one.

        Args:
            documents: what was extracted.
            resolution: the entities of exactly these documents.
            base_iri: instance IRIs are minted below it.

        Raises:
            StoreError: somebody else writes.
            ValueError: ``base_iri`` is not absolute.
        """
        self._locked()
        graph = build(documents, resolution, base_iri)
        turtle = self.path / "graph.ttl"
        write(graph, turtle)
        with turtle.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._index.build(graph.quads(), digest[:32])
        self._graph = None
        return graph

    @property
    def graph(self) -> pyoxigraph.Store:
        """The published graph as a read-only Oxigraph database.

        Raises:
            StoreError: nothing was published.
        """
        if self._graph is None:
            self._graph = self._index.open()
        return self._graph

    def query(self, sparql: str) -> Result:
        """Ask the published graph.

        The contract's prefixes are declared. Plain patterns see all named graphs together; ``GRAPH ?g`` tells them
        apart.

        Raises:
            QueryError: the query is not valid or cannot be answered.
            StoreError: nothing was published.
        """
        graph = self.graph
        try:
            return result_of(graph.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True))
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from None

    def select(self, sparql: str) -> Table:
        """The answer to a SELECT.

        Raises:
            QueryError: the query is not a valid SELECT.
        """
        result = self.query(sparql)
        if not isinstance(result, Table):
            raise QueryError("a SELECT is needed here")
        return result

    def query_named(self, name: str, arguments: Sequence[str] = ()) -> Result:
        """Run a ready query of ``ontologies/queries``.

        Args:
            name: its file name without ``.rq``.
            arguments: values of its arguments, in order; entities by any spelling.

        Raises:
            QueryError: there is no such query, or an argument does not fit.
        """
        return self.query(ready_query(name).bind(arguments, self.graph))

    def find(self, name: str, type: EntityType | None = None) -> Found:
        """The entity of the published graph with this name, see ``naming.find``.

        Raises:
            UnknownEntityError: there is no such entity, or the name is ambiguous.
        """
        return find(self.graph, name, type)

    # -------------------------------------------------------------- life

    def close(self) -> None:
        """Close the files and let the next writer in."""
        self._documents.close()
        self._graph = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _locked(self) -> None:
        if self._lock is None:
            self._lock = WriteLock(self.path)
