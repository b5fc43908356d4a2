"""Documents survive whatever happens to others; a graph is replaced as a whole."""

import sqlite3
import subprocess
import sys

import pyoxigraph as ox
import pytest

from kgbuild.graph import build, dumps
from kgbuild.resolve import Resolution
from kgbuild.store import QueryError, Store, StoreError
from kgbuild.store.index import Index
from tests.graph.example import documents, harbour, resolution, visit


def rekeyed(document, **changes):
    return document.model_copy(update={"article": document.article.model_copy(update=changes)})


def test_documents_come_back(tmp_path):
    with Store.open(tmp_path / "kg") as store:
        for document in documents()[::-1]:
            store.put(document, "f")
    with Store.open(tmp_path / "kg") as store:
        assert tuple(store.documents()) == documents()
        assert store.sources() == ["001-hafen.txt", "002-besuch.txt"]


def test_a_source_holds_one_document(tmp_path):
    old, new = harbour(), rekeyed(harbour(), digest="sha256:" + "1" * 64)
    with Store.open(tmp_path) as store:
        store.put(old, "f")
        assert store.holds(old.article.source, old.article.digest, "f")
        assert not store.holds(old.article.source, old.article.digest, "another pipeline")
        store.put(new, "f")
        assert store.documents() == [new]
        assert not store.holds(old.article.source, old.article.digest, "f")
        assert store.source_of(new.article.digest) == "001-hafen.txt"
        assert store.source_of(old.article.digest) is None


def test_removal(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(harbour(), "f")
        assert store.remove("001-hafen.txt")
        assert not store.remove("001-hafen.txt")
        assert store.documents() == []


def test_a_refused_document_leaves_the_stored_ones(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(harbour(), "f")
        store.put(visit(), "f")
        with pytest.raises(StoreError, match="001-hafen"):
            store.put(rekeyed(visit(), key="001-hafen"), "f")
        assert tuple(store.documents()) == documents()


def test_what_is_stored_survives_a_killed_process(tmp_path):
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[2])\n"
        "from tests.graph.example import harbour, visit\n"
        "from kgbuild.store import Store\n"
        "store = Store.open(sys.argv[1])\n"
        "store.put(harbour(), 'f')\n"
        "store._documents._connection.execute('DELETE FROM documents')\n"  # an unfinished transaction
        "os.kill(os.getpid(), 9)\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path), sys.path[0]])
    assert run.returncode != 0
    with Store.open(tmp_path, write=True) as store:
        assert store.documents() == [harbour()]


def test_one_writer_at_a_time(tmp_path):
    with Store.open(tmp_path, write=True), Store.open(tmp_path) as second:
        assert second.documents() == []
        with pytest.raises(StoreError, match="in use"):
            second.put(harbour(), "f")
    with Store.open(tmp_path) as third:
        third.put(harbour(), "f")


def test_a_place_that_cannot_be_a_store_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "kg"):
        with pytest.raises(StoreError, match="file"):
            Store.open(path, write=True)
        with pytest.raises(StoreError, match="no graph"):
            Store.open(path).query("ASK {}")


def test_reading_makes_nothing(tmp_path):
    with Store.open(tmp_path / "kg") as store:
        assert store.documents() == []
        with pytest.raises(StoreError, match="kgbuild ingest"):
            store.query("ASK {}")
    assert list(tmp_path.iterdir()) == []


def test_other_versions_and_other_files_are_refused(tmp_path):
    with Store.open(tmp_path) as store:
        store.put(harbour(), "f")
    with sqlite3.connect(tmp_path / "documents.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="version 99"):
        Store.open(tmp_path)
    (tmp_path / "documents.sqlite").write_text("no database at all, just text " * 50)
    with pytest.raises(StoreError, match="not a store"):
        Store.open(tmp_path)


def test_the_published_graph_is_the_built_one(published):
    graph = build(documents(), resolution())
    assert (published.path / "graph.ttl").read_text(encoding="utf-8") == dumps(graph)
    assert len(published.graph) == len(graph)


def test_publishing_replaces_the_graph(tmp_path):
    with Store.open(tmp_path) as store:
        for docs in (documents(), (harbour(),), (harbour(),)):
            store.publish(docs, resolution(docs))
            count = store.select("SELECT (COUNT(?a) AS ?n) { ?a a schema:NewsArticle }").records()
            assert count == [{"n": len(docs)}]
    generations = [p for p in (tmp_path / "store").iterdir() if p.is_dir()]
    assert len(generations) == 1


def test_an_empty_graph_can_be_published(tmp_path):
    with Store.open(tmp_path) as store:
        store.publish((), Resolution(()))
        assert len(store.graph) == 0
        assert (tmp_path / "graph.ttl").read_text().startswith("@prefix agreement:")
        assert store.query_named("timeline").records() == []


def test_a_reader_sees_what_came_after_it_was_opened(tmp_path):
    with Store.open(tmp_path) as reader, Store.open(tmp_path) as writer:
        assert reader.documents() == []
        writer.put(harbour(), "f")
        assert reader.documents() == [harbour()]


def test_a_reader_keeps_its_graph_while_another_is_published(tmp_path):
    with Store.open(tmp_path) as writer, Store.open(tmp_path) as reader:
        writer.publish(documents(), resolution())
        before = len(reader.graph)
        writer.publish((harbour(),), resolution((harbour(),)))
        assert len(list(reader.graph)) == before
        assert len(writer.graph) < before


def test_a_failed_publication_leaves_the_old_graph(tmp_path):
    index = Index(tmp_path / "store")
    quad = ox.Quad(ox.NamedNode("ex:a"), ox.NamedNode("ex:p"), ox.Literal("old"))
    index.build([quad], "aa")

    def broken():
        yield ox.Quad(ox.NamedNode("ex:a"), ox.NamedNode("ex:p"), ox.Literal("new"))
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        index.build(broken(), "bb")
    assert list(index.open()) == [quad]
    index.build([quad, ox.Quad(quad.subject, quad.predicate, ox.Literal("new"))], "bb")
    assert len(index.open()) == 2


def test_plain_patterns_see_all_graphs_and_graph_tells_them_apart(published):
    across = "SELECT ?c { ?c kg:evidence ?s ; rdf:subject ?e . ?e skos:prefLabel 'Chile'@de }"
    assert len(published.select(across)) == 2
    graphs = published.select("SELECT DISTINCT ?g { GRAPH ?g { ?c a kg:Claim } }").records()
    assert sorted(row["g"].rpartition("/")[2] for row in graphs) == ["001-hafen", "002-besuch"]
    assert not published.query("ASK { GRAPH ?g { ?e skos:prefLabel ?l } }")


@pytest.mark.parametrize("sparql", ["SELECT nonsense", "", "INSERT DATA { <a:b> <a:c> <a:d> }", "DROP ALL"])
def test_wrong_queries_and_updates_are_refused(published, sparql):
    with pytest.raises(QueryError):
        published.query(sparql)
