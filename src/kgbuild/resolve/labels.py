"""Preferred labels, and IRI paths that other articles leave alone.

A label follows usage: a person is called by the most frequent full name. An IRI path must last, so it is made of what
further articles seldom change: the territory code of a state, the usual name of a well-known thing, else the fullest
name in the oldest article that names it properly (by date of publication; undated articles come last, by key). An
added article changes the path of what was there before only where

- it is older than all others that name the thing, and spells it otherwise;
- it connects the thing to a well-known one, whose usual name it then bears;
- it settles what a bare surname means: ``person/brenning-a`` becomes ``person/alva-brenning``, or the reverse if two
  persons now fit;
- it makes one of two entities, or two of one, in other ways: by a spelling that connects them, or that contradicts;
- it is older than all articles of another thing that would have the same path: the oldest one has it, the others get
  the key of their oldest article appended.

So articles that are added in order of publication rename only what they merge or tell apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kgbuild.model import EntityType
from kgbuild.resolve.identity import fullest, is_common
from kgbuild.resolve.names.fold import fold, slug
from kgbuild.resolve.profiles import Profile

_FOLDER = {type: type.value.lower() for type in EntityType}


def preferred(names: Mapping[str, int], type: EntityType, known: str | None = None) -> str:
    """The spelling that names best: of a person the most frequent full one, else the fullest.

    A person's name is full with given name and surname. Ties go to the longer one, then to the alphabetically first.
    A well-known thing is called by its usual name (``known``) if an article does so; common nouns name only what has
    no other name.

    Args:
        names: spellings with the number of their mentions.
        type: what they name.
        known: the usual name.
    """
    if known:
        usual = sorted(name for name in names if fold(name) == fold(known))
        if usual:
            return usual[0]
    proper = [name for name in names if not is_common(name, type)] or list(names)
    words = {name: len(fold(name).split()) for name in proper}
    most = max(words.values(), default=0)
    enough = min(most, 2) if type is EntityType.PERSON else most
    return min((n for n in proper if words[n] >= enough), key=lambda name: (-names[name], -len(name), name), default="")


def iri_path(group: Iterable[Profile], code: str | None) -> str:
    """The IRI path of an entity, before collisions are told apart.

    Args:
        group: its profiles; the best gives the path, and what its name needs beside it: the key of its article for a
            local one, the parties of a treaty, the year of a summit.
        code: of a state, its territory code, which is the whole segment.
    """
    best = min(group, key=_rank)
    folder = _FOLDER[best.type]
    if code:
        return f"{folder}/{code}"
    oldest = min(best.nodes, key=lambda node: node.age)
    segment = slug(best.label or fullest(oldest)) or "unnamed"
    qualifier = slug(oldest.article if best.local else best.qualifier)
    return f"{folder}/{segment}-{qualifier}" if qualifier else f"{folder}/{segment}"


def _rank(profile: Profile) -> tuple[bool, bool, bool, tuple[str, str], str]:
    """Sorts profiles: well known, global and properly named ones first, then the oldest."""
    common = is_common(profile.name, profile.type)
    return profile.label is None, profile.local, common, min(node.age for node in profile.nodes), profile.key


def distinct(paths: Iterable[tuple[str, str]]) -> list[str]:
    """Paths made unique: the first of several equal ones keeps it, others get the key of an article, then a number.

    Args:
        paths: each path with the key of the entity's oldest article, the oldest entity first.
    """
    listed = list(paths)
    count = Counter(path for path, _ in listed)
    taken: set[str] = set()
    result = []
    for path, article in listed:
        unique = own = path if path not in taken or path.endswith(f"-{slug(article)}") else f"{path}-{slug(article)}"
        number = 2
        while unique in taken or (unique != path and unique in count):
            unique, number = f"{own}-{number}", number + 1
        taken.add(unique)
        result.append(unique)
    return result
