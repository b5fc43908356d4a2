import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild.language.gazetteer import FACTORY, aliases, known
from kgbuild.language.gazetteer.classes import names_a
from kgbuild.language.gazetteer.compounds import state
from kgbuild.language.gazetteer.nouns import head
from kgbuild.model import Label


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("de")
    nlp.add_pipe(FACTORY)
    return nlp


def proposed(doc):
    return {(span.text, span.label_, span.kb_id_) for span in doc.spans[FACTORY]}


def test_states_in_any_form_carry_their_code(nlp):
    found = proposed(nlp("Die Vereinigten Arabischen Emirate loben die Republik Kasachstan."))
    assert ("Vereinigten Arabischen Emirate", "STATE", "AE") in found
    assert ("Republik Kasachstan", "STATE", "KZ") in found


def test_adjectives_carry_the_codes_of_all_their_states(nlp):
    assert ("kasachisch-israelische", "NORP", "KZ+IL") in proposed(nlp("Eine kasachisch-israelische Kommission tagt."))


def test_languages_are_no_adjectives(nlp):
    assert not proposed(nlp("Sie antwortet auf Deutsch."))


def test_a_state_behind_a_hyphen_is_the_state_and_a_part_of_one_a_region(nlp):
    found = proposed(nlp("Von Nachkriegs-Israel bis Nordsyrien"))
    assert ("Nachkriegs-Israel", "STATE", "IL") in found
    assert ("Nordsyrien", "LOC", "") in found
    assert state("Papua-Neuguinea") is None


def test_agreements_by_their_head_noun(nlp):
    found = proposed(nlp("Beide billigen das Fischereiabkommen, ohne Zusatzprotokoll und ohne Verträge."))
    assert ("Fischereiabkommen", "AGREEMENT", "") in found
    assert not any(text in ("Zusatzprotokoll", "Verträge") for text, _, _ in found)


def test_institutions_only_if_the_text_says_whose(nlp):
    assert ("Regierung", "ORG", "") in proposed(nlp("Die kasachische Regierung schweigt."))
    assert ("Regierung", "ORG", "") in proposed(nlp("Die Regierung Kasachstans schweigt."))
    assert ("Regierung", "ORG", "") not in proposed(nlp("Die Regierung schweigt."))


def test_boilerplate_gets_no_proposals(nlp):
    doc = nlp.make_doc("Kasachstan tritt bei. Foto: Kasachstan")
    doc._.boilerplate = ((22, 38),)
    nlp.get_pipe(FACTORY)(doc)
    assert [span.start_char for span in doc.spans[FACTORY]] == [0]


def test_each_proposal_has_its_confidence(nlp):
    doc = nlp("Ungarn und Serbien schließen einen Grenzvertrag.")
    group = doc.spans[FACTORY]
    assert len(group.attrs["confidence"]) == len(group)
    by_text = dict(zip((span.text for span in group), group.attrs["confidence"], strict=True))
    assert by_text["Ungarn"] < by_text["Serbien"] == 1.0


@given(st.text(alphabet=st.sampled_from("abAB-–’ .,Kasachstanische\n"), max_size=60) | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_it_fail(nlp, text):
    doc = nlp(text)
    assert all(span.start < span.end for span in doc.spans[FACTORY])


def test_heads_of_compounds():
    assert head("Friedensvertrags").base == "Friedensvertrag"
    assert head("C5+1-Gipfels").base == "C5+1-Gipfel"
    assert head("Verträgen").plural
    assert head("Vertrag").prefix == ""
    assert head("kriegen") is None
    assert head("Konzentrat") is None or head("Konzentrat").noun.kind != "agreement"


def test_class_nouns():
    assert names_a("Kleinpartei") == Label.ORG
    assert names_a("Gasfeld") == Label.LOC
    assert names_a("partei") is None
    assert names_a("Haus") is None


def test_aliases_group_the_names_of_one_body():
    groups = {group[0]: group for group in aliases(Label.ORG)}
    assert {"Vereinte Nationen", "UN", "UNO"} <= set(groups["Vereinte Nationen"])
    assert known("Internationalen Atomenergie-Organisation").base == "Internationale Atomenergie-Organisation"
