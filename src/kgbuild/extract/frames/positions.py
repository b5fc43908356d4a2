"""Slots by position: what stands in a field where a role is due, for when the parse shows nothing there."""

from __future__ import annotations

from collections.abc import Iterable

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.chunks import Chunk
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.function_words import frame_words
from kgbuild.extract.frames.schema import SLOTS
from kgbuild.extract.frames.slots import adjectives_before, is_passive
from kgbuild.extract.frames.words import noun_bases
from kgbuild.language.clause import Clause, ClauseKind
from kgbuild.model import EntityType

Group = tuple[Chunk, ...]

_NEAR = 4
"""How many words may stand between a participle and its noun or its agent."""

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
    if "subject" in slots and clause.kind is not ClauseKind.NOMINAL:
        sent = tuple(a for a in _envoys(reading, fields, clause, sentence) if a.type in types and a.entity not in taken)
        if sent:
            return "subject", sent
    return None, ()


def _envoys(reading: Reading, fields: Fields, clause: Clause, sentence: int) -> tuple[Argument, ...]:
    """For whom the people act who are the subject: ``Vertreter Perus``, ``russische Truppen``."""
    if is_passive(reading, clause):
        return ()
    groups = fields.groups(sentence, clause.predicate)
    for token in fields.words(sentence, clause.predicate):
        if token.pos_ == "NOUN" and reading.label_at(token.i) is None and _is_envoy(token.text):
            begin = token.i
            while begin > 0 and reading.doc[begin - 1].pos_ in ("ADJ", "DET", "NUM"):
                begin -= 1
            if begin == 0 or reading.doc[begin - 1].pos_ not in ("ADP", "NOUN"):
                named = [a for t in adjectives_before(reading, token.i) for a in reading.arguments_at(t)]
                for group in groups:
                    if group[0].begin == token.i + 1 and (group[0].attached or group[0].preposition == "aus"):
                        named += [a for chunk in group for a in reading.arguments_at(chunk.token)]
                return tuple(named)
    return ()


def _is_envoy(noun: str) -> bool:
    return any(base in frame_words().envoys for base in noun_bases(noun))


def coordinated(
    reading: Reading,
    fields: Fields,
    sentence: int,
    found: tuple[Argument, ...],
    types: frozenset[EntityType],
    literal: bool,
) -> tuple[Argument, ...]:
    """What the parse found in a slot, with all that position shows to be coordinated with it."""
    if not found:
        return ()
    for group in fields.groups(sentence, found[0].token):
        if len(group) > 1 and group[0].token <= found[0].token < group[0].end:
            whole = _arguments(reading, group, types, literal)
            if {argument.entity for argument in found} < {argument.entity for argument in whole}:
                return tuple(argument for argument in whole if argument.type in types)
    return found


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
        return _controllers(reading, fields, clause, sentence)
    case = _CASE_OF_SLOT.get(slot)
    if slot == "acc" and _object_named(reading, fields, clause, sentence, groups):
        return ()
    if case is not None:
        return [g for g in groups if g[0].preposition is None and not g[0].attached and _may_be(g[0], case)]
    preposition, _, wanted = slot.partition("+")
    return [g for g in groups if g[0].preposition == preposition and (not wanted or _may_be(g[0], wanted))]


def _object_named(reading: Reading, fields: Fields, clause: Clause, sentence: int, groups: tuple[Group, ...]) -> bool:
    """Whether a common noun in the accusative is the object, and the names are not: ``Peru begrüßt den Vorschlag``."""
    covered = {i for group in groups for chunk in group for i in range(chunk.begin, chunk.end)}
    for token in fields.words(sentence, clause.predicate):
        if token.pos_ == "DET" and token.lower_ in frame_words().accusatives and token.i not in covered:
            before = reading.doc[token.i - 1] if token.i else None
            if before is None or before.pos_ != "ADP":
                return True
    return False


def _controllers(reading: Reading, fields: Fields, clause: Clause, sentence: int) -> list[Group]:
    """Who the infinitive's subject may be: the subject of its own field, or of the field that governs it.

    Where a verb of asking or ordering governs (``forderte Peru auf, …``), it is the one asked.
    """
    words = fields.words(sentence, clause.predicate)
    above = fields.governing(sentence, clause.predicate)
    finite = any(token.morph.get("VerbForm", []) == ["Fin"] for token in words)
    if not finite and above is None:
        return []
    at = clause.predicate if finite or above is None else above
    asked = any(form in frame_words().asking for token in fields.words(sentence, at) for form in [token.lemma_.lower()])
    free = [g for g in fields.groups(sentence, at) if g[0].preposition is None and not g[0].attached]
    if asked:
        return free[1:2]
    return [g for g in free if _may_be(g[0], "nom")]


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
        copula = any(token.lower_ in frame_words().copulas for token in fields.words(sentence, noun))
        return [g for g in groups if copula and g[0].preposition is None and not g[0].attached and _may_be(g[0], "nom")]
    if slot == "apposition":
        return _apposed(reading, fields, sentence, noun if mention is None else end - 1, end)
    if slot == "bracket":
        bracket = end < len(reading.doc) and reading.doc[end].text == "("
        return [(c,) for c in fields.chunks(sentence) if bracket and c.token == end + 1]
    if slot in ("owner", "possessive", "adjective", "self", "compound"):
        return ()
    if mention is not None:
        end = fields.past_date(sentence, end)
    reach = 1 if mention is not None else _REACH
    right = [g for g in groups if g[0].preposition == slot.partition("+")[0] and not g[0].attached]
    behind = [g for g in right if 0 <= g[0].begin - end < reach]
    if behind or mention is not None or slot not in frame_words().before_noun:
        return behind
    return [g for g in right if g[-1].end <= noun]


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
