"""From candidates to claims: types, self-relations and repetitions are settled here, for all readers alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.constraints import constraints
from kgbuild.model import Claim

CREDIBLE = 0.5
"""A claim less sure than this is more often wrong than right and is not stated."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def admitted(candidate: Candidate) -> bool:
    """Whether the candidate's predicate exists and admits its arguments."""
    constraint = constraints().get(candidate.predicate)
    if constraint is None or candidate.subject.type not in constraint.subject:
        return False
    if isinstance(candidate.object, Argument):
        return candidate.object.type in constraint.object and candidate.object.entity != candidate.subject.entity
    if constraint.literal == "date":
        return _DATE.fullmatch(candidate.object) is not None
    return constraint.literal == "words" and any(ch.isalnum() for ch in candidate.object)


def _key(candidate: Candidate) -> tuple[object, ...]:
    """What two candidates of one sentence must share to be the same claim."""
    subject: int = candidate.subject.entity
    other = candidate.object.entity if isinstance(candidate.object, Argument) else candidate.object
    if isinstance(other, int) and constraints()[candidate.predicate].symmetric:
        subject, other = min(subject, other), max(subject, other)
    return (candidate.sentence, candidate.predicate, subject, other)


def _worth(candidate: Candidate) -> tuple[float, int]:
    """Order among candidates for the same claim: the surer, then the one that says more."""
    details = (candidate.date, candidate.office, candidate.place, candidate.figure, candidate.counterpart)
    return candidate.confidence, sum(detail is not None for detail in details)


def decide(candidates: Iterable[Candidate]) -> tuple[Claim, ...]:
    """The claims of an article, in text order.

    A candidate is dropped if it is less sure than ``CREDIBLE``, if its predicate does not admit the types of its
    arguments, or if it relates an entity to itself; of several candidates for the same claim of one sentence the
    surest stays.

    Args:
        candidates: what all readers propose, in any order.

    Returns:
        One claim for each distinct (sentence, predicate, subject, object), sorted by sentence, then trigger.
    """
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        if candidate.confidence < CREDIBLE or not admitted(candidate):
            continue
        key = _key(candidate)
        if key not in best or _worth(candidate) > _worth(best[key]):
            best[key] = candidate
    kept = sorted(best.values(), key=lambda c: (c.sentence, c.subject.token, c.predicate, c.rule))
    return tuple(_claim(candidate) for candidate in kept)


def _claim(candidate: Candidate) -> Claim:
    return Claim(
        predicate=candidate.predicate,
        subject=candidate.subject.entity,
        object=candidate.object.entity if isinstance(candidate.object, Argument) else candidate.object,
        status=candidate.status,
        date=candidate.date,
        sentence=candidate.sentence,
        attributed_to=candidate.attributed_to,
        office=candidate.office,
        former=candidate.former,
        field=candidate.field,
        counterpart=candidate.counterpart,
        agreement=candidate.agreement,
        place=candidate.place,
        figure=candidate.figure,
        trigger=candidate.trigger,
        reader=candidate.reader,
        rule=candidate.rule,
        confidence=candidate.confidence,
    )
