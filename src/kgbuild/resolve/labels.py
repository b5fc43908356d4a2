"""Preferred labels, other spellings and IRI paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kgbuild.model import EntityType
from kgbuild.resolve.names.fold import fold, slug

_FOLDER = {type: type.value.lower() for type in EntityType}


def preferred(names: Counter[str], type: EntityType, known: str | None = None) -> str:
    """The spelling that names best: of a person the most frequent full one, else the fullest.

    A person's name is full with given name and surname. Ties go to the longer one, then to the alphabetically first.
    A well-known thing is called by its usual name (``known``) if an article does so.
    """
    if known:
        usual = sorted(name for name in names if fold(name) == fold(known))
        if usual:
            return usual[0]
    if not names:
        return ""
    words = {name: len(fold(name).split()) for name in names}
    if type is EntityType.PERSON:
        full = [name for name in names if words[name] >= 2] or list(names)
        return min(full, key=lambda name: (-names[name], -len(name), name))
    most = max(words.values())
    return min((n for n in names if words[n] == most), key=lambda name: (-names[name], -len(name), name))


def iri_path(type: EntityType, label: str, qualifier: str, code: str | None) -> str:
    """The IRI path of an entity, before collisions are told apart.

    Args:
        type: its class, the first segment.
        label: its preferred label.
        qualifier: what its label needs beside it: the key of its article for a local entity, the parties of a treaty,
            the year of a summit; ``""`` for a name that is enough.
        code: of a state, its territory code, which is the whole segment.
    """
    if code:
        return f"{_FOLDER[type]}/{code}"
    segment = slug(label) or "unnamed"
    return f"{_FOLDER[type]}/{segment}" + (f"-{slug(qualifier)}" if qualifier else "")


def distinct(paths: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Paths made unique: of several equal ones, each gets the key of its first article appended, then a number.

    Args:
        paths: each path with what tells it apart, sorted.
    """
    listed = list(paths)
    count = Counter(path for path, _ in listed)
    taken: set[str] = set()
    result = []
    for path, marks in listed:
        own = path if count[path] == 1 else f"{path}-{slug(marks[0])}"
        number = 2
        unique = own
        while unique in taken:
            unique, number = f"{own}-{number}", number + 1
        taken.add(unique)
        result.append(unique)
    return result
