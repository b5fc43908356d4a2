"""Files: read back they hold the same statements, whatever the words; written twice they are the same bytes."""

import subprocess
import sys
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild.graph import DEFAULT_BASE, Format, build, dumps, format_of, literals, write
from kgbuild.graph.serialize import dump_statements, keeps_graphs
from tests.graph.example import documents, resolution

FORMATS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
paths = st.from_regex(r"[a-z]{1,8}/[a-z0-9.~_-]{1,12}", fullmatch=True)
iris = st.one_of(
    paths.map(lambda path: ox.NamedNode(DEFAULT_BASE + path)),
    st.tuples(st.integers(0, 99), st.integers(0, 999)).map(
        lambda span: ox.NamedNode(f"{DEFAULT_BASE}article/a#char={span[0]},{span[1]}")
    ),
)
objects = st.one_of(
    iris,
    words.map(literals.text),
    words.map(ox.Literal),
    st.integers().map(literals.integer),
    st.floats(allow_nan=False, allow_infinity=False).map(literals.number),
    st.dates().map(lambda day: literals.date(day.isoformat())),
)


@settings(deadline=None)  # the first call may be slow on a busy machine
@given(st.lists(st.tuples(iris, iris, objects), max_size=12), st.sampled_from(sorted(FORMATS)))
def test_any_statements_come_back(statements, format):
    graph = ox.NamedNode(DEFAULT_BASE + "article/a")
    given_ = [ox.Quad(s, p, o, graph) if keeps_graphs(format) else ox.Triple(s, p, o) for s, p, o in statements]
    file = BytesIO()
    dump_statements(given_, file, format, DEFAULT_BASE)
    read = ox.parse(file.getvalue(), FORMATS[format])
    assert {str(q.triple) for q in read} == {str(g if isinstance(g, ox.Triple) else g.triple) for g in given_}


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_a_graph_comes_back(format):
    graph = build(documents(), resolution())
    read = {str(q) for q in ox.parse(dumps(graph, format), FORMATS[format])}
    quads = {str(q) for q in graph.quads()}
    if not keeps_graphs(format):
        quads = {str(ox.Quad(*t)) for t in graph.triples()}
    assert read == quads


def _kind(subject):
    if "#char=" in subject:
        return "span"
    return next((kind for kind in ("article", "claim") if kind in subject), "entity")


def test_turtle_is_prefixed_and_in_order():
    lines = dumps(build(documents(), resolution())).splitlines()
    subjects = [line.split()[0] for line in lines if line[:1] not in "\t@"]
    assert len(subjects) == len(set(subjects))
    kinds = [kind for kind, _ in groupby(subjects, _kind)]
    assert kinds == ["article", "span", "entity", "claim"]
    assert [line for line in lines if line.startswith("@prefix")] == sorted(x for x in lines if x.startswith("@prefix"))


def test_bytes_do_not_depend_on_the_process(tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from tests.graph.example import documents, resolution\n"
        "from kgbuild.graph import build, write\n"
        "graph = build(documents(), resolution())\n"
        "for suffix in ('ttl', 'trig', 'nq', 'jsonld'): write(graph, f'{sys.argv[1]}.{suffix}')"
    )
    for run in ("one", "two"):
        subprocess.run([sys.executable, "-c", code, str(tmp_path / run), sys.path[0]], check=True)
    for suffix in ("ttl", "trig", "nq", "jsonld"):
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    graph = build(documents(), resolution())

    class Broken:
        base_iri = DEFAULT_BASE

        def triples(self):
            yield from graph.triples()
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        write(Broken(), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_format_follows_the_suffix():
    assert format_of(Path("x.TTL")) is Format.TURTLE
    with pytest.raises(ValueError, match="docx"):
        format_of(Path("x.docx"))


@settings(deadline=None)  # the first call may be slow on a busy machine
@given(st.floats(-1e17, 1e17))
def test_numbers_keep_their_value(value):
    literal = literals.number(value)
    assert float(literal.value) == value
    assert "e" not in literal.value.lower()
