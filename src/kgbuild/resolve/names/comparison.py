"""The one door to comparing names."""

from __future__ import annotations

from collections.abc import Callable

from kgbuild.resolve.names import agreement, organization, person_comparison, place, state
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.verdict import Comparison, Kind


def compare(a: str, b: str, kind: Kind | str | None = None) -> Comparison:
    """Compare two names.

    Args:
        a: a name as a text spells it.
        b: another one; the order does not matter.
        kind: what they name; None if unknown: it is then guessed.

    Raises:
        ValueError: there is no such kind.
    """
    if a == b or fold(a) == fold(b) != "":
        return Comparison(1.0, True, ("the same but for case, diacritics and punctuation",))
    chosen = _COMPARE.get(kind or guess_kind(a, b))
    if chosen is None:
        raise ValueError(f"{kind!r} is no kind of name: {', '.join(Kind)}")
    return chosen(a, b)


def guess_kind(a: str, b: str) -> Kind:
    """The kind of thing that two names most likely name, by the tables that know them, else by their words."""
    votes = {kind: bool(known(a)) + bool(known(b)) for kind, known in KNOWN.items()}
    best = max(votes.values())
    if best:
        return next(kind for kind in KNOWN if votes[kind] == best)
    if agreement.parse(a).heads or agreement.parse(b).heads:
        return Kind.AGREEMENT
    return Kind.ORG if organization.is_wordy(a) or organization.is_wordy(b) else Kind.PERSON


def _compare_places(a: str, b: str) -> Comparison:
    """Places as such; states and regions that only the tables of states know by their codes."""
    if not place.exactly(a) and not place.exactly(b) and state.code(a) and state.code(b):
        return state.compare_states(a, b)
    return place.compare_places(a, b)


_COMPARE: dict[str, Callable[[str, str], Comparison]] = {
    Kind.PERSON: person_comparison.compare_persons,
    Kind.STATE: state.compare_states,
    Kind.ORG: organization.compare_organizations,
    Kind.AGREEMENT: agreement.compare_agreements,
    Kind.PLACE: _compare_places,
}

KNOWN: dict[Kind, Callable[[str], frozenset[str]]] = {
    Kind.STATE: state.known,
    Kind.AGREEMENT: agreement.known,
    Kind.ORG: organization.known,
    Kind.PLACE: place.exactly,
    Kind.PERSON: person_comparison.known,
}
"""For each kind, the preferred labels (of states: codes) of the well-known things that a name can mean."""


def known_label(name: str, kind: Kind) -> str | None:
    """The preferred label (of a state: the code) of the one well-known thing that a name means; else None."""
    found = KNOWN[kind](name)
    return min(found) if len(found) == 1 else None
