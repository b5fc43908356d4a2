"""Predicates in words, from the labels of the ontology."""

from __future__ import annotations

from functools import cache

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from kgbuild.graph.vocabulary import KG, RDFS
from kgbuild.resources import ontology


@cache
def _labels() -> dict[tuple[str, str], str]:
    labels: dict[tuple[str, str], str] = {}
    for quad in pyoxigraph.parse(path=ontology("kgbuild.ttl"), format=RdfFormat.TURTLE):
        subject, label = quad.subject, quad.object
        if quad.predicate == RDFS["label"] and isinstance(subject, NamedNode) and isinstance(label, Literal):
            name = KG.local(subject)
            if name and label.language:
                labels[name, label.language] = label.value
    return labels


def wording(name: str, language: str = "en") -> str:
    """The label of one of our terms: ``partyTo`` → ``party to``; of other terms the name itself.

    Args:
        name: local name of the term.
        language: ``en`` or ``de``.
    """
    return _labels().get((name, language), name)
