"""Finding an entity of a published graph by any of its spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kgbuild.graph.vocabulary import ENTITY_CLASS, PREFIXES
from kgbuild.model import EntityType

_TYPES = {cls: type_ for type_, cls in ENTITY_CLASS.items()}
_LABELS = """
SELECT DISTINCT ?entity ?class ?preferred ?spelling ?count WHERE {
    ?entity skos:prefLabel ?preferred ; skos:prefLabel|skos:altLabel ?spelling ; kg:mentionCount ?count ; a ?class .
}"""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a name leads to."""

    iri: NamedNode
    type: EntityType
    label: str
    mentions: int

    def __str__(self) -> str:
        return f"{self.label} ({self.type.value}, mentioned {self.mentions}×, <{self.iri.value}>)"


class UnknownEntityError(LookupError):
    """No entity has the name, or several have."""

    def __init__(self, name: str, candidates: tuple[Found, ...] = (), similar: tuple[str, ...] = ()) -> None:
        self.name = name
        self.candidates = candidates
        """The entities that share the name; empty if there is none."""
        self.similar = similar
        """Spellings in the graph that resemble the name."""
        if candidates:
            lines = "\n".join(f"  {candidate}" for candidate in candidates)
            message = f"{name!r} can be any of these; name one by its full label or its IRI:\n{lines}"
        else:
            hint = f"; similar: {', '.join(similar)}" if similar else ""
            message = f"nothing in the graph is called {name!r}{hint}"
        super().__init__(message)


def find(database: pyoxigraph.Store, name: str, type: EntityType | None = None) -> Found:
    """The one entity with this name.

    Case, diacritics, apostrophes and hyphens do not matter. Preferred labels go before other spellings, whole
    names before names that contain the words asked for (``Netanjahu`` finds ``Benjamin Netanjahu``).

    Args:
        database: a published graph.
        name: any spelling, or the entity's IRI.
        type: look at entities of this type only.

    Raises:
        UnknownEntityError: there is no such entity, or the name is ambiguous.
    """
    from kgbuild.resolve.names.fold import fold  # brings tables of territories that plain queries do not need

    wanted = fold(name)
    by_iri: set[Found] = set()
    preferred: set[Found] = set()
    other: set[Found] = set()
    containing: set[Found] = set()
    spellings: dict[str, str] = {}
    for found, spelling in _spellings(database):
        if type is not None and found.type is not type:
            continue
        folded = fold(spelling)
        spellings.setdefault(folded, spelling)
        if found.iri.value == name:
            by_iri.add(found)
        elif wanted and folded == wanted:
            (preferred if spelling == found.label else other).add(found)
        elif wanted and f" {wanted} " in f" {folded} ":
            containing.add(found)
    for matches in (by_iri, preferred, other, containing):
        if len(matches) == 1:
            return next(iter(matches))
        if matches:
            raise UnknownEntityError(name, tuple(sorted(matches, key=lambda f: (-f.mentions, f.iri.value))))
    similar = get_close_matches(wanted, spellings, n=5, cutoff=0.6)
    raise UnknownEntityError(name, similar=tuple(spellings[s] for s in similar))


def _spellings(database: pyoxigraph.Store) -> Iterator[tuple[Found, str]]:
    rows = database.query(_LABELS, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    for row in rows:
        iri, cls, label, spelling, count = (row[i] for i in range(5))
        if (
            isinstance(iri, NamedNode)
            and isinstance(label, Literal)
            and isinstance(spelling, Literal)
            and cls in _TYPES
        ):
            yield Found(iri, _TYPES[cls], label.value, int(count.value)), spelling.value
