"""Amounts in running text: numbers with their modifiers to the left and their units to the right.

The span edges follow the annotation guide and the conventions of the corpus: the modifier of the value, the unit noun
and its adjectives are inside; the measured substance, ``nur``, ``insgesamt`` and the like are outside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc

from kgbuild.language.figures.amount import Amount
from kgbuild.language.figures.currency import currency_codes, find_currency
from kgbuild.language.figures.edges import with_left_context
from kgbuild.language.figures.exclusions import is_no_amount, is_year, looks_like_year
from kgbuild.language.figures.neighbours import drop_lone_pairs, settle_bare
from kgbuild.language.figures.phrases import noun_phrase, unit_right
from kgbuild.language.figures.units import measures, units
from kgbuild.language.numbers import Form, Number, compound_number, numbers, read_fraction
from kgbuild.model import Label

_NOUN = r"(?P<noun>(?:[^\W\d_]+-)*[^\W\d_]+\b|[€$£¥₪])"
_CURRENCY_RIGHT = (
    re.compile(rf"[^\S\n]?{_NOUN}"),
    re.compile(rf"[^\S\n](?:[A-ZÄÖÜ]?[a-zäöüß]+(?:ische|ische[nr]|zösische[nr]?|länder)|[Nn]eue[nr]?)[^\S\n]{_NOUN}"),
)
_CURRENCY_LEFT = re.compile(r"(?<![\w])([A-Z]{3}|[€$£¥₪]|US-\$|Fr\.)[^\S\n]?$")
_SYMBOLS = frozenset({"US-$", "Fr."})
_HEADED = re.compile(r"(?<![\w-])[\w.]+-köpfige[nrsm]?\s+[A-ZÄÖÜ][\w-]+")
_EVERY = re.compile(r"(?<!\w)[Jj]ede[nrsm]?\s(?P<stem>[A-ZÄÖÜ][a-zäöüß]+)te[nrsm]?(?!\w)")


def amounts(doc: Doc, text: str, closed: Iterable[tuple[int, int]]) -> list[Amount]:
    """The amounts of a Doc in text order, none overlapping.

    Args:
        doc: its parts of speech are used where they are set.
        text: the text of the Doc.
        closed: character spans in which nothing is looked for: boilerplate and dates.
    """
    taken = _Taken(closed)
    found: list[Amount] = []
    for number in numbers(text):
        floor = found[-1].end if found else 0
        if number.begin < floor or taken.meets(number.begin, number.end):
            continue
        amount = _amount(doc, text, number)
        if amount is not None and not taken.meets(amount.begin, amount.end):
            found.append(with_left_context(text, amount, floor))
    own = _Taken((amount.begin, amount.end) for amount in found)
    for amount in (*_headed(text), *_every(text)):
        if not taken.meets(amount.begin, amount.end) and not own.meets(amount.begin, amount.end):
            found.append(amount)
    found.sort(key=lambda amount: amount.begin)
    return settle_bare(text, drop_lone_pairs(text, found))


class _Taken:
    """Disjoint spans that an amount must not touch, found by bisection."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def meets(self, begin: int, end: int) -> bool:
        """Whether any of the spans overlaps."""
        index = bisect_left(self._spans, (end, 0))
        return index > 0 and self._spans[index - 1][1] > begin


def _amount(doc: Doc, text: str, number: Number) -> Amount | None:
    """The amount that a number is, with what stands to its right."""
    if number.form is Form.FRACTION:
        return _fraction(text, number)
    unit = unit_right(text, number.end)
    if unit is not None and unit[0] in units().percent:
        return Amount(number.begin, unit[1], Label.PERCENT)
    money = _money(text, number)
    if money is not None:
        return money
    if is_no_amount(text, number):
        return None
    if number.form is Form.ARTICLE:
        if number.value < 1 and unit is not None and unit[0] in units().time:  # eine halbe Stunde
            return Amount(number.begin, unit[1], Label.QUANTITY)
        return None
    end = noun_phrase(doc, text, number.end)
    if end is None:
        return _bare(text, number)
    if is_year(text, number):
        return None
    last = text[number.end : end].split()[-1].lower()
    if last in units().time and re.match(r"\s+alt(?!\w)", text[end:]):
        return None
    pair = number.value == 2 and number.form is Form.WORD and not number.scaled and not measures(last)
    return Amount(number.begin, end, Label.QUANTITY, pair=pair)


def _fraction(text: str, number: Number) -> Amount | None:
    """A share, unless it is a part of time (``drei Viertel nach``) or a half of a thing (``in der ersten Hälfte``)."""
    if re.match(r"\s+(?:Stunden?|Jahr\w*|nach|vor)\b", text[number.end : number.end + 20]):
        return None
    word = text[number.begin : number.end].lower()
    before = re.search(r"(\w+)\s$", text[max(0, number.begin - 20) : number.begin])
    if word.startswith("hälfte") and before and before.group(1).lower() not in {"die", "der", "zur"}:
        return None
    return Amount(number.begin, number.end, Label.PERCENT)


def _money(text: str, number: Number) -> Amount | None:
    """``12 Euro``, ``12 australische Dollar``, ``CHF 12``."""
    for pattern in _CURRENCY_RIGHT:
        after = pattern.match(text, number.end)
        if after and (find_currency(after.group("noun")) is not None or after.group("noun") in currency_codes()):
            return Amount(number.begin, after.end("noun"), Label.MONEY)
    before = _CURRENCY_LEFT.search(text[max(0, number.begin - 10) : number.begin])
    if before is None:
        return None
    sign = before.group(1)
    if sign in currency_codes() or sign in _SYMBOLS or not sign[0].isalpha():
        return Amount(number.begin - len(before.group()), number.end, Label.MONEY)
    return None


def _bare(text: str, number: Number) -> Amount | None:
    """A number without a unit, unless it is a name, a file number or a year."""
    again = re.match(r"\s+Mal(?!\w)", text[number.end : number.end + 10])
    if number.scaled and again:
        return Amount(number.begin, number.end + again.end(), Label.QUANTITY)
    before, after = text[max(0, number.begin - 30) : number.begin], text[number.end : number.end + 10]
    named = number.form is Form.DIGITS and number.value < 1000 and re.search(r"[A-ZÄÖÜ][\w-]+\s$", before)
    if named and re.match(r"\s(?:auf|bis|statt)\s", after) is None:  # Panzerbrigade 45
        return None
    if re.fullmatch(r"\d+\.\d{1,2}", text[number.begin : number.end]):
        return None
    if looks_like_year(text, number) and number.value % 100 != 0:
        return None
    if number.value in (0, 1) and not number.scaled:
        return None
    pair = number.value == 2 and number.form is Form.WORD
    return Amount(number.begin, number.end, Label.QUANTITY, bare=True, pair=pair)


def _headed(text: str) -> list[Amount]:
    """``40-köpfigen Delegation``: the number is the first part of an adjective."""
    found = [match for match in _HEADED.finditer(text) if compound_number(match.group().split()[0]) is not None]
    return [Amount(*match.span(), Label.QUANTITY) for match in found]


def _every(text: str) -> list[Amount]:
    """``jeder Dritte lehnt es ab``: a share; ``jede dritte Firma`` is none (conventions, section 8)."""
    found = [
        match
        for match in _EVERY.finditer(text)
        if read_fraction(match.group("stem") + "tel") or read_fraction(match.group("stem") + "stel")
    ]
    return [Amount(*match.span(), Label.PERCENT) for match in found]
