"""Why two names are, or are not, one entity."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from kgbuild.resolve.comparing import KIND, compared
from kgbuild.resolve.decisions import Decision, Reference
from kgbuild.resolve.names import Comparison, Kind, compare
from kgbuild.resolve.names.comparison import guess_kind
from kgbuild.resolve.resolution import Merge, Refusal, Resolution, ResolvedEntity

_TOLD_ARTICLES = 6
_TOLD_SPELLINGS = 30


class Verdict(StrEnum):
    """Where two names lead."""

    ONE = "one"
    TWO = "two"
    AMBIGUOUS = "ambiguous"
    """One of the names, or both, lead to several entities."""
    UNKNOWN = "unknown"
    """No article uses one of the names, so that only the names themselves can be compared."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an entity that the first name leads to relates to one that the second name leads to."""

    one: ResolvedEntity
    other: ResolvedEntity
    chain: tuple[Merge, ...] = ()
    """Of one entity: the merges that connect the two spellings, in order; empty if they are one spelling."""
    refusals: tuple[Refusal, ...] = ()
    """Of two: what the resolver compared and kept apart."""
    vetoes: tuple[tuple[str, str, Comparison], ...] = ()
    """Of two of one type: spellings that contradict each other …"""
    closest: tuple[str, str, Comparison] | None = None
    """… and the two that are most alike."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A complete account of two names."""

    a: str
    b: str
    found: tuple[tuple[ResolvedEntity, ...], tuple[ResolvedEntity, ...]]
    """The entities that each of them leads to, sorted by IRI path."""
    relations: tuple[Relation, ...]
    """All pairs of them."""
    kind: Kind
    """As what the names alone were compared; guessed if no article uses them."""
    comparison: Comparison
    """What the names alone say."""
    decisions: tuple[Decision, ...]
    """Decisions in force that speak about a name of these entities, or about one of the two names."""

    @property
    def verdict(self) -> Verdict:
        """Whether they are one entity."""
        one, other = self.found
        if not one or not other:
            return Verdict.UNKNOWN
        if len(one) > 1 or len(other) > 1:
            return Verdict.AMBIGUOUS
        return Verdict.ONE if one == other else Verdict.TWO

    def __str__(self) -> str:
        return "\n".join(_lines(self))

    def to_dict(self) -> dict[str, object]:
        """The account for programs: JSON types only."""
        entities = {e.iri_path: e for found in self.found for e in found}
        return {
            "a": self.a,
            "b": self.b,
            "verdict": self.verdict.value,
            "found": [[entity.iri_path for entity in found] for found in self.found],
            "entities": [_entity_record(entities[path]) for path in sorted(entities)],
            "relations": [_relation_record(relation) for relation in self.relations],
            "names": {"kind": self.kind.value, **_comparison_record(self.comparison)},
            "decisions": [
                {"kind": d.kind.value, "a": d.a, "b": d.b, "type": d.type and d.type.value, "reason": d.reason}
                for d in self.decisions
            ],
        }


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
        for x in one.spellings[:_TOLD_SPELLINGS]
        for y in other.spellings[:_TOLD_SPELLINGS]
    ]
    vetoes = tuple(pair for pair in pairs if pair[2].veto)
    closest = max(pairs, key=lambda pair: (pair[2].score, pair[0], pair[1]), default=None)
    return Relation(one, other, refusals=refusals, vetoes=vetoes, closest=closest)


def _chain(entity: ResolvedEntity, a: str, b: str) -> tuple[Merge, ...]:
    """The shortest chain of merges from one spelling to the other, of equally short ones the surest first."""
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
                queue.append((there, (*taken, merge)))
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


# ------------------------------------------------------------------ for people


