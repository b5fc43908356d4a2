"""Who holds which office where, read by the real pipeline."""

import pytest

CASES = [
    ("Der kasachische Präsident Kassym-Jomart Tokajew reist ab.", "KZ", "Präsident", False),
    ("Israels Außenminister Gideon Saar reist ab.", "IL", "Außenminister", False),
    ("Die USA warten. US-Präsident Donald Trump reist ab.", "US", "Präsident", False),
    ("Emmanuel Macron, der französische Präsident, reist ab.", "FR", "Präsident", False),
    ("Der Präsident der Ukraine, Wolodymyr Selenskyj, reist ab.", "UA", "Präsident", False),
    ("Bahrain schickt seinen Außenminister Omar Haddad.", "BH", "Außenminister", False),
    ("Die frühere dänische Ministerpräsidentin Helle Thorning reist ab.", "DK", "Ministerpräsidentin", True),
]


@pytest.mark.parametrize(("text", "state", "office", "former"), CASES)
def test_office(document, text, state, office, former):
    read = document(text, published="2025-03-10")
    held = [c for c in read.claims if c.predicate == "holdsOffice"]
    assert [(read.entities[c.object].state, c.office, c.former) for c in held] == [(state, office, former)]


def test_an_organization_stays_in_the_name_of_its_office(document):
    read = document("Die EU wartet. Die EU-Außenbeauftragte Kaja Kallas reist ab.", published="2025-03-10")
    (held,) = [c for c in read.claims if c.predicate == "holdsOffice"]
    assert (read.entities[held.object].names[0], held.office) == ("EU", "EU-Außenbeauftragte")


def test_an_envoy_does_not_hold_office_where_he_is_sent(document):
    read = document("Botschafter in Peru ist Karl Brandt. Karl Brandt, Botschafter in Peru, reist ab.", "2025-03-10")
    assert [c for c in read.claims if c.predicate == "holdsOffice"] == []


def test_an_office_without_its_body_claims_nothing(document):
    read = document("Außenminister Johann Brandt reist ab.", published="2025-03-10")
    assert [c for c in read.claims if c.predicate == "holdsOffice"] == []
