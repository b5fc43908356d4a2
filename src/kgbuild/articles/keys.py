"""Article keys: the last segment of an article's IRI, made from its path alone.

A key must be the same on every machine and in every run, so it depends on the path and not on contents, order or
time. Only where two paths give the same slug does it depend on another file: then *all* of them get the first digits
of the SHA-256 of their path, whichever came first.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

MAX_SLUG = 80
"""Longer slugs are cut and made unique by a digest."""

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "ı": "i"}
)
_NUMBERED = re.compile(r"(.+)-\d+")


def slug(path: str) -> str:
    """ASCII slug of a relative path without its suffix: ``Größe/001 Novastan.txt`` → ``groesse-001-novastan``.

    Letters without an ASCII form (Cyrillic, Han) cannot be written; a digest of the path then stands for them.
    """
    stem = str(PurePosixPath(path).with_suffix("")) if PurePosixPath(path).suffix else path
    lowered = unicodedata.normalize("NFC", stem).casefold().translate(_GERMAN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    lossy = any(letter.isalnum() and not letter.isascii() for letter in bare)
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if lossy or not words or len(words) > MAX_SLUG:
        return f"{words[:MAX_SLUG].strip('-') or 'article'}-{digest(path)}"
    return words


def digest(path: str, digits: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of a path."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:digits]


def assign(paths: Iterable[str], several: Iterable[str] = ()) -> dict[str, str]:
    """A distinct key for each path.

    Args:
        paths: relative paths, ``/`` as separator.
        several: those of them whose file may hold many articles; their n-th article gets the key ``<key>-n``, so
            no other key may look like that.

    Returns:
        The key of each path; the same for every order of ``paths``.
    """
    collections = set(several)
    keys = {path: slug(path) for path in sorted(set(paths))}
    numbered = {match[1] for key in keys.values() if (match := _NUMBERED.fullmatch(key))}
    lengthened = {path for path in keys if path in collections and keys[path] in numbered}
    while True:
        for path in lengthened:
            keys[path] = f"{slug(path)}-{digest(path)}"
        owners: dict[str, list[str]] = defaultdict(list)
        for path, key in keys.items():
            owners[key].append(path)
        clashing = {path for members in owners.values() if len(members) > 1 for path in members} - lengthened
        if not clashing:
            return keys
        lengthened |= clashing
