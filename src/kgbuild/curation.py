"""Explain what the resolver decided about names, and correct it; a correction survives every later ingest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kgbuild.graph import DEFAULT_BASE
from kgbuild.resolve import Decision, Explanation, Resolution, explain, resolve
from kgbuild.resolve.decision_file import DecisionFileError, read_decisions, refuse_contradictions, write_decisions
from kgbuild.resolve.effects import Problem, Remark, remarks
from kgbuild.store import Store, StoreError


def decision_file(out: Path) -> Path:
    """Where the decisions about the graph at ``out`` are written; a plain file, made to be edited."""
    return out / "aliases.yaml"


def decisions(out: Path) -> tuple[Decision, ...]:
    """The decisions in force at ``out``.

    Raises:
        kgbuild.resolve.decision_file.DecisionFileError: the file is not valid or contradicts itself.
    """
    return read_decisions(decision_file(out))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from decisions."""

    resolution: Resolution
    remarks: tuple[Remark, ...]
    """Decisions that name nothing, that do not hold, or that are so without them."""


def decide(out: Path, taken: Sequence[Decision], base_iri: str = DEFAULT_BASE) -> Outcome:
    """Make these the decisions in force, and publish the graph that follows from them; no article is read again.

    Args:
        out: folder of the store.
        taken: all decisions, in the order in which the file lists them.
        base_iri: instance IRIs are minted below it.

    Returns:
        The entities that follow, and what there is to say about the decisions.

    Raises:
        kgbuild.resolve.decision_file.DecisionFileError: two decisions contradict each other, or one that was not in
            force before says that things of different types are the same; nothing changes.
        kgbuild.store.StoreError: there is no store, or somebody else writes.
    """
    if not (out / "graph.ttl").exists():
        raise StoreError(f"{out}: no graph here; make one with kgbuild ingest")
    with Store.open(out, write=True) as store:
        path = decision_file(out)
        refuse_contradictions(path, taken)
        documents = store.documents()
        resolution = resolve(documents, taken)
        told = remarks(resolution, resolve(documents) if taken else None)
        _refuse_across_types(path, told)
        write_decisions(path, taken)
        store.publish(documents, resolution, base_iri)
    return Outcome(resolution, told)


def _refuse_across_types(path: Path, told: Sequence[Remark]) -> None:
    """Refuse what a new decision asks in vain; one in force may have become vain by what articles came later."""
    wrong = [remark for remark in told if remark.problem is Problem.ACROSS_TYPES]
    if wrong:
        before = read_decisions(path)
        for remark in wrong:
            if remark.decision not in before:
                raise DecisionFileError(f"{path}: {remark}")


def explanation(out: Path, a: str, b: str) -> Explanation:
    """Why two names are, or are not, one entity in the graph at ``out``."""
    with Store.open(out) as store:
        return explain(resolve(store.documents(), decisions(out)), a, b)
