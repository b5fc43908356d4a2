"""Joining the rooms, as a library call."""

from pathlib import Path

import pytest

from kgbuild import pipeline
from kgbuild.articles import Failure
from kgbuild.language import MissingPipelineError
from kgbuild.pipeline import fingerprint, ingest
from kgbuild.store import Store, StoreError

TEXT = """Norwegen tritt dem Grenzabkommen mit Finnland bei

Oslo, 3. März 2026 – Norwegens Ministerin Kari Holm hat am Dienstag in Helsinki das Grenzabkommen unterzeichnet.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "in"


def test_fingerprint_names_the_pipeline() -> None:
    assert fingerprint() == fingerprint(None) and len(fingerprint()) == 64
    with pytest.raises(MissingPipelineError):
        fingerprint("de_not_there")


def test_unchanged_articles_load_no_model(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ingest([folder], tmp_path / "kg").read == 1
    monkeypatch.setattr(pipeline, "load", lambda model: pytest.fail("loaded the pipeline"))
    again = ingest([folder], tmp_path / "kg")
    assert (again.read, again.unchanged, again.articles) == (0, 1, 1)


def test_changed_metadata_are_read(folder: Path, tmp_path: Path) -> None:
    ingest([folder], tmp_path / "kg")
    (folder / "a.meta.yaml").write_text("publisher: Nordbote\n", "utf-8")
    assert ingest([folder], tmp_path / "kg").read == 1
    with Store.open(tmp_path / "kg") as store:
        assert [document.article.publisher for document in store.documents()] == ["Nordbote"]


def test_changed_articles_replace_their_earlier_selves(folder: Path, tmp_path: Path) -> None:
    ingest([folder], tmp_path / "kg")
    (folder / "a.txt").write_text(TEXT.replace("Holm", "Berg"), "utf-8")
    assert ingest([folder], tmp_path / "kg").articles == 1
    graph = (tmp_path / "kg" / "graph.ttl").read_text("utf-8")
    assert "Berg" in graph and "Holm" not in graph


def test_an_article_that_breaks_a_stage_does_not_end_the_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "b.txt").write_text(TEXT.replace("Norwegen", "Island"), "utf-8")
    extract = pipeline.extract

    def breaking(doc, article):
        if article.source == "a.txt":
            raise RuntimeError("broken")
        return extract(doc, article)

    monkeypatch.setattr(pipeline, "extract", breaking)
    summary = ingest([folder], tmp_path / "kg")
    assert summary.failures == (Failure("a.txt", "could not be processed (RuntimeError: broken)"),)
    assert (summary.read, summary.articles) == (1, 1)


def test_a_stored_article_under_another_name_is_a_duplicate(folder: Path, tmp_path: Path) -> None:
    ingest([folder], tmp_path / "kg")
    (folder / "a.txt").rename(folder / "z.txt")
    summary = ingest([folder], tmp_path / "kg")
    assert summary.failures == (Failure("z.txt", "duplicate of a.txt, which is stored"),)


def test_progress_counts_to_the_end(folder: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    ingest([folder], tmp_path / "kg", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 1), (1, 1)]


def test_one_writer_at_a_time(folder: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "kg", write=True), pytest.raises(StoreError):
        ingest([folder], tmp_path / "kg")
