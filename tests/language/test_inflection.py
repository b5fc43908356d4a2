import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kgbuild.language.inflection import base_form, name_of
from kgbuild.model import Label


@pytest.mark.parametrize(
    ("text", "label", "base"),
    [
        ("Kasachstans", "STATE", "Kasachstan"),
        ("Vereinigten Staaten", "STATE", "Vereinigte Staaten"),
        ("Staates Israel", "STATE", "Staat Israel"),
        ("Nachkriegs-Israels", "STATE", "Nachkriegs-Israel"),
        ("Abraham-Abkommens", "AGREEMENT", "Abraham-Abkommen"),
        ("Vertrags von Lissabon", "AGREEMENT", "Vertrag von Lissabon"),
        ("Wiener Übereinkommens", "AGREEMENT", "Wiener Übereinkommen"),
        ("Genfer Konvention", "AGREEMENT", "Genfer Konvention"),
        ("Vereinten Nationen", "ORG", "Vereinte Nationen"),
        ("Neuen Sozialen Partei", "ORG", "Neue Soziale Partei"),
        ("Pazifischen Fischereirats", "ORG", "Pazifischer Fischereirat"),
        ("Golden Teak Aviation", "ORG", "Golden Teak Aviation"),
        ("Nahen Osten", "LOC", "Naher Osten"),
        ("Kaspischen Meeres", "LOC", "Kaspisches Meer"),
        ("Buenos Aires", "LOC", "Buenos Aires"),
        ("Krieges in Gaza", "EVENT", "Krieg in Gaza"),
        ("kasachischen", "NORP", "kasachisch"),
        ("US-amerikanischer", "NORP", "US-amerikanisch"),
        ("Palästinensern", "NORP", "Palästinenser"),
        ("Kasachin", "NORP", "Kasachin"),
        ("Schweizer", "NORP", "Schweizer"),
        ("Außenministers", "ROLE", "Außenminister"),
        ("Präsidenten", "ROLE", "Präsident"),
        ("Präsidentin", "ROLE", "Präsidentin"),
        ("Jens", "PER", "Jens"),
        ("Asad’s", "PER", "Asad"),
        ("12  Euro", "MONEY", "12 Euro"),
    ],
)
def test_base_form(text, label, base):
    assert base_form(text, Label(label)) == base


def name_in(words, begin, end, label, morphs=None):
    doc = Doc(spacy.blank("de").vocab, words=words, morphs=morphs)
    return name_of(Span(doc, begin, end, label=label))


def test_a_genitive_is_told_by_the_name_elsewhere():
    assert name_in(["Ordanows", "Plan", "gefällt", "Ordanow"], 0, 1, "PER") == "Ordanow"


def test_a_genitive_is_told_by_its_case():
    gen, none = "Case=Gen", ""
    assert name_in(["Ordanows", "Plan"], 0, 1, "PER", [gen, none]) == "Ordanow"
    assert name_in(["Jens", "plant"], 0, 1, "PER", ["Case=Nom", none]) == "Jens"


def test_a_name_that_stands_so_in_another_case_keeps_its_s():
    morphs = ["Case=Gen", "", "", "Case=Nom", ""]
    assert name_in(["Burgas", "Hafen", ".", "Burgas", "wächst"], 0, 1, "LOC", morphs) == "Burgas"


@given(st.text(min_size=1), st.sampled_from(sorted(Label)))
def test_any_text_has_a_base_form(text, label):
    assert isinstance(base_form(text, label), str)
