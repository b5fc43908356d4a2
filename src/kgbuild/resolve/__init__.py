"""Everything that looks across articles: from the entities of each article to the entities of the graph."""

from kgbuild.resolve.decisions import Decision, DecisionKind
from kgbuild.resolve.explanation import explain
from kgbuild.resolve.resolution import Member, Merge, Refusal, Resolution, ResolvedEntity
from kgbuild.resolve.resolver import resolve

__all__ = [
    "Decision", "DecisionKind", "Member", "Merge", "Refusal", "Resolution", "ResolvedEntity", "explain", "resolve",
]  # fmt: skip
