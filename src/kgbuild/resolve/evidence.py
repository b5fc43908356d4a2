"""Evidence beyond the name: whether a bare surname in one article is the person whom another one names in full.

A bare name never merges on its own. It joins a fuller one if that is the only one it fits, and the articles agree:
an office in the same state, the same office, or enough of the same states and people around.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.resolve.profiles import Profile

SHARED_SURROUNDINGS = 2
"""So many states or people in common count as agreement."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two profiles share apart from the name."""

    score: float
    """In [0, 1]; 0 if nothing is shared."""
    reasons: tuple[str, ...]


def evidence(a: Profile, b: Profile) -> Evidence:
    """What the articles of two profiles agree on."""
    score, reasons = 0.0, []
    states = a.office_states & b.office_states
    if states:
        score += 0.5
        reasons.append(f"placed in the same state or body: {', '.join(sorted(states))}")
    elif a.office_states and b.office_states:
        ones, others = (", ".join(sorted(p.office_states)) for p in (a, b))
        return Evidence(0.0, (f"placed in different states or bodies: {ones} / {others}",))
    offices = a.offices & b.offices
    if offices:
        score += 0.3
        reasons.append(f"the same office: {', '.join(sorted(offices))}")
    around = (a.around & b.around) | (a.around & b.office_states) | (a.office_states & b.around)
    if len(around) >= SHARED_SURROUNDINGS:
        score += min(0.4, 0.1 * len(around))
        reasons.append(f"mentioned beside the same: {', '.join(sorted(around)[:6])}")
    return Evidence(min(score, 1.0), tuple(reasons) or ("nothing else in the articles speaks for it",))
