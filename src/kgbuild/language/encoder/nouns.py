"""Singulars of German nouns: a table of last parts of compounds, and the suffixes that tell their plural."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SUFFIXES = (
    (re.compile(r"(ung|heit|keit|schaft|ion|tät|enz|anz|ur|ei|ik)en$"), r"\1"),
    (re.compile(r"innen$"), "in"),
    (re.compile(r"nisse[ns]?$"), "nis"),
    (re.compile(r"(ismus)$"), r"\1"),
    (re.compile(r"(ent|ant|ist|at|loge|oge)en$"), r"\1"),
    (re.compile(r"(ler|ner|iker|eter|iter|ster|rer|cher|ger|her|ker|ber|fer|zer|ßer|sser|der|ter)[ns]$"), r"\1"),
)
_SHORTEST = 3
"""Letters before the last part of a compound: Karten is none of Art."""
_GENITIVE = (
    (re.compile(r"(ts|ds|gs|cks|ks|ps|ns|ms|ls|rs|fs|bs|chs|ens|ers|els)$"), -1),
    (re.compile(r"([tdgkpfb]|rt|nd|hr|hm|ll|nn|ss|ß|z|s)es$"), -2),
)


def singular(word: str, genitive: bool) -> str | None:
    """The nominative singular of a noun, or None where neither the table nor a suffix tells it.

    Args:
        word: a noun as it stands in a text.
        genitive: whether it may be a genitive singular (``Vertrags``).
    """
    lower = word.lower()
    for length in range(min(len(lower), _longest()), 2, -1):
        known = _plurals().get(lower[-length:])
        before = len(lower) - length
        if known is not None and (before == 0 or before >= _SHORTEST or word[before - 1] == "-"):
            return _joined(word, before, known)
    for pattern, replacement in _SUFFIXES:
        if pattern.search(word):
            return pattern.sub(replacement, word)
    if genitive:
        for pattern, cut in _GENITIVE:
            if pattern.search(lower) and len(word) > 4:
                return word[:cut]
    return None


def _joined(word: str, end: int, last: str) -> str:
    """``word`` up to ``end`` and ``last`` after it, with the case that the place asks for."""
    if end == 0 or word[end - 1] == "-":
        return word[:end] + last
    return word[:end] + last.lower()


@cache
def _plurals() -> dict[str, str]:
    """Lower-cased plural forms, in all cases, and genitives of the table → singular."""
    source = files("kgbuild").joinpath("data", "language", "nouns.tsv").read_text(encoding="utf-8")
    forms: dict[str, str] = {}
    for line in source.splitlines():
        if not line or line.startswith("#"):
            continue
        one, many = line.split("\t")
        forms.setdefault(one.lower(), one)
        forms.setdefault(many.lower(), one)
        if many.endswith(("e", "er", "el", "en")) and not many.endswith("en"):
            forms.setdefault(many.lower() + "n", one)
        if not one.endswith(("e", "s")):
            forms.setdefault(one.lower() + "s", one)
            forms.setdefault(one.lower() + "es", one)
    return forms


@cache
def _longest() -> int:
    return max(map(len, _plurals()))
