"""Files → articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kgbuild.articles.decoding import decode
from kgbuild.articles.discovery import FoundFile, discover, unknown_format
from kgbuild.articles.failure import Failure, UnreadableArticle, Unusable
from kgbuild.articles.formats import Content, from_json, from_json_line, from_plain, from_record_value
from kgbuild.articles.german import require_german
from kgbuild.articles.layout import read_layout
from kgbuild.articles.metadata import Metadata
from kgbuild.articles.sidecar import beside
from kgbuild.model import Article, Boilerplate, DateBasis

MAX_CODE_POINTS = 1_000_000
"""Longest text of one article. spaCy refuses longer ones (``Language.max_length``), and memory grows with it."""
_MAX_BYTES = 4 * MAX_CODE_POINTS + 4


def read_all(inputs: Sequence[str | Path]) -> Iterator[Article | Failure]:
    """Every article that the inputs hold, in the order of their sources, and every failure in its place.

    Args:
        inputs: folders, files and glob patterns.

    Raises:
        NoSuchInput: one of them leads nowhere.
    """
    yield from without_duplicates(item for found in discover(inputs) for item in read_each(found))


def read(found: FoundFile) -> Iterator[Article]:
    """The articles of one file: one, or as many as a ``.jsonl`` or a JSON array holds.

    Raises:
        UnreadableArticle: the file, or one of its articles, is not usable. ``read_each`` goes on with the others.
    """
    for item in read_each(found):
        if isinstance(item, Failure):
            raise UnreadableArticle(item.source, item.reason)
        yield item


def read_each(found: FoundFile) -> Iterator[Article | Failure]:
    """The articles of one file, and a failure in the place of each that is not usable."""
    try:
        if found.suffix == ".jsonl":
            yield from _read_lines(found)
        elif found.suffix == ".json":
            yield from _read_records(found)
        else:
            data = _bytes(found.path)
            content = _content(found.suffix, data, found.path)
            known = _beside(found.path).over(content.metadata)
            yield _article(replace(content, metadata=known), found.key, found.source, data)
    except Unusable as error:
        yield Failure(found.source, str(error))


def without_duplicates(items: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """The same items, with a failure instead of each article whose bytes or text came before.

    Texts that differ in nothing but blanks and line breaks count as the same.
    """
    seen: dict[bytes, str] = {}
    for item in items:
        if isinstance(item, Article):
            marks = (item.digest.encode(), hashlib.sha256(" ".join(item.text.split()).encode()).digest())
            first = next((seen[mark] for mark in marks if mark in seen), None)
            if first is not None:
                yield Failure(item.source, f"duplicate of {first}")
                continue
            seen |= dict.fromkeys(marks, item.source)
        yield item


def _content(suffix: str, data: bytes, path: Path) -> Content:
    if suffix in (".html", ".htm"):
        from kgbuild.articles.html import from_html  # trafilatura takes a third of a second to import

        return from_html(data)
    if suffix == ".txt":
        return from_plain(data)
    if suffix in (".md", ".markdown"):
        return from_plain(data, markdown=True)
    raise Unusable(unknown_format(path))


def _read_records(found: FoundFile) -> Iterator[Article | Failure]:
    data = _bytes(found.path)
    records = from_json(data)
    if len(records) == 1:
        yield _article(from_record_value(records[0]), found.key, found.source, data)
        return
    for number, record in enumerate(records, start=1):
        # An item has no bytes of its own; its value stands for them, so that a change elsewhere does not touch it.
        yield _numbered(found, number, record, repr(record).encode("utf-8", "surrogatepass"))


def _read_lines(found: FoundFile) -> Iterator[Article | Failure]:
    for number, line in _lines(found.path):
        try:
            record = from_json_line(line)
        except Unusable as error:
            yield Failure(f"{found.source}#{number}", str(error))
        else:
            yield _numbered(found, number, record, line)


def _numbered(found: FoundFile, number: int, record: Any, data: bytes) -> Article | Failure:
    source = f"{found.source}#{number}"
    try:
        return _article(from_record_value(record), f"{found.key}-{number}", source, data)
    except Unusable as error:
        return Failure(source, str(error))


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1; a collection may be larger than memory."""
    try:
        with path.open("rb") as file:
            wide = file.read(4).startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
            file.seek(0)
            rows: Iterable[bytes] = decode(file.read()).encode("utf-8").split(b"\n") if wide else file
            for number, row in enumerate(rows, start=1):
                line = row.strip(b"\r\n")
                if line.strip():
                    yield number, line
    except OSError as error:
        raise Unusable(_trouble(path, error)) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise Unusable(f"too large (more than {MAX_CODE_POINTS:,} characters)")
        return path.read_bytes()
    except OSError as error:
        raise Unusable(_trouble(path, error)) from None


def _beside(path: Path) -> Metadata:
    try:
        return beside(path)
    except OSError as error:
        raise Unusable(f"its metadata cannot be read ({error.strerror or type(error).__name__})") from None


def _trouble(path: Path, error: OSError) -> str:
    if path.is_symlink() and not path.exists():
        return "a link that leads nowhere"
    return f"cannot be read ({error.strerror or type(error).__name__})"


def _article(content: Content, key: str, source: str, data: bytes) -> Article:
    text, known = content.text, content.metadata
    if not _outside(text, content.marked).strip():
        raise Unusable("empty")
    if len(text) > MAX_CODE_POINTS:
        raise Unusable(f"too large (more than {MAX_CODE_POINTS:,} characters)")
    layout = read_layout(text, known_title=known.title, authors=known.authors, marked=content.marked)
    # Source lists and bylines may be in any language; if nothing else is left, they are what there is to judge.
    require_german(_outside(text, layout.boilerplate).strip() or text)
    return Article(
        key=key,
        source=source,
        digest=f"sha256:{hashlib.sha256(data).hexdigest()}",
        text=text,
        title=known.title or layout.title,
        title_span=layout.title_span,
        published=known.published or layout.published,
        published_basis=DateBasis.METADATA if known.published else layout.basis,
        authors=known.authors or layout.authors,
        publisher=known.publisher or layout.publisher,
        url=known.url,
        boilerplate=layout.boilerplate,
    )


def _outside(text: str, spans: Sequence[Boilerplate]) -> str:
    """The text without the spans, which are sorted and do not overlap."""
    pieces, begin = [], 0
    for mark in spans:
        pieces.append(text[begin : mark.span.begin])
        begin = mark.span.end
    return "".join([*pieces, text[begin:]])
