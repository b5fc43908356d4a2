"""Results as values, CSV and JSON."""

import csv
import json
from io import StringIO

import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql.results.jsonresults as jsonresults
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild.store import Answer, QueryError, Table, Triples
from kgbuild.store.results import short

cells = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"])).map(ox.Literal),
    st.text(st.characters(exclude_categories=["Cs"])).map(lambda t: ox.Literal(t, language="de")),
    st.integers().map(ox.Literal),
    st.from_regex(r"https://example\.org/[a-z]{0,9}", fullmatch=True).map(ox.NamedNode),
)


@settings(deadline=None)  # the first call may be slow on a busy machine
@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_json_is_sparql_results_json(rows):
    table = Table(("a", "b"), tuple(rows))
    read = jsonresults.JSONResult(json.loads(table.to_json()))
    assert [str(v) for v in read.vars] == ["a", "b"]
    for row, got in zip(rows, read.bindings, strict=True):
        assert [None if c is None else c.value for c in row] == [
            None if (t := got.get(v)) is None else str(t) for v in read.vars
        ]


@settings(deadline=None)  # the first call may be slow on a busy machine
@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_csv_comes_back(rows):
    text = Table(("a", "b"), tuple(rows)).to_csv()
    read = list(csv.reader(StringIO(text, newline="")))
    assert read == [["a", "b"], *[["" if c is None else c.value for c in row] for row in rows]]


def test_kinds_of_results(published):
    numbers = published.query("SELECT ?v ?f { ?m schema:value ?v ; schema:currency 'EUR' . BIND(true AS ?f) }")
    assert isinstance(numbers, Table)
    assert numbers.records() == [{"v": 2.5e9, "f": True}]
    assert published.query("ASK { ?s a kg:State }") == Answer(True)
    triples = published.query("CONSTRUCT WHERE { ?s a kg:State }")
    assert isinstance(triples, Triples)
    assert len(triples) == 4
    assert len(list(ox.parse(triples.to_turtle(), ox.RdfFormat.TURTLE))) == 4
    with pytest.raises(QueryError, match="SELECT"):
        published.select("ASK {}")


def test_short_iris():
    assert short("https://w3id.org/kgbuild/ontology#partyTo") == "kg:partyTo"
    assert short("ex:other") == "ex:other"
