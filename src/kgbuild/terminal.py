"""Query results on a terminal and for programs."""

from __future__ import annotations

import os
import sys
from enum import StrEnum

from rich import box
from rich.console import Console
from rich.table import Table as Grid

from kgbuild.store import Answer, Result, Table, Triples
from kgbuild.store.results import Term, plain, short


class QueryFormat(StrEnum):
    """How a result is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


class UnprintableError(ValueError):
    """The result has no form in the format asked for."""


def print_result(result: Result, format: QueryFormat) -> None:
    """Print a result to standard output.

    Raises:
        UnprintableError: a table as Turtle, or triples as CSV or JSON.
    """
    match result, format:
        case Answer(), QueryFormat.JSON:
            print(result.to_json())
        case Answer(), (QueryFormat.TABLE | QueryFormat.CSV):
            print("yes" if result else "no")
        case Triples(), (QueryFormat.TABLE | QueryFormat.TTL):
            print(result.to_turtle(), end="")
        case Table(), QueryFormat.JSON:
            print(result.to_json())
        case Table(), QueryFormat.CSV:
            print(result.to_csv(), end="")
        case Table(), QueryFormat.TABLE:
            _print_grid(result)
        case _:
            kind = "triples" if isinstance(result, Triples) else "a table" if isinstance(result, Table) else "yes or no"
            raise UnprintableError(f"the query answers {kind}, which has no form as {format.value}")


def _print_grid(table: Table) -> None:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        grid.add_column(column, overflow="fold")
    for row in table.rows:
        grid.add_row(*map(_cell, row))
    # Without a terminal there is no width to fit into: one row stays one line for grep and the like.
    fixed = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(markup=False, highlight=False, width=None if fixed else 10_000)
    console.print(grid)
    print(f"{len(table)} row{'' if len(table) == 1 else 's'}")


def _cell(term: Term | None) -> str:
    value = plain(term)
    if isinstance(value, float):
        return f"{value:,.10g}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return "" if value is None else short(str(value))
