"""The shipped tables: well-formed, and every name leads to its own row."""

from collections import Counter

import pytest

from kgbuild.resolve.names.comparison import KNOWN
from kgbuild.resolve.names.tables import entries, lines
from kgbuild.resolve.names.verdict import Kind

TABLES = {
    Kind.PERSON: "persons.tsv",
    Kind.ORG: "organizations.tsv",
    Kind.AGREEMENT: "agreements.tsv",
    Kind.PLACE: "places.tsv",
}


@pytest.mark.parametrize("table", TABLES.values())
def test_every_label_has_one_row(table):
    assert [label for label, count in Counter(label for label, _ in entries(table)).items() if count > 1] == []


@pytest.mark.parametrize(("kind", "table"), TABLES.items())
def test_names_lead_to_their_row(kind, table):
    lost = [(label, name) for label, names in entries(table) for name in names if label not in KNOWN[kind](name)]
    assert lost == []


def test_codes_of_states_have_one_row():
    assert [code for code, count in Counter(row[0] for row in lines("states.tsv")).items() if count > 1] == []
