"""Which of overlapping proposals stay.

The order of precedence, from the top:

1. The longest name wins: a proposal of a table that lies inside a longer name of the model (``China`` in ``Bank of
   China``, ``Israel`` in ``Israel Katz``) yields to it.
2. A certain table beats the model on the same words, and a longer name of a table beats what the model sees inside it
   (``Republik Kasachstan`` over ``Kasachstan``). Whether a name is a state, a place or a people the tables know best.
3. Figures and dates that a grammar has read whole beat the model's, and the names inside them (``68.000
   Palästinenser``).
4. The model.
5. Rules and uncertain entries of tables, where the model says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.language.entities.candidate import Candidate
from kgbuild.model import Label

_FIGURES = frozenset({Label.MONEY, Label.PERCENT, Label.QUANTITY, Label.DATE})
_STRONG = 0.9
_TOLD_APART = frozenset({(Label.STATE, Label.LOC), (Label.LOC, Label.STATE), (Label.NORP, Label.STATE)})
"""Pairs (gazetteer, model) in which even an uncertain entry is right: it never takes a place for a state."""


def reconciled(
    model: Iterable[Candidate], gazetteer: Iterable[Candidate], figures: Iterable[Candidate]
) -> list[Candidate]:
    """The candidates that stay, in text order, none overlapping another.

    Where the model and the gazetteer agree, the model's confidence and the gazetteer's code are kept.
    """
    gazetteer = list(gazetteer)
    codes = {(c.begin, c.end, c.label): c.code for c in gazetteer if c.code}
    coded = [c._replace(code=codes.get((c.begin, c.end, c.label), c.code)) for c in model]
    kept = _placed(disjoint(coded), gazetteer)
    kept = _placed(kept, figures)
    return disjoint(kept)


def _placed(kept: list[Candidate], proposals: Iterable[Candidate]) -> list[Candidate]:
    at = {position: c for c in kept for position in range(c.begin, c.end)}
    for proposal in sorted(proposals, key=lambda c: (-c.length, -c.confidence, c.begin)):
        rivals = {at[position] for position in range(proposal.begin, proposal.end) if position in at}
        if all(_beats(proposal, rival) for rival in rivals):
            for rival in rivals:
                for position in range(rival.begin, rival.end):
                    del at[position]
            at.update(dict.fromkeys(range(proposal.begin, proposal.end), proposal))
    return sorted(set(at.values()))


def _beats(proposal: Candidate, rival: Candidate) -> bool:
    if proposal.label in _FIGURES:
        return rival.label in _FIGURES or (proposal.covers(rival) and proposal.length > rival.length)
    if rival.length > proposal.length:
        return False
    pair = (proposal.label, rival.label)
    return proposal.confidence >= _STRONG or (pair in _TOLD_APART and not rival.code)


def disjoint(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without those that overlap a longer one, in text order."""
    found: list[Candidate] = []
    covered: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.length, -c.confidence, c.begin)):
        if covered.isdisjoint(range(candidate.begin, candidate.end)):
            covered.update(range(candidate.begin, candidate.end))
            found.append(candidate)
    return sorted(found)
