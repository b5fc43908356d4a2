"""SHACL: what conforms, and that every kind of damage is found."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kgbuild.graph import build, dumps, validate, write
from kgbuild.resources import ontology
from tests.graph.example import documents, resolution


@pytest.fixture(scope="module")
def triples():
    return dumps(build(documents(), resolution()), "ntriples")


def test_a_built_graph_conforms():
    report = validate(build(documents(), resolution()))
    assert report.conforms, str(report)
    assert str(report).endswith("conform to the shapes.")


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq"])
def test_files_are_read(tmp_path, suffix):
    path = tmp_path / f"graph.{suffix}"
    write(build(documents(), resolution()), path)
    assert validate(path).conforms


KG = "https://w3id.org/kgbuild/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def without(part):
    return lambda text: "\n".join(line for line in text.splitlines() if part not in line)


def replaced(old, new):
    return lambda text: text.replace(old, new)


def added(line):
    return lambda text: f"{text}\n{line} .\n"


def pref(words):
    return f"<https://w3id.org/kgbuild/data/state/PT> <http://www.w3.org/2004/02/skos/core#prefLabel> {words}"


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (replaced('"Portugals"', '"Portugalz"'), "nif:anchorOf is what"),
        (replaced('endIndex> "52"', 'endIndex> "43"'), "begins before it ends"),
        (without('endIndex> "52"'), "exactly one nif:endIndex"),
        (without("isString"), "exactly one text"),
        (replaced("sha256:", "md5:"), "digest"),
        (replaced('"2024-03-04"', '"2024-02-31"'), "valid xsd:date"),
        (replaced(f"<{KG}exact>", f"<{KG}roughly>"), "how exactly"),
        (replaced('"EUR"', '"Euro"'), "three capital letters"),
        (added(pref('"Portugal zwei"@de')), "exactly one German preferred label"),
        (replaced('prefLabel> "Portugal"@de', 'prefLabel> "Portugal"@en'), "exactly one German preferred label"),
        (without("core#prefLabel> \"Porto\""), "exactly one German preferred label"),
        (without(f"<{KG}evidence>"), "exactly one sentence as evidence"),
        (without(f"<{KG}status>"), "exactly one status"),
        (replaced(f"<{KG}denied>", f"<{KG}rumoured>"), "exactly one status"),
        (replaced('confidence> "0.8"', 'confidence> "1.8"'), "between 0 and 1"),
        (without(f"state/JP> <{KG}partyTo>"), "direct triple"),
        (without("001-hafen#char=43,140> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"), "sentence"),
        (without(f"<{KG}reader>"), "who read it"),
        (replaced("ontology#Demonym", "ontology#Nickname"), "twelve classes"),
    ],
)  # fmt: skip
def test_damage_is_found(triples, damage, message):
    damaged = damage(triples)
    assert damaged != triples
    store = ox.Store()
    store.load(damaged, ox.RdfFormat.N_TRIPLES)
    report = validate(store)
    assert not report.conforms
    assert any(message in v.message for v in report.violations), str(report)
    assert all(v.focus.startswith("https://w3id.org/kgbuild/data/") for v in report.violations)
    assert report.to_dict()["conforms"] is False


def test_unknown_files_are_refused(tmp_path):
    with pytest.raises(ValueError, match="docx"):
        validate(tmp_path / "graph.docx")
    with pytest.raises(OSError):
        validate(tmp_path / "graph.ttl")


def test_the_shapes_are_valid_shacl():
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=str(ontology("shapes.ttl")), meta_shacl=True)
    assert conforms, text
