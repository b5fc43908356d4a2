"""Store: the folder ``kg/`` with documents and graph; queries, ready queries and exports."""

from kgbuild.store.errors import QueryError, StoreError
from kgbuild.store.export import ExportFormat, export, export_to
from kgbuild.store.naming import Found, UnknownEntityError
from kgbuild.store.network import network
from kgbuild.store.queries import ReadyQuery, ready_queries
from kgbuild.store.results import Answer, Result, Table, Triples
from kgbuild.store.store import Store
from kgbuild.store.tables import View, table

__all__ = [
    "Answer",
    "ExportFormat",
    "Found",
    "QueryError",
    "ReadyQuery",
    "Result",
    "Store",
    "StoreError",
    "Table",
    "Triples",
    "UnknownEntityError",
    "View",
    "export",
    "export_to",
    "network",
    "ready_queries",
    "table",
]
