"""Who holds which office where: read from what stands next to an office, not from the parse.

``US-Präsident Donald Trump`` · ``Israels Außenminister Gideon Sa’ar`` · ``der kasachische Präsident Tokajew`` ·
``die Präsidentin des Senats, Anna Lund,`` · ``Albin Kurti, der kosovarische Regierungschef,``. In such phrases the
neighbours are surer than dependency arcs, which confuse apposition, coordination and genitive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.parties import is_party, party_words, speaks_for_party
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Label, Status

READER = "offices"

_BODY_TYPES = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PLACE})
_BODY_LABELS = frozenset({Label.STATE, Label.ORG, Label.LOC})
_GENITIVE_ENDINGS = ("s", "'", "’", "ʼ")
_CONTRACTED = {"vom": "von", "beim": "bei", "im": "in", "am": "an"}
_CLOSERS = frozenset({",", ".", ";", ":", ")", "“", "«", "»"})
_PERSON = (EntityType.PERSON,)
_APPOSITION = 11
"""How many words back from an office the comma before its apposition may stand."""

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})

SCORES = {
    "compound": 0.95,
    "head": 0.85,
    "demonym": 0.92,
    "genitive": 0.92,
    "possessive": 0.75,
    "attribute": 0.85,
    "behind-name": 0.75,
}
"""Measured share of right claims by the way in which the body is named."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The lists of ``offices.yaml``."""

    former: tuple[str, ...]
    former_prefixes: tuple[str, ...]
    coming: tuple[str, ...]
    prepositions: frozenset[str]
    titles: frozenset[str]
    bodies: tuple[str, ...]
    seats: tuple[str, ...]
    colleagues: dict[str, str]
    """Form → nominative singular."""


@cache
def office_words() -> OfficeWords:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/claims/offices.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    return OfficeWords(
        former=tuple(table["former"]),
        former_prefixes=tuple(table["former_prefixes"]),
        coming=tuple(table["coming"]),
        prepositions=frozenset(table["prepositions"]),
        titles=frozenset(table["titles"]),
        bodies=tuple(table["bodies"]),
        seats=tuple(table["seats"]),
        colleagues={form: forms[0] for forms in table["colleagues"] for form in forms},
    )


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text."""

    begin: int
    end: int
    sentence: int
    text: str
    title: str
    """In the nominative singular."""


@dataclass(frozen=True, slots=True)
class Body:
    """The state or body that an office belongs to, and how the text ties the two together."""

    argument: Argument
    rule: str
    end: int
    """One past the last token that names it, where it stands behind the office; else the office's own end."""


def read_offices(reading: Reading) -> Iterator[Candidate]:
    """Propose ``holdsOffice`` for each office whose holder and body the words next to it name."""
    for office in _offices(reading):
        before, behind = body_before(reading, office), body_behind(reading, office.end)
        holder = holder_of(reading, office, before, behind)
        if holder is None:
            continue
        body = before or behind or body_behind_name(reading, holder)
        if body is not None and body.argument.entity != holder.entity:
            yield _candidate(reading, office, holder, body)


def _predicate(reading: Reading, office: Office, body: Body) -> str:
    """A seat in parliament for a party is membership in it: ``Nationalrätin der Grünen``."""
    seat = office.text.startswith(party_words().seats)
    return "memberOf" if seat and is_party(reading, body.argument.entity) else "holdsOffice"


def _offices(reading: Reading) -> Iterator[Office]:
    """The offices named in an article, and the colleagues who hold one that is not named: ``Amtskollege``."""
    for index, mention in enumerate(reading.mentions):
        if mention.label is Label.ROLE:
            begin, end = reading.discourse.bounds[index]
            yield Office(begin, end, mention.sentence, mention.text, mention.name)
    colleagues = office_words().colleagues
    for token in reading.doc:
        if token.pos_ == "NOUN" and token.text in colleagues and reading.references.mention_at(token.i) is None:
            sentence = reading.discourse.sentence_of(token.i)
            if sentence is not None:
                yield Office(token.i, token.i + 1, sentence, token.text, colleagues[token.text])


