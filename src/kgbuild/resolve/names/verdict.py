"""What names are compared as, and what comparing returns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
