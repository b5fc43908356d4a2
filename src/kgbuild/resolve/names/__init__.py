"""Names: whether two spellings can mean the same person, state, organisation, agreement or place."""

from kgbuild.resolve.names.comparison import Comparison, Kind, compare

__all__ = ["Comparison", "Kind", "compare"]
