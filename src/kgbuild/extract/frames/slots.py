"""Slots: where in a clause a role of a frame stands, whatever the clause's voice and kind."""

from __future__ import annotations

import re

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.reading import Reading
from kgbuild.language.clause import Clause, ClauseKind, Phrase, Voice
from kgbuild.model import EntityType, Label

_PRESENT_PARTICIPLE = re.compile(r"end(e[nmrs]?)?$", re.IGNORECASE)

PASSIVES = frozenset({Voice.PASSIVE, Voice.STATE_PASSIVE, Voice.MODAL_PASSIVE})


def _at(token: int) -> Phrase:
    return Phrase(head=token, begin=token, end=token + 1)


def is_passive(reading: Reading, clause: Clause) -> bool:
    """Whether the grammatical subject (or the modified noun) is what is acted upon."""
    if clause.kind is ClauseKind.PARTICIPLE:
        return not _PRESENT_PARTICIPLE.search(reading.doc[clause.predicate].text)
    return clause.voice in PASSIVES


def verbal(reading: Reading, clause: Clause, slot: str, transitive: bool) -> tuple[Phrase, ...]:
    """The phrases in a slot of a verbal clause.

    Args:
        reading: the article.
        clause: a finite, infinitive or participle clause.
        slot: a slot of ``frames.yaml``.
        transitive: whether the unit has an accusative role, which a passive turns into the subject.
    """
    passive = transitive and is_passive(reading, clause)
    subject = clause.subject
    if clause.kind is ClauseKind.PARTICIPLE and clause.modifies is not None:
        subject = (_at(clause.modifies),)
    if slot == "subject":
        return clause.agent if passive else subject
    if slot == "acc" and passive:
        return subject
    if slot in ("acc", "dat", "gen"):
        return tuple(p for p in clause.objects if p.case == slot or (slot == "acc" and p.case is None))
    if slot == "agent":
        return clause.agent
    if slot == "predicative":
        return tuple(p for p in clause.predicative if p.preposition is None)
    if slot == "als":
        return tuple(p for p in clause.predicative if p.preposition == "als")
    if slot == "modified":
        return () if clause.modifies is None else (_at(clause.modifies),)
    return prepositional(clause, slot)


def prepositional(clause: Clause, slot: str) -> tuple[Phrase, ...]:
    """The phrases with a preposition, and with a case if the slot names one (``in+acc``)."""
    preposition, _, case = slot.partition("+")
    return tuple(
        p for p in clause.prepositional if p.preposition == preposition and (not case or p.case in (case, None))
    )


def nominal(reading: Reading, clause: Clause, slot: str) -> tuple[Phrase, ...]:
    """The phrases in a slot of a noun."""
    if slot == "owner":
        for one in ("genitive", "possessive", "adjective", "von"):
            if found := nominal(reading, clause, one):
                return found
        return ()
    if slot == "genitive":
        return clause.genitives
    if slot == "possessive":
        return () if clause.possessive is None else (_at(clause.possessive),)
    if slot == "adjective":
        return tuple(_at(token) for token in adjectives_before(reading, clause.predicate))
    if slot == "apposition":
        return clause.appositions
    if slot == "self":
        return (_at(clause.predicate),)
    if slot == "controller":
        return controller(reading, clause)
    return prepositional(clause, slot)


def adjectives_before(reading: Reading, noun: int) -> list[int]:
    """The demonyms that stand right before a noun, other adjectives between them or not."""
    mention = reading.references.mention_at(noun)
    token = (noun if mention is None else reading.discourse.bounds[mention][0]) - 1
    found = []
    while token >= 0 and (reading.label_at(token) is Label.NORP or reading.doc[token].pos_ in ("ADJ", "NUM")):
        if reading.label_at(token) is Label.NORP:
            found.append(token)
        token -= 1
    return found


def controller(reading: Reading, clause: Clause) -> tuple[Phrase, ...]:
    """The subject of the verb whose object the noun is: who pays the visit in ``stattete … einen Besuch ab``."""
    if clause.governor is None:
        return ()
    governor = reading.clauses[clause.governor]
    if governor.kind not in (ClauseKind.FINITE, ClauseKind.INFINITIVE):
        return ()
    heads = {p.head for p in (*governor.objects, *governor.prepositional)}
    if clause.predicate not in heads or governor.voice in PASSIVES:
        return ()
    return governor.subject


def fillers(
    reading: Reading,
    clause: Clause,
    slots: tuple[str, ...],
    types: frozenset[EntityType],
    transitive: bool,
    literal: bool,
) -> tuple[str | None, tuple[Argument, ...]]:
    """The entities of the first slot that holds any of the admitted types, by the parse, and that slot."""
    for slot in slots:
        if slot == "compound":
            found = compound(reading, clause.predicate, types)
        else:
            look = nominal(reading, clause, slot) if clause.kind is ClauseKind.NOMINAL else None
            phrases = verbal(reading, clause, slot, transitive) if look is None else look
            found = tuple(arg for phrase in phrases for arg in reading.arguments(phrase, types, literal))
        if found:
            return slot, found
    return None, ()


def compound(reading: Reading, token: int, types: frozenset[EntityType]) -> tuple[Argument, ...]:
    """The entity that the first part of a hyphenated noun names in this article: ``Astana`` in ``Astana-Besuch``."""
    first = reading.doc[token].text.split("-")[0]
    if first == reading.doc[token].text:
        return ()
    return tuple(arg for arg in reading.named(first, token) if arg.type in types)
