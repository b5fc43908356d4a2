"""The one door to comparing names, and the value it returns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgbuild.resolve.names.fold import fold


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    STATE = "state"
    ORG = "org"
    AGREEMENT = "agreement"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names compare."""

    score: float
    """In [0, 1]."""
    same: bool
    """Whether they can be taken for names of one thing, nothing else known."""
    reasons: tuple[str, ...]
    """What speaks for and against, readable."""
    veto: bool = False
    """Whether something in them contradicts: another ordinal, year, code, given name or suffix."""
    partial: bool = False
    """Whether one is only a part of the other (a bare surname): enough inside an article, not across articles."""


def compare(a: str, b: str, kind: Kind | str | None = None) -> Comparison:
    """Compare two names.

    Args:
        a: a name as a text spells it.
        b: another one; the order does not matter.
        kind: what they name; None if unknown.
    """
    if fold(a) == fold(b):
        return Comparison(1.0, True, ("the same but for case, diacritics and punctuation",))
    return Comparison(0.0, False, ())
