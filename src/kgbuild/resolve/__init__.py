"""Everything that looks across articles: from the entities of each article to the entities of the graph."""

from kgbuild.resolve.decisions import Decision, DecisionKind
from kgbuild.resolve.explaining import explain
from kgbuild.resolve.explanation import Explanation
from kgbuild.resolve.resolution import Member, Merge, Refusal, Resolution, ResolvedEntity, Rule, Spelling
from kgbuild.resolve.resolver import resolve

__all__ = [
    "Decision", "DecisionKind", "Explanation", "Member", "Merge", "Refusal", "Resolution", "ResolvedEntity", "Rule",
    "Spelling", "explain", "resolve",
]  # fmt: skip
