"""Names: whether two spellings can mean the same person, state, organisation, agreement or place."""

from kgbuild.resolve.names.comparison import compare, known_label
from kgbuild.resolve.names.verdict import Comparison, Kind

__all__ = ["Comparison", "Kind", "compare", "known_label"]
