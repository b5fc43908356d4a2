"""Gender and number of entities, for the agreement of pronouns and descriptions with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.extract.coreference.clusters import Cluster
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.offices import beside, gender_of
from kgbuild.extract.discourse import Discourse
from kgbuild.model import EntityType

_OF_MORPH = {"Masc": "m", "Fem": "f", "Neut": "n"}


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that may refer back to an entity."""

    gender: str
    types: frozenset[EntityType]
    heads: tuple[str, ...] = ()
    """Only names that end so, if any are given."""
    excluded: tuple[str, ...] = ()
    """Never names that end so."""
    only: frozenset[str] = frozenset()
    """Only states with these codes or without one, if any are given."""


@dataclass(frozen=True, slots=True)
class NounTables:
    """``nouns.yaml``: see the comments there."""

    descriptions: dict[str, Description]
    both: dict[str, EntityType]
    """Plural form after ``beide`` → the type of the two."""
    heads: dict[str, str]
    """Ending of a name → gender."""
    states: dict[str, str]
    """Territory code → ``f``, ``m`` or ``pl``."""


@cache
def tables() -> NounTables:
    """The tables of nouns, read once."""
    path = files("kgbuild") / "data" / "extract" / "coreference" / "nouns.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return NounTables(
        descriptions={
            noun: Description(
                row["gender"],
                frozenset(EntityType(name) for name in row["types"]),
                tuple(row.get("heads", ())),
                tuple(row.get("not", ())),
                frozenset(row.get("only", ())),
            )
            for noun, row in raw["descriptions"].items()
        },
        both={form: EntityType(row["type"]) for row in raw["both"] for form in row["forms"]},
        heads={ending: gender for gender, endings in raw["heads"].items() for ending in endings},
        states={code: form for form, codes in raw["states"].items() for code in codes},
    )


def forms(discourse: Discourse, cluster: Cluster, names: tuple[str, ...]) -> frozenset[str]:
    """The grammatical forms that may take up an entity: of ``m``, ``f``, ``n`` and ``pl``; all singular if unknown."""
    if cluster.type is EntityType.PERSON:
        return _of_person(discourse, cluster)
    if cluster.type is EntityType.STATE:
        return frozenset({tables().states.get(cluster.state or "", "n")})
    if cluster.type is EntityType.PLACE:
        return frozenset({"n"})
    return _of_noun(discourse, cluster, names)


def _of_person(discourse: Discourse, cluster: Cluster) -> frozenset[str]:
    votes: Counter[str] = Counter()
    for mention in cluster.mentions:
        gender = gender_of(discourse, mention, beside(discourse, mention))
        if gender is not None:
            votes[gender] += 1
    return frozenset({votes.most_common(1)[0][0]}) if votes else frozenset({"m", "f"})


def _of_noun(discourse: Discourse, cluster: Cluster, names: tuple[str, ...]) -> frozenset[str]:
    for name in names:
        words = fold(name).split()
        if words and (gender := _by_ending(words)):
            return frozenset({gender})
    votes: Counter[str] = Counter()
    for mention in cluster.mentions:
        head = discourse.head(mention)
        if "Plur" in head.morph.get("Number", []):
            votes["pl"] += 1
        for gender in head.morph.get("Gender", []):
            votes[_OF_MORPH.get(gender, "n")] += 1
    return frozenset(votes) or frozenset({"m", "f", "n"})


def _by_ending(words: list[str]) -> str | None:
    """The gender of the head noun: the word before a preposition, else the last one."""
    head = words[0] if len(words) > 1 and words[1] in {"von", "zu", "uber", "zur", "fur", "der", "des"} else words[-1]
    for length in range(len(head), 1, -1):
        ending = head[-length:]
        gender = tables().heads.get(ending)
        if gender is not None and (length > 4 or ending == head):
            return gender
    return None
