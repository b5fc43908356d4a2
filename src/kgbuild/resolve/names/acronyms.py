"""Whether an acronym stands for a name: by the name's own letters, or by those of its English or French words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kgbuild.resolve.names.concepts import Lexicon


def looks_like_acronym(name: str) -> bool:
    """Whether a single word is spelled like one: ``IAEO``, ``IStGH``, ``Bamf``, ``dpa``."""
    if not 2 <= len(name) <= 7 or not name.replace(".", "").isalpha():
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
        acronym: in lower case, without dots.
        tokens: the folded words of the name.
        stops: articles and prepositions, which may be left out.
        lexicon: splits compounds and translates.
    """
    content = tuple(token for token in tokens if token not in stops)
    if len(content) == 1 and len(lexicon.concepts(content[0])) == 1:
        return None
    if acronym in ("".join(t[0] for t in tokens), "".join(t[0] for t in content)):
        return "first letters"
    if len(acronym) < 3:
        return None
    if _pattern(content, lexicon).fullmatch(acronym):
        return "first letters of words and of the parts of compounds"
    ordered = [concept for token in content for concept in lexicon.concepts(token)]
    if len(ordered) != len(acronym) or any(concept not in lexicon.english for concept in ordered):
        return None
    if all(letter in lexicon.initials(concept) for letter, concept in zip(acronym, ordered, strict=True)):
        return "first letters of the English words"
    french = Counter(lexicon.french.get(concept, "?")[0] for concept in ordered)
    return "first letters of the French words" if Counter(acronym) == french else None


@lru_cache(maxsize=32_768)
def _pattern(content: tuple[str, ...], lexicon: Lexicon) -> re.Pattern[str]:
    """The first letter of each word; after it, in compounds, that of each further part, or none."""
    pieces = []
    for word in content:
        first, *others = lexicon.segments(word)
        pieces.append(_letter(first) + "".join(f"(?:{_letter(part)})?" for part in others))
    return re.compile("".join(pieces))


def _letter(part: str) -> str:
    """The letter that stands for a part; a cluster may stand whole: the ``St`` of ``IStGH``."""
    return f"{part[0]}{part[1]}?" if part[:2] in ("st", "sp", "sc", "ch") else part[0]
