"""Readings: what a spelling sounds like in the orthographies that German news mixes.

``Schostakowitsch``, ``Shostakovich``, ``Chostakovitch`` and ``Šostakovič`` are one name in German, English, French and scholarly
spelling. Which orthography a token is in is unknown, so each is read in all that its letters admit; two tokens sound alike if
any of their readings agree. A reading is a string over a small alphabet of sounds: lower-case letters, and

    S sch   J dsch, zh   C tsch   c ts   h ch, kh

in which w/v, y/i/j, q/k, s/z, doubled letters and glides beside vowels are no longer told apart. The rules are general
knowledge of the transliterations (Duden, BGN/PCGN, French press, ISO 9, DMG).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_COMMON = {
    "dzh": "J", "dsch": "J", "dsh": "J", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "bh": "b", "rh": "r", "wh": "v",
    "w": "v", "y": "i", "j": "i", "q": "k", "x": "ks", "ck": "k", "z": "s", "ß": "s", "š": "S", "ž": "J", "č": "C", "ć": "C",
    "ś": "S", "ż": "J", "ź": "J", "ş": "S", "ș": "S", "ś́": "S", "ç": "C", "ł": "l", "ñ": "ni", "ğ": "g", "ı": "i", "ə": "a",
    "ţ": "c", "ț": "c", "ř": "r", "ľ": "l", "ď": "d", "ť": "t", "ň": "n", "đ": "d", "ḥ": "h", "ḫ": "h", "ṣ": "s", "ḍ": "d",
    "ṭ": "t", "ẓ": "s", "ẕ": "s", "ẖ": "h", "ḏ": "d", "ṯ": "t", "ġ": "g", "ǧ": "J", "ǰ": "J", "þ": "t", "ð": "d", "ŕ": "r",
    "ä": "e", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "e", "œ": "o", "ue": "u", "oe": "o", "ae": "e", "oo": "u", "ee": "i",
    "ou": "u", "ow": "ov", "ĭ": "i", "é": "e", "ë": "o",
}  # fmt: skip

_GERMAN = {**_COMMON, "tsch": "C", "sch": "S", "ch": "h", "tz": "c", "z": "c", "zz": "c", "ts": "c", "c": "k", "sh": "S", "zh": "J",
           "ie": "i", "schtsch": "S", "chs": "ks", "tch": "C"}  # fmt: skip
_ENGLISH = {**_COMMON, "tch": "C", "ch": "C", "sh": "S", "zh": "J", "j": "J", "dj": "J", "ts": "c", "tz": "c", "c": "k", "ce": "se",
            "ci": "si", "cy": "si", "sch": "S", "shch": "S", "aye": "ai"}  # fmt: skip
_FRENCH = {**_COMMON, "tch": "C", "ch": "S", "dj": "J", "j": "J", "gu": "g", "qu": "k", "c": "k", "ce": "se", "ci": "si", "ç": "s",
           "ts": "c", "gn": "ni", "eau": "o", "au": "o"}  # fmt: skip
_SCHOLARLY = {**_COMMON, "ch": "h", "c": "c", "cz": "C", "sz": "S", "rz": "J", "ts": "c", "dž": "J", "dż": "J", "x": "h", "šč": "S",
              "szcz": "S", "cs": "C", "zs": "J", "dj": "J", "gy": "d"}  # fmt: skip
_TURKISH = {**_COMMON, "c": "J", "j": "J", "ğ": "", "x": "h", "q": "k"}


def _table(rules: dict[str, str]) -> Callable[[str], str]:
    longest = sorted(rules, key=lambda k: (-len(k), k))
    pattern = re.compile("|".join(map(re.escape, longest)))
    return lambda word: pattern.sub(lambda m: rules[m.group()], word)


_TABLES = tuple(map(_table, (_GERMAN, _ENGLISH, _FRENCH, _SCHOLARLY)))
_SOFT_TABLE = _table({**_GERMAN, "sch": "J"})
_UVULAR_TABLE = _table({**_ENGLISH, "q": "g"})
_TURKISH_TABLE = _table(_TURKISH)
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
    found = {_smooth(read(word)) for read in _TABLES}
    if _TURKIC.search(word):
        found.add(_smooth(_TURKISH_TABLE(word)))
    if "sch" in word:
        found.add(_smooth(_SOFT_TABLE(word)))
    if "q" in word:
        found.add(_smooth(_UVULAR_TABLE(word)))
    if "ę" in token or "ą" in token:
        found |= readings(token.translate(_NASALS))
    return frozenset(found)


@lru_cache(maxsize=131_072)
def skeletons(token: str) -> frozenset[str]:
    """The readings without vowels and with a mark for an initial one: what survives Arabic and Persian spellings."""
    return frozenset(("V" if reading[:1] in "aeiou" else "") + _VOWELS.sub("", reading) for reading in readings(token))


@lru_cache(maxsize=131_072)
def coarse(token: str) -> frozenset[str]:
    """The skeletons with voiced and unvoiced sounds together and without h: what survives two bad transliterations."""
    return frozenset(_DOUBLE.sub(r"\1", skeleton.translate(_COARSE)) for skeleton in skeletons(token))


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
    sounds = _DOUBLE.sub(r"\1", sounds)
    if len(sounds) > 2:
        sounds = _LABIAL.sub("v", _GLIDE.sub("", _DIPHTHONG.sub("e", sounds)))
        if len(sounds) > 4 and sounds.endswith(("of", "ef")):
            sounds = sounds[:-1] + "v"
        elif sounds.endswith(("ine", "ate", "ahe")) and len(sounds) > 4:
            sounds = sounds[:-1]
    return _DOUBLE.sub(r"\1", sounds)
