"""The file formats: bytes of one article → its text and what the file says about it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kgbuild.articles.decoding import decode
from kgbuild.articles.failure import Unusable
from kgbuild.articles.front_matter import front_matter
from kgbuild.articles.layout import markup
from kgbuild.articles.metadata import Metadata, clean, field_names, from_record, value
from kgbuild.model import Boilerplate, BoilerplateKind


@dataclass(frozen=True, slots=True)
class Content:
    """What a format yields of one article."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    marked: tuple[Boilerplate, ...] = ()
    """Front matter and marks of markup: spans of the text that are no part of the article. In order."""


def from_plain(data: bytes, *, markdown: bool = False) -> Content:
    """A text or Markdown file: the text unchanged, with YAML front matter if it begins with it.

    Raises:
        Unusable: the bytes are no text.
    """
    text = decode(data)
    metadata = Metadata()
    marked: list[Boilerplate] = []
    if (front := front_matter(text)) is not None:
        fields, span = front
        metadata = from_record(fields)
        marked.append(Boilerplate(span=span, kind=BoilerplateKind.NAVIGATION))
    if markdown:
        begin = marked[0].span.end if marked else 0
        marked += [mark for mark in markup.marks(text) if mark.span.begin >= begin]
        if metadata.title is None:
            metadata = Metadata(
                markup.heading(text), metadata.published, metadata.authors, metadata.publisher, metadata.url
            )
    return Content(text, metadata, tuple(marked))


def from_json(data: bytes) -> list[Any]:
    """The articles' records in a JSON file: the object itself, or the items of an array.

    Raises:
        Unusable: no JSON, or neither an object nor an array.
    """
    content = _loads(decode(data))
    if isinstance(content, Mapping):
        return [content]
    if isinstance(content, list) and content:
        return content
    raise Unusable("the JSON is neither an article nor a list of articles")


def from_json_line(data: bytes) -> Any:
    """The record of one line of a JSON Lines file.

    Raises:
        Unusable: no JSON.
    """
    return _loads(decode(data))


def from_record_value(record: Any) -> Content:
    """An article from a JSON object; the field names are those of ``data/articles/fields.yaml``.

    The title becomes the text's first line, a blank line after it, unless the text begins with it.

    Raises:
        Unusable: no object, or no text in it.
    """
    if not isinstance(record, Mapping):
        raise Unusable(f"a JSON object was expected, not {_json_kind(record)}")
    text = value(record, "text")
    if text is None:
        raise Unusable(f"no text in the JSON object (looked for {', '.join(field_names()['text'][:5])}, …)")
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)
    if not isinstance(text, str):
        raise Unusable(f"the text of the JSON object is not a string but {_json_kind(text)}")
    metadata = from_record(record)
    unified = re.sub(r"\r\n?", "\n", clean(text))
    if "\0" in unified:
        raise Unusable("binary data, not text")
    return Content(under_title(unified, metadata.title), metadata)


def under_title(text: str, title: str | None) -> str:
    """The text with its title as first line and a blank line, unless it begins with it."""
    if title is None or not text.strip() or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"


def _loads(text: str) -> Any:
    if not text.strip():
        raise Unusable("empty")
    try:
        return json.loads(text)
    except RecursionError:
        raise Unusable("broken JSON (nested too deeply)") from None
    except json.JSONDecodeError as error:
        raise Unusable(f"broken JSON ({error.msg}, line {error.lineno} column {error.colno})") from None
    except ValueError as error:
        raise Unusable(f"broken JSON ({str(error).splitlines()[0]})") from None


def _json_kind(content: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "an array"}
    return names.get(type(content), "null" if content is None else "an object")
