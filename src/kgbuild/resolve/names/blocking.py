"""Blocking keys: two names that can be the same share at least one, however they are spelled."""

from __future__ import annotations

from functools import lru_cache

from kgbuild.resolve.names import agreement, organization, person
from kgbuild.resolve.names.comparison import known_label
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.surnames import without_genitive
from kgbuild.resolve.names.transliteration import coarse
from kgbuild.resolve.names.verdict import Kind


@lru_cache(maxsize=65_536)
def blocking_keys(name: str, kind: Kind) -> frozenset[str]:
    """The keys under which a name is looked for: its label if well known, and coarse sounds of its main words."""
    keys = {f"known {label}"} if (label := known_label(name, kind)) else set()
    match kind:
        case Kind.PERSON:
            parsed = person.parse(name)
            words = {*parsed.tokens[-1:], *parsed.plain[:1], *parsed.tokens[1:-1]} if parsed.tokens else set()
            keys |= _sounds(words)
        case Kind.ORG:
            reduced = organization.parse(name)
            keys |= {" ".join(sorted(reduced.concepts)), *_sounds({"".join(reduced.core)})}
            keys |= {f"acronym {reduced.acronym}"} if reduced.acronym else set()
        case Kind.AGREEMENT:
            keys |= {f"topic {topic}" for topic in agreement.parse(name).topic} | {fold(name)}
        case _:
            keys |= _sounds({fold(name).replace(" ", "")}) | {fold(name)}
    return frozenset(key for key in keys if key)


def _sounds(words: set[str]) -> set[str]:
    bare = {without_genitive(word) or word for word in words}
    return {sound or word for word in words | bare for sound in coarse(word)}
