"""From the entities of all articles to the entities of the graph.

Nodes (inside one article) → profiles (one identity key) → candidate pairs → scores → clusters that respect vetoes →
local names that evidence attaches → labels and IRIs. The result is a pure function of the documents and decisions,
whatever their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgbuild.gazetteer.territories import Territories, Territory
from kgbuild.model import Document, EntityType
from kgbuild.resolve.blocking import candidate_pairs
from kgbuild.resolve.clustering import Clusters, Edge
from kgbuild.resolve.decisions import Decision, DecisionKind, Reference
from kgbuild.resolve.evidence import evidence
from kgbuild.resolve.identity import KIND
from kgbuild.resolve.inside import merge_inside
from kgbuild.resolve.labels import distinct, iri_path, preferred
from kgbuild.resolve.names import compare
from kgbuild.resolve.names.blocking import blocking_keys
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.nodes import nodes
from kgbuild.resolve.profiles import Profile, profiles
from kgbuild.resolve.resolution import Merge, Refusal, Resolution, ResolvedEntity


def resolve(documents: Sequence[Document], decisions: Sequence[Decision] = ()) -> Resolution:
    """Merge the entities of all articles into the entities of the graph.

    Args:
        documents: what each article says; the order does not matter.
        decisions: what people decided; they hold against everything the machine thinks.

    Returns:
        The entities, each with its members, spellings and the reasons for its merges.
    """
    ordered = sorted(documents, key=lambda d: d.article.key)
    found = profiles((node for d in ordered for node in merge_inside(nodes(d))), decisions)
    apart = _decided(found, decisions, DecisionKind.DIFFERENT)
    clusters = Clusters(len(found), lambda i, j: apart.get((i, j)), lambda i, j: _veto(found, i, j))
    together = _decided(found, decisions, DecisionKind.SAME)
    clusters.add(Edge(i, j, Merge(found[i].name, found[j].name, 1.0, (why,)), True) for (i, j), why in together.items())
    clusters.add(_edges(found))
    clusters.add(_attachments(found, clusters))
    return _resolution(found, clusters, decisions)


def _decided(found: Sequence[Profile], decisions: Iterable[Decision], kind: DecisionKind) -> dict[tuple[int, int], str]:
    """Pairs of profiles that decisions of one kind speak about, with the reason."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for position, profile in enumerate(found):
        for name in sorted(profile.folded):
            by_name[name].append(position)
    pairs: dict[tuple[int, int], str] = {}
    for decision in decisions:
        if decision.kind is not kind:
            continue
        sides = []
        for reference in (Reference.parse(decision.a), Reference.parse(decision.b)):
            sides.append(
                [
                    position
                    for position in by_name.get(reference.name, ())
                    if (decision.type is None or found[position].type is decision.type)
                    and (reference.article is None or reference.article in found[position].articles)
                ]
            )
        why = f"decided by hand: {decision.reason}" if decision.reason else "decided by hand"
        for i in sides[0]:
            for j in sides[1]:
                if i != j and found[i].type is found[j].type:
                    pairs[min(i, j), max(i, j)] = why
    return pairs


def _veto(found: Sequence[Profile], i: int, j: int) -> str | None:
    """Why two profiles can not be one."""
    a, b = found[i], found[j]
    if a.codes and b.codes and a.codes != b.codes:
        return f"different territory codes: {', '.join(sorted(a.codes))} / {', '.join(sorted(b.codes))}"
    for one in a.forms:
        for other in b.forms:
            result = compare(one, other, KIND.get(a.type))
            if result.veto:
                return f"{one} / {other}: {'; '.join(result.reasons)}"
    return None


def _edges(found: Sequence[Profile]) -> Iterable[Edge]:
    """Edges between global profiles whose names are the same."""
    positions = [i for i, profile in enumerate(found) if profile.comparable]
    keys = [
        frozenset(
            f"{found[i].type} {key}" for form in found[i].forms for key in blocking_keys(form, KIND[found[i].type])
        )
        for i in positions
    ]
    for i, j in candidate_pairs(keys, [found[p].key for p in positions]):
        a, b = positions[i], positions[j]
        result = compare(found[a].name, found[b].name, KIND[found[a].type])
        if result.same and not result.partial:
            yield Edge(a, b, Merge(found[a].name, found[b].name, result.score, result.reasons))


