import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.articles import MAX_CODE_POINTS, Failure, UnreadableArticle, discover, read, read_all
from kgbuild.articles.failure import Unusable
from kgbuild.articles.formats import from_json, from_record_value, under_title
from kgbuild.articles.front_matter import front_matter
from kgbuild.model import Article, BoilerplateKind, DateBasis

BODY = (
    "Die Ministerin ist am Dienstag nach Osch gereist, um dort über den Bau einer Straße zu sprechen. Begleitet wurde "
    "sie von zwei Beamten, die den Vertrag prüfen sollen."
)
OTHER = "Der Verband hat seine Mitglieder für den Herbst nach Bern geladen; dort wird über die neuen Regeln beraten."
FRONT = "---\ntitle: Straße nach Osch\ndate: 2025-03-04\nauthor: [Ada Muster, Ben Beispiel]\nsource: Wochenblatt\n---\n"


def one(path) -> Article:
    [article] = read_all([path])
    assert isinstance(article, Article), article
    return article


def reason(path) -> str:
    [failure] = read_all([path])
    assert isinstance(failure, Failure), failure
    assert "\n" not in failure.reason
    return failure.reason


@pytest.fixture
def save(tmp_path):
    def _save(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return _save


def test_a_plain_text_is_kept_as_it_is(save):
    text = f"\n  Straße nach Osch  \r\n\r\n{BODY}\r\n\n"
    article = one(save("Straße.txt", text))
    assert article.text == text.replace("\r\n", "\n")
    assert article.title == "Straße nach Osch"
    assert article.text[slice(*article.title_span)] == article.title
    assert (article.key, article.source, article.language) == ("strasse", "Straße.txt", "de")
    assert article.digest.startswith("sha256:")
    assert len(article.digest) == 71


def test_front_matter_is_metadata_and_stays_in_the_text(save):
    article = one(save("a.txt", f"{FRONT}\n{BODY}\n"))
    assert article.text.startswith(FRONT)
    assert article.boilerplate[0].kind is BoilerplateKind.NAVIGATION
    assert article.text[slice(*article.boilerplate[0].span)] == FRONT.rstrip("\n")
    assert (article.title, article.published, article.published_basis) == (
        "Straße nach Osch",
        "2025-03-04",
        DateBasis.METADATA,
    )
    assert (article.authors, article.publisher) == (("Ada Muster", "Ben Beispiel"), "Wochenblatt")


@pytest.mark.parametrize(
    "text", ["---\n", "--- \nkein: ende\n", "---\n- a\n- b\n---\n", "---\n: : [\n---\n", "---\n\n---\n"]
)
def test_what_only_looks_like_front_matter_is_text(text):
    assert front_matter(text) is None


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_front_matter_never_breaks_reading(content):
    found = front_matter(f"---\n{content}\n---\nText")
    assert found is None or found[1].begin == 0


def test_marks_of_markdown_are_set_apart(save):
    text = (
        f"# Straße nach Osch\n\n![Pass](pass.jpg)\n\n{BODY}\n\n## Streit\n\n> {OTHER}\n\n[Mehr](https://example.org)\n"
    )
    article = one(save("a.md", text))
    assert article.text == text
    assert article.title == "Straße nach Osch"
    assert article.text[slice(*article.title_span)] == "Straße nach Osch"
    set_apart = [article.text[slice(*item.span)] for item in article.boilerplate]
    assert set_apart == ["# ", "![Pass](pass.jpg)", "## ", "> ", "[Mehr](https://example.org)"]


PAGE = f"""<html><head><meta charset="iso-8859-1"><title>Straße nach Osch | Wochenblatt</title>
<meta property="og:site_name" content="Wochenblatt"><meta name="author" content="Ada Muster">
<meta property="og:title" content="Straße nach Osch">
<meta property="article:published_time" content="2025-03-04T23:30:00+01:00">
<link rel="canonical" href="https://example.org/osch"></head><body><nav><a href="/">Start</a></nav>
<article><h1>Straße nach Osch</h1><p>{BODY}</p><p>{OTHER}"""


def test_a_page_gives_its_article_and_metadata_even_if_cut_off(save):
    article = one(save("a.html", PAGE.encode("latin-1")))
    assert article.text.splitlines()[0] == article.title == "Straße nach Osch"
    assert BODY in article.text
    assert "Start" not in article.text.split()
    assert (article.published, article.authors, article.publisher, article.url) == (
        "2025-03-04",
        ("Ada Muster",),
        "Wochenblatt",
        "https://example.org/osch",
    )


def test_a_json_article_with_synonyms(save):
    record = {
        "@type": "NewsArticle",
        "headline": "Straße nach Osch",
        "articleBody": BODY,
        "datePublished": "6. November 2025",
        "author": [{"name": "Ada Muster"}, {"name": "Ben Beispiel"}],
        "publisher": {"name": "Wochenblatt"},
        "mainEntityOfPage": {"@id": "https://example.org/osch"},
    }
    article = one(save("a.json", json.dumps(record)))
    assert article.text == f"Straße nach Osch\n\n{BODY}"
    assert (article.published, article.published_basis) == ("2025-11-06", DateBasis.METADATA)
    assert (article.authors, article.publisher) == (("Ada Muster", "Ben Beispiel"), "Wochenblatt")
    assert article.url == "https://example.org/osch"


def test_a_title_that_the_text_begins_with_is_not_repeated():
    assert under_title("Titel\nText", "Titel") == "Titel\nText"
    assert under_title("Text", None) == "Text"


def test_a_bad_line_fails_alone(save):
    rows = [
        json.dumps({"title": "Eins", "text": BODY}),
        "",
        "{broken",
        "[1]",
        json.dumps({"title": "Ohne Text"}),
        json.dumps({"text": OTHER}),
        json.dumps({"text": 5}),
    ]
    items = list(read_all([save("n.jsonl", "\n".join(rows))]))
    assert [item.source for item in items] == [f"n.jsonl#{number}" for number in (1, 3, 4, 5, 6, 7)]
    assert [item.key for item in items if isinstance(item, Article)] == ["n-1", "n-6"]
    assert [item.reason.split(" (")[0] for item in items if isinstance(item, Failure)] == [
        "broken JSON",
        "a JSON object was expected, not an array",
        "no text in the JSON object",
        "the text of the JSON object is not a string but a number",
    ]


def test_a_jsonl_in_utf16_and_with_a_mark(save):
    row = json.dumps({"text": BODY}, ensure_ascii=False)
    for name, data in (("a.jsonl", row.encode("utf-16")), ("b.jsonl", codecs.BOM_UTF8 + row.encode())):
        assert one(save(name, data)).text == BODY


def test_an_array_of_articles(save):
    items = list(read_all([save("n.json", json.dumps([{"text": BODY}, {"text": OTHER}]))]))
    assert [item.source for item in items] == ["n.json#1", "n.json#2"]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(["text", "title", "date", "author", "publisher", "url", "headline", "@id"])


@given(st.dictionaries(fields, json_values, max_size=6))
def test_any_json_object_gives_a_writable_text_or_is_refused(record):
    try:
        [parsed] = from_json(json.dumps(record).encode())
        content = from_record_value(parsed)
    except Unusable as error:
        assert "\n" not in str(error)
        return
    content.text.encode("utf-8")
    if content.metadata.title is not None:
        assert content.text.lstrip().startswith(content.metadata.title) or not content.text.strip()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary data, not text"),
        ("a.txt", b"", "empty"),
        ("a.txt", " \n\t\n\N{NO-BREAK SPACE}", "empty"),
        ("a.md", FRONT, "empty"),
        ("a.txt", "x" * (MAX_CODE_POINTS + 1), "too large"),
        ("a.txt", b"x" * (4 * MAX_CODE_POINTS + 5), "too large"),
        ("a.txt", "The minister said on Friday that the border will be closed for two weeks.", "not German"),
        ("a.html", "<html></html>", "no article text found"),
        ("a.json", "{", "broken JSON"),
        ("a.json", "", "empty"),
        ("a.json", "[" * 100_000, "broken JSON"),
        ("a.json", "12", "neither an article nor a list"),
        ("a.json", '{"text": "a\\u0000b"}', "binary data"),
        ("a.jsonl", "null", "a JSON object was expected, not null"),
        ("a.pdf", "x", "unknown format .pdf"),
    ],
)
def test_bad_files_are_refused_in_one_line(save, name, content, expected):
    assert expected in reason(save(name, content))


