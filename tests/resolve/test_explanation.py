"""Accounts of why two names are, or are not, one entity."""

import json

from kgbuild.resolve import Decision, DecisionKind, Rule, explain, resolve
from kgbuild.resolve.explanation import Verdict

from .documents import claim, document, event, organization, person, place, state

PRESIDENT = [claim("holdsOffice", 0, 1, "Präsident")]
KAZAKHSTAN = state("KZ", "Kasachstan")


def test_the_chain_connects_exactly_the_two_spellings() -> None:
    resolution = resolve([
        document("a", person("Schamil Dschumagulow", "Dschumagulow"), KAZAKHSTAN, claims=PRESIDENT),
        document("b", person("Shamil Jumagulov"), KAZAKHSTAN),
        document("c", person("Jumagulow"), KAZAKHSTAN, claims=PRESIDENT),
    ])  # fmt: skip
    told = explain(resolution, "Jumagulow", "Shamil Jumagulov")
    assert told.verdict is Verdict.ONE
    (relation,) = told.relations
    assert [merge.rule for merge in relation.chain] == [Rule.EVIDENCE, Rule.NAMES]
    assert [(merge.a, merge.b) for merge in relation.chain] == [
        ("Jumagulow@c", "Schamil Dschumagulow"),
        ("Schamil Dschumagulow", "Shamil Jumagulov"),
    ]
    text = str(told)
    assert "the same office: prasident" in text
    assert "given names match" in text
    assert "Shamil Jumagulov         1  b" in text
    one = explain(resolution, "Dschumagulow", "Schamil Dschumagulow")
    assert [merge.rule for merge in one.relations[0].chain] == [Rule.ARTICLE]
    assert "one entity in the article a" in str(one)


def test_two_entities_are_told_with_vetoes_and_refusals() -> None:
    resolution = resolve([
        document("a", person("Jonas Maria Veltkamp")),
        document("b", person("J. Veltkamp")),
        document("c", person("Jesper Veltkamp")),
    ])  # fmt: skip
    told = explain(resolution, "Jesper Veltkamp", "Jonas Maria Veltkamp")
    assert told.verdict is Verdict.TWO
    assert "other given names" in str(told)
    assert "refused" in str(told)


def test_a_bare_surname_is_told_what_it_lacks() -> None:
    resolution = resolve([document("a", person("Alva Brenning")), document("b", person("Brenning"))])
    text = str(explain(resolution, "Brenning@b", "Alva Brenning"))
    assert "not enough evidence beside a bare surname" in text


def test_ambiguous_names_are_listed() -> None:
    resolution = resolve([document("a", person("Brenning")), document("b", person("Brenning"))])
    told = explain(resolution, "Brenning", "brenning")
    assert told.verdict is Verdict.AMBIGUOUS
    assert len(told.relations) == 4
    assert "person/brenning-a" in str(told)
    assert "person/brenning-b" in str(told)
    assert explain(resolution, "Brenning@a", "Brenning@b").verdict is Verdict.TWO


def test_unknown_names_are_compared_as_names() -> None:
    resolution = resolve([document("a", person("Schamil Dschumagulow"))])
    told = explain(resolution, "Shamil Jumagulov", "Schamil Dschumagulow")
    assert told.verdict is Verdict.UNKNOWN
    assert "no article uses Shamil Jumagulov" in str(told)
    assert "can be one" in str(told)
    assert "by the names alone, as state names, they can be one" in str(explain(resolution, "Burma", "Myanmar"))


def test_states_and_types() -> None:
    resolution = resolve([
        document("a", state("KZ", "Kasachstan"), place("Astana"), event("Brenning")),
        document("b", state("KZ", "Republik Kasachstan"), state("KG", "Kirgisistan"), person("Brenning")),
    ])  # fmt: skip
    assert "the same territory code: KZ" in str(explain(resolution, "Kasachstan", "Republik Kasachstan"))
    assert "different territory codes: KZ / KG" in str(explain(resolution, "Kasachstan", "state/KG"))
    assert "entities of two types are never one" in str(explain(resolution, "Kasachstan", "Astana"))
    assert "entities of two types are never one" in str(explain(resolution, "Brenning@a", "Brenning@b"))


def test_decisions_are_part_of_the_account() -> None:
    decision = Decision(DecisionKind.SAME, "Alva Brenning", "Signe Odelius", "married in 2024")
    other = Decision(DecisionKind.SAME, "WHO", "Dorischer Bund")
    documents = [document("a", person("Alva Brenning")), document("b", person("Signe Odelius"), organization("WHO"))]
    told = explain(resolve(documents, [decision, other]), "Alva Brenning", "Signe Odelius")
    assert told.decisions == (decision,)
    assert [merge.rule for merge in told.relations[0].chain] == [Rule.DECISION]
    assert str(told).endswith("same Alva Brenning / Signe Odelius: married in 2024")


def test_programs_get_plain_json() -> None:
    resolution = resolve([document("a", person("Alva Brenning")), document("b", person("Alwa Brenning"))])
    record = json.loads(json.dumps(explain(resolution, "Alva Brenning", "Alwa Brenning").to_dict()))
    assert record["verdict"] == "one"
    assert record["relations"][0]["chain"][0]["rule"] == "names"
    assert record["entities"][0]["spellings"][0] == {"name": "Alva Brenning", "mentions": 1, "articles": ["a"]}
