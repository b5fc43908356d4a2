"""The notebooks run from top to bottom on the graph of ``seeds/``, without an error and without stored output."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kgbuild.pipeline import ingest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A clone's layout: ``kg/`` beside ``notebooks/``, where a notebook is started."""
    root = tmp_path_factory.mktemp("clone")
    (root / "notebooks").mkdir()
    summary = ingest([ROOT / "seeds"], root / "kg")
    assert summary.articles == 5
    assert not summary.failures
    return root / "notebooks"


def test_there_are_notebooks():
    assert [path.stem for path in NOTEBOOKS] == ["01-erste-schritte"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs(folder, path):
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "commit notebooks without their output"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    shown = [data for cell in notebook.cells for output in cell.get("outputs", []) if (data := output.get("data"))]
    assert any("image/png" in data for data in shown)
    tables = [data["text/html"] for data in shown if "text/html" in data]
    assert sum("dataframe" in table and "<td>" in table for table in tables) >= 6
    assert any("kgbuild-card" in table and "Toqaev" in table for table in tables)
