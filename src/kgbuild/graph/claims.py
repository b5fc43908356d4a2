"""Claims in RDF: what a sentence states, with status, time, source and reader, and the direct triple."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from kgbuild.graph import literals
from kgbuild.graph.article import EntityIri
from kgbuild.graph.description import Descriptions, Section
from kgbuild.graph.iris import Iris
from kgbuild.graph.vocabulary import DATED_BY_OBJECT, KG, PROV, RDF, SYMMETRIC
from kgbuild.model import Claim, Document, Status

PLAIN = frozenset({Status.ASSERTED, Status.ANNOUNCED})
"""Statuses whose claims also give a direct triple."""

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A claim whose entities are those of the whole graph."""

    claim: Claim
    subject: NamedNode
    object: NamedNode | Literal
    digest: str
    """Of all that the claim says, not of who read it nor how surely."""


def describe_claims(document: Document, graph: Descriptions, iris: Iris, entity_iri: EntityIri) -> list[Statement]:
    """Add the document's claims to its graph and return the direct triples that follow from them.

    Claims that say the same of the same entities in the same sentence become one, with the highest confidence and
    every reader and rule; a symmetric predicate says the same either way round.
    """
    stated = sorted(
        (_resolve(document, claim, entity_iri) for claim in document.claims),
        key=lambda s: (s.digest, -s.claim.confidence, s.claim.reader, s.claim.rule, str(s.subject)),
    )
    direct: list[Statement] = []
    for digest, group in groupby(stated, key=lambda s: s.digest):
        same = list(group)
        _describe(document, same, iris.claim(digest), graph, iris, entity_iri)
        best = same[0]
        if best.claim.status in PLAIN:
            direct.append((best.subject, KG[best.claim.predicate], best.object))
            if best.claim.predicate in SYMMETRIC and isinstance(best.object, NamedNode):
                direct.append((best.object, KG[best.claim.predicate], best.subject))
    return direct


def _resolve(document: Document, claim: Claim, entity_iri: EntityIri) -> _Stated:
    key = document.article.key
    subject = entity_iri(key, claim.subject)
    target: NamedNode | Literal
    if isinstance(claim.object, int):
        target = entity_iri(key, claim.object)
    elif claim.predicate in DATED_BY_OBJECT:
        target = literals.date(claim.object)
    else:
        target = literals.text(claim.object, document.article.language)
    ends = [str(subject), str(target)]
    if claim.predicate in SYMMETRIC:
        ends.sort()
    others = [claim.attributed_to, claim.counterpart, claim.agreement, claim.place]
    content = [
        key,
        *document.sentences[claim.sentence],
        claim.predicate,
        *ends,
        claim.status.value,
        [claim.date.begin, claim.date.end] if claim.date else None,
        [None if entity is None else str(entity_iri(key, entity)) for entity in others],
        claim.office,
        claim.former,
        claim.field,
        None if claim.figure is None else document.mentions[claim.figure].span,
    ]
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
    return _Stated(claim, subject, target, digest[:16])


def _describe(
    document: Document, same: list[_Stated], iri: NamedNode, graph: Descriptions, iris: Iris, entity_iri: EntityIri
) -> None:
    key = document.article.key
    claim = same[0].claim
    span = document.sentences[claim.sentence]
    node = graph.of(iri, Section.CLAIM, (key, *span, claim.predicate, iri.value))
    node.add(RDF["type"], KG["Claim"])
    node.add(RDF["subject"], same[0].subject)
    node.add(RDF["predicate"], KG[claim.predicate])
    node.add(RDF["object"], same[0].object)
    node.add(KG["status"], KG[claim.status.value])
    if claim.date:
        node.add(KG["date"], literals.date(claim.date.begin))
        if claim.date.end:
            node.add(KG["endDate"], literals.date(claim.date.end))
    if claim.office:
        node.add(KG["office"], literals.text(claim.office))
    if claim.former:
        node.add(KG["former"], Literal(True))
    if claim.field:
        node.add(KG["field"], literals.text(claim.field))
    for name, entity in (("with", claim.counterpart), ("agreement", claim.agreement), ("place", claim.place)):
        if entity is not None:
            node.add(KG[name], entity_iri(key, entity))
    if claim.figure is not None:
        node.add(KG["figure"], iris.span(key, *document.mentions[claim.figure].span))
    node.add(KG["evidence"], iris.span(key, *span))
    if claim.trigger:
        node.add(KG["trigger"], Literal(" … ".join(document.article.text[slice(*part)] for part in claim.trigger)))
    node.add(PROV["wasDerivedFrom"], iris.article(key))
    if claim.attributed_to is not None:
        node.add(KG["attributedTo"], entity_iri(key, claim.attributed_to))
    node.add(KG["confidence"], literals.share(claim.confidence))
    node.add(KG["reader"], *_words(s.claim.reader for s in same))
    node.add(KG["rule"], *_words(s.claim.rule for s in same))


def _words(values: Iterable[str]) -> list[Literal]:
    return [Literal(value) for value in sorted(set(values))]
