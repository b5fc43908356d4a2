"""Who says what: direct quotations, reported speech in Konjunktiv I or a dass-clause, ``so X``, ``laut X``.

The text is read in stretches: sentences cut at semicolons and colons outside quotation marks. In each, three things
are looked for: quoted words, finite verbs in Konjunktiv I, and an *inquit*, the words that name the speaker. A
stretch of speech without an inquit goes on with the speaker of the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.inquits import COMMAS, SUBORDINATORS, Inquit, Inquits, Stretch
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.speech_words import is_reported, speech_words
from kgbuild.extract.coreference.gender import of_given_name
from kgbuild.extract.frames.words import noun_bases
from kgbuild.extract.quotations import MARKS, Quotation, quotations
from kgbuild.model import DateValue, EntityType, Label, Span

READER = "quotations"

_REACH = 2
"""How many sentences back the person may be named whom a description means."""

_STOPS = frozenset({";", ":"})

SCORES = {
    "direct": 0.94,
    "reported": 0.8,
    "clause": 0.76,
    "according": 0.72,
    "label": 0.87,
    "attributed": 0.4,
    "continued": 0.76,
    "named": 0.66,
    "described": 0.7,
}
"""Measured share of right claims by the form of speech."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that someone says."""

    speakers: tuple[Argument, ...]
    begin: int
    end: int
    words: str
    sentence: int
    rule: str
    trigger: tuple[Span, ...]
    announced: bool = False
    quoted: bool = False
    date: DateValue | None = None


