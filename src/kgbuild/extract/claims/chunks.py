"""Chunks: the names, pronouns and descriptions of a sentence with their prepositions, by position alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.extract.claims.closed_classes import closed_classes
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Label

_ENDING_CASES = (("em", "dat"), ("es", "nom acc gen"), ("en", "acc dat gen"), ("er", "nom dat gen"), ("e", "nom acc"))
"""Ending of ``sein-``, ``ihr-``, ``dies-``, ``kein-`` → the cases that it can show."""

_GENITIVES = ("s", "es", "’", "'", "’s")
"""Endings that a name takes in the genitive."""

_INSIDE = frozenset({"ADJ", "NUM", "DET", "NOUN", "PROPN", "ADV"})
"""Parts of speech inside a noun phrase."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name, pronoun or description with what precedes it in its phrase."""

    token: int
    """A token of it that refers to its entity."""
    begin: int
    """First token of the phrase, the preposition included."""
    end: int
    """One past the last token of the name."""
    preposition: str | None
    cases: frozenset[str]
    """Cases that its determiner admits; empty if nothing shows it."""
    attached: bool
    """Whether it is a genitive or the like of a noun next to it, no constituent of its own."""
    conjunct: bool = False
    """Whether it goes on with the chunk before it: ``Peru`` in ``Chile und Peru``."""


def _shown(token: Token) -> frozenset[str]:
    lower = token.lower_
    if lower in closed_classes().cases:
        return closed_classes().cases[lower]
    if token.pos_ == "DET":
        for ending, cases in _ENDING_CASES:
            if lower.endswith(ending):
                return frozenset(cases.split())
    return frozenset()


def find_chunks(reading: Reading, begin: int, end: int, relatives: frozenset[int]) -> list[Chunk]:
    """The referring phrases of a sentence, in text order.

    Args:
        reading: the article.
        begin: first token of the sentence.
        end: one past its last token.
        relatives: its relative pronouns, which open a clause and belong to no phrase behind them.
    """
    found: list[Chunk] = []
    i = begin
    while i < end:
        if reading.references.entity_at(i) is None or reading.label_at(i) is Label.NORP:
            i += 1
            continue
        stop = _stop(reading, i, end)
        chunk = _chunk(reading, begin, i, stop, found[-1] if found else None, relatives)
        if found and _same_phrase(reading, found[-1], chunk):
            # an office and its holder: one phrase, which began with the office
            chunk = replace(found.pop(), token=chunk.token, end=chunk.end)
        elif found and (whose := _possessed_by(reading, found[-1], chunk)) is not None:
            # what stands before the possessor holds for the whole phrase: ``und Palaus Minister Isak``
            chunk = replace(
                chunk,
                begin=whose.begin,
                preposition=whose.preposition,
                cases=whose.cases if whose.preposition else chunk.cases,
                conjunct=whose.conjunct,
            )
            found[-1] = replace(whose, preposition=None, attached=True, conjunct=False)
        found.append(chunk)
        i = stop
    return [_possessor(reading, chunk, end) for chunk in found]


def _possessed_by(reading: Reading, before: Chunk, chunk: Chunk) -> Chunk | None:
    """The chunk before, if it says whose the next one is: ``Palaus`` before ``Minister Isak``."""
    if before.end != chunk.begin or chunk.preposition is not None or reading.doc[chunk.begin].pos_ == "DET":
        return None
    if _genitive_name(reading, before.token) or is_possessive(reading, before.token, before.end):
        return before
    return None


def _same_phrase(reading: Reading, before: Chunk, chunk: Chunk) -> bool:
    """Whether two neighbours name one entity: ``Präsident`` and ``Tokajew``."""
    if before.end != chunk.token or reading.label_at(chunk.token) is None:
        return False
    return reading.references.entity_at(before.token) is not None and _entity(reading, before) == _entity(
        reading, chunk
    )


def _entity(reading: Reading, chunk: Chunk) -> int | None:
    reference = reading.references.entity_at(chunk.token)
    return None if reference is None else reference.entity


def _possessor(reading: Reading, chunk: Chunk, end: int) -> Chunk:
    """Mark a genitive before its noun as attached: ``Ungarns`` in ``Ungarns Außenminister``."""
    if chunk.end >= end or chunk.preposition == "zu":
        return chunk
    following = reading.doc[chunk.end]
    if _genitive_name(reading, chunk.token) and not chunk.cases and following.pos_ in ("NOUN", "ADJ"):
        return replace(chunk, attached=True, preposition=None)
    return chunk


