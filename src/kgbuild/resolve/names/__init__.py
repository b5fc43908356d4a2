"""Names: whether two spellings can mean the same person, state, organisation, agreement or place."""

from kgbuild.resolve.names.comparison import Kind, compare
from kgbuild.resolve.names.verdict import Comparison

__all__ = ["Comparison", "Kind", "compare"]
