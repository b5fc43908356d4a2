"""Ready queries: each answers its question on the hand-made graph; wrong files and arguments are named."""

import pytest

from kgbuild.store import QueryError, Store, UnknownEntityError, ready_queries
from kgbuild.store.queries import read_query


def rows(published: Store, name, *arguments, columns):
    result = published.query_named(name, arguments).records()
    return [tuple(row[c] for c in columns) for row in result]


@pytest.mark.parametrize(
    ("name", "arguments", "columns", "expected"),
    [
        (
            "parties-of-an-agreement",
            ["hafenabkommen"],
            ("party", "status"),
            [("Chile", "intended"), ("Japan", "asserted"), ("Peru", "denied"), ("Portugal", "asserted")],
        ),
        (
            "who-met-whom",
            [],
            ("one", "other", "date", "place", "source"),
            [("Inês Valadão", "Kenji Morita", "2024-03-04", "Porto", "001-hafen.txt")],
        ),
        ("meetings-of-a-person", ["Kenji Morita"], ("other", "date"), [("Inês Valadão", "2024-03-04")]),
        (
            "offices-of-a-person",
            ["Valadao"],
            ("office", "of", "relation", "source"),
            [
                ("Außenministerin", "Portugal", "holdsOffice", "001-hafen.txt"),
                ("Ministerin", "Portugal", "holdsOffice", "002-besuch.txt"),
            ],
        ),
        (
            "who-holds-office-in",
            ["Portugal"],
            ("person", "office"),
            [("Inês Valadão", "Außenministerin"), ("Inês Valadão", "Ministerin")],
        ),
        (
            "states-and-relations",
            [],
            ("one", "relation", "other", "status", "articles"),
            [("Chile", "cooperatesWith", "Portugal", "asserted", 1)],
        ),
        (
            "claims-about",
            ["Peru"],
            ("subject", "predicate", "object", "status", "saidBy", "source"),
            [("Peru", "partyTo", "Hafenabkommen", "denied", "Inês Valadão", "001-hafen.txt")],
        ),
        (
            "figures-by-unit",
            [],
            ("unit", "figures", "smallest", "largest"),
            [("%", 1, 12, 12), ("EUR", 1, 2.5e9, 2.5e9), ("Schiff", 1, 40, 40)],
        ),
        ("figures-in", ["schiff"], ("value", "to", "modifier", "words"), [(40, 60, "exact", "40 bis 60 Schiffe")]),
        ("figures-in", ["%"], ("value", "words"), [(12, "12 Prozent")]),
        (
            "spellings-of-a-name",
            ["INES VALADAO"],
            ("spelling", "mentions", "sources"),
            [
                ("Außenministerin", 1, "001-hafen.txt"),
                ("Ines Valadao", 1, "002-besuch.txt"),
                ("Inês Valadão", 1, "001-hafen.txt"),
                ("Ministerin", 1, "002-besuch.txt"),
                ("Valadao", 1, "002-besuch.txt"),
                ("Valadão", 1, "001-hafen.txt"),
            ],
        ),
        (
            "timeline",
            [],
            ("date", "until", "subject", "predicate"),
            [
                ("2020", "2023", "Kenji Morita", "negotiatesWith"),
                ("2024-03-04", None, "Hafenabkommen", "concluded"),
                ("2024-03-04", None, "Inês Valadão", "metWith"),
                ("2024-03-05", None, "Hafenabkommen", "concluded"),
            ],
        ),
        ("quotations-of", ["Valadão"], ("words", "source"), [("Der Vertrag öffnet Türen", "001-hafen.txt")]),
        (
            "not-yet-or-not-so",
            [],
            ("status", "subject", "saidBy"),
            [("denied", "Peru", "Inês Valadão"), ("intended", "Chile", None)],
        ),
        (
            "articles",
            [],
            ("source", "published", "mentions", "claims"),
            [("001-hafen.txt", "2024-03-06", 18, 10), ("002-besuch.txt", "2024-03", 10, 4)],
        ),
    ],
)
def test_answers(published, name, arguments, columns, expected):
    assert rows(published, name, *arguments, columns=columns) == expected


def test_contradicting_dates(published):
    (row,) = published.query_named("contradicting-dates").records()
    assert (row["subject"], row["predicate"]) == ("Hafenabkommen", "concluded")
    assert {row["date"], row["otherDate"]} == {"2024-03-04", "2024-03-05"}
    assert {row["source"], row["otherSource"]} == {"001-hafen.txt", "002-besuch.txt"}


def test_every_query_is_tested_and_runs_without_its_arguments(published):
    tested = {mark.args[1][i][0] for mark in test_answers.pytestmark for i in range(len(mark.args[1]))}
    for query in ready_queries():
        assert query.name in tested | {"contradicting-dates"}
        assert query.title
        assert len(query.example) == len(query.args)
        published.query(query.text)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("no-such", [], "parties-of-an-agreement"),
        ("parties-of-an-agreement", [], "takes AGREEMENT, 0 given"),
        ("who-met-whom", ["x"], "takes no argument, 1 given"),
        ("parties-of-an-agreement", ["Hafenabkomen"], "similar: Hafenabkommen"),
        ("parties-of-an-agreement", ["Portugal"], "nothing in the graph"),
    ],
)
def test_wrong_arguments_are_named(published, name, arguments, message):
    with pytest.raises(QueryError, match=message):
        published.query_named(name, arguments)


@pytest.mark.parametrize("text", ['x" || true) . ?a ?b ?c . FILTER("', "$unit", "\\", "'''", "}"])
def test_text_arguments_are_only_text(published, text):
    assert published.query_named("figures-in", [text]).records() == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("Bad_Name.rq", "# title: t\nASK {}", "lower-case words"),
        ("no-title.rq", "ASK {}", "title"),
        ("bad-kind.rq", "# title: t\n# args: a:Alien\nASK { $a ?p ?o }", "no known kind"),
        ("unused.rq", "# title: t\n# args: a:State\nASK { ?s ?p ?o }", "does not occur"),
    ],
)
def test_wrong_files_are_named(tmp_path, name, text, message):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=message):
        read_query(tmp_path / name)


def test_names_are_found_in_any_spelling(published):
    for name in ("Inês Valadão", "ines valadao", "VALADÃO", "https://w3id.org/kgbuild/data/person/ines-valadao"):
        assert published.find(name).label == "Inês Valadão"
    assert published.find("morita").label == "Kenji Morita"


def test_unknown_names_tell_similar_ones(published):
    with pytest.raises(UnknownEntityError, match="similar: Valadao") as error:
        published.find("Valadau")
    assert error.value.candidates == ()
    with pytest.raises(UnknownEntityError):
        published.find("…")