def test_a_link_that_leads_nowhere(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert reason(tmp_path) == "a link that leads nowhere"


def test_a_file_that_may_not_be_read(save, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    path = save("a.txt", BODY)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reason(path) == "cannot be read (Permission denied)"


def test_a_folder_named_like_a_file(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert list(read_all([tmp_path])) == []


def test_read_raises_and_names_the_file(save):
    [found] = discover([save("leer.txt", "")])
    with pytest.raises(UnreadableArticle, match=r"^leer\.txt: empty$"):
        list(read(found))


def test_the_same_text_again_is_a_duplicate(tmp_path, save):
    save("a.txt", BODY)
    save("b.txt", BODY)
    save("c.txt", BODY.replace(" ", "\n", 3) + "\n")
    save("d.txt", OTHER)
    items = list(read_all([tmp_path]))
    assert [item.source for item in items if isinstance(item, Article)] == ["a.txt", "d.txt"]
    assert [(item.source, item.reason) for item in items if isinstance(item, Failure)] == [
        ("b.txt", "duplicate of a.txt"),
        ("c.txt", "duplicate of a.txt"),
    ]


def test_a_german_article_with_an_english_source_list_passes(save):
    article = one(
        save(
            "a.txt",
            "Die Präsidentin reist nach Berlin, wo sie den Kanzler trifft.\nQuellen\n"
            "Why the decision of the president to join the talks is of some importance for the region\n"
            "The president is to meet the chancellor in the capital\n"
            "What the visit to the city and the talks will mean for the two of them\n",
        )
    )
    assert [item.kind for item in article.boilerplate] == [BoilerplateKind.SOURCES] * 4


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=12))
def test_the_spans_of_any_text_lie_in_it_in_order(rows):
    from kgbuild.articles.layout import read_layout

    text = "\n".join(row.replace("\r", "") for row in rows)
    layout = read_layout(text)
    end = 0
    for item in layout.boilerplate:
        assert end <= item.span.begin < item.span.end <= len(text)
        end = item.span.end
    if layout.title_span is not None:
        assert text[slice(*layout.title_span)] == layout.title
