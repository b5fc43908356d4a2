"""Slots by position: what stands in a field where a role is due, for when the parse shows nothing there."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.chunks import Chunk
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.schema import SLOTS
from kgbuild.extract.frames.slots import is_passive
from kgbuild.language.clause import Clause, ClauseKind
from kgbuild.model import EntityType

Group = tuple[Chunk, ...]

_NEAR = 4
"""How many words may stand between a participle and its noun or its agent."""

_COPULAS = frozenset(
    ["ist", "sind", "war", "waren", "sei", "seien", "wird", "werden", "wurde", "wurden", "bleibt", "bleiben", "blieb"]
)

_REACH = 8
"""How many words after an action noun its phrases may begin; after a name they must follow at once."""

_CASE_OF_SLOT = {"subject": "nom", "acc": "acc", "dat": "dat", "gen": "gen"}


def positioned(
    reading: Reading,
    fields: Fields,
    clause: Clause,
    sentence: int,
    slots: tuple[str, ...],
    types: frozenset[EntityType],
    transitive: bool,
    taken: frozenset[int],
    literal: bool,
) -> tuple[str | None, tuple[Argument, ...]]:
    """The entities that stand where one of ``slots`` is due, and that slot.

    Args:
        reading: the article.
        fields: its fields.
        clause: the clause whose predicate evoked the frame.
        sentence: its sentence.
        slots: slots of a role, in order of preference.
        types: the entity types that the role admits.
        transitive: whether the unit has an accusative role.
        taken: entities that other roles hold already.
        literal: whether a place is meant before the state that it may stand for.
    """
    look = _around_noun if clause.kind is ClauseKind.NOMINAL else _around_verb
    for slot in slots:
        for group in look(reading, fields, clause, sentence, slot, transitive):
            found = _arguments(reading, group, types, literal)
            if found and not any(argument.entity in taken for argument in found):
                return slot, found
    return None, ()


def _arguments(reading: Reading, group: Group, types: frozenset[EntityType], literal: bool) -> tuple[Argument, ...]:
    """The entities of a group if its first is of an admitted type."""
    first = reading.arguments_at(group[0].token, types, literal)
    if not first:
        return ()
    return tuple(arg for chunk in group for arg in reading.arguments_at(chunk.token, types, literal))


def _around_verb(
    reading: Reading, fields: Fields, clause: Clause, sentence: int, slot: str, transitive: bool
) -> Iterable[Group]:
    groups = fields.groups(sentence, clause.predicate)
    if clause.kind is ClauseKind.PARTICIPLE:
        modified = [g for g in groups if 0 < g[0].token - clause.predicate <= _NEAR]
        if slot == ("acc" if is_passive(reading, clause) else "subject"):
            return modified
        groups = tuple(g for g in groups if g[-1].end <= clause.predicate <= g[-1].end + _NEAR)
        if slot != "subject" and slot in SLOTS:
            return ()
    passive = transitive and is_passive(reading, clause)
    if passive and slot == "subject":
        return [g for g in groups if g[0].preposition in ("von", "durch") and not g[0].attached]
    if passive and slot == "acc":
        slot = "subject"
    if slot == "subject" and clause.kind is ClauseKind.INFINITIVE:
        return ()  # its subject stands outside: the parse knows the controller
    case = _CASE_OF_SLOT.get(slot)
    if case is not None:
        return [g for g in groups if g[0].preposition is None and not g[0].attached and _may_be(g[0], case)]
    preposition, _, wanted = slot.partition("+")
    return [g for g in groups if g[0].preposition == preposition and (not wanted or _may_be(g[0], wanted))]


def _around_noun(
    reading: Reading, fields: Fields, clause: Clause, sentence: int, slot: str, transitive: bool
) -> Iterable[Group]:
    noun = clause.predicate
    mention = reading.references.mention_at(noun)
    end = noun + 1 if mention is None else reading.discourse.bounds[mention][1]
    groups = fields.groups(sentence, noun)
    if slot == "genitive":
        return [g for g in groups if g[0].attached and (g[0].begin == end or g[0].end == noun)]
    if slot == "controller":
        return [g for g in groups if g[0].preposition is None and not g[0].attached and _may_be(g[0], "nom")]
    if slot == "subject":
        copula = any(token.lower_ in _COPULAS for token in fields.words(sentence, noun))
        return [g for g in groups if copula and g[0].preposition is None and not g[0].attached and _may_be(g[0], "nom")]
    if slot == "apposition":
        return _apposed(reading, fields, sentence, noun if mention is None else end - 1, end)
    if slot == "bracket":
        bracket = end < len(reading.doc) and reading.doc[end].text == "("
        return [(c,) for c in fields.chunks(sentence) if bracket and c.token == end + 1]
    if slot in ("owner", "possessive", "adjective", "self", "compound"):
        return ()
    reach = 1 if mention is not None else _REACH
    return [g for g in groups if g[0].preposition == slot.partition("+")[0] and 0 <= g[0].begin - end < reach]


def _apposed(reading: Reading, fields: Fields, sentence: int, noun: int, end: int) -> list[Group]:
    """The name right behind a noun, or before the comma or ``mit`` that opens its phrase."""
    doc = reading.doc
    begin = noun
    while begin > 0 and doc[begin - 1].pos_ in ("DET", "ADJ") and reading.references.mention_at(begin - 1) is None:
        begin -= 1
    comma = begin > 0 and doc[begin - 1].lower_ in (",", "mit")
    return [
        (chunk,)
        for chunk in fields.chunks(sentence)
        if (chunk.token == end and not chunk.attached) or (comma and chunk.end == begin - 1)
    ]


def _may_be(chunk: Chunk, case: str) -> bool:
    return not chunk.cases or case in chunk.cases