def _attachments(found: Sequence[Profile], clusters: Clusters) -> Iterable[Edge]:
    """Edges from bare surnames to the one fuller name that they fit and that the evidence supports."""
    persons = [i for i, profile in enumerate(found) if profile.type is EntityType.PERSON]
    by_key: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        if not found[i].local:
            for form in found[i].forms:
                for key in sorted(blocking_keys(form, KIND[EntityType.PERSON])):
                    by_key[key].append(i)
    for i in persons:
        if not found[i].local:
            continue
        near = {j for key in blocking_keys(found[i].name, KIND[EntityType.PERSON]) for j in by_key.get(key, ())}
        scored: dict[int, tuple[float, int, tuple[str, ...]]] = {}
        for j in sorted(near):
            result = compare(found[i].name, found[j].name, KIND[EntityType.PERSON])
            if not result.same:
                continue
            beside = evidence(found[i], found[j])
            root = clusters.find(j)
            if root not in scored or beside.score > scored[root][0]:
                scored[root] = beside.score, j, (*result.reasons, *beside.reasons)
        ranked = sorted(scored.values(), reverse=True)
        if ranked and ranked[0][0] > 0 and (len(ranked) == 1 or ranked[0][0] >= 2 * ranked[1][0]):
            score, j, reasons = ranked[0]
            yield Edge(min(i, j), max(i, j), Merge(found[i].name, found[j].name, 0.5 + score / 2, reasons))


def _resolution(found: Sequence[Profile], clusters: Clusters, decisions: Sequence[Decision]) -> Resolution:
    groups = [[found[i] for i in sorted(members)] for members in clusters.members.values()]
    merges = list(clusters.merges.values())
    drafts = [_draft(group, merge, decisions) for group, merge in zip(groups, merges, strict=True)]
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].iri_path, drafts[n].members))
    paths = distinct((drafts[n].iri_path, (drafts[n].members[0][0],)) for n in order)
    path_of = dict(zip(order, paths, strict=True))
    entities = [replace(draft, iri_path=path_of[n]) for n, draft in enumerate(drafts)]
    cluster_of = {root: n for n, root in enumerate(clusters.members)}
    refusals = [
        Refusal(
            entities[cluster_of[clusters.find(edge.a)]].iri_path,
            entities[cluster_of[clusters.find(edge.b)]].iri_path,
            (edge.merge.a, edge.merge.b),
            edge.merge.score,
            (why,),
        )
        for edge, why in clusters.refused
    ]
    return Resolution(
        tuple(sorted(entities, key=lambda e: e.iri_path)), tuple(sorted(refusals, key=lambda r: (r.a, r.b, r.names)))
    )


def _draft(group: Sequence[Profile], merges: Sequence[Merge], decisions: Sequence[Decision]) -> ResolvedEntity:
    names: Counter[str] = Counter()
    for profile in group:
        for name, count in profile.names.items():
            names[name] += count
    type_ = group[0].type
    codes = sorted({code for profile in group for code in profile.codes})
    code = codes[0] if codes and type_ is EntityType.STATE else None
    territory = _territory(code)
    label = _decided_label(names, type_, decisions)
    known = min((profile.label for profile in group if profile.label), default=None)
    label = label or (territory.label if territory else None) or preferred(names, type_, known) or (code or "?")
    members = sorted(member for profile in group for node in profile.nodes for member in node.members)
    local = all(profile.local for profile in group)
    inside = [merge for profile in group for node in profile.nodes for merge in node.merges]
    return ResolvedEntity(
        iri_path=iri_path(type_, known or label, members[0][0] if local else group[0].qualifier, code),
        type=type_,
        label=label,
        alt_labels=tuple(sorted(name for name in names if name != label)),
        members=tuple(members),
        mention_count=sum(node.mentions for profile in group for node in profile.nodes),
        article_count=len({article for article, _ in members}),
        state_code=code,
        qid=territory.qid if territory else None,
        merges=tuple(sorted({*merges, *inside}, key=lambda m: (-m.score, m.a, m.b, m.reasons))),
    )


def _decided_label(names: Iterable[str], type_: EntityType, decisions: Iterable[Decision]) -> str | None:
    folded = {fold(name) for name in names}
    for decision in decisions:
        if decision.kind is DecisionKind.LABEL and fold(decision.a) in folded and decision.type in (None, type_):
            return decision.b
    return None


def _territory(code: str | None) -> Territory | None:
    try:
        return Territories.load().territory(code) if code else None
    except KeyError:
        return None
