"""The notebook API: a published graph as DataFrames, cards and a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import rdflib

from kgbuild.explore.card import Card
from kgbuild.explore.collect import collect
from kgbuild.explore.frames import frame
from kgbuild.explore.html import overview_html
from kgbuild.graph import to_rdflib
from kgbuild.model import EntityType
from kgbuild.store import Store, View, network, table

if TYPE_CHECKING:
    import pandas as pd


class KnowledgeGraph:
    """What the articles of a folder say.

    Args:
        store: with a published graph.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, sparql: str) -> pd.DataFrame:
        """Ask in SPARQL; the contract's prefixes are declared.

        Raises:
            QueryError: the query is not valid.
        """
        return frame(self.store.query(sparql))

    def ready(self, name: str, *arguments: str) -> pd.DataFrame:
        """Run a ready query: ``g.ready("parties-of-an-agreement", "Abraham-Abkommen")``.

        Raises:
            QueryError: there is no such query, or an argument does not fit.
        """
        return frame(self.store.query_named(name, arguments))

    def entities(self, type: EntityType | str | None = None) -> pd.DataFrame:
        """One row per entity: label, type, spellings, counts, codes, IRI; the most mentioned of a type first.

        Args:
            type: only this one, such as ``"State"``.

        Raises:
            ValueError: there is no such type.
        """
        rows = frame(table(self.store, View.ENTITIES))
        return rows if type is None else _where(rows, "type", EntityType(type).value)

    def claims(self, predicate: str | None = None, status: str | None = None) -> pd.DataFrame:
        """One row per claim with its qualifiers, sentence and source, in the order of the articles' text.

        Args:
            predicate: only this one, such as ``"partyTo"``.
            status: only this one, such as ``"announced"``.
        """
        rows = frame(table(self.store, View.CLAIMS))
        for column, wanted in (("predicate", predicate), ("status", status)):
            if wanted is not None:
                rows = _where(rows, column, wanted)
        return rows

    def figures(self, unit: str | None = None) -> pd.DataFrame:
        """One row per figure: value, unit, modifier, what it is about, sentence and source.

        Args:
            unit: only this one, such as ``"USD"``.
        """
        rows = frame(table(self.store, View.FIGURES))
        return rows if unit is None else _where(rows, "unit", unit)

    def mentions(self) -> pd.DataFrame:
        """One row per mention: words, class, entity, offsets in code points, source."""
        return frame(table(self.store, View.MENTIONS))

    def entity(self, name: str, type: EntityType | str | None = None) -> Card:
        """The card of an entity, found by any spelling, regardless of case and diacritics.

        Args:
            name: a name, or an IRI.
            type: look at entities of this type only.

        Raises:
            UnknownEntityError: there is no such entity, or the name is ambiguous; the message lists candidates.
            ValueError: there is no such type.
        """
        return collect(self.store, self.store.find(name, None if type is None else EntityType(type)))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes and direct triples as edges, see ``kgbuild.store.network``."""
        return network(self.store)

    def to_rdflib(self) -> rdflib.Graph:
        """A copy of all triples for rdflib."""
        return to_rdflib(self.store.graph)

    def _numbers(self) -> dict[str, int]:
        counts = {view.value: len(table(self.store, view)) for view in (View.ENTITIES, View.CLAIMS, View.FIGURES)}
        articles = len(self.store.select("SELECT ?article { ?article a schema:NewsArticle }"))
        return {"articles": articles, **counts}

    def __repr__(self) -> str:
        numbers = ", ".join(f"{count} {name}" for name, count in self._numbers().items())
        return f"<KnowledgeGraph {self.store.path}: {numbers}>"

    def _repr_html_(self) -> str:
        return overview_html(f"Knowledge graph {self.store.path}", self._numbers())


def load(path: str | Path = "kg") -> KnowledgeGraph:
    """Open the graph that ``kgbuild ingest`` made.

    Args:
        path: its folder.

    Raises:
        StoreError: there is no graph, or another version made it.
    """
    store = Store.open(path)
    store.graph  # noqa: B018 - says at once that there is no graph
    return KnowledgeGraph(store)


def _where(rows: pd.DataFrame, column: str, wanted: str) -> pd.DataFrame:
    return rows[rows[column] == wanted].reset_index(drop=True)
