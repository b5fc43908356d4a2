import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.articles import NoSuchInput, discover, survey
from kgbuild.articles.keys import assign, slug

names = st.text(st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1, max_size=12)
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


def write(folder: Path, *relative: str) -> None:
    for name in relative:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_a_folder_is_searched_with_all_below_it_and_sorted(tmp_path):
    write(tmp_path, "b.txt", "a/z.md", "a/B.HTML", ".hidden.txt", ".git/x.txt", "a/.y.json")
    found = discover([tmp_path])
    assert [file.source for file in found] == ["a/B.HTML", "a/z.md", "b.txt"]
    assert [file.key for file in found] == ["a-b", "a-z", "b"]
    assert found[0].suffix == ".html"


def test_a_single_file_is_known_by_its_name(tmp_path):
    write(tmp_path, "deep/down/001 Größe.txt")
    [found] = discover([tmp_path / "deep/down/001 Größe.txt"])
    assert (found.source, found.key) == ("001 Größe.txt", "001-groesse")


def test_a_pattern_counts_from_its_fixed_part(tmp_path):
    write(tmp_path, "news/mo/a.txt", "news/di/a.txt", "news/di/b.pdf")
    assert [file.source for file in discover([f"{tmp_path}/news/**/*.txt"])] == ["di/a.txt", "mo/a.txt"]


def test_unknown_formats_are_noted_and_left_out(tmp_path):
    write(tmp_path, "a.txt", "b.pdf", "README")
    result = survey([tmp_path])
    assert [file.source for file in result.files] == ["a.txt"]
    assert [(item.source, item.reason.split(" (")[0]) for item in result.ignored] == [
        ("README", "no suffix that tells its format"),
        ("b.pdf", "unknown format .pdf"),
    ]


def test_an_input_that_leads_nowhere_is_an_error(tmp_path):
    for wrong in (tmp_path / "absent", f"{tmp_path}/*.txt"):
        with pytest.raises(NoSuchInput, match="no such file"):
            discover([wrong])


def test_a_file_reached_twice_counts_once_whatever_the_order(tmp_path):
    write(tmp_path, "a/x.txt")
    inputs = [tmp_path, tmp_path / "a", tmp_path / "a/x.txt"]
    assert discover(inputs) == discover(inputs[::-1])
    assert [file.source for file in discover(inputs)] == ["a/x.txt"]


def test_equal_relative_paths_are_told_apart_by_their_folders(tmp_path):
    write(tmp_path, "mo/a.txt", "di/a.txt")
    found = discover([tmp_path / "mo", tmp_path / "di"])
    assert [(file.source, file.key) for file in found] == [("di/a.txt", "di-a"), ("mo/a.txt", "mo-a")]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_no_unicode_can_be_written(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.txt")).write_text("x", encoding="utf-8")
    [found] = discover([tmp_path])
    assert found.source.encode("utf-8").decode("utf-8") == "\N{REPLACEMENT CHARACTER}" * 2 + ".txt"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("001-novastan.txt", "001-novastan"),
        ("Politik/Ärger über Öl & Maß.txt", "politik-aerger-ueber-oel-mass"),
        ("2025.11.06 Čaputová.md", "2025-11-06-caputova"),
        ("A\N{COMBINING DIAERESIS}rger.txt", "aerger"),
    ],
)
def test_slugs(path, expected):
    assert slug(path) == expected


def test_letters_without_an_ascii_form_are_told_apart():
    assert slug("новости.txt") != slug("события.txt")
    assert slug("новости.txt").startswith("article-")


def test_alike_paths_get_the_digest_of_their_path_in_any_order():
    alike = ["a.txt", "a.html", "b.txt"]
    keys = assign(alike)
    assert keys == assign(alike[::-1])
    assert keys["b.txt"] == "b"
    assert len({key for key in keys.values() if key.startswith("a-")}) == 2


def test_a_collection_does_not_take_the_key_of_a_numbered_file():
    assert assign(["news.jsonl", "other.txt"], ["news.jsonl"])["news.jsonl"] == "news"
    assert assign(["news.jsonl", "news-1.txt"], ["news.jsonl"])["news.jsonl"].startswith("news-")


@given(st.lists(paths, max_size=8), st.randoms(use_true_random=False))
def test_keys_are_distinct_ascii_and_independent_of_order(given_paths, random):
    keys = assign(given_paths)
    shuffled = list(given_paths)
    random.shuffle(shuffled)
    assert keys == assign(shuffled)
    assert len(set(keys.values())) == len(set(given_paths))
    assert all(
        key.isascii() and key and set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for key in keys.values()
    )
