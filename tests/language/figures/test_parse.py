"""From the span of an amount to its figure."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kgbuild.language.figures import parse_figure
from kgbuild.model import Label, Modifier

NLP = spacy.blank("de")


def figure(text: str, label: str, amount: str | None = None):
    doc = NLP(text)
    begin = text.index(amount) if amount else 0
    span = doc.char_span(begin, begin + len(amount or text), label=label, alignment_mode="expand")
    return parse_figure(span)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12,4 Milliarden US-Dollar", 12.4e9, "USD"),
        ("1,2 Mrd. Euro", 1.2e9, "EUR"),
        ("CHF 300 Millionen", 3e8, "CHF"),
        ("41.20 Franken", 41.2, "CHF"),
        ("17 Milliarden australische Dollar", 17e9, "AUD"),
        ("22 Millionen Neuseeland-Dollar", 22e6, "NZD"),
        ("4,6 Milliarden Neue Taiwan-Dollar", 4.6e9, "TWD"),
        ("112 Milliarden Schekel", 112e9, "ILS"),
        ("70 Millionen Rubel", 70e6, "RUB"),
        ("11,8 US-Cent", 0.118, "USD"),
        ("20 Piaster", 0.2, "EGP"),
        ("3500 CFA-Franc", 3500, "XOF"),
        ("25 $", 25, "USD"),
        ("€ 20", 20, "EUR"),
        ("einen Euro", 1, "EUR"),
        ("360-Millionen-Dollar-Marke", 360e6, "USD"),
        ("nicht einmal sechs Milliarden Dollar", 6e9, "USD"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    read = figure(text, "MONEY")
    assert read is not None and read.unit == unit
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("88 Prozent", 88),
        ("0,4 Prozentpunkte", 0.4),
        ("ein Drittel", 100 / 3),
        ("zwei Dritteln", 200 / 3),
        ("die Hälfte", 50),
        ("neun Zehntel", 90),
        ("jeder Dritte", 100 / 3),
        ("12,5 %", 12.5),
        ("20-prozentige", 20),
    ],
)
def test_shares(text: str, value: float) -> None:
    read = figure(text, "PERCENT")
    assert read is not None and read.unit is None
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("fünf zentralasiatischen Ländern", 5, "Land"),
        ("29 Abkommen", 29, "Abkommen"),
        ("zwei Jahre", 2, "Jahr"),
        ("kommenden fünf Jahren", 5, "Jahr"),
        ("600 Tonnen", 600, "Tonne"),
        ("61 von 70 Städten", 61, "Stadt"),
        ("131 zu 52 Stimmen", 131, "Stimme"),
        ("40-köpfigen Delegation", 40, "Person"),
        ("zwei Dutzend Schiffe", 24, "Schiff"),
        ("15 Soldatinnen und Soldaten", 15, "Soldatin"),
        ("eine halbe Stunde", 0.5, "Stunde"),
        ("30 km²", 30, "Quadratkilometer"),
        ("zwei Nachbarländer", 2, "Nachbarland"),
    ],
)
def test_counts(text: str, value: float, unit: str) -> None:
    read = figure(text, "QUANTITY")
    assert read is not None
    assert (read.value, read.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("rund 50 Staaten", Modifier.ABOUT),
        ("etwa 50 Staaten", Modifier.ABOUT),
        ("knapp 50 Staaten", Modifier.LESS_THAN),
        ("fast 50 Staaten", Modifier.LESS_THAN),
        ("kaum 50 Staaten", Modifier.LESS_THAN),
        ("keine 50 Staaten", Modifier.LESS_THAN),
        ("nicht einmal 50 Staaten", Modifier.LESS_THAN),
        ("weniger als 50 Staaten", Modifier.LESS_THAN),
        ("gut 50 Staaten", Modifier.MORE_THAN),
        ("über 50 Staaten", Modifier.MORE_THAN),
        ("mehr als 50 Staaten", Modifier.MORE_THAN),
        ("mindestens 50 Staaten", Modifier.AT_LEAST),
        ("bis zu 50 Staaten", Modifier.AT_MOST),
        ("höchstens 50 Staaten", Modifier.AT_MOST),
        ("nicht mehr als 50 Staaten", Modifier.AT_MOST),
        ("50 Staaten", Modifier.EXACT),
        ("Mehr als 50 Staaten", Modifier.MORE_THAN),
    ],
)
def test_modifiers(text: str, modifier: Modifier) -> None:
    read = figure(text, "QUANTITY")
    assert read is not None and read.modifier is modifier


def test_a_modifier_may_stand_inside_a_fraction() -> None:
    read = figure("ein knappes Drittel", "PERCENT")
    assert read is not None and read.modifier is Modifier.LESS_THAN


def test_a_range_has_both_ends() -> None:
    read = figure("500 bis 600 Millionen Euro", "MONEY")
    assert read is not None
    assert (read.value, read.value_to, read.unit) == (5e8, 6e8, "EUR")


def test_the_article_tells_which_crown_it_is() -> None:
    for country, code in (("Schweden", "SEK"), ("Norwegen", "NOK"), ("Dänemark", "DKK"), ("Tschechien", "CZK")):
        read = figure(f"Die Regierung von {country} zahlt 30 Kronen.", "MONEY", "30 Kronen")
        assert read is not None and read.unit == code


def test_a_crown_of_nowhere_has_no_code() -> None:
    read = figure("Das kostet 30 Kronen.", "MONEY", "30 Kronen")
    assert read is not None and read.unit is None


def test_a_dollar_stays_the_one_that_was_named_in_full() -> None:
    text = "Es kostet 40 kanadische Dollar, davon gehen 10 Dollar ab."
    read = figure(text, "MONEY", "10 Dollar")
    assert read is not None and read.unit == "CAD"


def test_bare_amounts_borrow_currency_and_unit() -> None:
    text = "Von 38 Anfragen blieben neun offen; statt 60 Millionen flossen 20 Millionen Euro."
    doc = NLP(text)
    doc.ents = [doc.char_span(text.index("38"), text.index("38") + 11, label="QUANTITY")]
    nine, sixty = (doc.char_span(text.index(part), text.index(part) + len(part)) for part in ("neun", "60 Millionen"))
    count, money = parse_figure(nine, Label.QUANTITY), parse_figure(sixty, Label.MONEY)
    assert count is not None and count.unit is not None and count.unit.startswith("Anfrag")
    assert money is not None and (money.value, money.unit) == (60e6, "EUR")


def test_a_span_without_a_number_is_no_figure() -> None:
    assert figure("ebenso viele", "QUANTITY") is None


@given(st.integers(3, 10**9), st.sampled_from(["", "rund ", "mindestens ", "bis zu "]))
@settings(deadline=None)
def test_a_written_amount_is_read_back(number: int, modifier: str) -> None:
    text = modifier + f"{number:,}".replace(",", ".") + " Euro"
    read = figure(text, "MONEY")
    assert read is not None and (read.value, read.unit) == (number, "EUR")


@given(st.text(min_size=1), st.sampled_from(["MONEY", "PERCENT", "QUANTITY"]))
@settings(deadline=None)
def test_no_text_breaks_the_parser(text: str, label: str) -> None:
    doc = NLP(text)
    if len(doc):
        span = doc[:]
        span.label_ = label
        parse_figure(span)


@pytest.mark.parametrize(
    ("words", "amount", "label", "about"),
    [
        ("29/NUM Abkommen/NOUN folgten/VERB", "29 Abkommen", "QUANTITY", "Abkommen"),
        ("fünf/NUM arabische/ADJ Staaten/NOUN", "fünf arabische Staaten", "QUANTITY", "arabische Staaten"),
        ("600/NUM Tonnen/NOUN russischer/ADJ Weizen/NOUN", "600 Tonnen", "QUANTITY", "russischer Weizen"),
        ("zwei/NUM Jahre/NOUN Frieden/NOUN", "zwei Jahre", "QUANTITY", None),
        ("ein/DET Drittel/NOUN der/DET Ausfuhren/NOUN", "ein Drittel", "PERCENT", "Ausfuhren"),
        ("ein/DET Kredit/NOUN über/ADP 3/NUM Euro/NOUN", "3 Euro", "MONEY", "Kredit"),
        ("Verträge/NOUN im/ADP Wert/NOUN von/ADP 3/NUM Euro/NOUN", "3 Euro", "MONEY", "Verträge"),
        ("er/PRON zahlte/VERB 3/NUM Euro/NOUN", "3 Euro", "MONEY", None),
    ],
)
def test_what_an_amount_is_about(words: str, amount: str, label: str, about: str | None) -> None:
    tokens = [word.split("/") for word in words.split()]
    doc = Doc(NLP.vocab, words=[word for word, _ in tokens], pos=[pos for _, pos in tokens])
    begin = doc.text.index(amount)
    read = parse_figure(doc.char_span(begin, begin + len(amount), label=label))
    assert read is not None and read.about == about
