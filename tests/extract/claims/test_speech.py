"""Who says what, read by the real pipeline."""

import pytest

CASES = [
    ("„Wir werden liefern“, sagte Olaf Scholz am Montag.", "said", "Olaf Scholz", "Wir werden liefern"),
    ("Emmanuel Macron sagte, das Abkommen sei ein Fehler.", "said", "Emmanuel Macron", "das Abkommen sei ein Fehler"),
    ("Olaf Scholz betonte, dass die Hilfe weitergeht.", "said", "Olaf Scholz", "die Hilfe weitergeht"),
    ("Nach Angaben der Weltbank ist die Armut gesunken.", "said", "Weltbank", "ist die Armut gesunken"),
    ("Die Armut sei gesunken, so Emmanuel Macron.", "said", "Emmanuel Macron", "Die Armut sei gesunken"),
    ("Man habe, so Emmanuel Macron, „das Beste getan“.", "said", "Emmanuel Macron", "Man habe „das Beste getan"),
    ("Giorgia Meloni nannte den Plan „absurd“.", "said", "Giorgia Meloni", "absurd"),
    ("Olaf Scholz kündigte an, die Hilfe zu verdoppeln.", "announced", "Olaf Scholz", "die Hilfe zu verdoppeln"),
]


@pytest.mark.parametrize(("text", "predicate", "speaker", "words"), CASES)
def test_speech(document, text, predicate, speaker, words):
    read = document(text, published="2025-03-10")
    claims = [
        (c.predicate, read.entities[c.subject].names[0], c.object) for c in read.claims if c.reader == "quotations"
    ]
    assert claims == [(predicate, speaker, words)]


def test_a_quotation_of_two_sentences_is_one_claim(document):
    read = document("„Wir gehen nicht“, sagte Olaf Scholz. „Wir bleiben.“", published="2025-03-10")
    assert [c.object for c in read.claims if c.predicate == "said"] == ["Wir gehen nicht Wir bleiben"]


def test_a_described_speaker_is_the_person_before(document):
    read = document("Giorgia Meloni reiste ab. „Wir bleiben“, sagte die Juristin am Montag.", published="2025-03-10")
    (said,) = [c for c in read.claims if c.predicate == "said"]
    assert read.entities[said.subject].names[0] == "Giorgia Meloni"
    assert said.date.begin == "2025-03-10"


def test_what_the_narrator_states_is_attributed_not_said(document):
    read = document("Laut der Weltbank ratifizierte Polen das Handelsabkommen.", published="2025-03-10")
    (claim,) = [c for c in read.claims if c.reader in ("quotations", "frames")]
    assert (claim.predicate, read.entities[claim.attributed_to].names[0]) == ("partyTo", "Weltbank")


def test_what_is_announced_of_one_agreement_is_the_agreement(document):
    read = document("Olaf Scholz kündigte an, das Handelsabkommen zu ratifizieren.", published="2025-03-10")
    (claim,) = [c for c in read.claims if c.predicate == "announced"]
    assert read.entities[claim.object].names[0] == "Handelsabkommen"


def test_reported_speech_goes_on_in_konjunktiv(document):
    read = document("Olaf Scholz sagte, man sei bereit. Das Geld liege vor.", published="2025-03-10")
    assert [c.object for c in read.claims if c.predicate == "said"] == ["man sei bereit", "Das Geld liege vor"]


def test_names_in_marks_are_no_speech(document):
    read = document("Olaf Scholz las die Zeitung „Die Welt“.", published="2025-03-10")
    assert [c for c in read.claims if c.predicate == "said"] == []


def test_what_is_reported_is_attributed(document):
    read = document("Olaf Scholz sagte, Polen habe das Handelsabkommen ratifiziert.", published="2025-03-10")
    (claim,) = [c for c in read.claims if c.predicate == "partyTo"]
    assert read.entities[claim.attributed_to].names[0] == "Olaf Scholz"
    assert claim.status == "asserted"
