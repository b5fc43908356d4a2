"""Punctuation, subordinators and verbs cut a sentence into fields."""

import pytest

from kgbuild.extract.claims.segments import segment

CASES = [
    ("Peru unterzeichnete den Vertrag.", [["Peru", "unterzeichnete", "den", "Vertrag"]]),
    (
        "Der Vertrag, den Peru unterzeichnete, läuft aus.",
        [["Der", "Vertrag", "läuft", "aus"], ["den", "Peru", "unterzeichnete"]],
    ),
    (
        "Peru zögert; Chile unterzeichnete.",
        [["Peru", "zögert"], ["Chile", "unterzeichnete"]],
    ),
    (
        "Peru, Chile und Bolivien haben verhandelt.",
        [["Peru", "Chile", "und", "Bolivien", "haben", "verhandelt"]],
    ),
]


@pytest.mark.parametrize(("text", "fields"), CASES)
def test_fields(nlp, text, fields):
    doc = nlp(text)
    numbers = segment(doc, 0, len(doc))
    found: dict[int, list[str]] = {}
    for token in doc:
        if token.is_alpha:
            found.setdefault(numbers[token.i], []).append(token.text)
    assert list(found.values()) == fields
