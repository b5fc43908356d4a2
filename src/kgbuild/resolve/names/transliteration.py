"""Readings: what a spelling sounds like in the orthographies that German news mixes.

``Schostakowitsch``, ``Shostakovich``, ``Chostakovitch`` and ``Šostakovič`` are one name in German, English, French
and scholarly spelling. Which orthography a token is in is unknown, so each is read in all that its letters admit;
two tokens sound alike if any of their readings agree. A reading is a string over a small alphabet of sounds: lower-
case letters, and

    S sch   J dsch, zh   C tsch   c ts   h ch, kh

in which w/v, y/i/j, q/k, s/z, doubled letters and glides beside vowels are no longer told apart. The rules are in
``data/names/transliteration.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.resolve.names.tables import data


@dataclass(frozen=True, slots=True)
class _Orthographies:
    """One reader each: letters to sounds."""

    usual: tuple[Callable[[str], str], ...]
    turkish: Callable[[str], str]
    soft: Callable[[str], str]
    """German, with sch for the sound of zh: ``Schukow``."""
    uvular: Callable[[str], str]
    """English, with q for the sound of g: ``Qalibaf``."""


@cache
def _orthographies() -> _Orthographies:
    table: dict[str, dict[str, str]] = data("transliteration.yaml")
    full = {name: {**table["common"], **rules} for name, rules in table.items()}
    return _Orthographies(
        usual=tuple(_table(full[name]) for name in ("german", "english", "french", "scholarly")),
        turkish=_table(full["turkish"]),
        soft=_table({**full["german"], "sch": "J"}),
        uvular=_table({**full["english"], "q": "g"}),
    )


def _table(rules: dict[str, str]) -> Callable[[str], str]:
    longest = sorted(rules, key=lambda k: (-len(k), k))
    pattern = re.compile("|".join(map(re.escape, longest)))
    return lambda word: pattern.sub(lambda m: rules[m.group()], word)


_TURKIC = re.compile("[ğışəçİ]")
_MARKS = re.compile("[̀-ͯ'’‘ʼʻʾʿ`´ʹ′]")
_KEEP = frozenset("šžčćśżźşșçñğıəţțřľďťňđḥḫṣḍṭẓẕẖḏṯġǧǰäöüøåæœéëĭłß")
_GLIDE = re.compile("(?<=[aeou])i+(?=.)|(?<=[aeou])i+$|i+(?=[aeou])")
_DIPHTHONG = re.compile("a[iï]+")
_MUTE = re.compile("(?<=[aeiou])h$")
_NASALS = str.maketrans({"ę": "en", "ą": "on"})
_LABIAL = re.compile("u(?=[aeo])")
_DOUBLE = re.compile(r"(.)\1+")
_COARSE = str.maketrans({"J": "S", "C": "S", "c": "s", "g": "k", "d": "t", "b": "p", "f": "v", "h": None})
_VOWELS = re.compile("[aeiou]+")


@lru_cache(maxsize=131_072)
def readings(token: str) -> frozenset[str]:
    """The sounds of one token in every orthography that it may be in.

    Args:
        token: a word in lower case, diacritics kept; apostrophes are ignored.
    """
    word = _MUTE.sub("", _letters(token))
    known = _orthographies()
    found = {_smooth(sounds) for sounds in {read(word) for read in known.usual}}
    if _TURKIC.search(word):
        found.add(_smooth(known.turkish(word)))
    if "sch" in word:
        found.add(_smooth(known.soft(word)))
    if "q" in word:
        found.add(_smooth(known.uvular(word)))
    if "ę" in token or "ą" in token:
        found |= readings(token.translate(_NASALS))
    if "đ" in token:
        found |= readings(token.replace("đ", "dj"))
    return frozenset(found)


@lru_cache(maxsize=131_072)
def skeletons(token: str) -> frozenset[str]:
    """The readings without vowels and with a mark for an initial one: what survives Arabic and Persian spellings."""
    return frozenset(("V" if reading[:1] in "aeiou" else "") + _VOWELS.sub("", reading) for reading in readings(token))


@lru_cache(maxsize=131_072)
def coarse(token: str) -> frozenset[str]:
    """The skeletons with voiced and unvoiced sounds together and without h: what survives two bad transliterations."""
    return frozenset(_DOUBLE.sub(_first, skeleton.translate(_COARSE)) for skeleton in skeletons(token))


def _first(match: re.Match[str]) -> str:
    return match[1]


def _letters(token: str) -> str:
    """Plain letters, but for those whose diacritic carries a sound."""
    composed = unicodedata.normalize("NFC", token)
    if composed.isascii():
        return _MARKS.sub("", composed)
    plain = []
    for char in composed:
        if char in _KEEP or char.isascii():
            plain.append(char)
        else:
            plain.append("".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)))
    return _MARKS.sub("", "".join(plain))


def _smooth(sounds: str) -> str:
    sounds = _DOUBLE.sub(_first, sounds)
    if len(sounds) > 2:
        sounds = _LABIAL.sub("v", _GLIDE.sub("", _DIPHTHONG.sub("e", sounds)))
        if len(sounds) > 4 and sounds.endswith(("of", "ef")):
            sounds = sounds[:-1] + "v"
        elif sounds.endswith(("ine", "ate", "ahe")) and len(sounds) > 4:
            sounds = sounds[:-1]
    return _DOUBLE.sub(_first, sounds)
