"""``store/``: the graph as an Oxigraph database that queries open without parsing anything.

Each published graph is a folder of its own, named by the digest of ``graph.ttl``, and never changes once it has
its name; the file ``current`` says which one is valid and is replaced atomically. So readers need no lock, and a
crash at any moment leaves the old graph or the new one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from kgbuild.store.errors import StoreError

_UNFINISHED = "unfinished"


class Index:
    """The database below a folder.

    Args:
        folder: ``kg/store``; made on first build.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, quads: Iterable[Quad], digest: str) -> None:
        """Load a graph beside the present one and put it in its place.

        Args:
            quads: the whole graph.
            digest: of its content; hex digits. A graph that is there already is not built again.
        """
        target = self._folder / digest
        if not self._opens(target):
            unfinished = self._folder / _UNFINISHED
            for leftover in (unfinished, target):
                shutil.rmtree(leftover, ignore_errors=True)
            unfinished.mkdir(parents=True)
            database = pyoxigraph.Store(unfinished)
            database.bulk_extend(quads)
            database.optimize()
            database.flush()
            del database  # closes it
            unfinished.rename(target)
        pointer = self._folder / "current.unfinished"
        with pointer.open("w", encoding="ascii") as file:
            file.write(digest + "\n")
            file.flush()
            os.fsync(file.fileno())
        pointer.replace(self._folder / "current")
        for old in self._folder.iterdir():
            if old.is_dir() and old.name != digest:
                shutil.rmtree(old, ignore_errors=True)

    def open(self) -> pyoxigraph.Store:
        """The valid graph, read-only.

        Raises:
            StoreError: no graph was published here, or it cannot be opened.
        """
        name = self._current()
        while True:
            try:
                return pyoxigraph.Store.read_only(str(self._folder / name))
            except OSError as error:
                # Another graph may have been published since its name was read, and this one removed.
                name, before = self._current(), name
                if name == before:
                    raise StoreError(f"{self._folder / name} cannot be opened ({error}); ingest again") from None

    def _current(self) -> str:
        try:
            return (self._folder / "current").read_text(encoding="ascii").strip()
        except (FileNotFoundError, NotADirectoryError):
            raise StoreError(f"{self._folder.parent}: no graph here; make one with `kgbuild ingest FOLDER`") from None

    @staticmethod
    def _opens(path: Path) -> bool:
        if not path.is_dir():
            return False
        try:
            pyoxigraph.Store.read_only(str(path))
        except OSError:
            return False
        return True
