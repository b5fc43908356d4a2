"""Explain what the resolver decided about names, and correct it; a correction survives every later ingest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kgbuild.graph import DEFAULT_BASE
from kgbuild.resolve import Decision, Resolution, explain, resolve
from kgbuild.resolve.decision_file import read_decisions, write_decisions
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


def decide(out: Path, taken: Sequence[Decision], base_iri: str = DEFAULT_BASE) -> Resolution:
    """Make these the decisions in force, and publish the graph that follows from them; no article is read again.

    Args:
        out: folder of the store.
        taken: all decisions, in the order in which the file lists them.
        base_iri: instance IRIs are minted below it.

    Returns:
        The entities that follow.

    Raises:
        kgbuild.resolve.decision_file.DecisionFileError: two decisions contradict each other; nothing changes.
        kgbuild.store.StoreError: there is no store, or somebody else writes.
    """
    if not (out / "graph.ttl").exists():
        raise StoreError(f"{out}: no graph here; make one with kgbuild ingest")
    with Store.open(out, write=True) as store:
        write_decisions(decision_file(out), taken)
        documents = store.documents()
        resolution = resolve(documents, taken)
        store.publish(documents, resolution, base_iri)
    return resolution


def explanation(out: Path, a: str, b: str) -> str:
    """Why two names are, or are not, one entity in the graph at ``out``: rules, scores, vetoes; one reason a line."""
    with Store.open(out) as store:
        return explain(resolve(store.documents(), decisions(out)), a, b)