# ------------------------------------------------------------------ the body


def body_before(reading: Reading, office: Office) -> Body | None:
    """The body named in the office's own word or before it: ``US-``, ``kasachische``, ``Israels``, ``ihr``."""
    begin = office.begin
    first = office.text.split("-")[0]
    if first != office.text:
        found = [a for a in reading.named(first, begin) if a.type in _BODY_TYPES]
        if found:
            return Body(found[0], "compound", begin)
    elif len(opening := _opening(reading, office)) == 1:
        return Body(opening[0], "head", begin)
    token = begin - 1
    while token >= 0 and reading.discourse.sentence_of(token) == office.sentence:
        label = reading.label_at(token)
        if label is Label.NORP:
            found = list(reading.arguments_at(token, _BODY_TYPES))
            return Body(found[0], "demonym", begin) if len(found) == 1 else None
        if label in _BODY_LABELS:
            if not reading.doc[token].text.endswith(_GENITIVE_ENDINGS):
                return None
            found = list(reading.arguments_at(token, _BODY_TYPES))
            return Body(found[0], "genitive", begin) if found else None
        if label is not None:
            return None
        word = reading.doc[token]
        if word.pos_ in ("DET", "PRON") or word.lower_ in _ARTICLES:
            found = list(reading.arguments_at(token, _BODY_TYPES - {EntityType.PLACE})) or _antecedent(reading, token)
            return Body(found[0], "possessive", begin) if found else None
        if word.pos_ not in ("ADJ", "ADV", "NUM", "VERB"):
            return None
        token -= 1
    return None


