"""The notebook API on two hand-made articles."""

import pandas as pd
import pytest

from kgbuild.explore import UnknownEntityError, load
from kgbuild.model import EntityType
from kgbuild.store import QueryError, StoreError


def test_query_gives_a_data_frame(graph):
    rows = graph.query(
        "SELECT ?name ?count { ?e a kg:State ; skos:prefLabel ?name ; kg:mentionCount ?count } ORDER BY ?name"
    )
    assert list(rows.columns) == ["name", "count"]
    assert list(rows["name"]) == ["Chile", "Japan", "Peru", "Portugal"]
    assert list(rows["count"]) == [3, 1, 1, 3]
    assert graph.query("ASK { ?s a kg:State }")["answer"].tolist() == [True]
    assert list(graph.query("CONSTRUCT WHERE { ?s a kg:State }").columns) == ["subject", "predicate", "object"]
    empty = graph.query("SELECT ?a ?b { ?a kg:atWarWith ?b }")
    assert (len(empty), list(empty.columns)) == (0, ["a", "b"])
    with pytest.raises(QueryError):
        graph.query("SELECT")


def test_ready_queries(graph):
    rows = graph.ready("parties-of-an-agreement", "Hafenabkommen")
    assert rows["party"].tolist() == ["Chile", "Japan", "Peru", "Portugal"]


def test_entities(graph):
    assert len(graph.entities()) == 9
    states = graph.entities(type="State")
    assert states["label"].tolist() == ["Chile", "Portugal", "Japan", "Peru"]
    assert states["iso3166"].tolist() == ["CL", "PT", "JP", "PE"]
    assert graph.entities(EntityType.PERSON)["spellings"].tolist()[0] == "Ines Valadao | Valadao | Valadão"
    with pytest.raises(ValueError, match="Galaxy"):
        graph.entities("Galaxy")


def test_claims(graph):
    rows = graph.claims(predicate="partyTo")
    assert dict(zip(rows["subject"], rows["status"], strict=True)) == {
        "Chile": "intended", "Japan": "asserted", "Peru": "denied", "Portugal": "asserted",
    }  # fmt: skip
    assert graph.claims(status="denied")["attributed_to"].tolist() == ["Inês Valadão"]
    signed = graph.claims("signed").iloc[0]
    assert (signed["with"], signed["figure"]) == ("Japan", "rund 2,5 Milliarden Euro")
    assert pd.isna(signed["office"])


def test_figures_and_mentions(graph):
    assert graph.figures()["kind"].tolist() == ["money", "quantity", "percent"]
    assert graph.figures("EUR")["value"].tolist() == [2.5e9]
    mentions = graph.mentions()
    assert len(mentions) == 28
    assert mentions[mentions["words"] == "Santiago"]["stands_for"].tolist() == ["Chile"]


def test_network(graph):
    network = graph.to_networkx()
    assert network.number_of_nodes() == 9
    edges = {(network.nodes[s]["label"], key, network.nodes[o]["label"]) for s, o, key in network.edges(keys=True)}
    assert ("Kenji Morita", "metWith", "Inês Valadão") in edges
    assert ("Inês Valadão", "metWith", "Kenji Morita") in edges
    assert ("Chile", "partyTo", "Hafenabkommen") not in edges


def test_rdflib(graph):
    assert len(graph.to_rdflib()) == len(graph.store.graph)


def test_overview(graph):
    assert "2 articles, 9 entities, 14 claims, 3 figures" in repr(graph)
    assert "2 articles" in graph._repr_html_()


def test_no_graph_is_said_at_once(tmp_path):
    with pytest.raises(StoreError, match="kgbuild ingest"):
        load(tmp_path)


def test_ambiguity_lists_candidates(tmp_path):
    from dataclasses import replace

    from kgbuild.resolve import Resolution
    from kgbuild.store import Store
    from tests.graph.example import documents, resolution

    entities = tuple(
        replace(e, alt_labels=("Port",)) if e.label in ("Porto", "Portugal") else e for e in resolution().entities
    )
    with Store.open(tmp_path) as store:
        store.publish(documents(), Resolution(entities))
    graph = load(tmp_path)
    with pytest.raises(UnknownEntityError, match=r"Portugal \(State.*\n.*Porto \(Place") as error:
        graph.entity("port")
    assert [c.label for c in error.value.candidates] == ["Portugal", "Porto"]
    assert graph.entity("port", type="Place").label == "Porto"
