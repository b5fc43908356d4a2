"""Whether an acronym stands for a name: by the name's own letters, or by those of its English or French words."""

from __future__ import annotations

import re
from functools import lru_cache

from kgbuild.resolve.names.concepts import Lexicon
from kgbuild.resolve.names.fold import fold


def looks_like_acronym(name: str) -> bool:
    """Whether a single word is spelled like one: ``IAEO``, ``IStGH``, ``Bamf``, ``dpa``."""
    if not 2 <= len(name) <= 7 or not name.replace(".", "").replace("-", "").isalpha():
        return False
    capitals = sum(c.isupper() for c in name)
    return (
        capitals >= 2
        or (len(name) <= 6 and name[:1].isupper() and capitals == 1)
        or (len(name) <= 4 and name.islower())
    )


def abbreviates(acronym: str, tokens: tuple[str, ...], stops: frozenset[str], lexicon: Lexicon) -> str | None:
    """How an acronym comes from a name, or None.

    Args:
        acronym: as spelled; small letters after a capital one may belong to the same word: ``EuRH``, ``BaFin``.
        tokens: the folded words of the name.
        stops: articles and prepositions, which may be left out.
        lexicon: splits compounds and translates.
    """
    letters = fold(acronym).replace(" ", "")
    content = tuple(token for token in tokens if token not in stops)
    if len(content) == 1 and len(lexicon.concepts(content[0])) == 1:
        return None
    if letters in ("".join(t[0] for t in tokens), "".join(t[0] for t in content)):
        return "first letters"
    if len(letters) < 3:
        return None
    if content and letters[0] == content[0][0] and _pattern(tokens, stops, lexicon).fullmatch(_cased(acronym)):
        return "first letters of words and of the parts of compounds"
    ordered = [concept for token in content for concept in lexicon.concepts(token)]
    if len(ordered) != len(letters) or sum(concept in lexicon.english for concept in ordered) < 2:
        return None
    if all(letter in (lexicon.initials(c) or c[:1]) for letter, c in zip(letters, ordered, strict=True)):
        return "first letters of the English words"
    if any(concept not in lexicon.english for concept in ordered):
        return None
    if letters.startswith("un") and {"united", "nations"} <= set(ordered):
        rest = [lexicon.english[concept][0] for concept in ordered if concept not in ("united", "nations")]
        if sorted(rest) == sorted(letters[2:]):
            return "first letters of the English words, the United Nations first"
    french = "".join(lexicon.french.get(concept, "?")[0] for concept in ordered)
    return "first letters of the French words" if letters in _french_orders(french) else None


def _french_orders(letters: str) -> tuple[str, ...]:
    """The orders that the first letters of German words can have in French, where adjectives follow their noun."""
    first, second, last, rest = letters[0], letters[1:2], letters[-1], letters[:-1]
    return (letters[::-1], second + first + letters[2:], last + rest, last + rest[::-1], first + letters[:0:-1])


def _cased(acronym: str) -> str:
    """An acronym with its capitals, if they tell words apart: ``BAFIN``, but ``BaFin``; ``BAMF`` for ``Bamf``."""
    plain = acronym.strip().replace(".", "").replace("-", "")
    return plain if sum(c.isupper() for c in plain) > 1 else plain.upper()


@lru_cache(maxsize=32_768)
def _pattern(tokens: tuple[str, ...], stops: frozenset[str], lexicon: Lexicon) -> re.Pattern[str]:
    """The first letter of each word; after it, in compounds, that of each further part, or none."""
    pieces = []
    for word in tokens:
        if word in stops:
            pieces.append(f"(?:{word[0]}|{word[0].upper()})?")
            continue
        first, *others = lexicon.segments(word)
        pieces.append(_letter(first) + "".join(f"(?:{_letter(part)})?" for part in others))
    return re.compile("".join(pieces))


def _letter(part: str) -> str:
    """The letters that stand for a part: its first, with small ones after it; a cluster whole: ``IStGH``, ``ISTGH``."""
    small = f"{part[0].upper()}(?:{part[1:2]}(?:{part[2:3]})?)?" if len(part) > 2 else part[0].upper()
    return f"(?:{small}|{part[:2].upper()})" if part[:2] in ("st", "sp", "sc", "ch") else f"(?:{small}|{part[0]})"
