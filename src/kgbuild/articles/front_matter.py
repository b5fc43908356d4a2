"""YAML front matter: the block between two lines ``---`` at the very start of a text or Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from kgbuild.model import Span

_BLOCK = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> tuple[Mapping[str, Any], Span] | None:
    """The fields and the place of the front matter, or None if the text begins otherwise.

    What stands between the lines must be a YAML mapping with at least one entry; all scalars are read as strings, and
    no object is built from a tag.
    """
    match = _BLOCK.match(text)
    if match is None:
        return None
    try:
        fields = yaml.load(match[1], Loader=yaml.BaseLoader)  # builds strings, lists, dicts only
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(fields, dict) or not fields or not all(isinstance(name, str) for name in fields):
        return None
    return fields, Span(0, len(match[0].rstrip("\n")))
