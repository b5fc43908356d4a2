import pytest

from kgbuild.language.encoder.lemmas import apply, lemma
from kgbuild.language.encoder.nouns import singular
from kgbuild.language.encoder.verbs import Form, attributive, infinitive

FIN, INF, PART = Form.FINITE, Form.INFINITIVE, Form.PARTICIPLE
VERBS = """
unterzeichnete Fin unterzeichnen | war Fin sein | abgeschlossen Part abschließen | eingerichtet Part einrichten
übernommen Part übernehmen | brachte Fin bringen | zeichnet Fin zeichnen | gespeichert Part speichern
gilt Fin gelten | überfordert Part überfordern | wechsle Fin wechseln | möchte Fin mögen | hinwies Fin hinweisen
aufzufinden Inf auffinden | weggingen Fin weggehen | erwarten Fin erwarten | erwartet Part erwarten
beizutreten Inf beitreten | beitritt Fin beitreten | beigetreten Part beitreten | anzuerkennen Inf anerkennen
anerkannt Part anerkennen | leisten Fin leisten | leistete Fin leisten | machte Fin machen | handelte Fin handeln
äußerte Fin äußern | erklärte Fin erklären | initiiert Part initiieren | feierte Fin feiern | bedauerte Fin bedauern
spielte Fin spielen | gehört Fin gehören | gehört Part hören | gewährt Part gewähren | angehörte Fin angehören
sei Fin sein | wolle Fin wollen | diene Fin dienen | bekanntgegeben Part bekanntgeben | entstanden Part entstehen
teilgenommen Part teilnehmen | bestritt Fin bestreiten | empfing Fin empfangen | empfangen Part empfangen
berät Fin beraten | berieten Fin beraten | verpflichten Fin verpflichten | misslang Fin misslingen | bot Fin bieten
stünde Fin stehen | hinzuziehen Inf hinzuziehen | zuzustimmen Inf zustimmen | einbezogen Part einbeziehen
"""


@pytest.mark.parametrize("case", [c for line in VERBS.strip().splitlines() for c in line.split(" | ")])
def test_infinitives(case):
    word, form, want = case.split()
    assert infinitive(word, Form(form)) == want


@pytest.mark.parametrize("word", ["trat", "beigetreten", "unterzeichnet", "gaben", "abgelehnt"])
def test_infinitives_without_a_form(word):
    want = {"trat": "treten", "beigetreten": "beitreten", "unterzeichnet": "unterzeichnen"}
    want |= {"gaben": "geben", "abgelehnt": "ablehnen"}
    assert infinitive(word) == want[word]


@pytest.mark.parametrize(
    ("word", "verb", "form"),
    [
        ("initiierte", "initiieren", PART),
        ("unterzeichneten", "unterzeichnen", PART),
        ("beigetretenen", "beitreten", PART),
        ("führende", "führen", FIN),
        ("kasachische", "", None),
        ("neuen", "", None),
        ("ersten", "", None),
    ],
)
def test_attributive_participles(word, verb, form):
    assert attributive(word) == (verb, form)


@pytest.mark.parametrize(
    ("word", "genitive", "want"),
    [
        ("Verhandlungen", False, "Verhandlung"),
        ("Handelsverträgen", False, "Handelsvertrag"),
        ("Beitritts", False, "Beitritt"),
        ("Abkommens", True, "Abkommen"),
        ("Ministerinnen", False, "Ministerin"),
        ("C5+1-Staaten", False, "C5+1-Staat"),
        ("Karten", False, "Karte"),
        ("Bündnisses", False, "Bündnis"),
        ("Kraniche", False, None),
    ],
)
def test_singulars(word, genitive, want):
    assert singular(word, genitive) == want


@pytest.mark.parametrize(
    ("script", "word", "want"),
    [
        ("0||0||L", "Der", "der"),
        ("0||1||C", "Vertrags", "Vertrag"),
        ("0||1|en|L", "reist", "reisen"),
        ("2|s|1|in|L", "war", "sin"),
        ("0||0||K", "NATO", "NATO"),
        ("0||5||L", "ab", "ab"),
    ],
)
def test_scripts_cut_and_add(script, word, want):
    assert apply(script, word) == want


def test_scripts_that_mutilate_are_passed_over():
    assert lemma("Kraniche", "NOUN", "Number=Plur", ["0||6|um|C", "0||1||C"]) == "Kranich"
    assert lemma("belarussischen", "ADJ", "", ["0||1||L"]) == "belarussisch"
    assert lemma("Deutschland", "PROPN", "Case=Dat", ["4|ruß|0||C"]) == "Deutschland"
    assert lemma("Kasachstans", "PROPN", "Case=Gen", ["0||1||C"]) == "Kasachstan"
