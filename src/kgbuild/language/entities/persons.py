"""Surnames: who has been named in full is meant by the last part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.surfaces import Words
from kgbuild.model import Label

_ARABIC_ARTICLE = re.compile(r"^(?:a[ltdrsnz]|e[ls]|asch|usch)-(?=[A-ZÄÖÜ])", re.IGNORECASE)
_ALIKE = 0.85
"""Least similarity (Ratcliff/Obershelp) of two transcriptions of one name."""
_FUZZY_LENGTH = 6
"""Shorter words are too easily alike."""


def surname(word: str) -> str:
    """The word without an Arabic article: ``al-Sisi``, ``as-Sisi`` → Sisi."""
    return _ARABIC_ARTICLE.sub("", word)


class Surnames:
    """The surnames of the persons that an article names in full."""

    def __init__(self, doc: Doc, words: Words, candidates: Iterable[Candidate]) -> None:
        """Collect them from the candidates that are persons of several words."""
        found: set[str] = set()
        first: set[str] = set()
        for c in candidates:
            if c.label == Label.PER and c.length > 1:
                last = words.bare(doc[c.end - 1].text)
                found.update((last, surname(last)))
                first.add(doc[c.begin].text)
        self._names = sorted(name for name in found if len(name) > 2)
        self._known = frozenset(self._names)
        self._first = frozenset(first)
        self._alike: dict[str, bool] = {}
        self._by_initial: dict[str, list[str]] = {}
        for name in self._names:
            self._by_initial.setdefault(name[0], []).append(name)

    def __iter__(self) -> Iterator[str]:
        """The surnames in alphabetical order."""
        return iter(self._names)

    def __contains__(self, word: str) -> bool:
        """Whether a word without genitive ending is one of them."""
        return word in self._known or surname(word) in self._known

    def begins(self, word: str) -> bool:
        """Whether a full name begins with the word: a given name, or in East Asia the surname (``Yoon`` Suk Yeol)."""
        return word in self._first

    def transcribed(self, word: str) -> bool:
        """Whether a word is another transcription of one of them: ``Araghchi`` for Araghtschi."""
        if len(word) < _FUZZY_LENGTH:
            return False
        if word not in self._alike:
            alike = (SequenceMatcher(None, word, name, autojunk=False) for name in self._by_initial.get(word[0], ()))
            self._alike[word] = any(m.real_quick_ratio() >= _ALIKE and m.ratio() >= _ALIKE for m in alike)
        return self._alike[word]


def with_particles(doc: Doc, words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, surnames with the particles that belong to them: ``von der`` Leyen."""
    particles: dict[str, tuple[str, ...]] = {}
    for c in candidates:
        name = [token.text for token in doc[c.begin : c.end]]
        lower = tuple(word for word in name[1:-1] if word.islower())
        if c.label == Label.PER and lower and name[0][0].isupper() and tuple(name[-1 - len(lower) : -1]) == lower:
            particles[words.bare(name[-1])] = lower
    return [_extended(doc, c, particles.get(words.bare(doc[c.begin].text), ())) for c in candidates]


def _extended(doc: Doc, c: Candidate, particles: tuple[str, ...]) -> Candidate:
    begin = c.begin - len(particles)
    if c.label != Label.PER or c.length > 1 or begin < 0:
        return c
    before = tuple(token.lower_ for token in doc[begin : c.begin])
    return c._replace(begin=begin) if before == particles else c
