"""The one door to comparing names."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from kgbuild.resolve.names.agreement import compare_agreements
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.organization import compare_organizations
from kgbuild.resolve.names.person_comparison import compare_persons
from kgbuild.resolve.names.place import compare_places
from kgbuild.resolve.names.state import compare_states
from kgbuild.resolve.names.verdict import Comparison


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    STATE = "state"
    ORG = "org"
    AGREEMENT = "agreement"
    PLACE = "place"


def compare(a: str, b: str, kind: Kind | str | None = None) -> Comparison:
    """Compare two names.

    Args:
        a: a name as a text spells it.
        b: another one; the order does not matter.
        kind: what they name; None if unknown.
    """
    if a == b or fold(a) == fold(b) != "":
        return Comparison(1.0, True, ("the same but for case, diacritics and punctuation",))
    if kind is not None:
        return _COMPARE[Kind(kind)](a, b)
    return Comparison(0.0, False, ())


_COMPARE: dict[Kind, Callable[[str, str], Comparison]] = {
    Kind.PERSON: compare_persons,
    Kind.STATE: compare_states,
    Kind.ORG: compare_organizations,
    Kind.AGREEMENT: compare_agreements,
    Kind.PLACE: compare_places,
}
