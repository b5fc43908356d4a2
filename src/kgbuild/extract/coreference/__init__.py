"""Coreference inside one article: which mentions, demonyms, offices, pronouns and descriptions mean the same thing."""

from __future__ import annotations

from kgbuild.extract import metonymy
from kgbuild.extract.coreference import acronyms, links, names, offices, owners, persons
from kgbuild.extract.coreference.clusters import Clusters
from kgbuild.extract.coreference.demonyms import attach as attach_demonyms
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.gender import masculine
from kgbuild.extract.discourse import Discourse
from kgbuild.extract.references import References
from kgbuild.model import EntityType, Label


def refer(discourse: Discourse) -> References:
    """What the words of an article refer to.

    Marks metonyms in ``discourse.mentions`` on the way.
    """
    clusters = cluster(discourse)
    return References(discourse, clusters.entities(), links.find(discourse, clusters))


def cluster(discourse: Discourse) -> Clusters:
    """The entities of an article by its names, with the demonyms and offices that lead to them."""
    metonymy.mark(discourse)
    clusters = Clusters(discourse.mentions)
    _add_named(discourse, clusters, Label.STATE, EntityType.STATE)
    attach_demonyms(discourse, clusters)
    _add_named(discourse, clusters, Label.LOC, EntityType.PLACE)
    _add_institutions(discourse, clusters)
    _add_agreements(discourse, clusters)
    _add_named(discourse, clusters, Label.EVENT, EntityType.EVENT)
    acronyms.introduce(discourse, clusters)
    metonymy.attach(discourse, clusters)
    held = _add_persons(discourse, clusters)
    offices.attach(discourse, clusters, held)
    return clusters


_GROUP = {
    Label.STATE: names.group_states,
    Label.LOC: names.group_places,
    Label.EVENT: names.group_events,
}


def _add_named(discourse: Discourse, clusters: Clusters, label: Label, type: EntityType) -> None:
    named = [
        names.NamedMention(index, mention.name, mention.span.begin, code=mention.state)
        for index, mention in enumerate(discourse.mentions)
        if mention.label is label
    ]
    for group in _GROUP[label](named):
        state = discourse.mentions[group[0]].state if type is EntityType.STATE else None
        clusters.add(type, group, state)


def _add_institutions(discourse: Discourse, clusters: Clusters) -> None:
    named, fuller = [], {}
    for index, mention in enumerate(discourse.mentions):
        if mention.label is not Label.ORG:
            continue
        owner = owners.owner_of(discourse, index)
        key = None
        if owner is not None:
            fuller[index] = owner.name
            state = next((c for c in clusters.all if owner.mention in c.indirect or owner.mention in c.mentions), None)
            key = str(clusters.all.index(state)) if state else fold(discourse.mentions[owner.mention].name)
        named.append(names.NamedMention(index, mention.name, mention.span.begin, owner=key))
    for group in names.group_organizations(named):
        found = clusters.add(EntityType.ORGANIZATION, group)
        found.fuller = list(dict.fromkeys(fuller[index] for index in group if index in fuller))


def _add_agreements(discourse: Discourse, clusters: Clusters) -> None:
    named, fuller = [], {}
    for index, mention in enumerate(discourse.mentions):
        if mention.label is Label.AGREEMENT:
            topic = owners.topic_of(discourse, index)
            if topic is not None:
                fuller[index] = topic.name
            key = topic.key if topic is not None else None
            named.append(names.NamedMention(index, mention.name, mention.span.begin, owner=key))
    for group in names.group_agreements(named):
        found = clusters.add(EntityType.AGREEMENT, group)
        found.fuller = list(dict.fromkeys(fuller[index] for index in group if index in fuller))


def _add_persons(discourse: Discourse, clusters: Clusters) -> dict[int, list[int]]:
    held = {
        index: offices.beside(discourse, index)
        for index, mention in enumerate(discourse.mentions)
        if mention.label is Label.PER
    }
    found = [
        persons.PersonMention(
            index,
            discourse.mentions[index].name,
            discourse.mentions[index].span.begin,
            frozenset(masculine(discourse.mentions[office].name) for office in beside),
            offices.gender_of(discourse, index, beside),
        )
        for index, beside in held.items()
    ]
    for group in persons.group(found):
        clusters.add(EntityType.PERSON, group)
    return held
