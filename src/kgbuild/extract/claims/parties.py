"""Political parties: belonging to one is ``memberOf``, to any other body ``affiliatedWith`` (annotation guide)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.words import adjective_bases, noun_bases
from kgbuild.model import EntityType, Label


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The lists of ``parties.yaml``."""

    words: tuple[str, ...]
    names: frozenset[str]
    classes: frozenset[str]
    offices: tuple[str, ...]
    seats: tuple[str, ...]


@cache
def party_words() -> PartyWords:
    """The shipped lists."""
    table = yaml.safe_load(files("kgbuild").joinpath("data/extract/claims/parties.yaml").read_text(encoding="utf-8"))
    return PartyWords(
        words=tuple(table["words"]),
        names=frozenset(table["names"]),
        classes=frozenset(table["classes"]),
        offices=tuple(table["offices"]),
        seats=tuple(table["seats"]),
    )


def is_party(reading: Reading, entity: int) -> bool:
    """Whether the article's entity is a party: by its name, or by the noun or adjective before one of its mentions."""
    value = reading.references.entities[entity]
    if value.type is not EntityType.ORGANIZATION:
        return False
    known = party_words()
    for name in value.names:
        if name in known.names or any(part.lower().endswith(known.words) for part in name.replace("-", " ").split()):
            return True
    return any(_classed(reading, mention) for mention in value.mentions)


def _classed(reading: Reading, mention: int) -> bool:
    begin = reading.discourse.bounds[mention][0]
    if begin == 0:
        return False
    before = reading.doc[begin - 1].text
    bases = {*noun_bases(before), *adjective_bases(before)}
    return bool(bases & party_words().classes)


def speaks_for_party(reading: Reading, person: Argument) -> bool:
    """Whether the office right before the person's name is a parliamentarian's or a party's."""
    mention = reading.references.mention_at(person.token)
    if mention is None:
        return False
    begin = reading.discourse.bounds[mention][0]
    before = reading.references.mention_at(begin - 1) if begin else None
    if before is None or reading.mentions[before].label is not Label.ROLE:
        return False
    return reading.mentions[before].text.startswith(party_words().offices)


def has_office(reading: Reading, person: Argument) -> bool:
    """Whether an office stands right before the person's name."""
    mention = reading.references.mention_at(person.token)
    if mention is None:
        return False
    begin = reading.discourse.bounds[mention][0]
    return begin > 0 and reading.label_at(begin - 1) is Label.ROLE
