"""Adjectives and demonyms of states, peoples and regions (NORP)."""

from __future__ import annotations

import re
from functools import lru_cache

from kgbuild.gazetteer.territories import Territories
from kgbuild.language.gazetteer.names import peoples

_COMPASS = re.compile(r"(?:nord|süd|ost|west|zentral|mittel)(?=[a-zäöü]{4})", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_demonym(surface: str) -> bool:
    """Whether a word is an adjective or demonym, inflected or not.

    Compounds count (``deutsch-zentralasiatische``, ``Exil-Iraner``), and parts of countries (``ostlibysch``).
    """
    lowered = surface[:1].lower() + surface[1:]
    territories = Territories.load()
    if any(form in peoples() or territories.demonym_base(form) is not None for form in (surface, lowered)):
        return True
    if "-" in surface:
        return is_demonym(surface.rsplit("-", 1)[-1])
    part = _COMPASS.match(surface)
    return part is not None and territories.demonym_base(surface[part.end() :]) is not None


def is_attributive(surface: str) -> bool:
    """Whether the word is an inflected form, or one that needs none (``Schweizer``, demonyms).

    The bare adjective also names a language (``auf Deutsch``, ``spricht kasachisch``).
    """
    return not surface.endswith("sch")


def is_noun(surface: str) -> bool:
    """Whether a demonym is a noun: nouns are sometimes other words too (``Russe``, a town), adjectives are not."""
    return surface[:1].isupper() and re.search(r"sch(?:e[nrsm]?)?$", surface) is None
