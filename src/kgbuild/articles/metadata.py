"""What is known about an article besides its text, from the fields of JSON, front matter or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kgbuild.articles.calendar import iso_date
from kgbuild.model import IsoDate

_SEPARATORS = re.compile(r"\s*(?:;|\||\bund\b|\band\b|&)\s*")
_BY = re.compile(r"(?:von|by)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of one article; absent where not known."""

    title: str | None = None
    published: IsoDate | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and the other's where these are absent."""
        return Metadata(
            title=self.title or other.title,
            published=self.published or other.published,
            authors=self.authors or other.authors,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
        )


@cache
def field_names() -> dict[str, tuple[str, ...]]:
    """The accepted names of each field, folded, from ``data/articles/fields.yaml``."""
    table = yaml.safe_load(files("kgbuild").joinpath("data/articles/fields.yaml").read_text(encoding="utf-8"))
    return {field: tuple(dict.fromkeys(map(fold, names))) for field, names in table.items()}


def fold(name: str) -> str:
    """A field name without case, ``-``, ``_``, ``:`` and blanks."""
    return re.sub(r"[-_:\s]", "", name.casefold())


def value(record: Mapping[str, Any], field: str) -> Any:
    """The first non-empty value under one of a field's names; None if there is none."""
    folded = {fold(name): content for name, content in reversed(list(record.items())) if isinstance(name, str)}
    return next((folded[name] for name in field_names()[field] if folded.get(name)), None)


def from_record(record: Mapping[str, Any]) -> Metadata:
    """Metadata from a JSON object or front matter, with the synonyms of ``data/articles/fields.yaml``.

    A value of the wrong kind counts as absent: metadata never make an article unreadable.
    """
    published = value(record, "published")
    url = next(_names(value(record, "url")), None)
    return Metadata(
        title=next(_names(value(record, "title")), None),
        published=iso_date(str(published)) if isinstance(published, str | int) else None,
        authors=tuple(dict.fromkeys(_authors(value(record, "authors")))),
        publisher=next(_names(value(record, "publisher")), None),
        url=url if url is not None and re.match(r"https?://\S+\Z", url) else None,
    )


def _names(content: Any) -> Iterator[str]:
    """Strings of a value that may be a string, an object with a name, or a list of such."""
    if isinstance(content, str):
        if line := " ".join(clean(content).split()):
            yield line
    elif isinstance(content, Mapping):
        yield from _names(content.get("name") or content.get("@id") or content.get("url"))
    elif isinstance(content, Sequence):
        for item in content:
            if not isinstance(item, Sequence) or isinstance(item, str):
                yield from _names(item)


def _authors(content: Any) -> Iterator[str]:
    for names in _names(content):
        yield from split_names(names)


def split_names(names: str) -> list[str]:
    """The persons in ``Von Ada Muster und Ben Beispiel``; ``,`` separates only full names."""
    bare = _BY.sub("", names, count=1) if _BY.match(names) else names
    parts = [part.strip() for part in _SEPARATORS.split(bare) if part.strip()]
    return [name for part in parts for name in (part.split(", ") if _lists_persons(part) else [part])]


def _lists_persons(names: str) -> bool:
    """``Ada Muster, Ben Beispiel`` lists persons, ``Muster, Ada`` is one."""
    return all(" " in name.strip() for name in names.split(","))


def clean(text: str) -> str:
    """Text that can be written as UTF-8: unpaired surrogates, which JSON escapes may hold, become U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
