"""Fixtures that several test modules share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Times say nothing on a loaded machine; the same examples in every run keep CI repeatable.
settings.register_profile("kgbuild", deadline=None, derandomize=True)
settings.load_profile("kgbuild")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real articles and gold; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("KGBUILD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the shared folder with real articles and gold is not here (set KGBUILD_SHARED)")
    return folder
