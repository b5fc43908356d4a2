import numpy as np
import pytest

from kgbuild.language.encoder.spans import Spans

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def log(*rows):
    return np.log(np.array(rows, dtype=np.float32))


def test_inside_follows_only_its_like():
    scores = log([0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.05, 0.3, 0.1, 0.45], [0.9, 0.02, 0.03, 0.02, 0.03])
    (span,) = Spans(TAGS)(scores)
    assert (span.begin, span.end, span.label) == (0, 2, "PER")
    assert span.confidence == pytest.approx(0.3, rel=1e-5)


def test_no_span_begins_inside():
    (span,) = Spans(TAGS)(log([0.2, 0.3, 0.4, 0.05, 0.05]))
    assert (span.begin, span.end, span.label) == (0, 1, "PER")


def test_neighbours_stay_two():
    spans = Spans(TAGS)(log([0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.6, 0.1, 0.1, 0.1]))
    assert [(s.begin, s.end) for s in spans] == [(0, 1), (1, 2)]
