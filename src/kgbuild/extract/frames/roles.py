"""Roles: the entities that fill a unit's slots, by the parse and by position."""

from __future__ import annotations

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.constraints import constraints
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.evocation import is_transitive
from kgbuild.extract.frames.function_words import frame_words
from kgbuild.extract.frames.lexicon import Entry
from kgbuild.extract.frames.positions import coordinated, positioned
from kgbuild.extract.frames.schema import Frame, Unit
from kgbuild.extract.frames.slots import fillers
from kgbuild.language.clause import Clause, ClauseKind
from kgbuild.model import EntityType

_QUALIFIER_TYPES = (
    ("agreement", EntityType.AGREEMENT),
    ("place", EntityType.PLACE),
    ("place", EntityType.STATE),
    ("counterpart", EntityType.PERSON),
    ("counterpart", EntityType.STATE),
    ("counterpart", EntityType.ORGANIZATION),
)
"""What a role admits that only qualifies a claim."""

Roles = dict[str, tuple[Argument, ...]]


def _types(frame: Frame, role: str) -> frozenset[EntityType]:
    """What any claim of the frame admits in a role."""
    admitted: set[EntityType] = set()
    for claim in frame.claims:
        constraint = constraints()[claim.predicate]
        if role == claim.subject:
            admitted |= set(claim.subject_types or constraint.subject)
        if role == claim.object:
            admitted |= set(claim.object_types or constraint.object)
    if not admitted:
        admitted = {type_ for claim in frame.claims for name, type_ in _QUALIFIER_TYPES if getattr(claim, name) == role}
    return frozenset(admitted or EntityType)  # a role of no claim only keeps its words from other roles


def _literal(frame: Frame, role: str) -> bool:
    """Whether a place in the role means the place itself: where the predicate names Place before State."""
    objects = [c.object_types or constraints()[c.predicate].object for c in frame.claims if c.object == role]
    return any(types and types[0] is EntityType.PLACE for types in objects)


def fill(reading: Reading, fields: Fields, clause: Clause, entry: Entry, sentence: int) -> Roles:
    """The entities in each role of an evoked unit: by the parse, and by position where that shows nothing."""
    unit, transitive = entry.unit, is_transitive(entry.unit)
    types = {role: _types(entry.frame, role) for role in unit.roles}
    literal = {role: _literal(entry.frame, role) for role in unit.roles}
    roles: Roles = dict.fromkeys(unit.roles, ())
    held: dict[str, str | None] = {}
    for read in _readers(clause):
        for role, slots in unit.roles.items():
            if roles[role]:
                continue
            if read == "parse":
                held[role], found = fillers(reading, clause, slots, types[role], transitive, literal[role])
                roles[role] = coordinated(reading, fields, sentence, found, types[role], literal[role])
                continue
            taken = frozenset(arg.entity for others in roles.values() for arg in others)
            held[role], roles[role] = positioned(
                reading, fields, clause, sentence, slots, types[role], transitive, taken, literal[role]
            )
    kept = _shared(unit, _undoubled(unit, roles, held), held)
    return _reciprocal(reading, fields, clause, sentence, unit, kept)


def _reciprocal(reading: Reading, fields: Fields, clause: Clause, sentence: int, unit: Unit, roles: Roles) -> Roles:
    """Fill the empty object of those who do a thing to each other: ``Peru und Chile beschuldigen einander``."""
    if clause.kind is ClauseKind.NOMINAL or len(roles) != 2:
        return roles
    (one, actors), (other, targets) = roles.items()
    if len(actors) < 2 or targets:
        return roles
    words = {token.lower_ for token in fields.words(sentence, clause.predicate)}
    return {one: actors, other: actors} if words & frame_words().reciprocal else roles


def _undoubled(unit: Unit, roles: Roles, held: dict[str, str | None]) -> Roles:
    """Empty a role that only repeats the one entity of another, found in a slot that both may share."""
    kept: Roles = {}
    for role, found in roles.items():
        repeated = len(found) == 1 and any(
            found == other and held[role] == held[name] and len(unit.roles[role]) > 1 for name, other in kept.items()
        )
        kept[role] = () if repeated else found
    return kept


def _shared(unit: Unit, roles: Roles, held: dict[str, str | None]) -> Roles:
    """Fill a role that nobody holds from one whose slot it may share: ``Bolivien und Chile verhandeln``."""
    filled = dict(roles)
    for role, slots in unit.roles.items():
        for other in unit.roles:
            if role != other and not roles[role] and held.get(other) in slots:
                filled[role] = roles[other]
    return filled


def _readers(clause: Clause) -> tuple[str, str]:
    if clause.kind is ClauseKind.PARTICIPLE:
        return "parse", "position"
    return "position", "parse"
