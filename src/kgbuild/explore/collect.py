"""Collecting a card from the published graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kgbuild.explore.card import Card, Evidence, Fact, Section, Spelling
from kgbuild.explore.wording import wording
from kgbuild.graph.vocabulary import SYMMETRIC
from kgbuild.store import Found, Store, View, table
from kgbuild.store.results import plain

Row = Mapping[str, Any]
"""A claim of ``View.CLAIMS`` with plain values."""

_SECTION: dict[str, Section] = {
    **dict.fromkeys(("holdsOffice", "appointed", "elected", "resignedFrom"), Section.OFFICES),
    **dict.fromkeys(("partyTo", "signed", "initiated", "concluded", "ended"), Section.AGREEMENTS),
    **dict.fromkeys(("metWith", "visited", "hosted", "participatedIn"), Section.MEETINGS),
    "said": Section.QUOTATIONS,
}


_DETAILS = ("with", "agreement", "field", "place", "figure")


def collect(store: Store, found: Found) -> Card:
    """Collect a card from the published graph.

    Args:
        store: with a published graph.
        found: the entity, from ``Store.find``.
    """
    iri = found.iri.value
    (entity,) = table(store, View.ENTITIES, about=found.iri).records()
    claims = table(store, View.CLAIMS, about=found.iri).records()
    sections = {
        section: facts
        for section in Section
        if (facts := _facts((c for c in claims if _section(c, iri) is section), iri, section))
    }
    return Card(
        iri=iri,
        type=found.type.value,
        label=found.label,
        mentions=found.mentions,
        articles=int(str(entity["articles"])),
        iso3166=_optional(entity["iso3166"]),
        wikidata=_optional(entity["wikidata"]),
        labels=tuple(str(entity["spellings"]).split(" | ")) if entity["spellings"] else (),
        spellings=_spellings(store, iri),
        sections=sections,
    )


def _optional(value: object) -> str | None:
    return None if value is None else str(value)


def _spellings(store: Store, iri: str) -> tuple[Spelling, ...]:
    rows = store.select(f"""
        SELECT ?text ?source (COUNT(?mention) AS ?mentions) WHERE {{
            ?mention itsrdf:taIdentRef <{iri}> ; itsrdf:taClassRef ?class ; nif:anchorOf ?text ;
                nif:referenceContext/dcterms:source ?source .
            FILTER(?class NOT IN (kg:Demonym, kg:Office))
        }} GROUP BY ?text ?source ORDER BY ?text ?source""")
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        text, source, count = (plain(row[name]) for name in ("text", "source", "mentions"))
        found.setdefault(str(text), []).append((str(source), int(str(count))))
    spellings = (Spelling(text, sum(n for _, n in uses), tuple(s for s, _ in uses)) for text, uses in found.items())
    return tuple(sorted(spellings, key=lambda s: (-s.mentions, s.text)))


def _section(claim: Row, iri: str) -> Section:
    section = _SECTION.get(claim["predicate"], Section.OTHER)
    return Section.OTHER if section is Section.QUOTATIONS and claim["subject_iri"] != iri else section


def _facts(claims: Iterable[Row], iri: str, section: Section) -> tuple[Fact, ...]:
    grouped: dict[tuple[str, str, str, str | None], list[Evidence]] = {}
    for claim in claims:
        date = "/".join(claim[end] for end in ("date", "end_date") if claim[end]) or None
        evidence = Evidence(
            claim["sentence"],
            claim["source"],
            claim["published"],
            claim["attributed_to"],
            float(claim["confidence"]),
            claim["iri"],
        )
        key = (claim["predicate"], _words(claim, iri, section), claim["status"], date)
        grouped.setdefault(key, []).append(evidence)
    facts = (Fact(*key, evidence=tuple(evidence)) for key, evidence in grouped.items())
    return tuple(sorted(facts, key=lambda f: (-len({e.source for e in f.evidence}), f.date or "", f.text)))


def _words(claim: Row, iri: str, section: Section) -> str:
    subject, target = claim["subject"], claim["object"]
    if section is Section.QUOTATIONS:
        return f"»{target}«"
    relation = wording(claim["predicate"])
    former = "former " if claim["former"] else ""
    if section is Section.OFFICES:
        office = f"{former}{claim['office'] or 'office'}"
        relation = "" if claim["predicate"] == "holdsOffice" else f" ({relation.removesuffix(' in')})"
        return f"{office}, {target}{relation}" if claim["subject_iri"] == iri else f"{subject}, {office}{relation}"
    parts = [relation, target] if claim["subject_iri"] == iri else [subject, relation, target]
    if claim["predicate"] in SYMMETRIC and claim["subject_iri"] != iri:
        parts = [relation, subject]
    details = [f"{name} {claim[name]}" for name in _DETAILS if claim[name]]
    return " ".join(parts) + (f" ({', '.join(details)})" if details else "")
