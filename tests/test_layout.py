"""The layout of the house: no room imports a later one."""

import ast
from pathlib import Path

import pytest

import kgbuild

ROOMS = ["gazetteer", "articles", "language", "extract", "resolve", "graph", "store", "explore"]
SOURCE = Path(kgbuild.__file__).parent


def imported_rooms(file: Path) -> set[str]:
    """The rooms that a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {parts[1] for name in names if (parts := name.split("."))[0] == "kgbuild" and len(parts) > 1} & set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_knows_a_later_one(room: str) -> None:
    later = set(ROOMS[ROOMS.index(room) + 1 :])
    files = sorted((SOURCE / room).rglob("*.py"))
    assert files
    assert {
        str(file.relative_to(SOURCE)): imported_rooms(file) & later for file in files if imported_rooms(file) & later
    } == {}


def test_values_know_no_room() -> None:
    assert imported_rooms(SOURCE / "model.py") == set()
