"""kgbuild: German news articles → a knowledge graph whose every edge leads back to a sentence.

In a notebook::

    import kgbuild
    g = kgbuild.load("kg/")
    g.query("SELECT ?name WHERE { ?state a kg:State ; skos:prefLabel ?name }")
    g.entity("Toqaev")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgbuild.explore import KnowledgeGraph, UnknownEntityError, load
    from kgbuild.pipeline import ingest

__all__ = ["KnowledgeGraph", "UnknownEntityError", "ingest", "load"]


def __getattr__(name: str) -> Any:
    """Import on first use: spaCy and pandas take seconds, and most commands need neither."""
    if name == "ingest":
        from kgbuild import pipeline

        return pipeline.ingest
    if name in __all__:
        from kgbuild import explore

        return getattr(explore, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
