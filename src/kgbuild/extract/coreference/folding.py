"""Names made comparable inside one article: case, diacritics, apostrophes, hyphens and spellings of one sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rigour.text.distance import levenshtein

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})
_DROPPED = re.compile(r"['’‘ʼʻ`´ʹ.\u200b\u00ad]")
_HYPHENS = re.compile(r"[\s\-‐‑‒–—/]+")
_GENITIVE = re.compile(r"(?<=\w{3})s$")
_ENDING = re.compile(r"(?<=\w{3})(?:en|em|er|e)$")

# Spellings of one sound in German, English, French and scholarly transliteration, tried in this order.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"dsch|dzh|dj", "j"),
        (r"tsch|tch", "c"),
        (r"sch|sh", "s"),
        (r"ch", "c"),
        (r"zh", "s"),
        (r"kh", "c"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"ck|q", "k"),
        (r"eff$|ew$|ev$", "ev"),
        (r"off$|ow$|ov$", "ov"),
        (r"w", "v"),
        (r"[jy]", "i"),
        (r"z", "s"),
        (r"h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case, diacritics and apostrophes, hyphens as spaces: ``Sa’ar`` and ``Saar`` are equal."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return _HYPHENS.sub(" ", _DROPPED.sub("", text)).strip()


@lru_cache(maxsize=65536)
def stems(name: str) -> tuple[str, ...]:
    """The folded words of a name without German endings: ``Kaspischen Meeres`` equals ``Kaspische Meer``."""
    return tuple(_ENDING.sub("", _GENITIVE.sub("", word)) for word in fold(name).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word in a spelling that is neutral to transliteration: ``toqaiew`` and ``tokajev`` come close."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def near(a: str, b: str) -> bool:
    """Whether two folded words are spellings of one: the same sounds, or one slip in five letters."""
    if sound(a) == sound(b):
        return True
    shorter = min(len(a), len(b))
    return shorter >= 4 and levenshtein(a, b) <= min(2, shorter // 4)
