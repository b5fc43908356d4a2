"""Well-known things by name, whatever their kind."""

from __future__ import annotations

from kgbuild.resolve.names import agreement, organization, person_comparison, place
from kgbuild.resolve.names.comparison import Kind
from kgbuild.resolve.names.state import code

_KNOWN = {
    Kind.PERSON: person_comparison.known,
    Kind.ORG: organization.known,
    Kind.AGREEMENT: agreement.known,
    Kind.PLACE: place.exactly,
}


def known_label(name: str, kind: Kind) -> str | None:
    """The preferred label (of a state: the code) of the one well-known thing that a name means; None if it is not clear."""
    if kind is Kind.STATE:
        return code(name)
    found = _KNOWN[kind](name)
    return min(found) if len(found) == 1 else None
