"""Decisions: what they refer to, what contradicts what, and that they hold against each of the machine's rules."""

import pytest

from kgbuild.resolve import Decision, DecisionKind, resolve
from kgbuild.resolve.contradictions import contradictions
from kgbuild.resolve.effects import Problem, remarks

from .documents import claim, document, organization, person, state


def same(a: str, b: str) -> Decision:
    return Decision(DecisionKind.SAME, a, b)


def different(a: str, b: str) -> Decision:
    return Decision(DecisionKind.DIFFERENT, a, b)


def label(a: str, b: str) -> Decision:
    return Decision(DecisionKind.LABEL, a, b)


@pytest.mark.parametrize(
    "clash",
    [
        [same("A", "B"), different("B", "A")],
        [same("A", "B"), same("B", "C"), different("A", "C")],
        [same("A", "B"), same("B", "C"), different("A@x", "C")],
        [same("A@x", "B"), same("A@x", "C"), different("B", "C")],
        [same("A@x", "B"), same("B", "C@y"), different("A", "C")],
        [same("A", "B"), different("A@x", "A@y")],
        [different("A", "A")],
        [label("A", "L"), label("A", "M")],
        [label("A", "L"), same("A", "B"), label("B@x", "M")],
    ],
    ids=lambda clash: ", ".join(map(str, clash)),
)
def test_contradictions_are_found_through_chains(clash: list[Decision]) -> None:
    (found,) = contradictions(clash)
    assert set(clash) == {found.decision, *found.others}
    assert all(not contradictions(clash[:n] + clash[n + 1 :]) for n in range(len(clash)))


@pytest.mark.parametrize(
    "fine",
    [
        [same("A", "B"), different("B", "C")],
        [same("A@x", "B"), same("A@y", "C"), different("B", "C")],
        [different("A", "A@x"), same("A@x", "B")],
        [label("A", "L"), label("A@x", "M")],
        [label("A", "L"), same("A", "B"), label("B", "L")],
    ],
    ids=lambda fine: ", ".join(map(str, fine)),
)
def test_what_does_not_contradict(fine: list[Decision]) -> None:
    assert not contradictions(fine)


def test_different_holds_against_a_chain_of_merges() -> None:
    documents = [
        document("a", person("Schamil Dschumagulow")),
        document("b", person("Shamil Jumagulov")),
        document("c", person("Schamil Jumagulow")),
    ]
    assert len(resolve(documents).entities) == 1
    resolution = resolve(documents, [different("Schamil Dschumagulow", "Shamil Jumagulov")])
    assert len(resolution.entities) == 2
    assert any("decided by hand" in refusal.reasons for refusal in resolution.refusals)


def test_different_holds_against_state_codes() -> None:
    documents = [document("a", state("KZ", "Kasachstan")), document("b", state("KZ", "Kasachstan"))]
    resolution = resolve(documents, [different("Kasachstan@a", "state/KZ@b")])
    assert [entity.iri_path for entity in resolution.entities] == ["state/KZ", "state/KZ-b"]


def test_different_holds_inside_an_article() -> None:
    documents = [document("a", organization("Dorischer Bund", "DB"), organization("Dorischer Bunde"))]
    assert len(resolve(documents).entities) == 1
    assert len(resolve(documents, [different("Dorischer Bund", "Dorischer Bunde")]).entities) == 2


def test_different_holds_between_articles_for_one_spelling() -> None:
    claims = [claim("holdsOffice", 0, 1, "Minister")]
    documents = [
        document("a", person("Müller"), state("DE", "Deutschland"), claims=claims),
        document("b", person("Müller"), state("DE", "Deutschland"), claims=claims),
        document("c", person("Hans Müller"), state("DE", "Deutschland"), claims=claims),
    ]
    united = resolve(documents)
    assert united.entity("a", 0) == united.entity("b", 0) == united.entity("c", 0)
    resolution = resolve(documents, [different("Müller@a", "Müller@b")])
    assert resolution.entity("a", 0) != resolution.entity("b", 0)
    narrow = resolve(documents, [different("Müller", "Müller@a"), different("Müller@a", "Hans Müller")])
    assert narrow.entity("b", 0) == narrow.entity("c", 0) != narrow.entity("a", 0)


def test_same_about_one_article_leaves_others_alone() -> None:
    documents = [
        document("a", person("Hans Müller")),
        document("b", person("Hans Müller")),
        document("c", person("Otto Maier")),
    ]
    resolution = resolve(documents, [same("Hans Müller@a", "Otto Maier")])
    assert resolution.entity("a", 0) == resolution.entity("c", 0) != resolution.entity("b", 0)


def test_one_entity_of_one_article_stays_one_and_it_is_told() -> None:
    documents = [document("a", person("Alva Brenning", "Odelius"))]
    resolution = resolve(documents, [different("Alva Brenning", "Odelius")])
    assert len(resolution.entities) == 1
    (remark,) = remarks(resolution)
    assert remark.problem is Problem.DOES_NOT_HOLD
    assert "an article reads the two names as one entity" in remark.message


def test_a_later_clash_of_types_is_remarked() -> None:
    resolution = resolve([document("a", person("Brenning"), organization("Odelius"))], [same("Brenning", "Odelius")])
    (remark,) = remarks(resolution)
    assert remark.problem is Problem.ACROSS_TYPES
    assert "Brenning is Person, Odelius is Organization" in str(remark)


def test_labels_of_one_article() -> None:
    documents = [document("a", person("Müller")), document("b", person("Müller"))]
    resolution = resolve(documents, [label("Müller@a", "Hans Müller")])
    assert [resolution.entity(key, 0).label for key in "ab"] == ["Hans Müller", "Müller"]
