"""Settings and where they come from."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from kgbuild.config import settings


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults() -> None:
    assert (settings().out, settings().workers, settings().model) == (Path("kg"), 1, None)


def test_flags_over_environment_over_file(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty_folder / "kgbuild.toml").write_text('out = "from-file"\nworkers = 2\nmodel = "de_a"\n')
    assert settings().out == Path("from-file")
    monkeypatch.setenv("KGBUILD_WORKERS", "3")
    monkeypatch.setenv("KGBUILD_MODEL", "de_b")
    chosen = settings(model="de_c", out=None)
    assert (chosen.out, chosen.workers, chosen.model) == (Path("from-file"), 3, "de_c")


@pytest.mark.parametrize("content", ["wrokers = 2\n", "workers = 0\n", 'base_iri = "no iri"\n', "workers = \n"])
def test_a_wrong_file_is_refused(empty_folder: Path, content: str) -> None:
    (empty_folder / "kgbuild.toml").write_text(content)
    with pytest.raises((ValidationError, ValueError)):
        settings()


def test_base_iri_must_end_where_names_can_follow() -> None:
    assert settings(base_iri="https://example.org/kg#").base_iri == "https://example.org/kg#"
    with pytest.raises(ValidationError):
        settings(base_iri="https://example.org/kg")
