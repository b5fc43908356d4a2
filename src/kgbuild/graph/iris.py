"""Where instance IRIs are minted: below one base IRI, from stable parts only."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

DEFAULT_BASE = "https://w3id.org/kgbuild/data/"


class Iris:
    """Mints the IRIs of the RDF contract.

    Args:
        base: an absolute IRI; a closing ``/`` is added unless it ends in ``/``, ``#`` or ``:``.

    Raises:
        ValueError: ``base`` is not an absolute IRI.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not urlsplit(base).scheme:
            raise ValueError(f"the base IRI must be absolute, like {DEFAULT_BASE}: {base!r}")
        self.base = base if base.endswith(("/", "#", ":")) else base + "/"
        NamedNode(self.base)

    def article(self, key: str) -> NamedNode:
        """``…article/KEY``: the article, and the name of its graph."""
        return NamedNode(f"{self.base}article/{_segment(key)}")

    def span(self, key: str, begin: int, end: int) -> NamedNode:
        """``…article/KEY#char=BEGIN,END`` (RFC 5147): a run of code points of the article's text."""
        return NamedNode(f"{self.base}article/{_segment(key)}#char={begin},{end}")

    def entity(self, path: str) -> NamedNode:
        """``…PATH``: the entity with this path below the base, like ``person/donald-trump``."""
        return NamedNode(self.base + quote(path, safe="/-._~"))

    def claim(self, digest: str) -> NamedNode:
        """``…claim/DIGEST``."""
        return NamedNode(f"{self.base}claim/{digest}")


def _segment(key: str) -> str:
    return quote(key, safe="-._~")