_ARTICLES = frozenset(["der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "einem", "einer", "eines"])


def _opening(reading: Reading, office: Office) -> tuple[Argument, ...]:
    """The body that opens the office's word: ``Kommissionschefin``, ``Kremlsprecher``."""
    words = office_words()
    for word in words.bodies:
        if office.text.startswith(word) and office.text != word:
            return reading.ending_in(word, office.begin)
    for seat in words.seats:
        if office.text.startswith(seat) and office.text != seat:
            return reading.seated(seat, office.begin)
    return ()


def _antecedent(reading: Reading, token: int) -> list[Argument]:
    """The body right before a relative ``dessen`` or ``deren``: ``Ungarn, dessen Agrarminister``."""
    doc = reading.doc
    if doc[token].lower_ not in ("dessen", "deren") or token < 2 or doc[token - 1].text != ",":
        return []
    return list(reading.arguments_at(token - 2, _BODY_TYPES - {EntityType.PLACE}))


def body_behind(reading: Reading, end: int) -> Body | None:
    """The body named behind ``end``: ``der Ukraine``, ``Kasachstans``, ``von der Partei Rossa``, ``am Gericht``."""
    doc = reading.doc
    if end >= len(doc):
        return None
    token = end
    word = doc[token].lower_
    preposition = _CONTRACTED.get(word, word)
    if preposition in office_words().prepositions:
        token += 1
    elif doc[token].lower_ not in ("der", "des", "eines", "einer") and not (
        reading.label_at(token) in _BODY_LABELS and doc[token].text.endswith(_GENITIVE_ENDINGS)
    ):
        return None
    return _named_within(reading, token, end)


def _named_within(reading: Reading, token: int, end: int) -> Body | None:
    """The first body named in the noun phrase that starts at ``token``, at most five words on."""
    doc = reading.doc
    sentence = reading.discourse.sentence_of(end - 1)
    described: Body | None = None
    for position in range(token, min(token + 6, len(doc))):
        if reading.discourse.sentence_of(position) != sentence:
            break
        label = reading.label_at(position)
        if label in _BODY_LABELS:
            found = reading.arguments_at(position, _BODY_TYPES)
            if not found:
                break
            mention = reading.references.mention_at(position)
            stop = position + 1 if mention is None else reading.discourse.bounds[mention][1]
            return Body(found[0], "attribute", stop)
        if label not in (None, Label.NORP) or (doc[position].pos_ not in _NOMINAL and position > token):
            break
        found = reading.arguments_at(position, _BODY_TYPES)
        if found and label is None and doc[position].pos_ == "NOUN":
            described = Body(found[0], "attribute", position + 1)
    return described


def body_behind_name(reading: Reading, holder: Argument) -> Body | None:
    """The body behind the holder's name: ``Sprecherin Mia Wolf vom Verband Solis``."""
    mention = reading.references.mention_at(holder.token)
    if mention is None or reading.mentions[mention].label is not Label.PER:
        return None
    end = reading.discourse.bounds[mention][1]
    doc = reading.doc
    if end >= len(doc) or _CONTRACTED.get(doc[end].lower_, doc[end].lower_) not in ("von", "bei", "an"):
        return None
    body = _named_within(reading, end + 1, end)
    if body is not None and (is_party(reading, body.argument.entity) or speaks_for_party(reading, holder)):
        return None  # `der Abgeordnete Levi Kern von der Liste Zukunft` sits in parliament, not in his party
    return None if body is None else Body(body.argument, "behind-name", body.end)


# ------------------------------------------------------------------ the holder


def holder_of(reading: Reading, office: Office, before: Body | None, behind: Body | None) -> Argument | None:
    """The person who holds the office: named behind it or behind its body, before it, or referred to by it."""
    starts = [office.end]
    if behind is not None:
        starts.append(behind.end)
    for start in starts:
        found = _person_from(reading, start, office, apposed=start != office.end or before is not None)
        if found is not None:
            return found
    found = _person_before(reading, office) or _subject_of(reading, office)
    if found is not None:
        return found
    referred = reading.arguments_at(office.begin, _PERSON)
    return referred[0] if referred else None


def _person_from(reading: Reading, start: int, office: Office, apposed: bool) -> Argument | None:
    """The person named at ``start``, titles aside; behind a comma only as an apposition that a comma closes."""
    doc, titles = reading.doc, office_words().titles
    token = start
    comma = token < len(doc) and doc[token].text == ","
    if comma and not apposed:
        return None
    if comma:
        token += 1
    while token < len(doc) and doc[token].text in titles:
        token += 1
    if token >= len(doc) or reading.discourse.sentence_of(token) != office.sentence:
        return None
    if reading.label_at(token) is not Label.PER:
        return None
    end = reading.end_of(token)
    if comma and start == office.end and (end >= len(doc) or doc[end].text not in _CLOSERS):
        return None
    found = reading.arguments_at(token, _PERSON)
    return found[0] if found else None


def _person_before(reading: Reading, office: Office) -> Argument | None:
    """The person named before ``, der frühere kasachische`` and the office; no other name may come between."""
    doc = reading.doc
    token = office.begin - 1
    while token >= 0 and doc[token].text != "," and office.begin - token < _APPOSITION:
        if reading.label_at(token) is Label.PER or doc[token].pos_ in ("VERB", "AUX", "SCONJ", "PUNCT"):
            return None
        token -= 1
    if token < 1 or doc[token].text != "," or reading.discourse.sentence_of(token) != office.sentence:
        return None
    name = token - 1
    while name > token - 4 and name > 0 and doc[name].pos_ in ("VERB", "ADP", "ADV") and reading.label_at(name) is None:
        name -= 1  # `ließ Anna Lund wissen, die Sprecherin des Senats`
    if reading.label_at(name) is not Label.PER:
        return None
    found = reading.arguments_at(name, _PERSON)
    return found[0] if found else None


def _subject_of(reading: Reading, office: Office) -> Argument | None:
    """Who *is* or *becomes* it: the subject of a copula whose predicative is the office."""
    for token in range(office.begin, office.end):
        clause = reading.clause_carried_by(token)
        if clause is not None and clause.copula and clause.predicate == token:
            found = [arg for phrase in clause.subject for arg in reading.arguments(phrase, _PERSON)]
            return found[0] if len(found) == 1 else None
    return None


# ------------------------------------------------------------------ the claim


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
    """The office without the body that its compound names: ``Präsident`` of ``US-Präsident``."""
    if body.rule != "compound":
        return office.title
    title = office.title.split("-", 1)[1]
    return title[:1].upper() + title[1:]
