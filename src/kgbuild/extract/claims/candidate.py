"""The typed candidate claim: what every reader proposes and the one decision takes.

A reader (frames, quotations, offices, later a learned head) knows which words of a sentence may state what; it
does not know whether the types fit, which of two candidates for the same claim is the better one, or what the
graph holds. ``decide`` settles that for all readers alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.model import DateValue, EntityType, Span, Status


@dataclass(frozen=True, slots=True)
class Argument:
    """An entity in a role of a claim, and how the text names it there."""

    entity: int
    """Index among the article's entities."""
    type: EntityType
    how: str
    """``name``, ``demonym``, ``metonym``, ``office``, ``pronoun`` or ``description``."""
    confidence: float
    """In [0, 1]: that the words at ``token`` refer to this entity."""
    token: int
    """The token that names it (index into the Doc)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible claim of one sentence."""

    predicate: str
    subject: Argument
    object: Argument | str
    """An entity, or a literal: the words said, or an ISO date."""
    sentence: int
    """Index among the article's body sentences."""
    reader: str
    """``frames``, ``quotations``, ``offices``; later also the learned head."""
    rule: str
    """What in the reader fired: the id of a frame's unit or of a rule."""
    score: float
    """The reader's own confidence in [0, 1], its arguments aside: for a rule its measured precision."""
    status: Status = Status.ASSERTED
    date: DateValue | None = None
    attributed_to: int | None = None
    office: str | None = None
    former: bool = False
    field: str | None = None
    counterpart: int | None = None
    agreement: int | None = None
    place: int | None = None
    figure: int | None = None
    trigger: tuple[Span, ...] = ()

    @property
    def confidence(self) -> float:
        """The score times the confidence of the arguments, rounded to three digits."""
        known = self.object.confidence if isinstance(self.object, Argument) else 1.0
        return round(self.score * self.subject.confidence * known, 3)
