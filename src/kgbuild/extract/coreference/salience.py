"""How much the entities of an article are in the reader's mind at a word.

The factors and their order are those of Lappin and Leass (1994): recency, subject before object before attribute, and
how often a thing is spoken of. The weights were chosen on the chains of the training articles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Doc, Token

from kgbuild.extract.coreference.clusters import Cluster
from kgbuild.extract.coreference.grammar import ATTRIBUTE, SUBJECT
from kgbuild.model import EntityType

REACH = 3
"""How many sentences back an antecedent may lie."""
_RECENCY = (1.0, 0.9, 0.5, 0.3)
"""By how many sentences an occurrence lies back."""
_PER_TOKEN = 0.01
_FARTHEST = 60
_OF_SUBJECT = 0.2
_OF_ATTRIBUTE = -0.3
_OF_DEMONYM = -0.4
_OF_OTHER_OBJECT = -0.2
_OF_TYPE = {EntityType.PERSON: 0.6, EntityType.PLACE: -0.5, EntityType.EVENT: -0.5}
"""How much likelier than others a pronoun means an entity of this type."""
_PER_OCCURRENCE = 0.05
_DISTANCE = (0.9, 0.8, 0.5, 0.4, 0.3)
"""Of descriptions, by how many sentences the last occurrence lies back; they reach back through the whole article."""
_TOPIC = 6
"""As many occurrences make a thing the topic of an article; more add nothing."""
_PER_OCCURRENCE_OF_TOPIC = 0.1
_OF_LOCAL_SUBJECT = 0.5
_OF_LOCAL_ARGUMENT = 0.1
_OF_UNKNOWN_GENDER = -0.15


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a thing was spoken of."""

    token: int
    sentence: int
    weight: float


@dataclass(slots=True)
class Candidate:
    """Something that a pronoun may mean."""

    cluster: Cluster | None
    """None for a noun that names no entity: it competes all the same."""
    forms: frozenset[str]
    """The forms of the pronouns that agree with it: of ``m``, ``f``, ``n``, ``pl``."""
    occurrences: list[Occurrence] = field(default_factory=list)

    def recent(self, sentence: int) -> list[Occurrence]:
        """The occurrences within reach of a sentence, the last first."""
        return list(takewhile(lambda o: sentence - o.sentence <= REACH, reversed(self.occurrences)))


def occurrence(token: Token, sentence: int, *, demonym: bool = False, other: bool = False) -> Occurrence:
    """What a token adds to the salience of the thing that it names.

    Args:
        token: head of the mention, or a pronoun or noun.
        sentence: index of its sentence.
        demonym: whether it only hints at the thing (``türkisch`` at the Türkei).
        other: whether it is a noun that names no entity.
    """
    if demonym:
        weight = _OF_DEMONYM
    elif token.dep_ in SUBJECT:
        weight = _OF_SUBJECT
    else:
        weight = (_OF_ATTRIBUTE if token.dep_ in ATTRIBUTE else 0.0) + (_OF_OTHER_OBJECT if other else 0.0)
    return Occurrence(token.i, sentence, weight)


def of_pronoun(
    candidate: Candidate, token: Token, sentence: int, excluded: frozenset[int], possessive: bool
) -> float | None:
    """How salient a candidate is for a pronoun; None if out of reach, or if it is an argument beside the pronoun."""
    best = None
    for found in candidate.recent(sentence):
        if found.token in excluded:
            return None
        score = _RECENCY[sentence - found.sentence] + found.weight
        score -= _PER_TOKEN * min(token.i - found.token, _FARTHEST)
        if possessive:
            score += _locality(token.doc, found.token, token.head.head.i)
        best = score if best is None else max(best, score)
    if best is None:
        return None
    if candidate.cluster is not None:
        best += _OF_TYPE.get(candidate.cluster.type, 0.0)
    if len(candidate.forms) > 1:
        best += _OF_UNKNOWN_GENDER
    return best + min(len(candidate.occurrences), 4) * _PER_OCCURRENCE


def of_description(candidate: Candidate, sentence: int) -> float | None:
    """How salient a candidate is for a description; None if not met yet."""
    if not candidate.occurrences:
        return None
    last = candidate.occurrences[-1]
    distance = min(sentence - last.sentence, len(_DISTANCE) - 1)
    topic = min(len(candidate.occurrences), _TOPIC) * _PER_OCCURRENCE_OF_TOPIC
    return _DISTANCE[distance] + last.weight + topic


def _locality(doc: Doc, token: int, verb: int) -> float:
    """What an argument of the possessive's own clause gains."""
    if doc[token].head.i != verb:
        return 0.0
    return _OF_LOCAL_SUBJECT if doc[token].dep_ in SUBJECT else _OF_LOCAL_ARGUMENT
