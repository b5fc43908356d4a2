"""Adjectives and demonyms lead to their states: ``kasachisch`` to Kasachstan, ``kasachisch-israelisch`` to both."""

from __future__ import annotations

import re

from kgbuild.extract.coreference.clusters import Cluster, Clusters
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.discourse import Discourse
from kgbuild.gazetteer import Territories
from kgbuild.model import EntityType, Label

_ADJECTIVE = re.compile(r"(?:isch|sch)?(?:e[nmrs]?)?$")
_OF_NAME = re.compile(r"(?:ien|land|stan|ei|a|an|en)?$")
_SHORTEST_STEM = 4


def attach(discourse: Discourse, clusters: Clusters) -> None:
    """Add every NORP mention to the ``indirect`` of the states that it names; states without a name are made."""
    for index, mention in enumerate(discourse.mentions):
        if mention.label is not Label.NORP:
            continue
        codes = Territories.load().by_demonym(mention.text) or tuple(filter(None, (mention.state,)))
        for code in codes:
            clusters.state(code).indirect.append(index)
        named = _by_stem(mention.name, clusters)
        if named is not None and not codes:
            named.indirect.append(index)


def _by_stem(adjective: str, clusters: Clusters) -> Cluster | None:
    """The state of the article whose name has the adjective's stem: for states that no table knows."""
    stem = _ADJECTIVE.sub("", fold(adjective))
    if len(stem) < _SHORTEST_STEM:
        return None
    for cluster in clusters.typed(EntityType.STATE):
        if cluster.state is None and any(_OF_NAME.sub("", fold(name)) == stem for name in clusters.names(cluster)):
            return cluster
    return None
