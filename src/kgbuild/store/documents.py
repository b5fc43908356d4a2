"""``documents.sqlite``: what was extracted from each article, kept until the article changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pydantic import ValidationError

from kgbuild.model import Document
from kgbuild.store.errors import StoreError

VERSION = 1
"""Of the tables below; kept in SQLite's ``user_version``."""

_TABLES = """
CREATE TABLE documents (
    source TEXT PRIMARY KEY,     -- path relative to the ingested folder
    key TEXT NOT NULL UNIQUE,    -- last segment of the article's IRI
    digest TEXT NOT NULL,        -- of the file's bytes
    fingerprint TEXT NOT NULL,   -- of the pipeline that read it
    document TEXT NOT NULL       -- a Document as JSON
) WITHOUT ROWID;
CREATE INDEX documents_digest ON documents (digest);
"""


class Documents:
    """The table of documents; every change is a transaction of its own and durable when the call returns.

    Args:
        path: the SQLite file; made on first write.

    Raises:
        StoreError: the file is no such table, or one of another version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        if path.exists():
            self._connection = self._connect()

    def put(self, document: Document, fingerprint: str) -> None:
        """Store a document, replacing what its article's source held.

        Raises:
            StoreError: another source holds the article's key, or the disk is full. What was stored, stays.
        """
        article = document.article
        row = (article.source, article.key, article.digest, fingerprint, document.model_dump_json())
        connection = self._writable()
        try:
            with connection:
                connection.execute("DELETE FROM documents WHERE source = ?", (article.source,))
                connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            raise StoreError(f"{article.source}: another article has the key {article.key!r}") from None
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written ({error})") from None

    def remove(self, source: str) -> bool:
        """Remove an article's document; False if there was none."""
        connection = self._writable()
        with connection:
            return connection.execute("DELETE FROM documents WHERE source = ?", (source,)).rowcount > 0

    def all(self) -> list[Document]:
        """Every document, by article key.

        Raises:
            StoreError: a stored document is not one of this version's.
        """
        rows = self._rows("SELECT source, document FROM documents ORDER BY key")
        try:
            return [Document.model_validate_json(text) for _, text in rows]
        except ValidationError:
            raise StoreError(f"{self._path}: written by another version of kgbuild; ingest into a new folder") from None

    def sources(self) -> list[str]:
        """The sources of all documents, sorted."""
        return [source for (source,) in self._rows("SELECT source FROM documents ORDER BY source")]

    def holds(self, source: str, digest: str, fingerprint: str) -> bool:
        """Whether exactly this article, read by exactly this pipeline, is stored."""
        return bool(
            self._rows(
                "SELECT 1 FROM documents WHERE source = ? AND digest = ? AND fingerprint = ?",
                (source, digest, fingerprint),
            )
        )

    def source_of(self, digest: str) -> str | None:
        """The source of the stored article with these bytes; the first by name if there are several."""
        rows = self._rows("SELECT source FROM documents WHERE digest = ? ORDER BY source LIMIT 1", (digest,))
        return rows[0][0] if rows else None

    def close(self) -> None:
        """Close the file; later calls fail."""
        if self._connection is not None:
            self._connection.close()

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        if self._connection is None:
            if not self._path.exists():
                return []
            self._connection = self._connect()
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    def _writable(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        except sqlite3.DatabaseError as error:
            connection.close()
            raise StoreError(f"{self._path}: not a store of kgbuild ({error})") from None
        if version not in (0, VERSION):
            connection.close()
            raise StoreError(
                f"{self._path}: version {version}, but this kgbuild writes version {VERSION}; ingest into a new folder"
            )
        return connection
