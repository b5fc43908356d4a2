"""Finding out why two names are, or are not, one entity."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from kgbuild.resolve.comparing import KIND, compared
from kgbuild.resolve.decisions import Decision, Reference
from kgbuild.resolve.explanation import Explanation, Relation
from kgbuild.resolve.names import compare
from kgbuild.resolve.names.comparison import guess_kind
from kgbuild.resolve.resolution import Merge, Resolution, ResolvedEntity

_COMPARED_SPELLINGS = 30


def explain(resolution: Resolution, a: str, b: str) -> Explanation:
    """Say why two names are, or are not, one entity.

    Args:
        resolution: what was decided.
        a: a name in any spelling, ``name@article-key`` for one article only, or an IRI path.
        b: another one.
    """
    found = resolution.named(a), resolution.named(b)
    relations = tuple(_relation(resolution, one, other, a, b) for one, other in product(*found))
    types = [entity.type for side in found for entity in side]
    plain_a, plain_b = (_plain(name, entities) for name, entities in zip((a, b), found, strict=True))
    kind = next((KIND[type_] for type_ in types if type_ in KIND), None) or guess_kind(plain_a, plain_b)
    return Explanation(
        a, b, found, relations, kind, compare(plain_a, plain_b, kind), tuple(_speaking(resolution, found, (a, b)))
    )


def _plain(name: str, found: tuple[ResolvedEntity, ...]) -> str:
    """The name itself, without an article; of an IRI path the label."""
    if any(entity.iri_path == name for entity in found):
        return found[0].label
    return name.rpartition("@")[0] if Reference.parse(name).article else name


def _speaking(
    resolution: Resolution, found: Iterable[Iterable[ResolvedEntity]], names: Iterable[str]
) -> Iterator[Decision]:
    meant = {Reference.parse(name).name for name in names}
    entities = [entity for side in found for entity in side]
    for decision in resolution.decisions:
        types = {entity.type for entity in entities if any(entity.where(r) for r in decision.references)}
        if decision.type in types or (
            decision.type is None and (types or any(r.name in meant for r in decision.references))
        ):
            yield decision


def _relation(resolution: Resolution, one: ResolvedEntity, other: ResolvedEntity, a: str, b: str) -> Relation:
    if one == other:
        return Relation(one, other, chain=_chain(one, a, b))
    paths = {one.iri_path, other.iri_path}
    refusals = tuple(r for r in resolution.refusals if {r.a, r.b} == paths)
    if one.type is not other.type:
        return Relation(one, other, refusals=refusals)
    pairs = [
        (x.name, y.name, compared(x.name, y.name, one.type))
        for x in one.spellings[:_COMPARED_SPELLINGS]
        for y in other.spellings[:_COMPARED_SPELLINGS]
    ]
    vetoes = tuple(pair for pair in pairs if pair[2].veto)
    closest = max(pairs, key=lambda pair: (pair[2].score, pair[0], pair[1]), default=None)
    return Relation(one, other, refusals=refusals, vetoes=vetoes, closest=closest)


def _chain(entity: ResolvedEntity, a: str, b: str) -> tuple[Merge, ...]:
    """The shortest chain of merges that leads from one spelling to the other, each told in its direction."""
    ties: dict[str, list[tuple[str, Merge]]] = {}
    for merge in entity.merges:
        ties.setdefault(merge.a, []).append((merge.b, merge))
        ties.setdefault(merge.b, []).append((merge.a, merge))
    starts, ends = _ends(entity, a, ties), set(_ends(entity, b, ties))
    queue: deque[tuple[str, tuple[Merge, ...]]] = deque((start, ()) for start in starts)
    seen = set(starts)
    while queue:
        here, taken = queue.popleft()
        if here in ends:
            return taken
        for there, merge in ties.get(here, ()):
            if there not in seen:
                seen.add(there)
                queue.append((there, (*taken, replace(merge, a=here, b=there))))
    return ()


def _ends(entity: ResolvedEntity, name: str, ties: Iterable[str]) -> list[str]:
    """Where a chain to a name can end: its spellings, in merges perhaps with an article."""
    reference = Reference.parse(entity.label if name == entity.iri_path else name)
    cited = [(Reference.parse(spelling), spelling) for spelling in sorted(ties)]
    bearing = [(r, spelling) for r, spelling in cited if r.name == reference.name]
    exact = [spelling for r, spelling in bearing if r.article == reference.article]
    if reference.article is None:
        return [spelling for _, spelling in bearing]
    return exact or [spelling for r, spelling in bearing if r.article is None]
