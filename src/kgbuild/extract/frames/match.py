"""Reading claims by frames: a clause evokes a unit, the unit's slots give the roles, the frame makes the claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.constraints import constraints
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.parties import has_office, is_party, speaks_for_party
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.status import Circumstances, combine
from kgbuild.extract.frames.evocation import bare_nouns, evoked, is_transitive, licensed, phrases, reread
from kgbuild.extract.frames.lexicon import Entry, Lexicon, lexicon
from kgbuild.extract.frames.roles import Roles, fill
from kgbuild.extract.frames.schema import DATE, Projection, Unit
from kgbuild.language.clause import Clause
from kgbuild.model import DateValue, EntityType, Label

READER = "frames"


def read_frames(
    reading: Reading, fields: Fields, circumstances: Circumstances, words: Lexicon | None = None
) -> Iterator[Candidate]:
    """Propose the claims that the frames of ``words`` find in the clauses of an article.

    Args:
        reading: the article with its clauses and references.
        fields: its fields and chunks.
        circumstances: status and attribution of each clause.
        words: the lexicon; that of the shipped frames if None.
    """
    known = lexicon() if words is None else words

    for parsed in (*reading.clauses, *bare_nouns(reading, known)):
        clause = reread(reading, fields, parsed)
        sentence = reading.discourse.sentence_of(clause.predicate)
        if sentence is None:
            continue
        for entry in evoked(reading, fields, clause, sentence, known):
            if licensed(reading, fields, clause, entry.unit):
                yield from claims(reading, circumstances, fields, clause, entry, sentence)


def claims(
    reading: Reading, circumstances: Circumstances, fields: Fields, clause: Clause, entry: Entry, sentence: int
) -> Iterator[Candidate]:
    """The claims that an evoked frame makes of a clause."""
    unit = entry.unit
    roles = fill(reading, fields, clause, entry, sentence)
    date = circumstances.date(clause)
    for claim in entry.frame.claims:
        for subject, other in _pairs(unit, roles, claim, date):
            predicate = belonging(reading, unit, claim.predicate, subject, other)
            if predicate is None:
                continue
            yield _candidate(
                reading, circumstances, clause, entry, sentence, claim, predicate, roles, subject, other, date
            )


def belonging(reading: Reading, unit: Unit, predicate: str, subject: Argument, other: Argument | str) -> str | None:
    """The predicate by which a person belongs to a body: ``memberOf`` a party, none where an office says more."""
    if predicate != "affiliatedWith" or not isinstance(other, Argument):
        return predicate
    if is_party(reading, other.entity) or speaks_for_party(reading, subject):
        return "memberOf"
    return None if unit.mentions and has_office(reading, subject) else predicate


def _pairs(
    unit: Unit, roles: Roles, claim: Projection, date: DateValue | None
) -> Iterator[tuple[Argument, Argument | str]]:
    """Subjects with objects; a slot shared by both roles gives each pair of those that stand in it."""
    constraint = constraints()[claim.predicate]
    subjects = _of(roles.get(claim.subject, ()), claim.subject_types or constraint.subject)
    if claim.object == DATE:
        if date is not None:
            yield from ((subject, date.begin) for subject in subjects)
        return
    objects = _of(roles.get(claim.object, ()), claim.object_types or constraint.object)
    if subjects and subjects == objects and set(unit.roles[claim.subject]) & set(unit.roles[claim.object]):
        yield from combinations(subjects, 2)
        return
    if subjects == objects and len(subjects) > 1:  # they do it to each other
        yield from combinations(subjects, 2) if constraint.symmetric else permutations(subjects, 2)
        return
    if subjects == objects:
        return  # the same words cannot stand in two slots
    yield from ((subject, other) for subject in subjects for other in objects)


def _of(arguments: tuple[Argument, ...], types: tuple[EntityType, ...]) -> tuple[Argument, ...]:
    return tuple(argument for argument in arguments if argument.type in types)


def _candidate(
    reading: Reading,
    circumstances: Circumstances,
    clause: Clause,
    entry: Entry,
    sentence: int,
    claim: Projection,
    predicate: str,
    roles: Roles,
    subject: Argument,
    other: Argument | str,
    date: DateValue | None,
) -> Candidate:
    unit = entry.unit
    first = {name: roles.get(role, ())[:1] for name, role in _qualifiers(claim)}
    counterpart = next((a for a in roles.get(claim.counterpart or "", ()) if a.entity != subject.entity), None)
    place = first.get("place") or circumstances.place(clause)
    spent = {subject.entity, other.entity if isinstance(other, Argument) else -1}
    return Candidate(
        predicate=predicate,
        subject=subject,
        object=other,
        sentence=sentence,
        reader=READER,
        rule=entry.rule,
        score=claim.score or unit.score or entry.frame.score,
        status=combine(circumstances.status(clause), claim.status or unit.status),
        date=date if claim.object != DATE else None,
        attributed_to=circumstances.speaker(clause),
        former=claim.former,
        field=_field(reading, clause, unit, claim),
        counterpart=counterpart.entity if counterpart else None,
        agreement=first["agreement"][0].entity if first.get("agreement") else None,
        place=next((p.entity for p in place if p.entity not in spent), None),
        figure=reading.figure(clause),
        trigger=reading.trigger((*clause.verbs, clause.predicate)),
    )


def _qualifiers(claim: Projection) -> tuple[tuple[str, str], ...]:
    named = (("agreement", claim.agreement), ("place", claim.place))
    return tuple((name, role) for name, role in named if role is not None)


def _field(reading: Reading, clause: Clause, unit: Unit, claim: Projection) -> str | None:
    """The noun of the field in which two cooperate or negotiate, as its lemma."""
    if claim.field is None:
        return None
    for slot in unit.roles.get(claim.field, ()):
        for phrase in phrases(reading, clause, slot, is_transitive(unit)):
            if reading.label_at(phrase.head) in (None, Label.AGREEMENT, Label.EVENT):
                return reading.doc[phrase.head].lemma_
    return None
