"""From the entities of all articles to the entities of the graph.

Nodes (inside one article) → profiles (one identity key) → candidate pairs → scores → clusters that respect vetoes →
bare surnames that evidence attaches → labels and IRIs. The result is a pure function of the documents and decisions,
whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.model import Document
from kgbuild.resolve.attachment import attach
from kgbuild.resolve.clustering import Clusters, Edge
from kgbuild.resolve.decisions import Decision
from kgbuild.resolve.drafts import draft
from kgbuild.resolve.edges import alike, decided, identical, postponed
from kgbuild.resolve.inside import merge_inside
from kgbuild.resolve.labels import distinct
from kgbuild.resolve.nodes import Node, nodes
from kgbuild.resolve.profiles import Profile, profiles
from kgbuild.resolve.resolution import Refusal, Resolution, ResolvedEntity
from kgbuild.resolve.rulings import Rulings


def resolve(documents: Sequence[Document], decisions: Sequence[Decision] = ()) -> Resolution:
    """Merge the entities of all articles into the entities of the graph.

    Args:
        documents: what each article says; the order does not matter.
        decisions: what people decided; they hold against everything the machine thinks.

    Returns:
        The entities, each with its members, spellings and the reasons for its merges.
    """
    rulings = Rulings(decisions)
    inside = [merge_inside(own) for own in _marked(documents, rulings)]
    found = profiles(node for one in inside for node in one.nodes)
    clusters = Clusters(found, rulings)
    clusters.force(decided(found, rulings))
    clusters.add([*identical(found), *alike(found), *postponed(found, inside)])
    attached = attach(found, clusters, rulings)
    clusters.add(attached.edges)
    entities, entity_of = _entities(found, clusters, rulings)
    refusals = (_refusal(edge, why, clusters, entity_of) for edge, why in (*clusters.refused, *attached.refused))
    return Resolution(
        tuple(sorted(entities, key=lambda e: e.iri_path)),
        tuple(sorted({r for r in refusals if r.a != r.b}, key=lambda r: (r.a, r.b, r.names, r.score, r.reasons))),
        tuple(decisions),
    )


def _marked(documents: Sequence[Document], rulings: Rulings) -> Iterator[list[Node]]:
    for document in sorted(documents, key=lambda d: d.article.key):
        own = nodes(document)
        for node in own:
            rulings.mark(node)
        yield own


def _entities(
    found: Sequence[Profile], clusters: Clusters, rulings: Rulings
) -> tuple[list[ResolvedEntity], dict[int, ResolvedEntity]]:
    """The entities, and the one of each cluster's root."""
    roots = list(clusters.clusters)
    drafts = []
    for root in roots:
        cluster = clusters.clusters[root]
        drafts.append(draft([found[i] for i in sorted(cluster.members)], cluster.merges, rulings))
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].age, drafts[n].entity.members))
    paths = distinct((drafts[n].entity.iri_path, drafts[n].age[1]) for n in order)
    path_of = dict(zip(order, paths, strict=True))
    entities = [replace(one.entity, iri_path=path_of[n]) for n, one in enumerate(drafts)]
    return entities, dict(zip(roots, entities, strict=True))


def _refusal(edge: Edge, why: str, clusters: Clusters, entity_of: dict[int, ResolvedEntity]) -> Refusal:
    a, b = sorted(entity_of[clusters.find(end)].iri_path for end in (edge.a, edge.b))
    return Refusal(a, b, (edge.merge.a, edge.merge.b), edge.merge.score, (why,))
