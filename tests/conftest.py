"""Fixtures that several test modules share."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real articles and gold; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("KGBUILD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the shared folder with real articles and gold is not here (set KGBUILD_SHARED)")
    return folder
