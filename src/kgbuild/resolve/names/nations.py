"""Words that name a state or belong to one, made one sign: ``US-``, ``amerikanisch``, ``der USA`` → ``@US``.

``US-Außenministerium`` and ``Außenministerium der Vereinigten Staaten`` then share all their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale

from kgbuild.gazetteer.territories import Territories
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.tables import lines, words

_ENDINGS = ("", "e", "er", "es", "en", "em")
_LANGUAGES = ("en", "fr")


def mark_nations(tokens: Sequence[str]) -> list[str]:
    """Folded tokens with every name or adjective of a state, of one word or more, replaced by ``@`` and its code.

    Args:
        tokens: without articles and prepositions.
    """
    phrases, longest = _phrases(), _longest()
    marked: list[str] = []
    position = 0
    while position < len(tokens):
        for length in range(longest.get(tokens[position], 0), 0, -1):
            if found := phrases.get(" ".join(tokens[position : position + length])):
                marked.append(found)
                position += length
                break
        else:
            marked.append(tokens[position])
            position += 1
    return marked


def nation(token: str) -> str:
    """The sign of the state that one folded word names or belongs to; else the word itself."""
    return _phrases().get(token, token)


@cache
def _longest() -> dict[str, int]:
    """For the first word of a phrase: the number of words of the longest one."""
    found: dict[str, int] = {}
    for phrase in _phrases():
        first, *rest = phrase.split()
        found[first] = max(found.get(first, 0), len(rest) + 1)
    return found


@cache
def _phrases() -> dict[str, str]:
    stop = words("organization_affixes.yaml")["stop"]
    found: dict[str, str] = {}
    excluded: set[str] = set()
    for code, name in _named():
        phrase = " ".join(word for word in fold(name).split() if word not in stop)
        if code == "-":
            excluded.add(phrase)
        elif phrase and phrase not in excluded:
            found.setdefault(phrase, f"@{code}")
    return found


def _named() -> Iterator[tuple[str, str]]:
    """Codes and names: our own words first, then the gazetteer's names and adjectives, then CLDR's."""
    for code, listed in lines("nation_words.tsv"):
        yield from ((code, word) for word in listed.split(";"))
    territories = Territories.load()
    yield from ((code, form) for form, code in territories.forms() if len(form) > 2)
    for territory in territories:
        yield from ((territory.code, base + ending) for base in territory.adjectives for ending in _ENDINGS)
    codes = {territory.code for territory in territories}
    for language in _LANGUAGES:
        for code, name in sorted(Locale(language).territories.items()):
            if code in codes:
                yield code, name
