"""Which mentions of states, places, organisations, agreements and events mean the same thing.

Each function takes the mentions of one type in text order and returns lists of their indices. Names that are equal but
for inflection, hyphens and diacritics are one. A shorter name joins a longer one only where one alone fits, or the
one named last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from kgbuild.extract.coreference.folding import fold, stems
from kgbuild.extract.coreference.lists import lists
from kgbuild.language.gazetteer import aliases
from kgbuild.model import Label


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A mention with what tells namesakes apart."""

    index: int
    name: str
    position: int
    owner: str | None = None
    """What tells it from namesakes: whose an institution is, what an agreement is about."""
    code: str | None = None
    """Territory code of a state."""


@dataclass(slots=True)
class _Group:
    mentions: list[NamedMention] = field(default_factory=list)

    def names(self) -> list[str]:
        """Distinct names, in text order."""
        return list(dict.fromkeys(mention.name for mention in self.mentions))

    @property
    def owner(self) -> str | None:
        return next((mention.owner for mention in self.mentions if mention.owner), None)


Shorter = Callable[[str, str], bool]
"""Whether the first name is a shorter form of the second."""


def group_states(mentions: Sequence[NamedMention]) -> list[list[int]]:
    """States by territory code; those without one by name, also the name of one with a code."""
    codes = {stems(mention.name): mention.code for mention in mentions if mention.code}
    groups: dict[object, list[int]] = {}
    for mention in mentions:
        name = stems(mention.name)
        groups.setdefault(mention.code or codes.get(name) or name, []).append(mention.index)
    return list(groups.values())


def group_places(mentions: Sequence[NamedMention]) -> list[list[int]]:
    """Places by name."""
    return _group(mentions, Label.LOC, _starts)


def group_organizations(mentions: Sequence[NamedMention]) -> list[list[int]]:
    """Organisations by name; institutions with a general name (``Regierung``) by name and owner."""
    return _group(mentions, Label.ORG, _shorter_organization)


def group_agreements(mentions: Sequence[NamedMention]) -> list[list[int]]:
    """Agreements by name; ``Abkommen`` and ``Klimaabkommen`` join ``Pariser Klimaabkommen``."""
    return _group(mentions, Label.AGREEMENT, _shorter_compound)


def group_events(mentions: Sequence[NamedMention]) -> list[list[int]]:
    """Events by name; ``Gipfel`` joins ``Nato-Gipfel``."""
    return _group(mentions, Label.EVENT, _shorter_compound)


def _group(mentions: Sequence[NamedMention], label: Label, shorter: Shorter) -> list[list[int]]:
    groups = _equal_groups(mentions, label)
    full = {id(group): _full_names(group, label) for group in groups}
    for group in sorted(groups, key=lambda group: (_length(group), group.mentions[0].position)):
        short = [(name, fold(name)) for name in group.names()]
        fuller = [
            other
            for other in groups
            if other is not group
            and group.owner in (None, other.owner)
            and any(_holds(b, a) and shorter(name, long) for name, a in short for long, b in full[id(other)])
        ]
        target = _nearest(group, fuller)
        if target is not None:
            target.mentions = sorted([*target.mentions, *group.mentions], key=lambda mention: mention.position)
            full[id(target)] = _full_names(target, label)
            groups.remove(group)
    return [[mention.index for mention in group.mentions] for group in groups]


def _full_names(group: _Group, label: Label) -> list[tuple[str, str]]:
    """The preferred names of a group, as they are and folded."""
    return [(name, fold(name)) for name in (preferred(name, label) for name in group.names())]


def _holds(full: str, short: str) -> bool:
    """Whether a folded name begins or ends with another, as it must to be its fuller form; a quick test."""
    return len(full) > len(short) and (full.startswith(short) or full.endswith(short))


@cache
def _preferred(label: Label) -> dict[str, str]:
    return {fold(name): group[0] for group in reversed(aliases(label)) for name in group}


def preferred(name: str, label: Label) -> str:
    """The name that the gazetteer prefers for the same thing: ``EU`` → Europäische Union; else the name itself."""
    return _preferred(label).get(fold(name), name)


def _equal_groups(mentions: Sequence[NamedMention], label: Label) -> list[_Group]:
    """Groups of equal names; of an institution with several owners one for each."""
    by_name: dict[tuple[str, ...], list[NamedMention]] = {}
    for mention in mentions:
        by_name.setdefault(stems(preferred(mention.name, label)), []).append(mention)
    groups: list[_Group] = []
    for same in by_name.values():
        owned: dict[str | None, _Group] = {}
        last = next((mention.owner for mention in same if mention.owner), None)
        for mention in same:
            last = mention.owner or last
            owned.setdefault(last, _Group()).mentions.append(mention)
        groups.extend(owned.values())
    return groups


def _nearest(group: _Group, fuller: Sequence[_Group]) -> _Group | None:
    """Of several longer names the one that was used last before the shorter first shows; never a later one of many."""
    if len(fuller) == 1:
        return fuller[0]
    first = group.mentions[0].position
    before = [
        (max(m.position for m in other.mentions if m.position < first), index)
        for index, other in enumerate(fuller)
        if other.mentions[0].position < first
    ]
    return fuller[max(before)[1]] if before else None


def _length(group: _Group) -> int:
    return max(len(mention.name) for mention in group.mentions)


def _starts(short: str, full: str) -> bool:
    """``Washington`` and ``Washington D.C.``."""
    a, b = fold(short).split(), fold(full).split()
    return len(short.split()) < len(full.split()) and a == b[: len(a)]


def _ends(short: str, full: str) -> bool:
    """The last word, or the head of the last compound: ``Kommission`` and ``EU-Kommission``.

    Not the end of an attribute: ``Union`` and ``Gerichtshof der Europäischen Union``.
    """
    if " " in short or "-" in short or any(word.islower() for word in full.split()):
        return False
    a, b = fold(short), fold(full)
    return len(a) >= 4 and len(b) > len(a) and b.endswith(a)


def _shorter_organization(short: str, full: str) -> bool:
    start, _, kind = fold(full).rpartition(" ")
    if kind in lists().organization_kinds and start == fold(short):
        return True
    if not short.isupper() and fold(short) not in lists().institutions and _starts(short, full):
        return True
    return _ends(short, full) and any(separator in full for separator in " -")


def _shorter_compound(short: str, full: str) -> bool:
    return _starts(short, full) or _ends(short, full)
