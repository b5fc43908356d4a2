"""Strict mention F1 on the public gold, counted as the shared scorer counts it."""

import importlib.util
import json
from collections import Counter

import pytest

from kgbuild.language import load
from kgbuild.model import ENTITY_TYPE, Label

SIX = {label.value for label in ENTITY_TYPE}
FLOORS = {"STATE": 0.98, "PER": 0.97, "LOC": 0.93, "ORG": 0.91, "AGREEMENT": 0.87, "EVENT": 0.7}


@pytest.fixture(scope="module")
def counts(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    nlp = load()
    tally: Counter[tuple[str, str]] = Counter()
    for path in sorted((shared / "gold").glob("*/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        folder = shared / "seeds" if path.parent.name == "seeds" else path.parent
        text = (folder / gold["article"]).read_bytes().decode("utf-8").replace("\r\n", "\n")
        mentions, adjectives, metonyms, described, boilerplate = scorer.gold_spans(gold, text)
        free = [span for span, _ in adjectives] + [span for span, _ in metonyms] + described
        doc = nlp.make_doc(text)
        doc._.boilerplate = tuple(sorted(boilerplate))
        for _, component in nlp.pipeline:
            doc = component(doc)
        want = {(span, label) for span, label, _ in mentions}
        have = {((e.start_char, e.end_char), e.label_) for e in doc.ents if e.label_ in SIX}
        assert not any(scorer.overlap(span, edge) for span, _ in have for edge in boilerplate)
        tally.update(("tp", label) for _, label in want & have)
        tally.update(("fn", label) for _, label in want - have)
        tally.update(("fp", label) for span, label in have - want if not any(scorer.overlap(span, s) for s in free))
    return tally


def f1(counts, labels):
    tp, fp, fn = (sum(counts[kind, label] for label in labels) for kind in ("tp", "fp", "fn"))
    return 2 * tp / (2 * tp + fp + fn)


def test_all_six_types(counts):
    assert f1(counts, SIX) >= 0.94


@pytest.mark.parametrize(("label", "floor"), sorted(FLOORS.items()))
def test_each_type(counts, label, floor):
    assert f1(counts, [Label(label).value]) >= floor
