"""Explore: a published graph in notebooks and on the terminal."""

from kgbuild.explore.card import Card, Evidence, Fact, Section, Spelling
from kgbuild.explore.knowledge_graph import KnowledgeGraph, load
from kgbuild.store import UnknownEntityError

__all__ = ["Card", "Evidence", "Fact", "KnowledgeGraph", "Section", "Spelling", "UnknownEntityError", "load"]
