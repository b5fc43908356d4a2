"""Where the files that users may read and extend lie: ``ontologies/`` of the clone, or its copy in the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def ontology(name: str = "") -> Path:
    """The path of a file below ``ontologies/``.

    Args:
        name: path relative to the folder, for example ``shapes.ttl`` or ``queries``; empty for the folder.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for folder in (_PACKAGE / "ontologies", _PACKAGE.parents[1] / "ontologies"):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"kgbuild's installation lacks ontologies/{name}")
