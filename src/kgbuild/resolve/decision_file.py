"""The file of curated decisions: plain YAML, one decision an entry, made to be read, edited and compared.

::

    - same: [Toqaev, Tokajew]
      reason: one person in two transliterations
    - different: [Müller@001-novastan, Müller@004-saar]
      type: Person
      reason: the minister and the historian
    - label: [Tokajew, Kassym-Jomart Tokajew]

A name stands for all that bears it, ``name@article-key`` for what bears it in one article. ``label`` makes its second
name the preferred label of what the first one names.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from kgbuild.model import EntityType
from kgbuild.resolve.contradictions import contradictions
from kgbuild.resolve.decisions import Decision, DecisionKind

HEADER = "# Decisions about names; see `kgbuild aliases --help`. They hold against everything kgbuild thinks.\n"

Name = Annotated[str, Field(min_length=1)]


class DecisionFileError(ValueError):
    """The file is not what it should be, or contradicts itself; one line."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    same: tuple[Name, Name] | None = None
    different: tuple[Name, Name] | None = None
    label: tuple[Name, Name] | None = None
    type: EntityType | None = None
    reason: str = ""

    @model_validator(mode="after")
    def _one_kind(self) -> _Entry:
        if sum(names is not None for names in (self.same, self.different, self.label)) != 1:
            raise ValueError("exactly one of same, different and label must be given")
        return self

    def decision(self) -> Decision:
        kind = next(kind for kind in DecisionKind if getattr(self, kind) is not None)
        a, b = getattr(self, kind)
        return Decision(kind, a, b, self.reason, self.type)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; none if there is no file.

    Raises:
        DecisionFileError: it is no valid file, or two decisions contradict each other.
    """
    if not path.exists():
        return ()
    try:
        content = yaml.safe_load(path.read_text("utf-8")) or []
        entries = TypeAdapter(list[_Entry]).validate_python(content)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DecisionFileError(f"{path}: cannot be read ({str(error).splitlines()[0]})") from None
    except ValidationError as error:
        problem = error.errors()[0]
        where = f"entry {int(problem['loc'][0]) + 1}: " if problem["loc"] else ""
        raise DecisionFileError(f"{path}: {where}{problem['msg']}") from None
    decisions = tuple(entry.decision() for entry in entries)
    refuse_contradictions(path, decisions)
    return decisions


def write_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Write a file that ``read_decisions`` reads; replaced atomically.

    Raises:
        DecisionFileError: two decisions contradict each other; the file is left as it was.
    """
    refuse_contradictions(path, decisions)
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = [yaml.safe_dump([_record(d)], allow_unicode=True, sort_keys=False, width=1000) for d in decisions]
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(HEADER + "".join(entries), "utf-8")
    os.replace(draft, path)  # noqa: PTH105 (one call for both platforms' atomic replacement)


def _record(decision: Decision) -> dict[str, object]:
    record: dict[str, object] = {decision.kind.value: [decision.a, decision.b]}
    if decision.type is not None:
        record["type"] = decision.type.value
    if decision.reason:
        record["reason"] = decision.reason
    return record


def refuse_contradictions(path: Path, decisions: Sequence[Decision]) -> None:
    """Refuse decisions that contradict each other, for the file at ``path``.

    Raises:
        DecisionFileError: two of them do; the first contradiction in one line.
    """
    for contradiction in contradictions(decisions):
        raise DecisionFileError(f"{path}: {contradiction}")
