"""Who holds which office where: read from what stands next to an office, not from the parse.

``US-Präsident Donald Trump`` · ``Israels Außenminister Gideon Sa’ar`` · ``der kasachische Präsident Tokajew`` ·
``die Präsidentin des Senats, Anna Lund,`` · ``Albin Kurti, der kosovarische Regierungschef,``. In such phrases the
neighbours are surer than dependency arcs, which confuse apposition, coordination and genitive.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.office_bodies import Body, body_before, body_behind, body_behind_name
from kgbuild.extract.claims.office_holders import holder_of
from kgbuild.extract.claims.office_mentions import Office, offices
from kgbuild.extract.claims.office_words import office_words
from kgbuild.extract.claims.parties import is_party, party_words
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Status

READER = "offices"

SCORES = {
    "compound": 0.95,
    "head": 0.85,
    "demonym": 0.92,
    "genitive": 0.92,
    "possessive": 0.75,
    "owner": 0.83,
    "attribute": 0.85,
    "behind-name": 0.75,
}
"""Measured share of right claims by the way in which the body is named."""


def read_offices(reading: Reading) -> Iterator[Candidate]:
    """Propose ``holdsOffice`` for each office whose holder and body the words next to it name."""
    for office in offices(reading):
        before, behind = body_before(reading, office), body_behind(reading, office)
        holder = holder_of(reading, office, before, behind)
        if holder is None:
            continue
        body = _nearer(before, behind) or body_behind_name(reading, holder)
        if body is not None and body.argument.entity != holder.entity:
            yield _candidate(reading, office, holder, body)


def _nearer(before: Body | None, behind: Body | None) -> Body | None:
    """The body before the office; of ``die niederländische Präsidentin des Verbands`` the organisation behind it."""
    national = before is not None and before.rule == "demonym"
    if national and behind is not None and behind.argument.type is EntityType.ORGANIZATION:
        return behind
    return before or behind


def _predicate(reading: Reading, office: Office, body: Body) -> str:
    """A seat in parliament for a party is membership in it: ``Nationalrätin der Grünen``."""
    seat = office.text.startswith(party_words().seats)
    return "memberOf" if seat and is_party(reading, body.argument.entity) else "holdsOffice"


def _candidate(reading: Reading, office: Office, holder: Argument, body: Body) -> Candidate:
    words = office_words()
    before = _adjectives(reading, office)
    former = office.text.startswith(words.former_prefixes) or any(w.startswith(words.former) for w in before)
    coming = any(w.startswith(words.coming) for w in before)
    return Candidate(
        predicate=_predicate(reading, office, body),
        subject=holder,
        object=body.argument,
        sentence=office.sentence,
        reader=READER,
        rule=f"office/{body.rule}",
        score=SCORES[body.rule],
        status=Status.INTENDED if coming else Status.ASSERTED,
        office=_title(office, body),
        former=former,
        trigger=reading.trigger(range(office.begin, office.end)),
    )


def _adjectives(reading: Reading, office: Office) -> list[str]:
    """Lower-case words before the office, back to its article."""
    found: list[str] = []
    token = office.begin - 1
    while (
        token >= 0
        and reading.discourse.sentence_of(token) == office.sentence
        and reading.doc[token].pos_ in ("ADJ", "ADV", "VERB")
    ):
        found.append(reading.doc[token].lower_)
        token -= 1
    return found


def _title(office: Office, body: Body) -> str:
    """The office as written, in the nominative, without the state that its compound names: ``US-Präsidenten``.

    An organisation belongs to the office's own name: ``EU-Außenbeauftragter``.
    """
    title = office.title
    if body.rule == "compound" and body.argument.type is EntityType.STATE:
        title = title.split("-", 1)[1]
        title = title[:1].upper() + title[1:]
    return title