class Speech:
    """Reads the utterances of one article, sentence by sentence."""

    def __init__(self, reading: Reading, fields: Fields) -> None:
        """Find the quotations of ``reading``."""
        self._reading = reading
        self._doc = reading.doc
        self._fields = fields
        self._words = speech_words()
        self._quotations = tuple(q for q in quotations(reading.doc) if not self._is_name(q))
        self._quoted = {t: q for q in self._quotations for t in range(q.opening, q.closing + 1)}
        self._inquits = Inquits(reading, fields, self._quoted)
        self._last: Utterance | None = None

    def utterances(self) -> Iterator[Utterance]:
        """What is said in the article, in text order."""
        for sentence in range(len(self._reading.discourse.sentences)):
            introducer: tuple[Argument, ...] = ()
            for stretch in self._stretches(sentence):
                found = self._read(stretch, introducer if stretch.after_colon else ())
                if found is not None:
                    self._last = found
                    yield found
                introducer = self._inquits.main_subject(stretch) or (found.speakers if found else introducer)

    # -------------------------------------------------------- stretches

    def _is_name(self, quotation: Quotation) -> bool:
        """Whether the marks enclose a name: ``die Zeitung „Vorwärts“``."""
        mention = self._reading.references.mention_at(quotation.begin)
        if mention is None:
            return False
        return self._reading.discourse.bounds[mention][1] >= quotation.end

    def _stretches(self, sentence: int) -> Iterator[Stretch]:
        begin, end = self._fields.bounds(sentence)
        start, colon = begin, False
        for i in range(begin, end):
            if self._doc[i].text in _STOPS and i not in self._quoted:
                if i > start:
                    yield Stretch(start, i, sentence, colon)
                start, colon = i + 1, self._doc[i].text == ":"
        if end > start:
            yield Stretch(start, end, sentence, colon)

    def _outside(self, stretch: Stretch) -> list[Token]:
        return [self._doc[i] for i in range(stretch.begin, stretch.end) if i not in self._quoted]

    def _quotes(self, stretch: Stretch) -> list[Quotation]:
        within = [q for q in self._quotations if stretch.begin <= q.opening < stretch.end]
        return [q for q in within if q.opening == 0 or self._doc[q.opening - 1].text != "("]

    # -------------------------------------------------------- reading

    def _read(self, stretch: Stretch, introducer: tuple[Argument, ...]) -> Utterance | None:
        if stretch.begin in self._quoted and self._quoted[stretch.begin].opening < stretch.begin:
            return None  # inside a quotation that an earlier sentence opened
        quotes, outside = self._quotes(stretch), self._outside(stretch)
        reported = [t for t in outside if is_reported(t) and not self._of_a_noun(stretch, t.i)]
        inquit = self._inquits.find(stretch, outside, quotes, reported)
        if inquit is None and (described := self._inquits.described) is not None:
            person = self._person_before(stretch, self._doc[described.verb + 1].lower_ in ("die", "sie", "diese"))
            return (
                None
                if person is None
                else self._utterance(stretch, replace(described, speakers=(person,)), _quoted_run(quotes), "described")
            )
        if inquit is None and self._inquits.unknown:
            self._last = None  # someone speaks whom the text does not name
            return None
        if inquit is None:
            return self._continued(stretch, quotes, reported, introducer)
        if inquit.kind == "according":
            rule = "attributed" if self._only_attributes(inquit, quotes, reported) else "according"
            return self._utterance(stretch, inquit, (stretch.begin, stretch.end), rule)
        if inquit.kind == "label":
            return self._utterance(stretch, inquit, _quoted_run(quotes), "label") if quotes else None
        if quotes and all(inquit.begin <= t.i < inquit.end for t in reported):
            return self._utterance(stretch, inquit, _quoted_run(quotes), "direct")
        content = self._content(stretch, inquit, reported)
        if content is not None:
            return self._utterance(stretch, inquit, content, "reported" if reported else "clause")
        if quotes:
            return self._utterance(stretch, inquit, _quoted_run(quotes), "direct")
        if inquit.kind == "announce" and (named := self._named_content(inquit)) is not None:
            return self._utterance(stretch, replace(inquit, begin=inquit.verb, end=inquit.verb), named, "named")
        return None

    def _only_attributes(self, inquit: Inquit, quotes: list[Quotation], reported: list[Token]) -> bool:
        """Whether the narrator states it himself and names his source: ``Laut der Studie stieg die Zahl``."""
        if quotes or reported:
            return False
        of_state = inquit.speakers[0].type is EntityType.STATE
        return of_state or self._doc[inquit.verb].lower_ in ("laut", "gemäß")

    def _person_before(self, stretch: Stretch, feminine: bool) -> Argument | None:
        """Whom a description without a known antecedent means: who spoke last, or the person named last."""
        last = self._last
        if last is not None and stretch.sentence - last.sentence <= _REACH and self._fits(last.speakers[0], feminine):
            return last.speakers[0]
        for sentence in range(stretch.sentence, max(stretch.sentence - _REACH, 0) - 1, -1):
            for mention in reversed(self._reading.sentence_mentions(sentence, (Label.PER,))):
                begin = self._reading.discourse.bounds[mention][0]
                found = self._reading.arguments_at(begin, (EntityType.PERSON,))
                if begin < stretch.begin and begin not in self._quoted and found and self._fits(found[0], feminine):
                    return found[0]
        return None

    def _fits(self, person: Argument, feminine: bool) -> bool:
        """Whether an entity is a person of the gender, as far as its given name tells."""
        if person.type is not EntityType.PERSON:
            return False
        names = self._reading.references.entities[person.entity].names
        genders = {gender for name in names if (gender := of_given_name(name)) is not None}
        return not genders or ("f" if feminine else "m") in genders

    def _named_content(self, inquit: Inquit) -> tuple[int, int] | None:
        """What is announced by a noun: the verb's accusative object, or what it threatens ``mit``."""
        clause = self._reading.clause_carried_by(inquit.verb)
        if clause is None:
            return None
        spoken = {speaker.token for speaker in inquit.speakers}
        threats = [p for p in clause.prepositional if p.preposition == "mit"]
        objects = [p for p in clause.objects if p.case in ("acc", None)] or threats
        for phrase in objects:
            if self._doc[phrase.head].pos_ in ("NOUN", "PROPN") and phrase.head not in spoken:
                return phrase.begin, phrase.end
        return None

    def _of_a_noun(self, stretch: Stretch, verb: int) -> bool:
        """Whether the clause of a verb says what a rumour or reproach is, not what the subject says."""
        begin, _ = self._inquits.part(stretch, verb)
        if begin - 2 <= stretch.begin:
            return False
        return any(base in self._words.hearsay for base in noun_bases(self._doc[begin - 2].text))

    def _continued(
        self, stretch: Stretch, quotes: list[Quotation], reported: list[Token], introducer: tuple[Argument, ...]
    ) -> Utterance | None:
        speakers = introducer
        if not speakers and self._last is not None and stretch.sentence - self._last.sentence <= 1:
            speakers = self._last.speakers
        if not speakers or not (reported or quotes):
            return None
        verbs = [t for t in self._outside(stretch) if t.pos_ in ("VERB", "AUX")]
        if reported and verbs[0].i == reported[0].i:
            run = (stretch.begin, stretch.end)
        elif reported and not quotes:
            return None
        elif introducer or quotes[0].opening == stretch.begin:
            run = _quoted_run(quotes)
        else:
            return None
        inquit = Inquit(speakers, stretch.begin, stretch.begin, stretch.begin, "continued")
        return self._utterance(stretch, inquit, run, "continued")

    def _utterance(self, stretch: Stretch, inquit: Inquit, run: tuple[int, int], rule: str) -> Utterance | None:
        begin, end = run
        words = self._text(begin, end, inquit)
        if not any(ch.isalnum() for ch in words):
            return None
        trigger = () if rule == "continued" else self._reading.trigger((inquit.verb,))
        announced = inquit.kind == "announce" and (rule != "reported" or self._promises(begin, end))
        quoted = begin in self._quoted
        date = self._date(stretch, inquit, rule)
        return Utterance(inquit.speakers, begin, end, words, stretch.sentence, rule, trigger, announced, quoted, date)

    def _date(self, stretch: Stretch, inquit: Inquit, rule: str) -> DateValue | None:
        """When it is said: the date next to the words that name the speaker; speech that goes on keeps it."""
        if rule == "continued":
            last = self._last
            return last.date if last is not None and last.sentence == stretch.sentence else None
        for mention in self._fields.dates(stretch.sentence, inquit.verb):
            begin = self._reading.discourse.bounds[mention][0]
            if inquit.begin <= begin < inquit.end or (rule == "named" and begin not in self._quoted):
                return self._reading.mentions[mention].date
        return None

    def _attitude(self, inquit: Inquit) -> bool:
        """Whether the verb tells a thought, not words: ``hofft, dass``."""
        form = self._doc[inquit.verb].lower_
        return any(form == known for known, _ in self._words.attitude)

    def _infinitival(self, inquit: Inquit) -> bool:
        """Whether the verb's infinitive is what is said, not what is wished: ``bestritt, … zu haben``."""
        if inquit.kind == "announce":
            return True
        form = self._doc[inquit.verb].lower_
        return any(form == known for known, _ in self._words.infinitive)

    def _promises(self, begin: int, end: int) -> bool:
        """Whether reported words speak of what someone will do."""
        return any(token.lower_ in ("werde", "würden", "wolle", "werden") for token in self._doc[begin:end])

    def _text(self, begin: int, end: int, inquit: Inquit) -> str:
        """The words of a run without an inquit inside it and without the marks around it."""
        parts = []
        for first, last in _minus((begin, end), (inquit.begin, inquit.end)):
            tokens = self._doc[first:last]
            parts.append(tokens.text.strip())
        if len(parts) == 2:  # the commas around an inserted inquit go with it
            parts = [parts[0].rstrip(" ,–—"), parts[1].lstrip(" ,–—")]
        text = " ".join(part for part in parts if part)
        return " ".join(text.split()).strip(" ,;:.–—" + "".join(MARKS - {"’", "'"}))

    # -------------------------------------------------------- the inquit

    def _content(self, stretch: Stretch, inquit: Inquit, reported: list[Token]) -> tuple[int, int] | None:
        """The reported clause before or after the inquit."""
        if reported:
            behind = [t.i for t in reported if t.i >= inquit.end]
            before = [t.i for t in reported if t.i < inquit.begin]
            if before and behind:
                return stretch.begin, stretch.end
            if behind:
                begin = inquit.end
                while begin < behind[0] and self._doc[begin].text in COMMAS:
                    begin += 1
                return begin, stretch.end
            if before:
                return stretch.begin, inquit.begin
        for i in range(stretch.begin, stretch.end):
            if self._doc[i].lower_ in SUBORDINATORS and i not in self._quoted:
                if self._attitude(inquit):
                    return None
                end = stretch.end if i > inquit.verb else max(inquit.begin, i + 1)
                return i + 1, end
        rest = self._doc[inquit.end : stretch.end]
        if not self._infinitival(inquit):
            return None
        for i, token in enumerate(rest):
            with_zu = i > 0 and rest[i - 1].lower_ == "zu"
            if token.pos_ in ("VERB", "AUX") and token.lower_.endswith("n") and (with_zu or "zu" in token.lower_[2:-3]):
                return inquit.end, stretch.end
        return None


