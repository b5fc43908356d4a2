"""Metadata beside an article."""

from pathlib import Path

from kgbuild.articles import Failure, read_all, survey
from kgbuild.model import Article

TEXT = (
    "Norwegens Regierung verhandelt mit Island.\n\nDie Außenminister trafen sich am Dienstag in Oslo zu Gesprächen.\n"
)


def test_metadata_beside_an_article_win_and_leave_its_text_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    bare = next(read_all([tmp_path]))
    (tmp_path / "a.meta.yaml").write_text("datum: 2026-08-05\nzeitung: Nordbote\n", "utf-8")
    told = next(read_all([tmp_path]))
    assert isinstance(bare, Article) and isinstance(told, Article)
    assert (told.published, told.published_basis, told.publisher) == ("2026-08-05", "metadata", "Nordbote")
    assert (told.text, told.digest, told.key) == (bare.text, bare.digest, bare.key)


def test_metadata_files_are_neither_articles_nor_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.meta.yaml").write_text("datum: 2026-08-05\n", "utf-8")
    found = survey([tmp_path])
    assert [file.source for file in found.files] == ["a.txt"] and found.ignored == ()


def test_broken_metadata_name_their_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.meta.yaml").write_text("- no\n- mapping\n", "utf-8")
    assert list(read_all([tmp_path])) == [Failure("a.txt", "the metadata in a.meta.yaml are not a YAML mapping")]
