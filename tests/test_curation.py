"""Decisions about names: the file, their effect, and that they last."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import assume, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kgbuild.cli import app
from kgbuild.curation import decide, decision_file, decisions, explanation
from kgbuild.model import EntityType
from kgbuild.pipeline import ingest
from kgbuild.resolve import Decision, DecisionKind
from kgbuild.resolve.contradictions import contradictions
from kgbuild.resolve.decision_file import DecisionFileError, read_decisions, write_decisions
from kgbuild.resolve.effects import Problem
from kgbuild.store import StoreError

FIRST = (
    "Oslo, 3. März 2026 – Ministerpräsidentin Kari Holm hat am Montag in Helsinki Präsident Matti Laine getroffen.\n"
)
SECOND = "Oslo, 9. März 2026 – Die Ministerpräsidentin Kari Holm-Berg reist am Dienstag zu Gesprächen nach Riga.\n"

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "in" / "b.txt").write_text(SECOND, "utf-8")
    ingest([tmp_path / "in"], tmp_path / "kg")
    return tmp_path / "kg"


def people(resolution) -> set[str]:
    return {entity.label for entity in resolution.entities if entity.type is EntityType.PERSON}


def test_decisions_hold_and_survive_an_ingest(kg: Path, tmp_path: Path) -> None:
    same = Decision(DecisionKind.SAME, "Kari Holm", "Kari Holm-Berg", "she married")
    label = Decision(DecisionKind.LABEL, "Kari Holm", "Kari Holm-Berg")
    assert people(decide(kg, [same, label]).resolution) == {"Kari Holm-Berg", "Matti Laine"}
    assert "she married" in str(explanation(kg, "Kari Holm", "Kari Holm-Berg"))
    (tmp_path / "in" / "c.txt").write_text(SECOND.replace("Riga", "Tallinn"), "utf-8")
    assert ingest([tmp_path / "in"], kg).entities["Person"] == 2
    different = Decision(DecisionKind.DIFFERENT, "Kari Holm", "Kari Holm-Berg", "two people")
    assert len(people(decide(kg, [different]).resolution)) == 3


def test_taking_decisions_back_gives_the_graph_of_before(kg: Path) -> None:
    before = (kg / "graph.ttl").read_bytes()
    decide(kg, [Decision(DecisionKind.SAME, "Kari Holm", "Matti Laine")])
    assert (kg / "graph.ttl").read_bytes() != before
    decide(kg, [])
    assert (kg / "graph.ttl").read_bytes() == before


def test_contradictions_change_nothing(kg: Path) -> None:
    decide(kg, [Decision(DecisionKind.SAME, "Kari Holm", "Kari Holm-Berg")])
    stored = decision_file(kg).read_bytes()
    clash = [*decisions(kg), Decision(DecisionKind.DIFFERENT, "Kari Holm-Berg", "Kari Holm")]
    with pytest.raises(DecisionFileError, match="contradicts"):
        decide(kg, clash)
    assert decision_file(kg).read_bytes() == stored


def test_a_chain_of_decisions_contradicts_too(kg: Path) -> None:
    chain = [
        Decision(DecisionKind.SAME, "Kari Holm", "Kari Holm-Berg"),
        Decision(DecisionKind.SAME, "Kari Holm-Berg", "Matti Laine"),
        Decision(DecisionKind.DIFFERENT, "Matti Laine", "Kari Holm@a"),
    ]
    with pytest.raises(DecisionFileError, match=r"different Matti Laine / Kari Holm@a contradicts same .* and same"):
        decide(kg, chain)
    assert not decision_file(kg).exists()


def test_vain_decisions_are_remarked_and_kept(kg: Path) -> None:
    nobody = Decision(DecisionKind.SAME, "Kari Holm", "Nobody")
    needless = Decision(DecisionKind.DIFFERENT, "Kari Holm", "Matti Laine")
    outcome = decide(kg, [nobody, needless])
    assert [remark.problem for remark in outcome.remarks] == [Problem.NAMES_NOTHING, Problem.NEEDLESS]
    assert "no article uses Nobody" in str(outcome.remarks[0])
    assert decisions(kg) == (nobody, needless)


def test_types_are_never_joined(kg: Path) -> None:
    with pytest.raises(DecisionFileError, match="Kari Holm is Person, Oslo is Place"):
        decide(kg, [Decision(DecisionKind.SAME, "Kari Holm", "Oslo")])
    assert not decision_file(kg).exists()


def test_no_store_no_decision(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        decide(tmp_path / "nothing", [Decision(DecisionKind.SAME, "A", "B")])
    assert not (tmp_path / "nothing").exists()


def test_the_commands(kg: Path) -> None:
    def run(*words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--out", str(kg)])

    added = run("aliases", "add", "same", "Kari Holm", "Kari Holm-Berg", "--reason", "she married")
    assert (added.exit_code, added.stdout.split(" in ")[0]) == (0, "1 decision")
    assert " ".join(run("aliases", "list").stdout.split()) == "1 same Kari Holm Kari Holm-Berg (she married)"
    told = run("explain", "Kari Holm", "Kari Holm-Berg")
    assert told.stdout.startswith("Kari Holm and Kari Holm-Berg are one entity")
    assert "decision, 1.00): decided by hand: she married" in told.stdout
    assert json.loads(run("explain", "Kari Holm", "Matti Laine", "--json").stdout)["verdict"] == "two"
    vain = run("aliases", "add", "same", "Kari Holm", "Nobody")
    assert (vain.exit_code, "no article uses Nobody" in vain.stderr) == (0, True)
    wrong = run("aliases", "add", "different", "Kari Holm-Berg", "Kari Holm")
    assert (wrong.exit_code, "contradicts same Kari Holm / Kari Holm-Berg" in wrong.stderr) == (2, True)
    assert run("aliases", "remove", "2").exit_code == 0
    assert run("aliases", "remove", "2").exit_code == 2
    assert run("aliases", "apply").exit_code == 0


@pytest.mark.parametrize(
    "content",
    ["same: [A, B]\n", "- same: [A]\n", "- same: [A, B]\n  different: [A, B]\n", "- equal: [A, B]\n", "- [", "- {}\n"],
)
def test_a_wrong_file_is_named_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "aliases.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(DecisionFileError, match=r"aliases\.yaml: ") as error:
        read_decisions(path)
    assert "\n" not in str(error.value)


@given(
    st.lists(
        st.builds(
            Decision,
            st.just(DecisionKind.SAME) | st.just(DecisionKind.LABEL),
            names,
            names,
            names | st.just(""),
            st.sampled_from([None, *EntityType]),
        )
    )
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, taken: list[Decision]) -> None:
    assume(not contradictions(taken))
    path = tmp_path_factory.mktemp("decisions") / "aliases.yaml"
    write_decisions(path, taken)
    assert read_decisions(path) == tuple(taken)
