"""The proposals of ``kgbuild_figures`` in running text, on a blank pipeline."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kgbuild.language.figures  # noqa: F401  registers the component
from kgbuild.language.extensions import register

register()
NLP = spacy.blank("de")
NLP.add_pipe("kgbuild_figures")


def proposed(text: str) -> list[tuple[str, str]]:
    doc = NLP(text)
    return [(span.label_, span.text) for span in doc.spans["kgbuild_figures"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the modifier of the value is inside, other adverbs are outside
        ("Es kamen rund 100 Gäste.", [("QUANTITY", "rund 100 Gäste")]),
        ("Es kamen nur 100 Gäste.", [("QUANTITY", "100 Gäste")]),
        ("Insgesamt flossen mehr als 3 Millionen Euro.", [("MONEY", "mehr als 3 Millionen Euro")]),
        ("Auf nicht einmal ein Viertel sank der Anteil.", [("PERCENT", "nicht einmal ein Viertel")]),
        ("Es waren keine zehn Prozent.", [("PERCENT", "keine zehn Prozent")]),
        # »über« before an amount or after a noun
        ("Ihr gehören über 30 Verbände an.", [("QUANTITY", "über 30 Verbände")]),
        ("Er erhielt einen Kredit über 30 Millionen Euro.", [("MONEY", "30 Millionen Euro")]),
        # unit and adjectives inside, the measured substance outside
        ("Er traf drei frühere Präsidenten.", [("QUANTITY", "drei frühere Präsidenten")]),
        ("Sie lieferten 600 Tonnen Weizen.", [("QUANTITY", "600 Tonnen")]),
        ("Dafür stimmten 61 von 70 Städten.", [("QUANTITY", "61 von 70 Städten")]),
        ("Das Votum fiel mit 131 zu 52 Stimmen aus.", [("QUANTITY", "131 zu 52 Stimmen")]),
        ("17 Staats- und Regierungschefs kamen.", [("QUANTITY", "17 Staats- und Regierungschefs")]),
        ("In den kommenden fünf Jahren wächst er.", [("QUANTITY", "kommenden fünf Jahren")]),
        # halves and thirds
        ("Die Hälfte der Ernte fehlt.", [("PERCENT", "Hälfte")]),
        ("Knapp die Hälfte der Ernte fehlt.", [("PERCENT", "Knapp die Hälfte")]),
        ("Er sank um die Hälfte.", [("PERCENT", "Hälfte")]),
        ("In der ersten Hälfte fiel kein Tor.", []),
        ("Fast jeder Dritte lehnt es ab.", [("PERCENT", "jeder Dritte")]),
        ("Jede dritte Firma klagt.", []),
        # money
        ("Das Papier kostet CHF 300 Millionen.", [("MONEY", "CHF 300 Millionen")]),
        ("Es kostet 17 Milliarden australische Dollar.", [("MONEY", "17 Milliarden australische Dollar")]),
        ("Von 11 Milliarden auf 17 Milliarden Euro", [("MONEY", "11 Milliarden"), ("MONEY", "17 Milliarden Euro")]),
        # zwei
        ("Zwei Tage später kamen zwei Richterinnen.", [("QUANTITY", "Zwei Tage")]),
        (
            "Sie schickten 800 Decken und zwei fahrbare Küchen.",
            [("QUANTITY", "800 Decken"), ("QUANTITY", "zwei fahrbare Küchen")],
        ),
        # bare numbers
        ("Von 38 Anfragen blieben neun offen.", [("QUANTITY", "38 Anfragen"), ("QUANTITY", "neun")]),
        ("Mehr als 200 000 ihrer Landsleute flohen.", [("QUANTITY", "Mehr als 200 000 ihrer Landsleute")]),
        ("Er reist mit einer 40-köpfigen Delegation.", [("QUANTITY", "40-köpfigen Delegation")]),
    ],
)
def test_amounts(text: str, expected: list[tuple[str, str]]) -> None:
    assert proposed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Beim 20. Gipfel der Allianz",
        "Um 9 Uhr begann es.",
        "Um 14:30 war Schluss.",
        "Nach Artikel 5 des Vertrags",
        "Die Resolution 1701 gilt.",
        "Mayer, 47, schwieg.",
        "Das Spiel endete 2:1.",
        "Unter vier Augen sprachen sie.",
        "Er kam um halb acht.",
        "Die C5+1-Staaten und die F-16 flogen.",
        "Hunderte kamen, beide gingen.",
        "Ein Jahr lang geschah nichts.",
    ],
)
def test_numbers_that_are_no_amounts(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seit 1992 gilt das.", [("DATE", "1992")]),
        ("Von 2020 bis 2024 stieg er um 88 Prozent.", [("DATE", "2020 bis 2024"), ("PERCENT", "88 Prozent")]),
        ("In den Jahren 2020 und 2021", [("DATE", "2020"), ("DATE", "2021")]),
        ("Das Heft hat 1400 Seiten.", [("QUANTITY", "1400 Seiten")]),
        ("Es sind 1000 bis 1500 Kilometer.", [("QUANTITY", "1000 bis 1500 Kilometer")]),
        ("Vor zwei Wochen, am Dienstag", [("QUANTITY", "zwei Wochen"), ("DATE", "Dienstag")]),
        ("Mehr als 2024 gab es nie.", [("DATE", "2024")]),
        ("Jeden März regnet es.", []),
        ("Heute wie morgen bleibt es so.", []),
    ],
)
def test_dates_and_amounts_keep_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert proposed(text) == expected


def test_nothing_is_proposed_in_boilerplate() -> None:
    text = "Es kamen 100 Gäste. Schon 5000 Leser haben am Montag abonniert."
    doc = NLP.make_doc(text)
    doc._.boilerplate = ((text.index("Schon"), len(text)),)
    for _, component in NLP.pipeline:
        doc = component(doc)
    assert [span.text for span in doc.spans["kgbuild_figures"]] == ["100 Gäste"]


def test_a_season_alone_is_a_weak_proposal() -> None:
    doc = NLP("Im Winter 2024 fror es, im Winter friert es.")
    spans = doc.spans["kgbuild_figures"]
    assert [(span.text, span._.confidence) for span in spans] == [("Winter 2024", 1.0), ("Winter", 0.5)]


def test_where_a_model_reads_dates_a_weak_proposal_needs_its_agreement() -> None:
    text = "Im Mai und im Winter schneit es, im Sommer nicht."
    doc = NLP.make_doc(text)
    doc.ents = [
        doc.char_span(text.index(word), text.index(word) + len(word), label="DATE") for word in ("Mai", "Winter")
    ]
    for _, component in NLP.pipeline:
        doc = component(doc)
    assert [span.text for span in doc.spans["kgbuild_figures"]] == ["Mai", "Winter"]


@given(st.text())
@settings(deadline=None)
def test_no_text_breaks_the_component(text: str) -> None:
    doc = NLP(text)
    spans = list(doc.spans["kgbuild_figures"])
    assert all(a.end <= b.start for a, b in pairwise(spans))


_AMOUNT_WORDS = ("12", "zwei", "rund", "Mio.", "Euro", "%", "ein", "Drittel", "Hälfte", "€", "Prozent", "Gäste")
_OTHER_WORDS = ("Mai", "2024", ".", ",", "-", "bis", "der", "und", "auf", "über", "\n", "\u00a0")


@given(st.lists(st.sampled_from(_AMOUNT_WORDS + _OTHER_WORDS)))
@settings(deadline=None)
def test_no_jumble_of_words_breaks_the_component(words: list[str]) -> None:
    doc = NLP(" ".join(words))
    assert all(span.text for span in doc.spans["kgbuild_figures"])
