"""What became of decisions: whether each holds, and whether it says anything that was not so already.

A decision can fail to hold in two ways, and both are told, never hidden: ``same`` across types (a person is no
organisation; refused), and ``different`` about what one article reads as one entity under both names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kgbuild.model import EntityType
from kgbuild.resolve.decisions import Decision, DecisionKind, Reference
from kgbuild.resolve.resolution import Resolution, ResolvedEntity


class Problem(StrEnum):
    """What is wrong with a decision; none of these is an error of the graph."""

    NAMES_NOTHING = "names nothing"
    """No article uses one of its names (yet)."""
    ACROSS_TYPES = "across types"
    """Its two names name things of different types only."""
    DOES_NOT_HOLD = "does not hold"
    """An article, or another decision, says otherwise."""
    NEEDLESS = "needless"
    """It is so without any decision (yet)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark about one decision."""

    decision: Decision
    problem: Problem
    message: str

    def __str__(self) -> str:
        return f"{self.decision}: {self.message}"


def remarks(resolution: Resolution, machine: Resolution | None = None) -> tuple[Remark, ...]:
    """What there is to say about the decisions of a resolution, in their order.

    Args:
        resolution: what follows from the decisions.
        machine: what follows without any; None not to look for needless ones.
    """
    return tuple(remark for d in resolution.decisions if (remark := _remark(d, resolution, machine)) is not None)


def _remark(decision: Decision, resolution: Resolution, machine: Resolution | None) -> Remark | None:
    sides = [_meant(reference, decision.type, resolution) for reference in decision.references]
    missing = [name for name, side in zip((decision.a, decision.b), sides, strict=False) if not side]
    if missing:
        what = f" as {decision.type}" if decision.type else ""
        return Remark(decision, Problem.NAMES_NOTHING, f"no article uses {' nor '.join(missing)}{what}")
    if decision.kind is not DecisionKind.LABEL and not _types(sides[0]) & _types(sides[1]):
        one, other = (", ".join(sorted(_types(side))) for side in sides)
        message = f"{decision.a} is {one}, {decision.b} is {other}; entities of different types are never one"
        problem = Problem.ACROSS_TYPES if decision.kind is DecisionKind.SAME else Problem.NEEDLESS
        return Remark(decision, problem, message)
    if why := _broken(decision, resolution):
        return Remark(decision, Problem.DOES_NOT_HOLD, why)
    if machine is not None and _broken(decision, machine) is None:
        return Remark(decision, Problem.NEEDLESS, "it is so without any decision")
    return None


def _meant(reference: Reference, type: EntityType | None, resolution: Resolution) -> tuple[ResolvedEntity, ...]:
    return tuple(e for e in resolution.bearing(reference) if type in (None, e.type))


def _types(entities: Iterable[ResolvedEntity]) -> set[EntityType]:
    return {entity.type for entity in entities}


def _broken(decision: Decision, resolution: Resolution) -> str | None:
    """Why a decision does not hold in a resolution; None if it does."""
    sides = [_meant(reference, decision.type, resolution) for reference in decision.references]
    match decision.kind:
        case DecisionKind.LABEL:
            others = [entity.label for entity in sides[0] if entity.label != decision.b]
            return f"it is called {others[0]}, as another decision says" if others else None
        case DecisionKind.SAME:
            for type_ in sorted(_types(sides[0]) & _types(sides[1])):
                paths = sorted({e.iri_path for side in sides for e in side if e.type is type_})
                if len(paths) > 1:
                    by = "; ".join(str(d) for d in resolution.decisions if _separates(d, paths, resolution))
                    return f"{by or 'another decision'} keeps apart {' and '.join(paths)}"
        case DecisionKind.DIFFERENT:
            for entity in sides[0]:
                if entity in sides[1] and _is_both(entity, decision):
                    return (
                        f"{entity.iri_path} still bears both: an article reads the two names as one entity, "
                        "or another decision joins them; a decision cannot tell the mentions of one entity apart"
                    )
    return None


def _separates(decision: Decision, paths: list[str], resolution: Resolution) -> bool:
    """Whether a decision keeps apart any two of the entities with these paths."""
    if decision.kind is not DecisionKind.DIFFERENT:
        return False
    return all(
        any(entity.iri_path in paths for entity in _meant(reference, decision.type, resolution))
        for reference in decision.references
    )


def _is_both(entity: ResolvedEntity, decision: Decision) -> bool:
    """Whether an entity bears both names of a decision, the wider one also where the narrower one does not."""
    one, other = decision.references
    for wide, narrow in ((one, other), (other, one)):
        if wide.covers(narrow):
            return bool(entity.where(wide) - entity.where(narrow))
    return True
