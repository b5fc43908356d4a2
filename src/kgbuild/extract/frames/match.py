"""Reading claims by frames: a clause evokes a unit, the unit's slots give the roles, the frame makes the claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from spacy.tokens import Token

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.closed_classes import closed_classes
from kgbuild.extract.claims.constraints import constraints
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.parties import has_office, is_party, speaks_for_party
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.status import Circumstances, combine
from kgbuild.extract.frames.function_words import frame_words
from kgbuild.extract.frames.lexicon import Entry, Lexicon, lexicon
from kgbuild.extract.frames.positions import coordinated, positioned
from kgbuild.extract.frames.schema import DATE, SLOTS, Frame, Projection, Unit
from kgbuild.extract.frames.slots import PASSIVES, fillers, nominal, verbal
from kgbuild.extract.frames.words import adjective_bases, noun_bases, separated_prefix
from kgbuild.language.clause import Clause, ClauseKind, Phrase, Relation, Voice
from kgbuild.model import DateValue, EntityType, Label

READER = "frames"

_QUALIFIER_TYPES = (
    ("agreement", EntityType.AGREEMENT),
    ("place", EntityType.PLACE),
    ("place", EntityType.STATE),
    ("counterpart", EntityType.PERSON),
    ("counterpart", EntityType.STATE),
    ("counterpart", EntityType.ORGANIZATION),
)
"""What a role admits that only qualifies a claim."""

_NAMES = frozenset({Label.PER, Label.STATE, Label.LOC, Label.ORG, Label.AGREEMENT, Label.EVENT})

Roles = dict[str, tuple[Argument, ...]]


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


def reread(reading: Reading, fields: Fields, clause: Clause) -> Clause:
    """The clause, its kind and voice set right where the verb's form and place show that the parse was wrong."""
    sentence = reading.discourse.sentence_of(clause.predicate)
    if sentence is None or clause.kind in (ClauseKind.NOMINAL, ClauseKind.INFINITIVE):
        return clause
    words = fields.words(sentence, clause.predicate)
    if clause.kind is ClauseKind.PARTICIPLE and _preterite(reading, words, clause.predicate):
        return replace(clause, kind=ClauseKind.FINITE, voice=Voice.ACTIVE, modifies=None)
    alone = not any(token.pos_ in ("VERB", "AUX") for token in words if token.i != clause.predicate)
    if clause.kind is ClauseKind.FINITE and alone:
        if clause.voice in PASSIVES:  # no auxiliary, no passive
            return replace(clause, voice=Voice.ACTIVE)
        if _postposed(words, clause.predicate):
            return replace(clause, voice=Voice.PASSIVE)
    return clause


def _preterite(reading: Reading, words: Sequence[Token], predicate: int) -> bool:
    """Whether a form like ``vereinbarten`` is a preterite: no noun phrase is there that the participle could stand in."""
    token = reading.doc[predicate]
    if not token.lower_.endswith(("te", "ten")) or predicate == 0:
        return False
    before = reading.doc[predicate - 1]
    if before.pos_ in ("DET", "ADP", "ADJ", "NUM", "PRON", "PART"):
        return False
    return before.pos_ == "CCONJ" or not any(t.pos_ in ("VERB", "AUX") for t in words if t.i != predicate)


def _postposed(words: Sequence[Token], predicate: int) -> bool:
    """Whether a participle opens a phrase behind its noun: ``…, unterstützt von Peru``."""
    first = words[0].i
    if first != predicate or first == 0 or words[0].doc[first - 1].text != ",":
        return False
    return any(token.lower_ in ("von", "vom", "durch") for token in words)


def bare_nouns(reading: Reading, words: Lexicon) -> Iterator[Clause]:
    """A nominal clause for each name or evoking noun that the parse made none of: position finds what belongs to it."""
    carried = {clause.predicate for clause in reading.clauses if clause.kind is ClauseKind.NOMINAL}
    index = len(reading.clauses)
    for token in reading.doc:
        mention = reading.references.mention_at(token.i)
        if mention is None:
            wanted = token.pos_ == "NOUN" and token.i not in carried and bool(words.noun(token.text))
        else:
            begin, end = reading.discourse.bounds[mention]
            named = reading.mentions[mention].label in _NAMES
            wanted = token.i == end - 1 and named and not carried & set(range(begin, end))
        if wanted:
            home = reading.home(token.i)
            yield Clause(
                index=index,
                kind=ClauseKind.NOMINAL,
                predicate=token.i,
                lemma=token.text,
                governor=None if home is None else home.index,
                relation=Relation.ATTRIBUTE,
            )
            index += 1


