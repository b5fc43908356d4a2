"""Which mentions of persons mean the same person.

A full name opens a person; a shorter name joins the person whose full name holds it. Two people with one surname stay
two: a short name that fits several goes by form of address, office and gender, and else to the one named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from rigour.text.distance import levenshtein

from kgbuild.extract.coreference.folding import fold, near, sound

_ARTICLES = frozenset({"al", "el", "as", "asch", "ad", "ar", "an", "at", "az"})  # of Arabic names: al-Sisi, as-Sisi
_TITLES = frozenset({"dr", "prof", "professor", "sir", "lord", "lady", "graf", "grafin", "hc", "mr", "mrs"})


class Fit(IntEnum):
    """How well a short name fits a full one, the better the higher."""

    NONE = 0
    INSIDE = 1
    GIVEN = 2
    SURNAME = 3
    EQUAL = 4


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention of a person with what stands around it."""

    index: int
    name: str
    position: int
    """Offset in the text."""
    offices: frozenset[str] = frozenset()
    """Offices next to the name, masculine, folded: ``prasident``."""
    gender: str | None = None
    """``m`` or ``f`` if office, form of address or given name tells."""


@dataclass(slots=True)
class _Person:
    words: tuple[str, ...]
    mentions: list[PersonMention] = field(default_factory=list)

    def gender(self) -> str | None:
        known = {mention.gender for mention in self.mentions} - {None}
        return known.pop() if len(known) == 1 else None

    def offices(self) -> frozenset[str]:
        return frozenset(office for mention in self.mentions for office in mention.offices)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without titles and Arabic articles; all words if nothing else is left."""
    words = tuple(fold(name).split())
    return tuple(word for word in words if word not in _TITLES and word not in _ARTICLES) or words


def fit(short: Sequence[str], full: Sequence[str]) -> Fit:
    """How the words of a shorter or equally long name fit those of a full one."""
    if len(short) == len(full):
        return Fit.EQUAL if _equal(short, full) else Fit.NONE
    if not short or len(short) > len(full):
        return Fit.NONE
    if all(_same(a, b) for a, b in zip(short, full[-len(short) :], strict=True)):
        return Fit.SURNAME
    if all(_same(a, b) for a, b in zip(short, full, strict=False)):
        return Fit.GIVEN
    if _same(short[-1], full[-1]) or len(short) == 1:
        return Fit.INSIDE if _in_order(short, full) else Fit.NONE
    return Fit.NONE


def group(mentions: Sequence[PersonMention]) -> list[list[int]]:
    """Cluster mentions of persons.

    Args:
        mentions: in text order.

    Returns:
        Lists of their ``index``, each in text order.
    """
    persons: list[_Person] = []
    longest_first = sorted(mentions, key=lambda mention: (-len(words_of(mention.name)), mention.position))
    for mention in longest_first:
        words = words_of(mention.name)
        person = _choose(mention, words, persons)
        if person is None:
            person = _Person(words)
            persons.append(person)
        person.mentions.append(mention)
    return [[m.index for m in sorted(person.mentions, key=lambda m: m.position)] for person in persons]


def _choose(mention: PersonMention, words: tuple[str, ...], persons: Sequence[_Person]) -> _Person | None:
    fits = [(fit(words, person.words), person) for person in persons]
    fitting = [(how, person) for how, person in fits if how and not _contradicts(mention, person)]
    if not fitting:
        return None
    best = max(how for how, _ in fitting)
    candidates = [person for how, person in fitting if how == best]
    if len(candidates) > 1 and mention.offices:
        candidates = [person for person in candidates if _share_office(mention, person)] or candidates
    return min(candidates, key=lambda person: _distance(mention, person))


def _share_office(mention: PersonMention, person: _Person) -> bool:
    """The same office, or one the general form of the other: ``Minister Cohen`` and ``Energieminister Eli Cohen``."""
    return any(a.endswith(b) or b.endswith(a) for a in mention.offices for b in person.offices())


def _distance(mention: PersonMention, person: _Person) -> tuple[int, int]:
    before = [mention.position - m.position for m in person.mentions if m.position <= mention.position]
    if before:
        return (0, min(before))
    return (1, min(m.position for m in person.mentions) - mention.position)


def _contradicts(mention: PersonMention, person: _Person) -> bool:
    gender = person.gender()
    return mention.gender is not None and gender is not None and mention.gender != gender


def _same(a: str, b: str) -> bool:
    """Equal words; a genitive s that stayed; an initial and its name."""
    if a == b or sound(a) == sound(b) or a + "s" == b or b + "s" == a:
        return True
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _equal(a: Sequence[str], b: Sequence[str]) -> bool:
    """One name: all words the same, or in a name of several words some that are spelt nearly the same."""
    differing = [(x, y) for x, y in zip(a, b, strict=True) if not _same(x, y)]
    if len(differing) == 1 and len(a) >= 3 and levenshtein(*differing[0]) <= 1:
        return True
    return len(a) > 1 and all(near(x, y) for x, y in differing) if differing else True


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)
