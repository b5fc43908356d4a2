"""How surely, when and by whom: the circumstances of each clause of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.language.clause import Clause, ClauseKind, Mood, Relation, Tense
from kgbuild.model import DateValue, EntityType, Label, Status

_ORDER = (Status.ASSERTED, Status.ANNOUNCED, Status.INTENDED, Status.POSSIBLE, Status.DENIED)
_HYPOTHETICAL_MARKERS = frozenset({"falls", "sofern", "wenn", "ob"})
_PURPOSE_MARKERS = frozenset({"um", "damit"})
_YEAR = re.compile(r"\d{4}")
_BEFORE_PARTICIPLE = 16
"""How many words before a participle its date may stand."""

_PLACE_PREPOSITIONS = frozenset({"in", "auf", "an", "bei"})


def combine(*statuses: Status | None) -> Status:
    """The weakest of several statuses: denied before possible, intended, announced and asserted."""
    return max((s for s in statuses if s is not None), key=_ORDER.index, default=Status.ASSERTED)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The lists of ``status.yaml``, by word."""

    governors: Mapping[str, Status]
    modals: Mapping[str, Status]
    adverbs: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    ahead: frozenset[str]
    ahead_after: frozenset[str]
    settings: frozenset[str]


@cache
def status_words() -> StatusWords:
    """The shipped lists.

    Raises:
        ValueError: a word stands in two lists of governors, or a status does not exist.
    """
    source = files("kgbuild").joinpath("data/extract/claims/status.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    governors: dict[str, Status] = {}
    for status, words in table["governors"].items():
        for word in words:
            if word in governors:
                raise ValueError(f"status.yaml: {word!r} stands in two lists")
            governors[word] = Status(status)
    single = {
        part: {word: Status(status) for word, status in table[part].items()}
        for part in ("modals", "adverbs", "adjectives")
    }
    return StatusWords(
        governors,
        **single,
        ahead=frozenset(table["ahead"]),
        ahead_after=frozenset(table["ahead_after"]),
        settings=frozenset(table["settings"]),
    )


class Circumstances:
    """Status, date, place and speaker of each clause; computed once per clause."""

    def __init__(self, reading: Reading, fields: Fields, speakers: Mapping[int, int] | None = None) -> None:
        """Prepare for the clauses of ``reading``.

        Args:
            reading: the article.
            fields: its fields.
            speakers: token → entity that utters it, for the tokens of quotations and reported speech.
        """
        self._reading = reading
        self._fields = fields
        self._speakers = {} if speakers is None else speakers
        self._status: dict[int, Status] = {}
        self._words = status_words()

    def status(self, clause: Clause) -> Status:
        """The status of what the clause states: its own combined with what governs it."""
        known = self._status.get(clause.index)
        if known is None:
            self._status[clause.index] = Status.ASSERTED  # ends a cycle of governors, should a parse have one
            own, inherited = self._own(clause), self._inherited(clause)
            if inherited is Status.ANNOUNCED and own is Status.INTENDED and clause.modal is None:
                own = Status.ASSERTED  # `gab bekannt, dass sie beitreten werde`: the future is part of the news
            known = self._status[clause.index] = combine(own, inherited)
        return known

    def date(self, clause: Clause) -> DateValue | None:
        """When it happens: the date in the clause's field, the nearest if there are several."""
        sentence = self._reading.discourse.sentence_of(clause.predicate)
        if sentence is None:
            return None
        if clause.kind is ClauseKind.NOMINAL:
            end = self._reading.end_of(clause.predicate)
            own = self._fields.date_of_noun(sentence, end)
            if own is not None:
                return self._reading.mentions[own].date
        dates = self._fields.dates(sentence, clause.predicate)
        starts = {m: self._reading.discourse.bounds[m][0] for m in dates}
        if clause.kind is ClauseKind.PARTICIPLE:
            dates = tuple(m for m in dates if 0 < clause.predicate - starts[m] <= _BEFORE_PARTICIPLE)
        nearest = min(dates, key=lambda m: abs(starts[m] - clause.predicate), default=None)
        return None if nearest is None else self._reading.mentions[nearest].date

    def place(self, clause: Clause) -> tuple[Argument, ...]:
        """Where it happens: the first place after a local preposition in the clause."""
        places = (EntityType.PLACE, EntityType.STATE)
        for phrase in clause.prepositional:
            if phrase.preposition in _PLACE_PREPOSITIONS and phrase.case != "acc":
                found = self._reading.arguments(phrase, places)
                if found and self._reading.label_at(found[0].token) in (Label.LOC, Label.STATE):
                    return found[:1]
        return ()

    def speaker(self, clause: Clause) -> int | None:
        """The entity that says so, where the clause is quoted or reported."""
        return self._speakers.get(clause.predicate)

    # ------------------------------------------------------------ parts

    def _own(self, clause: Clause) -> Status:
        doc = self._reading.doc
        found = [self._words.adverbs.get(doc[token].lemma_.lower()) for token in clause.adverbs]
        if clause.kind is ClauseKind.NOMINAL:
            found += [self._words.adjectives.get(doc[token].lemma_.lower()) for token in clause.adjectives]
        if clause.negation is not None:
            found.append(Status.DENIED)
        if clause.modal is not None and not self._hearsay(clause):
            found.append(self._words.modals.get(clause.modal))
        if clause.tense is Tense.FUTURE and clause.modal is None:
            found.append(Status.INTENDED)
        if clause.tense is Tense.PRESENT and self._lies_ahead(clause):
            found.append(Status.INTENDED)
        if clause.mood is Mood.SUBJUNCTIVE_2 and clause.modal is None and not self._reported(clause):
            found.append(Status.POSSIBLE)
        if clause.marker in _HYPOTHETICAL_MARKERS:
            found.append(Status.POSSIBLE)
        if clause.marker in _PURPOSE_MARKERS and clause.kind is ClauseKind.INFINITIVE:
            found.append(Status.INTENDED)
        return combine(*found)

    def _lies_ahead(self, clause: Clause) -> bool:
        """Whether a clause in the present tense tells of a day to come: ``Am Dienstag reist sie nach Bern``."""
        sentence = self._reading.discourse.sentence_of(clause.predicate)
        if sentence is None or clause.kind is not ClauseKind.FINITE:
            return False
        home = self._fields.field(sentence, clause.predicate)
        for mention in self._reading.sentence_mentions(sentence, (Label.DATE,)):
            begin = self._reading.discourse.bounds[mention][0]
            before = self._reading.doc[begin - 1].lower_ if begin else ""
            words = self._reading.mentions[mention].text.lower()
            if _YEAR.search(words) or self._fields.field(sentence, begin) != home:
                continue  # whoever tells of the coming days names no year
            if before in self._words.ahead_after and "seit" not in self._reading.doc[max(begin - 4, 0) : begin].text:
                return any(word in words for word in self._words.ahead)
        return False

    def _hearsay(self, clause: Clause) -> bool:
        """``soll … gezahlt haben`` reports; it does not plan."""
        return clause.modal == "sollen" and clause.tense in (Tense.PERFECT, Tense.PLUPERFECT)

    def _reported(self, clause: Clause) -> bool:
        return clause.predicate in self._speakers

    def _inherited(self, clause: Clause) -> Status | None:
        if clause.governor is None or clause.relation not in (Relation.COMPLEMENT, Relation.ATTRIBUTE):
            return None
        governor = self._reading.clauses[clause.governor]
        if clause.kind is ClauseKind.PARTICIPLE:
            return None
        if clause.kind is ClauseKind.NOMINAL and clause.predicate not in self._governed(governor):
            return None
        word = f"sich {governor.lemma}" if governor.reflexive else governor.lemma
        given = self._words.governors.get(word) or self._words.governors.get(governor.lemma)
        if given is None and governor.copula:
            given = self._words.adjectives.get(governor.lemma.lower())
        return self._through(governor, given, clause)

    def _governed(self, governor: Clause) -> frozenset[int]:
        """Nouns whose standing the governor settles: its objects, its subject in the passive, its genitives."""
        prepositional = [p for p in governor.prepositional if p.preposition not in self._words.settings]
        phrases = (*governor.objects, *prepositional, *governor.genitives, *governor.subject)
        return frozenset(phrase.head for phrase in phrases)

    def _through(self, governor: Clause, given: Status | None, clause: Clause) -> Status | None:
        above = self.status(governor)
        negated = governor.negation is not None
        if given is None:
            carries = clause.kind is ClauseKind.NOMINAL
            return above if carries or (negated and clause.kind is ClauseKind.INFINITIVE) else None
        if negated:
            return Status.POSSIBLE if given is Status.DENIED else Status.DENIED
        return given
