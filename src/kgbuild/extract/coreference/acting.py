"""The words that tell whether a place is meant or acts, from ``data/extract/coreference/metonymy.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """``metonymy.yaml``: see the comments there."""

    place_prepositions: frozenset[str]
    acting_prepositions: frozenset[str]
    addressed: frozenset[str]
    place_subjects: frozenset[str]
    place_objects: frozenset[str]
    place_predicatives: frozenset[str]
    travel_verbs: frozenset[str]
    place_nouns: tuple[str, ...]
    travel_nouns: tuple[str, ...]
    voices: frozenset[str]
    sent: tuple[str, ...]
    something: frozenset[str]


@cache
def words() -> Words:
    """The table, read once."""
    path = files("kgbuild") / "data" / "extract" / "coreference" / "metonymy.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Words(
        place_prepositions=frozenset(raw["place_prepositions"]),
        acting_prepositions=frozenset(raw["acting_prepositions"]),
        addressed=frozenset(raw["addressed"]),
        place_subjects=frozenset(raw["place_subjects"]),
        place_objects=frozenset(raw["place_objects"]),
        travel_verbs=frozenset(raw["travel_verbs"]),
        place_predicatives=frozenset(raw["place_predicatives"]),
        place_nouns=tuple(raw["place_nouns"]),
        travel_nouns=tuple(raw["travel_nouns"]),
        voices=frozenset(raw["voices"]),
        sent=tuple(raw["sent"]),
        something=frozenset(raw["something"]),
    )