def _stop(reading: Reading, token: int, end: int) -> int:
    """One past the mention or link that ``token`` starts."""
    mention = reading.references.mention_at(token)
    if mention is not None:
        return max(reading.discourse.bounds[mention][1], token + 1)
    entity = reading.references.entity_at(token)
    stop = token + 1
    while (
        stop < end
        and reading.references.mention_at(stop) is None
        and reading.references.entity_at(stop) == entity
        and entity is not None
    ):
        stop += 1
    return stop


def _chunk(
    reading: Reading, begin: int, token: int, stop: int, before: Chunk | None, relatives: frozenset[int]
) -> Chunk:
    doc = reading.doc
    first = token
    cases = _shown(doc[token]) if doc[token].pos_ in ("PRON", "DET") else frozenset[str]()
    opened = doc[token].pos_ in ("PRON", "DET")  # a pronoun or article begins its phrase
    while not opened and first > begin and first - 1 not in relatives and _extends(reading, first - 1, before):
        first -= 1
        if not cases:
            cases = _shown(doc[first])
        if doc[first].pos_ == "DET" or doc[first].lower_ in closed_classes().cases:
            break
    preposition = None
    if first > begin:
        word = doc[first - 1].lower_
        if word in closed_classes().contracted:
            preposition, case = closed_classes().contracted[word]
            cases = frozenset({case})
        elif doc[first - 1].pos_ == "ADP":
            preposition = word
        if preposition is not None:
            first -= 1
    if (
        preposition is None
        and before is not None
        and first not in relatives
        and _coordinated(reading, before, token, first)
    ):
        return Chunk(
            token, first, stop, before.preposition, cases & before.cases or before.cases, before.attached, True
        )
    if is_possessive(reading, token, stop):
        joined = before is not None and preposition is None and _coordinated(reading, before, token, first)
        return Chunk(token, first, stop, preposition, cases, True, joined)
    if preposition is None and _genitive_name(reading, token) and token > begin and doc[token - 1].pos_ == "NOUN":
        return Chunk(token, token, stop, None, frozenset({"gen"}), True)
    previous = doc[first - 1] if first > begin else None
    attached = (
        preposition is None
        and previous is not None
        and previous.pos_ in ("NOUN", "PROPN")
        and reading.label_at(previous.i) not in (Label.STATE, Label.PER)
        and ("gen" in cases or (not cases and doc[stop - 1].text.endswith("s")))
    )
    return Chunk(token, first, stop, preposition, cases, attached)


def _genitive_name(reading: Reading, token: int) -> bool:
    """Whether the mention at the token is a name with a genitive ending."""
    mention = reading.references.mention_at(token)
    if mention is None:
        return False
    value = reading.mentions[mention]
    return value.label is not Label.ROLE and value.text in {value.name + ending for ending in _GENITIVES}


def is_possessive(reading: Reading, token: int, stop: int) -> bool:
    """Whether a pronoun only says whose the next noun is: ``ihre Vorsitzende``, ``dessen Partei``."""
    doc = reading.doc
    if reading.references.mention_at(token) is not None or stop >= len(doc):
        return False
    return doc[token].lower_.startswith(closed_classes().possessives) and doc[stop].pos_ in (
        "NOUN",
        "ADJ",
        "PROPN",
        "NUM",
    )


def _extends(reading: Reading, token: int, before: Chunk | None) -> bool:
    """Whether the word belongs to the noun phrase that follows it."""
    if before is not None and token < before.end:
        # an office before its holder, a demonym before its noun
        return reading.label_at(token) in (Label.ROLE, Label.NORP)
    word = reading.doc[token]
    return word.pos_ in _INSIDE and not word.is_punct and reading.label_at(token) is not Label.DATE


_COLLECTIVES = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PLACE})


def _coordinated(reading: Reading, before: Chunk, token: int, first: int) -> bool:
    """Whether only ``,``, ``und`` and the like stand between two chunks of one kind."""
    between = reading.doc[before.end : first]
    if not (0 < len(between) < 3 and all(word.lower_ in closed_classes().joins for word in between)):
        return False
    types = [_type(reading, before.token), _type(reading, token)]
    return types[0] == types[1] or all(type_ in _COLLECTIVES for type_ in types)


def _type(reading: Reading, token: int) -> EntityType | None:
    reference = reading.references.entity_at(token)
    return None if reference is None else reading.references.entities[reference.entity].type
