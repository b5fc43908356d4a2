"""Reading the tab-separated tables of ``data/gazetteer``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, as column name → cell.

    Args:
        name: file name below ``data/gazetteer``. Lines that start with ``#`` are comments, the first other line
            names the columns; cells that are missing at the end of a line are empty.
    """
    text = (files("kgbuild") / "data" / "gazetteer" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"{name}: more cells than columns in {line!r}")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def parts(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, separated by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
