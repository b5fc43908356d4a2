"""What tells namesakes apart: whose an institution is, and what an agreement is about.

``die kasachische Regierung``, ``Kasachstans Regierung``, ``das Parlament in Astana``; ``ein Abkommen über Fischerei``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.extract.coreference.folding import fold, stems
from kgbuild.extract.coreference.lists import lists
from kgbuild.extract.discourse import Discourse
from kgbuild.model import Label, Mention

_OWNERS = frozenset({Label.STATE, Label.ORG, Label.LOC})
_LINKS = frozenset({"der", "des", "von", "in", "im", "vom", "aus"})
_TOPICAL = frozenset({"über", "zur", "zum"})
_REACH = 6
_NEUTER = ("amt", "ium", "parlament", "haus", "kabinett", "militar", "gericht", "konsulat")
_MASCULINE = ("rat", "senat", "dienst", "stab", "schutz", "kongress", "zoll", "hof")


@dataclass(frozen=True, slots=True)
class Owner:
    """The mention that says whose an institution is."""

    mention: int
    name: str
    """The institution's name with its owner: ``kasachische Regierung``, ``Regierung Kasachstans``."""
    key: str = ""
    """What tells it apart, if that is no mention: the stem of a topic."""


def is_institution(name: str) -> bool:
    """Whether a name is one that many owners have: ``Regierung``, ``Finanzministerium``."""
    return " " not in name and fold(name).endswith(lists().institutions)


def owner_of(discourse: Discourse, mention: int) -> Owner | None:
    """Whose the institution at ``mention`` is, if the words next to it tell."""
    institution = discourse.mentions[mention]
    if not is_institution(institution.name):
        return None
    before, after = _neighbour_before(discourse, mention), _neighbour_after(discourse, mention)
    if before is not None:
        owner = discourse.mentions[before]
        if owner.label is Label.NORP:
            return Owner(before, f"{_agreeing(owner.name, institution)} {institution.name}")
        if owner.label is Label.STATE and owner.text != owner.name:
            return Owner(before, f"{institution.name} {owner.text}")
    if after is not None:
        end, start = discourse.bounds[mention][1], discourse.bounds[after][0]
        link = discourse.doc[end:start].text
        return Owner(after, " ".join(filter(None, (institution.name, link, discourse.mentions[after].text))))
    return None


def topic_of(discourse: Discourse, agreement: int) -> Owner | None:
    """What an agreement with a one-word name is about: ``Abkommen über Lebensmittelsicherheit``."""
    mention = discourse.mentions[agreement]
    token = discourse.after(agreement)
    if " " in mention.name or token is None or token.lower_ not in _TOPICAL:
        return None
    for position in range(token.i + 1, min(token.i + _REACH, len(discourse.doc))):
        word = discourse.doc[position]
        if discourse.sentence_of(position) != mention.sentence or word.is_punct or word.pos_ in {"VERB", "AUX"}:
            return None
        if word.pos_ in {"NOUN", "PROPN"}:
            phrase = discourse.doc[token.i : position + 1].text
            return Owner(agreement, f"{mention.name} {phrase}", " ".join(stems(word.text)))
    return None


def _agreeing(adjective: str, institution: Mention) -> str:
    """The adjective as it stands before the nominative without article: ``kasachisches Parlament``."""
    noun = fold(institution.name)
    ending = "es" if noun.endswith(_NEUTER) else "er" if noun.endswith(_MASCULINE) else "e"
    return adjective if adjective.endswith(ending) and not adjective.endswith("isch") else adjective + ending


def _neighbour_before(discourse: Discourse, mention: int) -> int | None:
    token = discourse.before(mention)
    return None if token is None else discourse.mention_at.get(token.i)


def _neighbour_after(discourse: Discourse, mention: int) -> int | None:
    """The state, place or body right behind, with ``der``, ``von`` or ``in`` between; a bare one must be a genitive."""
    token = discourse.after(mention)
    linked = token is not None and token.lower_ in _LINKS
    for _ in range(2):
        if token is not None and token.lower_ in _LINKS and token.i + 1 < len(discourse.doc):
            token = discourse.doc[token.i + 1]
    if token is None:
        return None
    found = discourse.mention_at.get(token.i)
    if found is None or discourse.mentions[found].label not in _OWNERS:
        return None
    other = discourse.mentions[found]
    if other.sentence != discourse.mentions[mention].sentence:
        return None
    return found if linked or other.text != other.name else None
