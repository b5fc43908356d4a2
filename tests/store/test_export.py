"""Exports hold what the graph holds."""

import csv
import json
from io import BytesIO

import networkx as nx
import pyoxigraph as ox
import pytest

from kgbuild.graph import build
from kgbuild.store import ExportFormat, Store, StoreError, export, export_to
from tests.graph.example import documents, resolution

FORMATS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}


def test_turtle_is_the_published_file(published):
    assert export(published, "turtle") == (published.path / "graph.ttl").read_bytes()


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_datasets_hold_every_quad_literally(published, format):
    data = export(published, format)
    quads = {str(q) for q in build(documents(), resolution()).quads()}
    assert {str(q) for q in ox.parse(data, FORMATS[format])} == quads
    assert data == export(published, format)


def test_trig_groups_by_graph_and_subject(published):
    articles, _, _ = export(published, "trig").decode().rpartition("}")  # what follows is the default graph
    lines = articles.splitlines()
    subjects = [line.split()[0] for line in lines if line.startswith("\t") and line[1] != "\t"]
    assert len(subjects) == len(set(subjects))
    assert subjects[0] == "<https://w3id.org/kgbuild/data/article/001-hafen>"


def test_jsonld_is_json(published):
    assert isinstance(json.loads(export(published, "jsonld")), list)


def test_graphml(published):
    graph = nx.read_graphml(BytesIO(export(published, "graphml")))
    labels = nx.get_node_attributes(graph, "label")
    assert sorted(labels.values())[:2] == ["Chile", "Hafenabkommen"]
    edges = {(labels[s], d["predicate"], labels[o], d["claims"]) for s, o, d in graph.edges(data=True)}
    assert ("Inês Valadão", "holdsOffice", "Portugal", 2) in edges
    assert {("Chile", "cooperatesWith", "Portugal", 1), ("Portugal", "cooperatesWith", "Chile", 1)} <= edges
    assert not any(s == "Peru" for s, _, _, _ in edges)


def test_csv_tables(published, tmp_path):
    export_to(published, "csv", tmp_path / "tables")
    tables = {}
    for name in ("entities", "claims", "figures", "mentions"):
        with (tmp_path / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    assert {n: len(rows) for n, rows in tables.items()} == {"entities": 9, "claims": 14, "figures": 3, "mentions": 28}
    valadao = next(row for row in tables["entities"] if row["label"] == "Inês Valadão")
    assert valadao["spellings"] == "Ines Valadao | Valadao | Valadão"
    met = next(row for row in tables["claims"] if row["predicate"] == "metWith")
    assert (met["place"], met["date"], met["reader"]) == ("Porto", "2024-03-04", "frames | head")


@pytest.mark.parametrize("format", [f for f in ExportFormat if f is not ExportFormat.CSV])
def test_files_hold_what_export_gives(published, tmp_path, format):
    export_to(published, format, tmp_path / "deep" / "file")
    assert (tmp_path / "deep" / "file").read_bytes() == export(published, format)


def test_csv_needs_a_folder_and_an_empty_store_has_nothing(published, tmp_path):
    with pytest.raises(ValueError, match="folder"):
        export(published, "csv")
    with pytest.raises(ValueError, match="docx"):
        export(published, "docx")
    with Store.open(tmp_path / "none") as store, pytest.raises(StoreError):
        export(store, "turtle")