def _lines(told: Explanation) -> Iterator[str]:
    one, other = told.found
    match told.verdict:
        case Verdict.ONE:
            yield f"{told.a} and {told.b} are one entity"
        case Verdict.TWO:
            yield f"{told.a} and {told.b} are two entities"
        case Verdict.AMBIGUOUS:
            yield f"{told.a} and {told.b} lead to {len(one)} and {len(other)} entities; name@article-key means one"
        case Verdict.UNKNOWN:
            missing = [name for name, found in ((told.a, one), (told.b, other)) if not found]
            yield f"no article uses {' nor '.join(missing)}"
    for entity in dict.fromkeys((*one, *other)):
        yield ""
        yield from _entity_lines(entity)
    for relation in told.relations:
        yield ""
        yield from _relation_lines(relation, told.verdict is Verdict.AMBIGUOUS)
    if told.verdict is Verdict.UNKNOWN:
        yield ""
        outcome = "can be one" if told.comparison.same else "are not one"
        yield f"by the names alone, as {told.kind} names, they {outcome} ({told.comparison.score:.2f})"
        yield from (f"  {reason}" for reason in told.comparison.reasons)
    if told.decisions:
        yield ""
        yield "decisions in force"
        yield from (
            f"  {decision}" + (f": {decision.reason}" if decision.reason else "") for decision in told.decisions
        )


def _entity_lines(entity: ResolvedEntity) -> Iterator[str]:
    yield f"{entity.iri_path}  {entity.type}, {entity.label}"
    yield f"  {entity.mention_count} mentions in {entity.article_count} articles"
    width = max((len(s.name) for s in entity.spellings), default=0)
    for spelling in sorted(entity.spellings, key=lambda s: (-s.mentions, s.name)):
        articles = ", ".join(spelling.articles[:_TOLD_ARTICLES])
        more = len(spelling.articles) - _TOLD_ARTICLES
        rest = f" and {more} more" if more > 0 else ""
        yield f"  {spelling.name:<{width}}  {spelling.mentions:>4}  {articles}{rest}"


def _relation_lines(relation: Relation, named: bool) -> Iterator[str]:
    one, other = relation.one, relation.other
    if one == other:
        yield f"one entity{f': {one.iri_path}' if named else ''}"
        yield from (f"  {merge}" for merge in relation.chain)
        if not relation.chain:
            yield f"  the same territory code: {one.state_code}" if one.state_code else "  the same spelling"
        return
    yield f"kept apart{f': {one.iri_path} and {other.iri_path}' if named else ''}"
    yield from (f"  refused: {refusal}" for refusal in relation.refusals)
    if one.type is not other.type:
        yield f"  {one.type} and {other.type}: entities of two types are never one"
        return
    if one.state_code and other.state_code and one.state_code != other.state_code:
        yield f"  different territory codes: {one.state_code} / {other.state_code}"
        return
    told = set()
    for x, y, result in relation.vetoes[:3]:
        told.add((x, y))
        yield f"  veto: {x} / {y}: {'; '.join(result.reasons)}"
    if relation.closest and relation.closest[:2] not in told:
        x, y, result = relation.closest
        yield f"  most alike: {x} / {y} ({result.score:.2f}): {'; '.join(result.reasons)}"


# ------------------------------------------------------------------ for programs


def _entity_record(entity: ResolvedEntity) -> dict[str, object]:
    return {
        "iri_path": entity.iri_path,
        "type": entity.type.value,
        "label": entity.label,
        "mentions": entity.mention_count,
        "articles": entity.article_count,
        "spellings": [{"name": s.name, "mentions": s.mentions, "articles": s.articles} for s in entity.spellings],
    }


def _relation_record(relation: Relation) -> dict[str, object]:
    return {
        "a": relation.one.iri_path,
        "b": relation.other.iri_path,
        "one": relation.one == relation.other,
        "chain": [
            {"a": m.a, "b": m.b, "rule": m.rule.value, "score": m.score, "reasons": m.reasons} for m in relation.chain
        ],
        "refusals": [{"names": r.names, "score": r.score, "reasons": r.reasons} for r in relation.refusals],
        "vetoes": [{"names": (x, y), **_comparison_record(result)} for x, y, result in relation.vetoes],
        "closest": relation.closest and {"names": relation.closest[:2], **_comparison_record(relation.closest[2])},
    }


def _comparison_record(result: Comparison) -> dict[str, object]:
    return {"score": result.score, "same": result.same, "veto": result.veto, "reasons": result.reasons}
