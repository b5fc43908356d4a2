"""The form of ``ontologies/frames.yaml``: frames, their lexical units, the claims they make, their examples.

The file documents itself for users at its top; here is what it is checked against.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from kgbuild.extract.claims.constraints import constraints
from kgbuild.model import EntityType, Status
from kgbuild.resources import ontology

SLOTS = frozenset(
    {
        *("subject", "acc", "dat", "gen", "agent", "predicative", "als", "modified"),
        *("genitive", "possessive", "adjective", "apposition", "compound", "owner", "self", "bracket", "controller"),
    }
)
"""The slots that are not prepositions."""

DATE = "date"
"""The role that every clause fills by itself: its resolved date, as an ISO string."""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""One word, or a list of them."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Unit(_Part):
    """Words that evoke a frame and the slots in which its roles stand."""

    verbs: Words = ()
    """Infinitives with their separable prefix; reflexives as ``sich anschließen``."""
    nouns: Words = ()
    """Nouns; a compound that ends in one counts too if it starts with a hyphen: ``-besuch``."""
    adjectives: Words = ()
    """Predicative adjectives and participles, with a copula."""
    mentions: Annotated[tuple[EntityType, ...], BeforeValidator(_as_list)] = ()
    """Any name of one of these types with a phrase after it: ``das Abkommen mit …``."""
    roles: dict[str, Words] = Field(default_factory=dict)
    """Role → its slots, the first that is filled counts."""
    needs: dict[str, Words] = Field(default_factory=dict)
    """Slot (or ``adverb``) → lemmas of which one must stand there: ``{in: Kraft}`` for ``in Kraft treten``."""
    excludes: dict[str, Words] = Field(default_factory=dict)
    """Slot (or ``adverb``) → lemmas of which none may stand there."""
    dated: bool = False
    """Whether a date must stand in the noun's own phrase: ``von 2019``, ``vom Juni``."""
    status: Status | None = None
    """What the words themselves make of the claim: ``denied`` for ``austreten``."""
    score: Annotated[float, Field(gt=0, le=1)] | None = None
    """Precision of this unit, if it differs from its frame's."""

    @model_validator(mode="after")
    def _sound(self) -> Unit:
        if sum(map(bool, (self.verbs, self.nouns, self.adjectives, self.mentions))) != 1:
            raise ValueError("a unit has exactly one of verbs, nouns, adjectives, mentions")
        for slot in [slot for slots in self.roles.values() for slot in slots] + [*self.needs, *self.excludes]:
            if slot not in SLOTS and slot != "adverb" and not re.fullmatch(r"[a-zäöüß]+(\+(acc|dat|gen))?", slot):
                raise ValueError(f"{slot!r} is neither a slot nor a preposition")
        return self


class Projection(_Part):
    """A claim that an evoked frame makes."""

    predicate: str
    subject: str
    object: str
    """A role, or ``date``."""
    counterpart: str | None = None
    agreement: str | None = None
    place: str | None = None
    field: str | None = None
    subject_types: tuple[EntityType, ...] = ()
    """Narrower than what the predicate admits, if given."""
    object_types: tuple[EntityType, ...] = ()
    former: bool = False
    status: Status | None = None
    score: Annotated[float, Field(gt=0, le=1)] | None = None
    """Precision of this claim of the frame, if it differs from the frame's."""

    @model_validator(mode="after")
    def _known(self) -> Projection:
        if self.predicate not in constraints():
            raise ValueError(f"{self.predicate!r} is no predicate of the guide")
        return self


class Example(_Part):
    """A sentence and exactly the claims that frames must read from it; run by the tests."""

    text: str
    claims: Words = ()
    """``predicate(subject, object)``, with ``!denied`` and the like behind it where not asserted."""


class Frame(_Part):
    """A scene that words evoke: who takes part in which role, and what is claimed by it."""

    id: str
    about: str
    units: tuple[Unit, ...]
    claims: tuple[Projection, ...]
    examples: tuple[Example, ...] = ()
    score: Annotated[float, Field(gt=0, le=1)] = 0.75
    """Measured share of its claims that are right."""

    @model_validator(mode="after")
    def _roles_known(self) -> Frame:
        roles = {role for unit in self.units for role in unit.roles} | {DATE}
        for claim in self.claims:
            for role in (claim.subject, claim.object, claim.counterpart, claim.agreement, claim.place, claim.field):
                if role is not None and role not in roles:
                    raise ValueError(f"frame {self.id}: no unit fills the role {role!r}")
        return self


class FrameFile(_Part):
    """A whole file of frames."""

    frames: tuple[Frame, ...]


@cache
def load_frames(path: Path | None = None) -> tuple[Frame, ...]:
    """Read and check a file of frames.

    Args:
        path: the file; the shipped ``ontologies/frames.yaml`` if None.

    Raises:
        pydantic.ValidationError: the file breaks the form; the message names the place.
        ValueError: two frames share an id.
    """
    source = (path or ontology("frames.yaml")).read_text(encoding="utf-8")
    frames = FrameFile.model_validate(yaml.safe_load(source)).frames
    ids = [frame.id for frame in frames]
    if len(set(ids)) != len(ids):
        raise ValueError(f"frames of the same id: {sorted(i for i in set(ids) if ids.count(i) > 1)}")
    return frames
