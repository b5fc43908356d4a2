"""German numerals as numbers: ``450 000``, ``1'300``, ``12,4 Milliarden``, ``zweieinhalb``, ``ein Drittel``.

Everything works on characters, because a numeral may run over several tokens (``450 000``) or be a part of one
(``40-köpfig``). The words are in ``data/figures/numerals.yaml``; how they compound is grammar and stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml


class Form(StrEnum):
    """How a number is written, which decides where it may stand alone."""

    DIGITS = "digits"
    WORD = "word"
    ARTICLE = "article"
    """``ein``, ``eine`` …: a number only before a unit, a scale or a fraction."""
    FRACTION = "fraction"
    """``ein Drittel``, ``die Hälfte``: the value is a share of one."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, without modifiers and unit."""

    begin: int
    """First code point; of a fraction the article of ``die Hälfte`` stays outside."""
    end: int
    value: float
    """Of a range the lower end; of a fraction a share of one: 0.5."""
    form: Form
    value_to: float | None = None
    """Upper end of a range: ``500 bis 600``."""
    scaled: bool = False
    """Whether a scale word is in it: ``12,4 Milliarden``."""


@dataclass(frozen=True, slots=True)
class _Words:
    simple: dict[str, int]
    irregular: dict[str, float]
    scales: dict[str, int]
    halves: dict[str, float]
    fractions: dict[str, int]


@cache
def _words() -> _Words:
    text = resources.files("kgbuild").joinpath("data/figures/numerals.yaml").read_text(encoding="utf-8")
    # YAML reads a bare ``null`` as its null value.
    table = yaml.load(text, Loader=yaml.BaseLoader)
    return _Words(
        simple={word: int(value) for word, value in table["simple"].items()},
        irregular={word: float(value) for word, value in table["irregular"].items()},
        scales={word: int(value) for word, value in table["scales"].items()},
        halves={word: float(value) for word, value in table["halves"].items()},
        fractions={word: int(value) for word, value in table["fractions"].items()},
    )


_ARTICLES = frozenset({"ein", "eine", "einem", "einen", "einer", "eines"})
_GROUP = "['’.\u00a0\u2009\u202f ]"  # what separates thousands: Swiss, German, ISO 31-0
_DIGITS = rf"(?:\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:,\d+)?|\d+,\d+|\d+\.\d{{1,2}}(?![\d.]|\s*Uhr)|\d+)"
_WORD = r"[^\W\d_]+"
_NUMERAL = re.compile(
    rf"(?<![\w/+:’'])(?<!\d[.,])(?<![A-Za-zÄÖÜäöüß]-)(?P<digits>{_DIGITS})(?![\w/%]*\w)(?!-[^\W\d])|(?<![\w-])(?P<word>{_WORD})(?!\w)"
)
_SCALE = re.compile(rf"[^\S\n](?P<scale>{_WORD}\.?)(?!\w)")
_ATTRIBUTE = re.compile(rf"[^\S\n](?:gut|knapp)e[nms]?[^\S\n](?P<noun>{_WORD})(?!\w)")
_RANGE = re.compile(r"[^\S\n]*(?:–|-|—|[^\S\n]bis(?:[^\S\n]+zu)?[^\S\n])[^\S\n]*")
_COMPOUND = re.compile(rf"(?<![\w-])(?P<number>{_DIGITS}|{_WORD})-(?P<rest>[^\W\d][\w-]*)")


def read_digits(text: str) -> float | None:
    """The value of a number written in digits, German or Swiss: ``12,4``, ``450 000``, ``1'300``, ``41.20``."""
    if not re.fullmatch(_DIGITS, text):
        return None
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return float(text)
    return float(re.sub(_GROUP, "", text).replace(",", "."))


