"""Words of organisations and agreements as concepts that languages share; German compounds are split.

``Weltgesundheitsorganisation`` and ``World Health Organization`` are both {world, health, organization}.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.resolve.names.fold import fold, fold_german
from kgbuild.resolve.names.tables import lines

_LINKS = ("", "s", "es", "n", "en", "er", "e")
_ENDINGS = ("en", "er", "es", "em", "e", "s", "n")


@dataclass(frozen=True)
class Lexicon:
    """Words of one field with the concepts that they name."""

    words: dict[str, str]
    """Folded word or German stem → concept."""
    english: dict[str, str]
    """Concept → its usual English word."""
    french: dict[str, str]
    letters: dict[str, frozenset[str]]
    """Concept → the first letters of its English words."""
    stems: frozenset[str]
    """German stems, which may stand in compounds."""

    def concepts(self, token: str) -> tuple[str, ...]:
        """The concepts of a folded token; the token itself, without ending, if it has none."""
        return _concepts(self, token)

    def known(self, token: str) -> str | None:
        """The concept of a token as a whole, inflected or not."""
        if token in self.words:
            return self.words[token]
        for ending in _ENDINGS:
            if (
                token.endswith(ending)
                and len(token) - len(ending) > 2
                and (found := self.words.get(token[: -len(ending)]))
            ):
                return found
        return None

    def split(self, token: str) -> tuple[str, ...] | None:
        """The concepts of a German compound, if it consists of known stems."""
        if known := self.known(token):
            return (known,)
        for end in range(len(token) - 3, 2, -1):
            if token[:end] not in self.stems:
                continue
            for link in _LINKS:
                if token.startswith(link, end) and (rest := self.split(token[end + len(link) :])):
                    return (self.words[token[:end]], *rest)
        return None

    def segments(self, token: str) -> tuple[str, ...]:
        """A compound cut into the smallest known stems, as written; at least at a known last stem, if that fails."""
        if found := self._segments(token):
            return found
        for begin in range(4, len(token) - 3):
            if token[begin:] in self.stems:
                return (token[:begin], token[begin:])
        return (token,)

    def _segments(self, token: str) -> tuple[str, ...] | None:
        for end in range(3, len(token)):
            if token[:end] not in self.stems:
                continue
            for link in _LINKS:
                if token.startswith(link, end) and (rest := self._segments(token[end + len(link) :])):
                    return (token[:end], *rest)
        return (token,) if token in self.stems or self.known(token) else None

    def initials(self, concept: str) -> frozenset[str]:
        """The first letters of the English words of a concept."""
        return self.letters.get(concept, frozenset())

    def head(self, token: str) -> tuple[str, str] | None:
        """The unknown first part of a compound and the concept of its known last stem: ``ohridsee``."""
        for begin in range(4, len(token) - 2):
            if token[begin:] in self.stems:
                return token[:begin], self.words[token[begin:]]
        return None

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=32_768)
def _concepts(lexicon: Lexicon, token: str) -> tuple[str, ...]:
    if whole := lexicon.split(token):
        return whole
    for end in range(len(token) - 4, 3, -1):  # a known first part before a name: Staatsduma
        if token[:end] in lexicon.stems and token[end - 1] == "s":
            return (lexicon.words[token[:end]], stem(token[end:]))
    return (stem(token),)


def stem(token: str) -> str:
    """A folded word without German inflectional endings, as long as four letters remain: ``daytoner`` → ``dayto``."""
    while True:
        shorter = next((token[: -len(e)] for e in _ENDINGS if token.endswith(e) and len(token) - len(e) >= 4), token)
        if shorter == token:
            return token
        token = shorter


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon in a file under ``data/names``: concept, German, English and French words."""
    words: dict[str, str] = {}
    english: dict[str, str] = {}
    french: dict[str, str] = {}
    letters: dict[str, frozenset[str]] = {}
    stems: set[str] = set()
    for concept, german, *foreign in lines(name):
        for word in filter(None, german.split(";")):
            for form in (fold(word), fold_german(word)):
                words.setdefault(form, concept)
                if len(form) > 2:
                    stems.add(form)
        for language, cell in zip((english, french), foreign, strict=False):
            listed = [fold(word) for word in cell.split(";") if word]
            if not listed:
                continue
            language[concept] = listed[0]
            if language is english:
                letters[concept] = frozenset(word[:1] for word in listed)
            for form in listed:
                words.setdefault(form, concept)
    return Lexicon(words, english, french, letters, frozenset(stems))
