"""The whole way, through the command line: folders of articles in, a graph that answers questions out."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from kgbuild.graph import validate

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"


def kgbuild(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "kgbuild", *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=600
    )


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kgbuild ingest seeds/` writes."""
    out = tmp_path_factory.mktemp("seeds") / "kg"
    done = kgbuild("ingest", SEEDS, "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def rows(out: Path, sparql: str) -> list[dict[str, str]]:
    done = kgbuild("query", sparql, "--out", out, "--format", "json")
    assert done.returncode == 0, done.stderr
    bindings = json.loads(done.stdout)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


def test_the_graph_keeps_the_contract(graph: Path) -> None:
    report = validate(graph / "graph.ttl")
    assert report.conforms, str(report)


def test_one_node_for_one_person_in_many_spellings(graph: Path) -> None:
    people = rows(
        graph,
        "SELECT DISTINCT ?p WHERE { ?p a schema:Person ; skos:prefLabel|skos:altLabel ?l "
        'FILTER(REGEX(?l, "(Tokajew|Toqaev)$")) }',
    )
    assert len(people) == 1


def test_every_claim_leads_back_to_its_sentence(graph: Path) -> None:
    claims = rows(
        graph,
        "SELECT ?c ?words ?b ?e ?text WHERE { ?c a kg:Claim ; kg:evidence ?s ; prov:wasDerivedFrom ?a . "
        "?s nif:anchorOf ?words ; nif:beginIndex ?b ; nif:endIndex ?e . ?a nif:isString ?text }",
    )
    assert len({claim["c"] for claim in claims}) > 20
    for claim in claims:
        assert claim["text"][int(claim["b"]) : int(claim["e"])] == claim["words"]


def test_seeds_say_who_joins_the_abraham_accords(graph: Path) -> None:
    done = kgbuild("query", "--named", "parties-of-an-agreement", "Abraham-Abkommen", "--out", graph, "--format", "csv")
    assert done.returncode == 0, done.stderr
    for state in ("Kasachstan", "Bahrain", "Marokko", "Sudan"):
        assert state in done.stdout


def test_show_finds_an_entity_by_any_spelling(graph: Path) -> None:
    cards = {kgbuild("show", name, "--out", graph).stdout for name in ("Tokajew", "Toqaev", "toqaev")}
    assert len(cards) == 1 and "Kasachstan" in cards.pop()


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld", "graphml"])
def test_exports_are_not_empty_and_repeatable(graph: Path, tmp_path: Path, format: str) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert kgbuild("export", "--format", format, "--to", first, "--out", graph).returncode == 0
    assert kgbuild("export", "--format", format, "--to", second, "--out", graph).returncode == 0
    assert first.read_bytes() == second.read_bytes() != b""


def test_turtle_and_nquads_say_the_same(graph: Path, tmp_path: Path) -> None:
    kgbuild("export", "--format", "nquads", "--to", tmp_path / "all.nq", "--out", graph)
    quads = pyoxigraph.parse(path=str(tmp_path / "all.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    triples = pyoxigraph.parse(path=str(graph / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    assert {q.triple for q in quads} == {t.triple for t in triples}


def test_same_input_same_bytes_whatever_the_workers_and_the_hash_seed(graph: Path, tmp_path: Path) -> None:
    wanted = (graph / "graph.ttl").read_bytes()
    for number, (workers, seed) in enumerate([("1", "1"), ("2", "2")]):
        out = tmp_path / f"kg{number}"
        done = subprocess.run(
            [sys.executable, "-m", "kgbuild", "ingest", str(SEEDS), "--out", str(out), "--workers", workers],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert (out / "graph.ttl").read_bytes() == wanted


def test_articles_one_by_one_give_the_graph_of_all_at_once(graph: Path, tmp_path: Path) -> None:
    for article in sorted(SEEDS.glob("*.txt"), reverse=True):
        assert kgbuild("ingest", article, "--out", tmp_path / "kg").returncode == 0
    assert (tmp_path / "kg" / "graph.ttl").read_bytes() == (graph / "graph.ttl").read_bytes()


def test_second_ingest_reads_nothing_again(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(graph, tmp_path / "kg")
    done = kgbuild("ingest", SEEDS, "--out", tmp_path / "kg", "--json")
    summary = json.loads(done.stdout)
    assert (summary["read"], summary["unchanged"]) == (0, 5)
    assert (tmp_path / "kg" / "graph.ttl").read_bytes() == (graph / "graph.ttl").read_bytes()


GERMAN = "Der Außenminister Norwegens reiste am Montag nach Kasachstan. Dort traf er Präsident Tokajew zu Gesprächen.\n"
ENGLISH = (
    "The foreign minister of Norway travelled to Kazakhstan on Monday, where he met the president for talks.\n" * 5
)


@pytest.fixture
def bad_folder(tmp_path: Path) -> Path:
    """One good article among everything that goes wrong."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GERMAN * 3, "utf-8")
    (folder / "twice.txt").write_text(GERMAN * 3, "utf-8")
    (folder / "latin1.txt").write_bytes((GERMAN * 4).encode("latin-1"))
    (folder / "utf16.txt").write_bytes((GERMAN * 5).encode("utf-16"))
    (folder / "broken.html").write_text("<html><body><p>" + GERMAN * 6 + "<div><p><b>" + GERMAN, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "english.txt").write_text(ENGLISH, "utf-8")
    (folder / "huge.txt").write_text(GERMAN * 48_000, "utf-8")
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    return folder


def test_bad_files_are_named_and_the_rest_is_ingested(bad_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kg"
    done = kgbuild("ingest", bad_folder, "--out", out)
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    for name in ("twice", "empty", "picture", "english", "huge", "dangling"):
        assert sum(f"{name}.txt" in line.split(": ")[1] for line in lines) == 1, (name, lines)
    assert len(lines) == 6
    sources = {row["s"] for row in rows(out, "SELECT ?s WHERE { ?a dcterms:source ?s }")}
    assert sources == {"good.txt", "latin1.txt", "utf16.txt", "broken.html"}
    texts = [row["t"] for row in rows(out, "SELECT ?t WHERE { ?a nif:isString ?t }")]
    assert all("Außenminister" in text for text in texts)


def test_unreadable_file_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(GERMAN, "utf-8")
    secret.chmod(0)
    # Root reads everything unless it gives that power up.
    humbly = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if humbly and shutil.which("setpriv") is None:
        pytest.skip("root reads files without permission, and setpriv is not here to give that up")
    command = [*humbly, sys.executable, "-m", "kgbuild", "ingest", secret, "--out", tmp_path / "kg"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1 and done.stderr == "kgbuild: secret.txt: cannot be read (Permission denied)\n"


def test_nothing_stored_is_lost_when_later_files_fail(graph: Path, bad_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(graph, tmp_path / "kg")
    assert kgbuild("ingest", bad_folder / "empty.txt", "--out", tmp_path / "kg").returncode == 1
    assert (tmp_path / "kg" / "graph.ttl").read_bytes() == (graph / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("ingest", "no-such-folder"),
        ("ingest", "seeds", "--model", "no_such_pipeline"),
        ("query", "SELECT nonsense"),
        ("query",),
        ("query", "--named", "no-such-query"),
        ("show", "Tokajew", "--out", "no-such-graph"),
        ("validate", "no-such.ttl"),
        ("export", "--format", "csv"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_two(graph: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    if arguments[0] in ("query", "export"):
        arguments = (*arguments, "--out", str(graph))
    done = kgbuild(*arguments, cwd=ROOT if arguments[1:2] == ("seeds",) else tmp_path)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert len(done.stderr.strip().splitlines()) == 1 and "Traceback" not in done.stderr


def test_invalid_graph_is_reported(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("@prefix kg: <https://w3id.org/kgbuild/ontology#> . <http://a/c> a kg:Claim .\n", "utf-8")
    done = kgbuild("validate", bad)
    assert done.returncode == 1 and "http://a/c" in done.stdout


def test_real_articles(shared: Path, tmp_path: Path) -> None:
    done = kgbuild("ingest", shared / "seeds", "--out", tmp_path / "kg", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["articles"] == 5
    report = validate(tmp_path / "kg" / "graph.ttl")
    assert report.conforms, str(report)
    tool = [sys.executable, shared / "tools" / "score.py", tmp_path / "kg" / "graph.ttl", shared / "gold" / "seeds"]
    printed = subprocess.run([*tool, "--json"], capture_output=True, text=True, check=True).stdout
    score = json.loads(printed)
    assert score["articles_missing"] == [] and score["boilerplate_mentions"] == 0
    assert score["mentions"]["micro"]["f"] >= 0.85 and score["facts"]["lenient"]["p"] >= 0.6


def test_help_is_documentation() -> None:
    for command in ((), ("ingest",), ("query",), ("show",), ("export",), ("validate",), ("queries",)):
        done = kgbuild(*command, "--help")
        assert done.returncode == 0 and "Usage" in done.stdout
