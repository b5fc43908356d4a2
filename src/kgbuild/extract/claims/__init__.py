"""Claims of one article: candidates of all readers, and the one place that decides between them."""

from kgbuild.extract.claims.read import read_claims

__all__ = ["read_claims"]
