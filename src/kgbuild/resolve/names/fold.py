"""Folding a name to plain lower-case Latin letters, and splitting it into tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rigour.text import ascii_text

# Letters that have no canonical decomposition, or whose base letter misleads.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "ə": "a", "đ": "d", "ð": "d",
        "þ": "th", "ħ": "h", "ŋ": "ng", "ĳ": "ij", "ʼ": None, "ʻ": None, "ʾ": None, "ʿ": None, "'": None, "’": None,
        "‘": None, "`": None, "´": None, "ʹ": None, "′": None, "·": " ", "&": " und ", "+": " plus ",
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_ELISION = re.compile(r"(?i)\b([dl])['’](?=[a-zàâéèêëîïôûœ])")
_SEPARATORS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower-case Latin letters and digits, separated by single spaces: ``Sa‘ar`` → ``saar``, ``C5+1`` → ``c5 plus 1``.

    Diacritics fall away (``ü`` → ``u``), apostrophes join, hyphens and dots separate; other scripts are transliterated.
    Any Unicode string is accepted; what has no letter or digit folds to ``""``.
    """
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
        if not plain.isascii():
            plain = ascii_text(plain.encode("utf-8", "replace").decode("utf-8")).casefold().translate(_LETTERS)
    return _SEPARATORS.sub(" ", plain).strip()


def split_elision(text: str) -> str:
    """A text with French elided articles as words of their own: ``Golfe d'Oman`` → ``Golfe d Oman``."""
    return _ELISION.sub(r"\1 ", text)


def fold_german(text: str) -> str:
    """As ``fold``, but with the German spelling of umlauts: ``Müller`` → ``mueller``."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))


def slug(text: str) -> str:
    """An ASCII segment for an IRI: ``Ägypten`` → ``aegypten``, ``C5+1-Gipfel`` → ``c5-plus-1-gipfel``."""
    return fold_german(text).replace(" ", "-")
