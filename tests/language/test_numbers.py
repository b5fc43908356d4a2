"""Numerals: what is written is what is read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.language.numbers import (
    Form,
    compound_number,
    numbers,
    read_digits,
    read_fraction,
    read_number,
    read_scale,
    read_word,
)

_UNITS = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"


def spell(number: int) -> str:
    """The German word of a number below a million, written by the school rule, apart from the code under test."""
    if number >= 1000:
        head = spell(number // 1000) + "tausend"
        return head + (spell(number % 1000) if number % 1000 else "")
    if number >= 100:
        head = spell(number // 100) + "hundert"
        return head + (spell(number % 100) if number % 100 else "")
    if number < 20:
        return _UNITS.split()[number]
    ten = _TENS.split()[number // 10 - 2]
    return f"{_UNITS.split()[number % 10]}und{ten}" if number % 10 else ten


@given(st.integers(0, 999_999))
def test_a_spelled_number_is_read_back(number: int) -> None:
    assert read_word(spell(number)) == number
    assert read_word(spell(number).capitalize()) == number


@given(st.integers(0, 10**12), st.sampled_from([".", "\u202f", "\u2009", "\u00a0", " ", "'", "’"]))
def test_thousands_may_be_separated_in_every_usual_way(number: int, separator: str) -> None:
    assert read_digits(f"{number:,}".replace(",", separator)) == number


@given(st.integers(0, 10**9), st.integers(1, 9999))
def test_decimals_have_a_comma(whole: int, decimals: int) -> None:
    assert read_digits(f"{whole},{decimals:04}") == pytest.approx(float(f"{whole}.{decimals:04}"))


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    found = list(numbers(text))
    assert all(0 <= number.begin < number.end <= len(text) for number in found)
    assert all(a.end <= b.begin for a, b in pairwise(found))
    assert all(number.value_to is None or number.value < number.value_to for number in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,4 Milliarden", 12.4e9),
        ("450 000", 450_000),
        ("1'300", 1300),
        ("41.20", 41.2),
        ("3,5 Mio.", 3.5e6),
        ("zweieinhalb", 2.5),
        ("anderthalb", 1.5),
        ("eineinhalb Millionen", 1.5e6),
        ("eine halbe Million", 500_000),
        ("einer Viertelmillion", 250_000),
        ("eine Dreiviertelmilliarde", 750e6),
        ("zwei Dutzend", 24),
        ("ein Dutzend", 12),
        ("elf Tausend", 11_000),
        ("fünfzehntausend", 15_000),
        ("hundertzwölf", 112),
        ("eine Milliarde", 1e9),
        ("ein Drittel", 1 / 3),
        ("drei Vierteln", 0.75),
        ("neun Zehntel", 0.9),
        ("ein Zwanzigstel", 0.05),
        ("Hälfte", 0.5),
        ("ein gutes Drittel", 1 / 3),
    ],
)
def test_readings(text: str, value: float) -> None:
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["", "Achtung", "Einheit", "zwölfte", "dreist", "Tausende", "hundertste", "Siegel", "1.2.3"]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500 bis 600 Millionen", 500e6, 600e6),
        ("1,1 bis 1,4 Milliarden", 1.1e9, 1.4e9),
        ("1.800 bis 2.200", 1800, 2200),
        ("60-80", 60, 80),
        ("drei bis fünf", 3, 5),
        ("900 Millionen bis 1,2 Milliarden", 9e8, 1.2e9),
    ],
)
def test_ranges_share_the_scale(text: str, low: float, high: float) -> None:
    (number,) = numbers(text)
    assert (number.value, number.value_to) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("text", ["C5+1", "F-16", "Covid-19", "2024/25", "5-jährige", "A320"])
def test_digits_inside_a_name_are_no_numbers(text: str) -> None:
    assert not list(numbers(text))


def test_an_article_is_told_from_a_number() -> None:
    forms = {text: next(iter(numbers(text))).form for text in ("ein", "eine Million", "drei", "7")}
    assert forms == {"ein": Form.ARTICLE, "eine Million": Form.WORD, "drei": Form.WORD, "7": Form.DIGITS}


def test_a_sentence_yields_its_numbers_in_order() -> None:
    text = "Von 38 Anfragen blieben neun offen, ein Drittel ruht; 3,2 Mio. Euro flossen."
    assert [(text[n.begin : n.end], round(n.value, 2)) for n in numbers(text) if n.form is not Form.ARTICLE] == [
        ("38", 38),
        ("neun", 9),
        ("ein Drittel", 0.33),
        ("3,2 Mio.", 3.2e6),
    ]


@pytest.mark.parametrize(
    ("word", "value", "rest"),
    [
        ("40-köpfigen", 40, "köpfigen"),
        ("360-Millionen-Dollar-Marke", 360e6, "Dollar-Marke"),
        ("Zehn-Punkte-Plan", 10, "Punkte-Plan"),
        ("20-prozentige", 20, "prozentige"),
    ],
)
def test_compounds_start_with_their_number(word: str, value: float, rest: str) -> None:
    assert compound_number(word) == (value, rest)


def test_a_compound_without_number_is_none() -> None:
    assert compound_number("Trump-Regierung") is None
    assert compound_number("zwölf") is None


def test_fractions_and_scales() -> None:
    assert [read_fraction(word) for word in ("Hälfte", "Dritteln", "Siebtel", "Achtel", "Zwanzigstel", "Hebel")] == [
        2, 3, 7, 8, 20, None,
    ]  # fmt: skip
    assert [read_scale(word) for word in ("Mrd.", "Millionen", "Dutzend", "Euro")] == [10**9, 10**6, 12, None]
