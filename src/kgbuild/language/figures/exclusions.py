"""Numbers that are no amounts: ordinals, years, clock times, ages, scores, numbers of articles and resolutions."""

from __future__ import annotations

import re

from kgbuild.language.figures.modifiers import modifier_before
from kgbuild.language.figures.phrases import unit_right
from kgbuild.language.figures.units import units
from kgbuild.language.numbers import Form, Number

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MODERN = 1900
_OLDEST = 120
_MOST_ORDINAL = 1000
_CONTEXT = 30  # code points looked at on either side
_DETERMINER = re.compile(r"\b(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim|ein\w*|sein\w*|ihr\w*)\s+$")


def is_no_amount(text: str, number: Number) -> bool:
    """Whether the words around a number make it something else than an amount."""
    before, after = text[max(0, number.begin - _CONTEXT) : number.begin], text[number.end : number.end + _CONTEXT]
    word = text[number.begin : number.end]
    if re.match(r"(?::\d|\s*Uhr\b|/\d|\.\d)", after) or re.search(r"(?:\d:|\d/)$", before):
        return True
    if _is_idiom(before, word, after) or (number.form is not Form.ARTICLE and _is_name(before)):
        return True
    if number.form is Form.WORD and word[0].isupper() and not number.scaled and not starts_sentence(text, number.begin):
        return modifier_before(before) is None  # die Zwölf, die Elf
    return number.form is Form.DIGITS and number.value_to is None and _is_ordinal_or_age(number, before, after)


def _is_idiom(before: str, word: str, after: str) -> bool:
    previous = re.search(r"(\w+)\s$", before)
    phrase = f"{previous.group(1)} {word}{after}".lower() if previous else ""
    return any(phrase.startswith(idiom) for idiom in units().idioms)


def _is_name(before: str) -> bool:
    """``Artikel 5``, ``Resolution 1701``, ``§ 3``."""
    previous = re.search(r"([§\w.]+)[^\S\n]*$", before)
    return previous is not None and previous.group(1).lower().rstrip(".") in units().numbered


def _is_ordinal_or_age(number: Number, before: str, after: str) -> bool:
    """``der 20. Gipfel``, ``im 3. anlauf``; ``Mayer, 47, sagte``, ``Müller (52)``."""
    if not number.scaled and number.value < _MOST_ORDINAL and re.match(r"\.\s+[a-zäöüß]", after):
        return True
    if re.match(r"\.\s+[A-ZÄÖÜ]", after) and _DETERMINER.search(before):
        return True
    named = re.search(r"[A-ZÄÖÜ][\w’'-]+\s*[,(]\s*$", before)
    return number.value < _OLDEST and named is not None and re.match(r"[,)]", after) is not None


def is_year(text: str, number: Number) -> bool:
    """Whether four plain digits before a noun are a year after all: ``2014 Sanktionen``, but ``1400 Seiten``."""
    unit = unit_right(text, number.end)
    measured = unit is not None and (unit[0] in units().measure or unit[0] in units().time)
    return looks_like_year(text, number) and not measured and number.value >= _MODERN and number.value % 100 != 0


def looks_like_year(text: str, number: Number) -> bool:
    """Four plain digits that may be a year, without a modifier before them."""
    if number.value_to is not None or not re.fullmatch(r"\d{4}", text[number.begin : number.end]):
        return False
    if not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    return modifier_before(text[max(0, number.begin - _CONTEXT) : number.begin]) is None


def starts_sentence(text: str, position: int) -> bool:
    """Whether a sentence, a line or a quotation starts at a position."""
    before = text[max(0, position - 6) : position]
    return position == 0 or re.search(r"(?:[.!?:\n]\W*|[„»\"“(–—-]\s*)$", before) is not None
