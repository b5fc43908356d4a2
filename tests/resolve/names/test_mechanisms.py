"""What the names library does with names that no table knows: one example and one counter-example of each rule."""

import pytest

from kgbuild.resolve.names import compare
from kgbuild.resolve.names.nations import mark_nations, nation

SAME = [
    ("org", "US-Amt für Seltenes", "Amt für Seltenes der Vereinigten Staaten"),
    ("org", "Russische Pilzgarde", "Pilzgarde der Russischen Föderation"),
    ("org", "Bundesanstalt für Finanzwesen", "BaFin"),
    ("org", "Energiekonzern Murvex", "Murvex"),
    ("org", "Murvex", "Murvex International"),
    ("org", "Quorland-Befreiungsarmee", "QLA"),
    ("agreement", "Quorlander Abkommen", "Quorland-Vertrag"),
    ("agreement", "UN-Konvention gegen Korruption und Folter", "Convention against Corruption and Torture"),
    ("place", "Quorlandinseln", "Quorland Islands"),
    ("place", "Mount Quorland", "Quorland"),
    ("place", "Neuquorlien", "New Quorlia"),
    ("place", "Quorlingien", "Quorlingia"),
    ("place", "Quorlandisches Meer", "Sea of Quorland"),
    ("place", "Tatarstan", "Tatarien"),
    ("person", "Hamid Abd al-Murabit", "Hamid Abdulmurabit"),
    ("person", "JD Quorland", "J. D. Quorland"),
    ("person", "Prayot Chan-o-quor", "Prayot Chanoquor"),
    ("person", "Anna Berta Quorland", "ABQ"),
]
APART = [
    ("org", "Pilzrat Russlands", "Pilzrat Polens"),
    ("org", "Orthodoxe Kirche der Ukraine", "Russisch-Orthodoxe Kirche"),
    ("org", "Quorland-Rat", "Quorland-Russland-Rat"),
    ("org", "UN-Expertengruppe", "Vereinte Nationen"),
    ("org", "QXE", "QXI"),
    ("org", "Neue Bewegung", "Neue Partei"),
    ("agreement", "Quorlander Rahmenwerk", "Quorlander Protokoll"),
    ("place", "Nordquorlien", "Südquorlien"),
    ("place", "Tatarstan", "Baschkortostan"),
    ("person", "Quorlandow", "Julija Quorlandowa"),
    ("person", "Nawalny", "Julija Nawalnaja"),
]


@pytest.mark.parametrize(("kind", "a", "b"), SAME)
def test_joined(kind, a, b):
    assert compare(a, b, kind).same


@pytest.mark.parametrize(("kind", "a", "b"), APART)
def test_kept_apart(kind, a, b):
    assert not compare(a, b, kind).same


def test_two_letters_are_no_identity_across_articles():
    assert compare("Quorland-Presse", "QP", "org").partial


def test_nations_are_one_sign():
    assert mark_nations(["amt", "vereinigten", "staaten"]) == ["amt", "@US"]
    assert nation("kasachischer") == nation("kazakh") == "@KZ"
    assert nation("island") == "island"  # as often an island


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ungarische Volksrepublik", "Ungarn"),
        ("República del Paraguay", "Paraguay"),
        ("Bermuda-Inseln", "Bermuda"),
        ("Serbien-Montenegro", "Serbien und Montenegro"),
        ("Sonderverwaltungszone Hongkong", "Hongkong"),
    ],
)
def test_states_by_form(a, b):
    assert compare(a, b, "state").same
