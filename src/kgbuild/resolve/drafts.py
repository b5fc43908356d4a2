"""From a cluster of profiles to an entity of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.gazetteer.territories import Territories, Territory
from kgbuild.model import EntityType
from kgbuild.resolve.identity import fullest
from kgbuild.resolve.labels import iri_path, preferred
from kgbuild.resolve.profiles import Profile
from kgbuild.resolve.resolution import Merge, ResolvedEntity, Rule, Spelling
from kgbuild.resolve.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity whose IRI path may still be that of another one."""

    entity: ResolvedEntity
    age: tuple[str, str]
    """The date and the key of its oldest article."""


def draft(group: Sequence[Profile], merges: Iterable[Merge], rulings: Rulings) -> Draft:
    """Make an entity of the profiles that are one.

    Args:
        group: the profiles.
        merges: why they are one.
        rulings: they may say what it is called.
    """
    spellings = _spellings(group)
    type_ = group[0].type
    codes = sorted({code for profile in group for code in profile.codes})
    code = codes[0] if codes and type_ is EntityType.STATE else None
    territory = _territory(code)
    known = min((profile.label for profile in group if profile.label), default=None)
    label = (
        rulings.label(node for profile in group for node in profile.nodes)
        or (territory.label if territory else None)
        or preferred({s.name: s.mentions for s in spellings}, type_, known)
        or code
        or "?"
    )
    members = sorted(member for profile in group for node in profile.nodes for member in node.members)
    inside = {merge for profile in group for merge in _within(profile)}
    entity = ResolvedEntity(
        iri_path=iri_path(group, code),
        type=type_,
        label=label,
        alt_labels=tuple(s.name for s in spellings if s.name != label),
        members=tuple(members),
        mention_count=sum(node.mentions for profile in group for node in profile.nodes),
        article_count=len({article for article, _ in members}),
        state_code=code,
        qid=territory.qid if territory else None,
        merges=tuple(sorted({*merges, *inside}, key=lambda m: (-m.score, m.a, m.b, m.rule, m.reasons))),
        spellings=spellings,
    )
    return Draft(entity, min(node.age for profile in group for node in profile.nodes))


def _spellings(group: Iterable[Profile]) -> tuple[Spelling, ...]:
    mentions: dict[str, int] = defaultdict(int)
    articles: dict[str, set[str]] = defaultdict(set)
    for profile in group:
        for node in profile.nodes:
            for name in node.forms:
                mentions[name] += node.names.get(name, 0)
                articles[name].add(node.article)
    return tuple(Spelling(name, mentions[name], tuple(sorted(articles[name]))) for name in sorted(mentions))


def _within(profile: Profile) -> Iterator[Merge]:
    """How the spellings of one profile came together."""
    names: set[str] = set()
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in profile.nodes:
        names.add(fullest(node))
        for part in node.parts:
            for name in part[1:]:
                together[profile.cite(part[0]), profile.cite(name)].append(node.article)
        for merge in node.merges:
            yield replace(merge, a=profile.cite(merge.a), b=profile.cite(merge.b))
    for name in sorted(names - {profile.name, ""}):
        yield Merge(profile.cite(profile.name), profile.cite(name), 1.0, (profile.identity,), Rule.IDENTITY)
    for (a, b), articles in together.items():
        more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
        yield Merge(a, b, 1.0, (f"one entity in the article {min(articles)}{more}",), Rule.ARTICLE)


def _territory(code: str | None) -> Territory | None:
    try:
        return Territories.load().territory(code) if code else None
    except KeyError:
        return None
