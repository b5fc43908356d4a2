"""Quotation marks pair up."""

import pytest

from kgbuild.extract.quotations import quotations


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte: „Wir gehen.“ Dann ging er.",
        "Er sagte: »Wir gehen.« Dann ging er.",
        "Er sagte: «Wir gehen.» Dann ging er.",
        'Er sagte: "Wir gehen." Dann ging er.',
        "Er sagte: „Wir gehen.” Dann ging er.",
    ],
)
def test_each_pair_of_marks(blank, text):
    doc = blank(text)
    assert [doc[q.begin : q.end].text for q in quotations(doc)] == ["Wir gehen."]


def test_two_quotations_in_one_sentence(blank):
    doc = blank("„Ja“, sagte sie, „aber nur heute“.")
    assert [doc[q.begin : q.end].text for q in quotations(doc)] == ["Ja", "aber nur heute"]


def test_an_open_mark_ends_with_its_paragraph(blank):
    assert quotations(blank("Er sagte: „Wir gehen.\n\nDann ging er. “")) == ()
