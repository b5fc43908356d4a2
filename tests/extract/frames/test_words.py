"""Forms of German words."""

import pytest

from kgbuild.extract.frames.words import Form, adjective_bases, noun_bases, split_prefix, verb_forms


def forms(infinitive: str) -> set[tuple[str, str | None]]:
    return {(form, reading.particle) for form, reading in verb_forms(infinitive)}


@pytest.mark.parametrize(
    ("infinitive", "form", "particle"),
    [
        ("beitreten", "tritt", "bei"),
        ("beitreten", "beitrat", None),
        ("beitreten", "beigetreten", None),
        ("beitreten", "beizutreten", None),
        ("unterzeichnen", "unterzeichnet", None),
        ("unterzeichnen", "unterzeichneten", None),
        ("unterschreiben", "unterschrieb", None),
        ("anerkennen", "erkannte", "an"),
        ("anerkennen", "anzuerkennen", None),
        ("angehören", "angehört", None),
        ("ratifizieren", "ratifiziert", None),
        ("empfangen", "empfing", None),
        ("teilnehmen", "nahmen", "teil"),
        ("verhängen", "verhängte", None),
        ("schließen", "geschlossene", None),
    ],
)
def test_verbs_have_their_forms(infinitive, form, particle):
    assert (form, particle) in forms(infinitive)


def test_a_separable_verb_needs_its_prefix():
    assert ("tritt", None) not in forms("beitreten")
    assert split_prefix("unterzeichnen") == (None, "unterzeichnen")
    assert split_prefix("zusammenarbeiten") == ("zusammen", "arbeiten")


def test_participles_before_nouns_are_attributes():
    readings = dict(verb_forms("initiieren"))
    assert readings["initiierte"].form in (Form.ATTRIBUTE, Form.FINITE)
    assert readings["initiiertem"].form is Form.ATTRIBUTE


@pytest.mark.parametrize(
    ("surface", "base"), [("Verträgen", "Vertrag"), ("Besuchs", "Besuch"), ("Verhandlungen", "Verhandlung")]
)
def test_nouns_lead_back_to_their_base(surface, base):
    assert base in noun_bases(surface)


def test_adjectives_lead_back_to_their_base():
    assert "diplomatisch" in adjective_bases("Diplomatischen")
