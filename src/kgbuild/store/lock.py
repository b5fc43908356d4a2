"""One writer at a time: a lock that the operating system releases when its process ends, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kgbuild.store.errors import StoreError


class WriteLock:
    """An exclusive transaction on an empty SQLite file; SQLite brings the file locks of every platform.

    Args:
        folder: the store's folder; made if absent.

    Raises:
        StoreError: another process holds the lock, or the folder cannot be made or written to.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(folder / ".lock", timeout=0, isolation_level=None)
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                self._connection.close()
                raise StoreError(f"{folder} is in use by another ingest; try again when it is done") from None
            raise StoreError(f"{folder} cannot be written to ({error})") from None
        except OSError as error:
            raise StoreError(f"{folder} cannot be used as a store ({error.strerror})") from None

    def release(self) -> None:
        """Let the next writer in."""
        self._connection.close()
