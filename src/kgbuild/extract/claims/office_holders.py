"""The person who holds an office, found next to it."""

from __future__ import annotations

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.office_bodies import Body
from kgbuild.extract.claims.office_mentions import Office
from kgbuild.extract.claims.office_words import office_words
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Label

_CLOSERS = frozenset({",", ".", ";", ":", ")", "“", "«", "»"})
_PERSON = (EntityType.PERSON,)
_APPOSITION = 11
"""How many words back from an office the comma before its apposition may stand."""


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
