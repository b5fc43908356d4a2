"""The account of two names: what it holds, and how people and programs read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kgbuild.resolve.decisions import Decision
from kgbuild.resolve.names import Comparison, Kind
from kgbuild.resolve.resolution import Merge, Refusal, ResolvedEntity

_TOLD_ARTICLES = 6
_TOLD_RELATIONS = 20
_TOLD_VETOES = 3


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
    for relation in told.relations[:_TOLD_RELATIONS]:
        yield ""
        yield from _relation_lines(relation, told.verdict is Verdict.AMBIGUOUS)
    if len(told.relations) > _TOLD_RELATIONS:
        yield ""
        yield f"and {len(told.relations) - _TOLD_RELATIONS} more pairs of entities"
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
    named = sum(spelling.mentions for spelling in entity.spellings)
    articles = f"{entity.article_count} article{'' if entity.article_count == 1 else 's'}"
    yield f"  {entity.mention_count} mentions in {articles}, {named} of them by name"
    width = max((len(s.name) for s in entity.spellings), default=0)
    for spelling in sorted(entity.spellings, key=lambda s: (-s.mentions, s.name)):
        where = ", ".join(spelling.articles[:_TOLD_ARTICLES])
        more = len(spelling.articles) - _TOLD_ARTICLES
        rest = f" and {more} more" if more > 0 else ""
        yield f"  {spelling.name:<{width}}  {spelling.mentions:>4}  {where}{rest}"


def _relation_lines(relation: Relation, named: bool) -> Iterator[str]:
    one, other = relation.one, relation.other
    if one == other:
        yield f"one entity{f': {one.iri_path}' if named else ''}"
        yield from (f"  {merge}" for merge in relation.chain)
        if not relation.chain:
            yield f"  the same territory code: {one.state_code}" if one.state_code else "  the same spelling"
        return
    yield f"kept apart{f': {one.iri_path} and {other.iri_path}' if named else ''}"
    yield from dict.fromkeys(f"  refused: {refusal}" for refusal in relation.refusals)
    if one.type is not other.type:
        yield f"  {one.type} and {other.type}: entities of two types are never one"
        return
    if one.state_code and other.state_code and one.state_code != other.state_code:
        yield f"  different territory codes: {one.state_code} / {other.state_code}"
        return
    told = set()
    for x, y, result in relation.vetoes[:_TOLD_VETOES]:
        told.add((x, y))
        yield f"  veto: {x} / {y}: {'; '.join(result.reasons)}"
    if relation.closest and relation.closest[:2] not in told:
        x, y, result = relation.closest
        yield f"  most alike: {x} / {y} ({result.score:.2f}): {'; '.join(result.reasons)}"


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