def evoked(reading: Reading, fields: Fields, clause: Clause, sentence: int, words: Lexicon) -> list[Entry]:
    """The entries that the clause's predicate may mean."""
    surface = reading.doc[clause.predicate].text
    if clause.kind is ClauseKind.NOMINAL:
        found = words.noun(surface)
        if reading.references.mention_at(clause.predicate) is not None:
            for argument in reading.arguments_at(clause.predicate):
                found += words.mentions.get(argument.type, ())
        return found
    if clause.copula and reading.doc[clause.predicate].pos_ != "VERB":
        return words.adjective(surface) + words.noun(surface)
    if clause.kind is ClauseKind.PARTICIPLE:
        return words.verb(surface, None, clause.reflexive)
    around = fields.words(sentence, clause.predicate)
    reflexive = clause.reflexive or any(token.lower_ == "sich" for token in around)
    verbs = words.verb(surface, separated_prefix(around, clause.predicate), reflexive)
    return verbs + words.adjective(surface) + words.any_verb


def _phrases(reading: Reading, clause: Clause, slot: str, transitive: bool) -> tuple[Phrase, ...]:
    if clause.kind is ClauseKind.NOMINAL:
        return nominal(reading, clause, slot)
    return verbal(reading, clause, slot, transitive)


def _standing(reading: Reading, fields: Fields, clause: Clause, slot: str, transitive: bool) -> frozenset[str]:
    """Possible citation forms of the words in a slot: those that the parse puts there, and by position."""
    if slot == "adverb":
        return frozenset(reading.doc[token].lower_ for token in clause.adverbs)
    if slot == "adjective":
        return frozenset(base for token in clause.adjectives for base in adjective_bases(reading.doc[token].text))
    heads = [reading.doc[p.head].text for p in _phrases(reading, clause, slot, transitive)]
    if clause.kind is not ClauseKind.NOMINAL:
        heads += _nouns(reading, fields, clause, slot.partition("+")[0])
    return frozenset(base for head in heads for base in noun_bases(head))


def _nouns(reading: Reading, fields: Fields, clause: Clause, slot: str) -> list[str]:
    """The nouns in the clause's field that stand with a preposition, or with none if the slot is a case."""
    sentence = reading.discourse.sentence_of(clause.predicate)
    if sentence is None:
        return []
    found, preposition = [], None
    for token in fields.words(sentence, clause.predicate):
        if token.pos_ == "ADP":
            preposition = closed_classes().contracted.get(token.lower_, (token.lower_, ""))[0]
        elif token.pos_ == "NOUN":
            if preposition == (None if slot in SLOTS else slot):
                found.append(token.text)
            preposition = None
        elif token.pos_ not in ("DET", "ADJ", "NUM", "PRON", "PROPN"):
            preposition = None
    return found


def _transitive(unit: Unit) -> bool:
    return any("acc" in slots for slots in unit.roles.values()) or "acc" in unit.needs


def licensed(reading: Reading, fields: Fields, clause: Clause, unit: Unit) -> bool:
    """Whether the words that the unit needs stand in their slots, and none that it excludes."""
    transitive = _transitive(unit)
    if unit.dated:
        sentence = reading.discourse.sentence_of(clause.predicate)
        return sentence is not None and fields.date_of_noun(sentence, reading.end_of(clause.predicate)) is not None
    return all(
        _holds(_standing(reading, fields, clause, slot, transitive), lemmas) for slot, lemmas in unit.needs.items()
    ) and not any(
        _holds(_standing(reading, fields, clause, slot, transitive), lemmas) for slot, lemmas in unit.excludes.items()
    )


def _holds(standing: frozenset[str], lemmas: tuple[str, ...]) -> bool:
    """Whether one of the words is wanted, itself or as a compound that ends in one (``-panzer``)."""
    endings = tuple(lemma[1:] for lemma in lemmas if lemma.startswith("-"))
    return bool(standing & set(lemmas)) or any(word.lower().endswith(endings) for word in standing if endings)


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
    unit, transitive = entry.unit, _transitive(entry.unit)
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
        for phrase in _phrases(reading, clause, slot, _transitive(unit)):
            if reading.label_at(phrase.head) in (None, Label.AGREEMENT, Label.EVENT):
                return reading.doc[phrase.head].lemma_
    return None
