"""Evocation: which clauses there are, and which units of frames their predicates may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.claims.closed_classes import closed_classes
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.lexicon import Entry, Lexicon
from kgbuild.extract.frames.schema import SLOTS, Unit
from kgbuild.extract.frames.slots import PASSIVES, nominal, verbal
from kgbuild.extract.frames.words import adjective_bases, noun_bases, separated_prefix
from kgbuild.language.clause import Clause, ClauseKind, Phrase, Relation, Voice
from kgbuild.model import Label

_NAMES = frozenset({Label.PER, Label.STATE, Label.LOC, Label.ORG, Label.AGREEMENT, Label.EVENT})


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
    """Whether a form like ``vereinbarten`` is a preterite: no noun phrase is open before it."""
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


def phrases(reading: Reading, clause: Clause, slot: str, transitive: bool) -> tuple[Phrase, ...]:
    """The phrases in a slot of a clause of any kind, by the parse."""
    if clause.kind is ClauseKind.NOMINAL:
        return nominal(reading, clause, slot)
    return verbal(reading, clause, slot, transitive)


def _standing(reading: Reading, fields: Fields, clause: Clause, slot: str, transitive: bool) -> frozenset[str]:
    """Possible citation forms of the words in a slot: those that the parse puts there, and by position."""
    if slot == "adverb":
        return frozenset(reading.doc[token].lower_ for token in clause.adverbs)
    if slot == "adjective":
        return frozenset(base for token in clause.adjectives for base in adjective_bases(reading.doc[token].text))
    heads = [reading.doc[p.head].text for p in phrases(reading, clause, slot, transitive)]
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


def is_transitive(unit: Unit) -> bool:
    """Whether the unit has an accusative, which a passive turns into the subject."""
    return any("acc" in slots for slots in unit.roles.values()) or "acc" in unit.needs


def licensed(reading: Reading, fields: Fields, clause: Clause, unit: Unit) -> bool:
    """Whether the words that the unit needs stand in their slots, and none that it excludes."""
    transitive = is_transitive(unit)
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