def _quoted_run(quotes: list[Quotation]) -> tuple[int, int]:
    return quotes[0].begin, quotes[-1].end


def _minus(run: tuple[int, int], hole: tuple[int, int]) -> list[tuple[int, int]]:
    """What is left of a run of tokens without another."""
    if hole[1] <= run[0] or run[1] <= hole[0] or hole[0] == hole[1]:
        return [run]
    return [part for part in ((run[0], hole[0]), (hole[1], run[1])) if part[0] < part[1]]


def read_speech(reading: Reading, fields: Fields) -> tuple[tuple[Candidate, ...], dict[int, int]]:
    """Propose ``said`` and ``announced`` claims, and tell for each token of speech who utters it.

    Returns:
        The candidates, and token → entity of its speaker.
    """
    found: list[Candidate] = []
    speakers: dict[int, int] = {}
    for utterance in joined(Speech(reading, fields).utterances()):
        for token in range(utterance.begin, utterance.end):
            speakers[token] = utterance.speakers[0].entity
        found += [_candidate(reading, utterance, speaker) for speaker in utterance.speakers]
    return tuple(found), speakers


def joined(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
    """Utterances with a quotation that goes on in the next sentence made one."""
    last: Utterance | None = None
    for utterance in utterances:
        if last is not None and _goes_on(last, utterance):
            last = replace(last, words=f"{last.words} {utterance.words}", end=utterance.end)
            continue
        if last is not None:
            yield last
        last = utterance
    if last is not None:
        yield last


def _goes_on(last: Utterance, utterance: Utterance) -> bool:
    quoted = last.rule == "direct" and utterance.rule == "continued" and utterance.quoted
    return quoted and utterance.sentence - last.sentence == 1 and utterance.speakers == last.speakers


def _announced_agreement(reading: Reading, utterance: Utterance) -> Argument | None:
    """The only agreement that announced words are about."""
    found: dict[int, Argument] = {}
    for mention in reading.sentence_mentions(utterance.sentence, (Label.AGREEMENT,)):
        begin = reading.discourse.bounds[mention][0]
        if utterance.begin <= begin < utterance.end:
            found.update((a.entity, a) for a in reading.arguments_at(begin, (EntityType.AGREEMENT,)))
    return next(iter(found.values())) if len(found) == 1 else None


def _candidate(reading: Reading, utterance: Utterance, speaker: Argument) -> Candidate:
    announced = utterance.announced and utterance.rule not in ("direct", "label")
    return Candidate(
        predicate="announced" if announced else "said",
        subject=speaker,
        object=(_announced_agreement(reading, utterance) if announced else None) or utterance.words,
        sentence=utterance.sentence,
        reader=READER,
        rule=f"speech/{'announced-' if announced else ''}{utterance.rule}",
        score=SCORES[utterance.rule],
        date=utterance.date,
        trigger=utterance.trigger,
    )
