"""Personal names: taken apart into titles, given names, surname and suffix, and compared part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.resolve.names.fold import fold, fold_german
from kgbuild.resolve.names.tables import words

_SPLIT = re.compile(r"[\s\-‐‑‒–—.,„“”\"()\[\]/·]+")
_CAMEL = re.compile(r"(?<=\bEl|\bAl)(?=[A-Z])")
_SERVANT = re.compile("abd(ou?l|ou|al|ul|el|ur|er|)")
_VOWELS = frozenset("aeiouyäöü")
_ORDINAL = re.compile(r"(?=[ivx])(x{0,2})(ix|iv|v?i{0,3})(er|e)?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in parts. Tokens are lower-case words with their diacritics."""

    tokens: tuple[str, ...]
    """Name words in order, without titles, particles, suffix and ordinal; one letter is an initial."""
    folded: tuple[str, ...]
    """The same, folded."""
    titles: tuple[str, ...] = ()
    """Folded titles and offices before the name."""
    suffix: str = ""
    """``junior``, ``senior`` or an ordinal: ``xiv``."""
    plain: tuple[str, ...] = ()
    """All folded words but the titles: what East Asian names are read from."""

    @property
    def bare(self) -> bool:
        """Whether it is one word only, and no ordinal tells whose."""
        return len(self.tokens) == 1 and not self.suffix


@lru_cache(maxsize=65_536)
def parse(name: str) -> PersonName:
    """Take a name apart; any string is accepted."""
    lists = words("person_words.yaml")
    tokens: list[str] = []
    folded: list[str] = []
    titles: list[str] = []
    everything: list[str] = []
    suffix = ""
    chunks = _CAMEL.sub("-", name).casefold().split()
    for chunk in chunks:
        parts = [part for part in _SPLIT.split(chunk) if part]
        for part in parts:
            plain = fold(part)
            if not plain:
                continue
            if everything or not (plain in lists["titles"] | lists["modifiers"] or _is_title(plain)):
                everything.append(fold_german(part).replace(" ", ""))
            if tokens and (found := _suffix(plain, lists)):
                suffix = suffix or found
            elif (not tokens and plain in lists["titles"] | lists["modifiers"]) or (not tokens and _is_title(plain)):
                titles.append(plain)
            elif plain in lists["particles"] and _droppable(plain, bool(tokens), len(parts) > 1, len(chunks), lists):
                continue
            else:
                tokens.append(part)
                folded.append(plain.replace(" ", ""))
    if not tokens and titles:  # a name that looks like a title: Kaiser, König
        tokens, folded, titles = [titles[-1]], [titles[-1]], titles[:-1]
    tokens, folded = _joined(_spelled(tokens)), _joined(_spelled(folded))
    return PersonName(tuple(tokens), tuple(folded), tuple(titles), suffix, tuple(everything))


def _droppable(plain: str, later: bool, hyphened: bool, chunks: int, lists: dict[str, frozenset[str]]) -> bool:
    """Whether a particle may be left out here: ``Al`` is a given name in »Al Gore«, an article in »al-Sisi«."""
    if later or hyphened:
        return len(plain) > 1 or hyphened
    return chunks > 1 and plain in lists["leading_particles"]


def _spelled(tokens: list[str]) -> list[str]:
    """Two initials written as one word taken apart: ``jd vance`` → ``j d vance``."""
    first = tokens[0] if len(tokens) > 1 else ""
    return [*first, *tokens[1:]] if len(first) == 2 and not _VOWELS.intersection(first) else tokens


def _joined(tokens: list[str]) -> list[str]:
    """The Arabic ``Abd al-…`` as one word, however it is written: ``abdel fattah``, ``abdelfattah`` → ``abdfattah``."""
    joined: list[str] = []
    for token in tokens:
        match = _SERVANT.match(token)
        if joined and joined[-1] == "abd":
            joined[-1] += token
        elif match and (match.end() == len(token) or len(token) - match.end() > 3):
            joined.append("abd" + token[match.end() :])
        else:
            joined.append(token)
    return joined


def _is_title(plain: str) -> bool:
    endings = _title_endings()
    return len(plain) > 6 and plain.endswith(endings) and plain not in endings


@cache
def _title_endings() -> tuple[str, ...]:
    return tuple(sorted(words("person_words.yaml")["title_endings"]))


def _suffix(plain: str, lists: dict[str, frozenset[str]]) -> str:
    for suffix in ("junior", "senior"):
        if plain in lists[suffix]:
            return suffix
    match = _ORDINAL.fullmatch(plain)
    return match.group(1) + match.group(2) if match and plain != "x" else ""
