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
    (
        "Lima (AFP) – Peru wird an den Spielen, die im Mai beginnen, nun doch nicht teilnehmen.",
        [
            ["Lima"],
            ["AFP"],
            ["Peru", "wird", "an", "den", "Spielen", "nun", "doch", "nicht", "teilnehmen"],
            ["die", "im", "Mai", "beginnen"],
        ],
    ),
    (
        "Das Bündnis (BNL) hat den Vertrag, den Peru, Chile und Bolivien schlossen, unterzeichnet.",
        [
            ["Das", "Bündnis", "hat", "den", "Vertrag", "unterzeichnet"],
            ["BNL"],
            ["den", "Peru", "Chile", "und", "Bolivien", "schlossen"],
        ],
    ),
]


@pytest.mark.parametrize(("text", "fields"), CASES)
def test_fields(nlp, text, fields):
    doc = nlp(text)
    numbers = segment(doc, 0, len(doc)).fields
    found: dict[int, list[str]] = {}
    for token in doc:
        if token.is_alpha:
            found.setdefault(numbers[token.i], []).append(token.text)
    assert list(found.values()) == fields