@cache
def read_word(word: str) -> float | None:
    """The value of one number word: ``zwölf``, ``fünfzehntausend``, ``zweieinhalb``, ``Viertelmillion``.

    Args:
        word: a single word in any case, without white space.

    Returns:
        Its value, or None if it is no number word. Ordinals and inflected scales are none.
    """
    words = _words()
    text = word.lower()
    if text in words.irregular:
        return words.irregular[text]
    for half, share in words.halves.items():
        scale = text.removeprefix(half)
        if scale != text and scale in words.scales and words.scales[scale] >= 1_000_000:
            return share * words.scales[scale]
    if text.endswith("einhalb"):
        whole = _whole(text.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    if text in words.scales and not text.startswith(("hundert", "tausend")):
        return None
    return _whole(text)


def _whole(text: str) -> float | None:
    """A cardinal below a million, from its parts: thousands, hundreds, the two-digit rest."""
    head, found, tail = text.partition("tausend")
    if found:
        factor = _below_thousand(head) if head else 1.0
        rest = _below_thousand(tail.removeprefix("und")) if tail else 0.0
        return None if factor is None or rest is None else factor * 1000 + rest
    return _below_thousand(text)


def _below_thousand(text: str) -> float | None:
    head, found, tail = text.partition("hundert")
    if not found:
        return _below_hundred(text)
    factor = _below_hundred(head) if head else 1.0
    rest = _below_hundred(tail.removeprefix("und")) if tail else 0.0
    return None if factor is None or rest is None else factor * 100 + rest


def _below_hundred(text: str) -> float | None:
    simple = _words().simple
    if text in simple:
        return float(simple[text])
    unit, found, ten = text.partition("und")
    if found and 1 <= simple.get(unit, 0) <= 9 and 20 <= simple.get(ten, 0) <= 90:
        return float(simple[ten] + simple[unit])
    return None


@cache
def read_fraction(noun: str) -> int | None:
    """The denominator that a fraction noun names: ``Drittel`` → 3, ``Zehnteln`` → 10, ``Hälfte`` → 2."""
    text = noun.lower()
    for form in (text, text.removesuffix("n"), text.removesuffix("s")):
        if form in _words().fractions:
            return _words().fractions[form]
        for ending in ("stel", "tel"):
            value = _whole(form.removesuffix(ending)) if form.endswith(ending) else None
            if value is not None and value >= 4:
                return int(value)
    return None


def read_scale(word: str) -> int | None:
    """The factor of a scale word: ``Millionen`` → 1000000, ``Mrd.`` → 1000000000, ``Dutzend`` → 12."""
    return _words().scales.get(word.lower())


def read_number(text: str) -> float | None:
    """The value of a text that is one number and nothing else, a range excepted.

    A fraction gives a share of one: ``drei Viertel`` → 0.75.
    """
    text = text.strip()
    for number in numbers(text):
        if number.begin == 0 and number.end == len(text) and number.value_to is None:
            return number.value
    return None


def numbers(text: str) -> Iterator[Number]:
    """All numbers of a text in order, ranges joined, none overlapping.

    Ordinals, years and clock times look like numbers here; who uses them decides by the words around.
    ``ein`` and its forms are yielded as ``Form.ARTICLE``.
    """
    pending: Number | None = None
    for number in _single(text):
        joined = _join(text, pending, number) if pending else None
        if joined is not None:
            yield joined
            pending = None
            continue
        if pending:
            yield pending
        pending = number
    if pending:
        yield pending


def _join(text: str, low: Number, high: Number) -> Number | None:
    """``low bis high`` as one range; the lower end takes the scale of the upper one if it has none."""
    if Form.ARTICLE in (low.form, high.form) or Form.FRACTION in (low.form, high.form):
        return None
    between = text[low.end : high.begin]
    if not _RANGE.fullmatch(between):
        return None
    value = low.value
    if high.scaled and not low.scaled:
        value *= _factor(text[high.begin : high.end])
    if value >= high.value:
        return None
    return replace(high, begin=low.begin, value=value, value_to=high.value)


def _factor(text: str) -> float:
    """The product of the scale words in the text of a number."""
    factor = 1.0
    for word in text.split():
        scale = read_scale(word)
        factor *= scale if scale and not word[0].isdigit() else 1.0
    return factor


def _single(text: str) -> Iterator[Number]:
    position = 0
    while found := _NUMERAL.search(text, position):
        number = _at(text, found)
        if number is None:
            position = found.end()
            continue
        yield number
        position = number.end


def _at(text: str, found: re.Match[str]) -> Number | None:
    """The number that starts with this numeral, its scales and a fraction noun taken in."""
    begin, end = found.span()
    literal = found.group("digits")
    if literal:
        value, form = read_digits(literal), Form.DIGITS
    else:
        word = found.group("word")
        denominator = read_fraction(word)
        if denominator is not None and word[0].isupper() and word.lower().startswith("hälfte"):
            return Number(begin, end, 1 / denominator, Form.FRACTION)
        value, form = read_word(word), Form.WORD
        if word.lower() in _ARTICLES:
            form = Form.ARTICLE
    if value is None:
        return None
    scaled = not literal and value >= 250_000
    while follow := _SCALE.match(text, end):
        word = follow.group("scale")
        scale = read_scale(word) or read_scale(word.removesuffix("."))
        share = _words().halves.get(word)
        if form is Form.ARTICLE and share is not None and not scaled:
            value, end, form = value * share, follow.end(), Form.ARTICLE
            continue
        if attribute := _ATTRIBUTE.match(text, end):  # ein gutes Drittel
            word = attribute.group("noun")
            follow = attribute
        noun = word.removesuffix(".")
        denominator = read_fraction(noun) if word[0].isupper() else None
        if denominator is not None and not scaled and denominator > 2:
            return Number(begin, follow.end() - word.endswith("."), value / denominator, Form.FRACTION)
        if scale is None or (scale < 1000 and literal and word.lower() != "dutzend"):
            composed = read_word(word.removesuffix("."))
            if form is Form.ARTICLE and composed and composed >= 250_000:  # eine Viertelmillion
                return Number(begin, follow.end() - word.endswith("."), value * composed, Form.WORD, scaled=True)
            break
        dotted = word.endswith(".") and read_scale(word) is None
        value, end, scaled = value * scale, follow.end() - dotted, True
        form = Form.WORD if form is Form.ARTICLE else form
    return Number(begin, end, value, form, scaled=scaled)


def compound_number(word: str) -> tuple[float, str] | None:
    """The number that heads a hyphenated compound, and the rest: ``40-köpfigen`` → (40.0, ``köpfigen``).

    Scale words between are taken in: ``360-Millionen-Dollar-Marke`` → (360000000.0, ``Dollar-Marke``).
    """
    found = _COMPOUND.fullmatch(word)
    if not found:
        return None
    value = read_digits(found.group("number"))
    if value is None:
        value = read_word(found.group("number"))
    if value is None:
        return None
    rest = found.group("rest")
    head, _, tail = rest.partition("-")
    while tail and (scale := read_scale(head)):
        value *= scale
        rest = tail
        head, _, tail = rest.partition("-")
    return value, rest
