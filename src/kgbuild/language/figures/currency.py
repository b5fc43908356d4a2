"""Currencies: what ``Dollar``, ``Kronen`` or ``CHF`` mean in an article, as ISO 4217 codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

import yaml
from babel.core import get_global

_REACH = 1500  # code points over which a currency's full name stays in mind


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of ``data/figures/currencies.yaml``."""

    nouns: tuple[str, ...]
    default: str | None = None
    part: float = 1.0
    """Share of the currency that one of it is: a Cent 0.01."""
    local: bool = False
    """Only the words in or beside the name tell which one it is, not the article's country."""
    by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Code → stems of the words that point to it."""


@cache
def _currencies() -> dict[str, Currency]:
    """Noun in lower case → its row."""
    text = resources.files("kgbuild").joinpath("data/figures/currencies.yaml").read_text(encoding="utf-8")
    table: dict[str, Currency] = {}
    for row in yaml.safe_load(text):
        by = {code: tuple(stems) for code, stems in row.get("by", {}).items()}
        currency = Currency(
            nouns=tuple(row["nouns"]),
            default=row.get("default"),
            part=row.get("part", 1.0),
            local=row.get("local", False),
            by=by,
        )
        table.update((noun.lower(), currency) for noun in currency.nouns)
    return table


@cache
def currency_codes() -> frozenset[str]:
    """All ISO 4217 codes that CLDR knows, and codes of the table that it lacks yet."""
    own = {code for currency in _currencies().values() for code in (currency.default, *currency.by) if code}
    return frozenset(get_global("all_currencies")) | own


def find_currency(word: str) -> Currency | None:
    """The currency that a noun, a symbol or a compound names: ``Dollar``, ``US-Dollar``, ``€``."""
    lower = word.lower()
    if lower in _currencies():
        return _currencies()[lower]
    return _currencies().get(lower.rpartition("-")[2]) if "-" in lower else None


def resolve_currency(words: Sequence[str], text: str, position: int) -> tuple[str, float] | None:
    """The code that the words of a figure name, and the factor of a subunit.

    Order of evidence: a code (``CHF``); the words of the figure (``neuseeländische Dollar``, ``Taiwan-Dollar``); the
    same noun named in full earlier in the article; unless the noun is ``local``, the country that the article
    speaks of most; the noun's default.

    Args:
        words: the words of the figure without its number.
        text: the article.
        position: offset of the figure in it.

    Returns:
        (ISO 4217 code, factor), or None if the words name no currency.
    """
    for word in words:
        if word in currency_codes():
            return word, 1.0
    for word in words:
        currency = find_currency(word)
        if currency is not None:
            code = _by_words(currency, words) or _by_earlier(currency, text[max(0, position - _REACH) : position])
            if code is None and not currency.local:
                code = _by_country(currency, text)
            code = code or currency.default
            return (code, currency.part) if code else None
    return None


def _stems_in(currency: Currency, word: str) -> str | None:
    lower = word.lower()
    for code, stems in currency.by.items():
        if lower.startswith(stems):
            return code
    return None


def _by_words(currency: Currency, words: Sequence[str]) -> str | None:
    for word in words:
        for part in (word, word.rpartition("-")[0]):
            code = _stems_in(currency, part) if part else None
            if code is not None:
                return code
    return None


def _by_earlier(currency: Currency, text: str) -> str | None:
    """The code of the last full name before: after ``3000 kanadischen Dollar``, ``Dollar`` are Canadian ones."""
    nouns = "|".join(re.escape(noun) for noun in currency.nouns if noun[0].isalpha())
    if not nouns:
        return None
    last = None
    for found in re.finditer(rf"([^\W\d_]+)[\s-](?:{nouns})\b", text):
        last = _stems_in(currency, found.group(1)) or last
    return last


@lru_cache(maxsize=1)
def _word_counts(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text))


def _by_country(currency: Currency, text: str) -> str | None:
    """The currency whose country the article names most often."""
    if not currency.by:
        return None
    counts: Counter[str] = Counter()
    for word, count in _word_counts(text).items():
        code = _stems_in(currency, word)
        if code is not None:
            counts[code] += count
    best = max(counts.values(), default=0)
    return next((code for code in currency.by if best and counts[code] == best), None)
