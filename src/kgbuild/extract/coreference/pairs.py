"""``Beide Staaten``, ``die zwei Länder``, ``beide Seiten``: two entities at once."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kgbuild.extract.coreference.clusters import Cluster
from kgbuild.extract.coreference.features import tables
from kgbuild.extract.coreference.salience import Candidate
from kgbuild.model import EntityType

_BOTH = frozenset({"beide", "beiden", "beider", "zwei"})
_ARTICLES = frozenset({"die", "der", "den"})
_REACH = 2
"""How many sentences back the two may lie."""


def phrase(noun: Token) -> tuple[Token, EntityType] | None:
    """The first token of a phrase that ends with ``noun`` and means two things, and their type; None if it is none."""
    type = tables().both.get(noun.lower_)
    if type is None or noun.i == 0 or noun.nbor(-1).lower_ not in _BOTH:
        return None
    if noun.i > 1 and noun.nbor(-2).lower_ in _ARTICLES:
        return noun.nbor(-2), type
    # »zwei Staaten« without an article are any two.
    return None if noun.nbor(-1).lower_ == "zwei" else (noun.nbor(-1), type)


def antecedents(candidates: Iterable[Candidate], noun: Token, sentence: int, type: EntityType) -> list[Cluster]:
    """The two entities of a type that were spoken of last; none if a third was spoken of as lately.

    The sentence itself is searched first, then it and the one before, and so on.
    """
    named = [c for c in candidates if c.cluster is not None and c.cluster.type is type and c.cluster.mentions]
    for back in range(_REACH + 1):
        met = [
            candidate.cluster
            for candidate in named
            if candidate.cluster is not None and any(o.sentence >= sentence - back for o in candidate.occurrences)
        ]
        if len(met) >= 2:
            return met if len(met) == 2 else []
    return []
