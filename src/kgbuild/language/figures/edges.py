"""The left edge of an amount: its modifier, and the adjective of time that belongs to it."""

from __future__ import annotations

import re
from dataclasses import replace

from kgbuild.language.figures.amount import Amount
from kgbuild.language.figures.exclusions import starts_sentence
from kgbuild.language.figures.modifiers import modifier_before, modifiers
from kgbuild.language.figures.units import units

_CONTEXT = 40  # code points to the left
_PUNCTUATION = frozenset(",.:–(")


def with_left_context(text: str, amount: Amount, floor: int) -> Amount:
    """The amount with its modifier, the article of a modified half, and a calendar adjective.

    Args:
        text: the article.
        amount: from its number on.
        floor: where the amount before it ends.
    """
    begin = amount.begin
    if text[begin : begin + len("hälfte")].lower() == "hälfte":
        article = re.search(r"(?<!\w)(?:de[rmn]|die)\s$", text[max(floor, begin - _CONTEXT) : begin])
        start = _modifier_start(text, amount, floor, begin - len(article.group())) if article else None
        return amount if start is None else replace(amount, begin=start)
    start = _modifier_start(text, amount, floor, begin)
    begin = begin if start is None else start
    if amount.last_word(text) in units().time:
        word = re.search(r"(?<!\w)(\w+)\s$", text[max(floor, begin - _CONTEXT) : begin])
        if word and word.group(1) in units().calendar_adjectives:
            begin -= len(word.group())
    return replace(amount, begin=begin)


def _modifier_start(text: str, amount: Amount, floor: int, begin: int) -> int | None:
    """Where the modifier that ends at ``begin`` starts; one more before it is taken in (``mindestens rund``)."""
    table = modifiers()
    left = max(floor, begin - _CONTEXT)
    found = modifier_before(text[left:begin])
    if found is None or "\n" in text[left + found[0] : begin]:
        return None
    start, phrase = left + found[0], found[1]
    if phrase in table.ambiguous and not _means_modifier(text, start, phrase, amount):
        return None
    left = max(floor, start - _CONTEXT)
    further = modifier_before(text[left:start])
    return left + further[0] if further is not None and further[1] not in table.ambiguous else start


def _means_modifier(text: str, start: int, phrase: str, amount: Amount) -> bool:
    """Whether a word that may be a preposition is a modifier: not in ``ein Kredit über 3 Millionen``."""
    table = modifiers()
    before = text[max(0, start - _CONTEXT) : start]
    found = re.search(r"([\w-]+)\W*$", before)
    word = found.group(1) if found else ""
    if phrase in table.strict:
        return word.lower() in table.after or amount.last_word(text) in table.ages
    if phrase.startswith("kein"):
        return True
    apart = before.rstrip()[-1:] in _PUNCTUATION or starts_sentence(text, start - len(word) - 1)
    return (apart or not word[:1].isupper()) and word.lower() not in table.never_after
