"""Metadata beside an article: ``a.meta.yaml`` tells what ``a.txt`` does not, and leaves its text and offsets alone."""

from __future__ import annotations

from pathlib import Path

import yaml

from kgbuild.articles.decoding import decode
from kgbuild.articles.failure import Unusable
from kgbuild.articles.metadata import Metadata, from_record

SUFFIX = ".meta.yaml"


def is_sidecar(path: Path) -> bool:
    """Whether a file holds another one's metadata."""
    return path.name.lower().endswith(SUFFIX)


def beside(article: Path) -> Metadata:
    """The metadata in the file beside an article; empty if there is none.

    The fields are those of front matter (``data/articles/fields.yaml``), for example ``published: 2025-11-10``.

    Raises:
        Unusable: that file is no YAML mapping.
        OSError: it cannot be read.
    """
    path = article.with_suffix(SUFFIX)
    if not path.is_file():
        return Metadata()
    try:
        fields = yaml.load(decode(path.read_bytes()), Loader=yaml.BaseLoader)  # builds strings, lists, dicts only
    except (yaml.YAMLError, RecursionError, ValueError):
        fields = None
    if not isinstance(fields, dict):
        raise Unusable(f"the metadata in {path.name} are not a YAML mapping")
    return from_record(fields)
