"""Who says what: direct quotations, reported speech in Konjunktiv I or a dass-clause, ``so X``, ``laut X``.

The text is read in stretches: sentences cut at semicolons and colons outside quotation marks. In each, three things
are looked for: quoted words, finite verbs in Konjunktiv I, and an *inquit*, the words that name the speaker. A
stretch of speech without an inquit goes on with the speaker of the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.chunks import Chunk
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.frames.words import noun_bases, separated_prefix, strong, verb_forms, verb_parts
from kgbuild.extract.quotations import MARKS, Quotation, quotations
from kgbuild.model import EntityType, Label, Span

READER = "quotations"

_SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.STATE})
_SOURCES = frozenset({"aus", "in", "bei", "von"})
_STOPS = frozenset({";", ":"})
_COMMAS = frozenset({",", "–", "—"})
_SUBORDINATORS = frozenset({"dass", "daß", "ob"})

SCORES = {
    "direct": 0.92,
    "reported": 0.85,
    "clause": 0.8,
    "according": 0.85,
    "label": 0.85,
    "continued": 0.75,
    "named": 0.7,
}
"""Measured share of right claims by the form of speech."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The lists of ``speech.yaml``, verbs by form."""

    verbs: frozenset[tuple[str, str | None]]
    labelling: frozenset[tuple[str, str | None]]
    announcing: frozenset[tuple[str, str | None]]
    infinitive: frozenset[tuple[str, str | None]]
    attitude: frozenset[tuple[str, str | None]]
    impersonal: frozenset[tuple[str, str | None]]
    hearsay: frozenset[str]
    nouns: frozenset[str]


def _forms(infinitives: list[str]) -> frozenset[tuple[str, str | None]]:
    return frozenset(
        (form, reading.particle)
        for infinitive in infinitives
        for form, reading in verb_forms(infinitive.removeprefix("sich "))
    )


@cache
def speech_words() -> SpeechWords:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/claims/speech.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    return SpeechWords(
        verbs=_forms(table["verbs"]),
        labelling=_forms(table["labelling"]),
        announcing=_forms(table["announcing"]),
        infinitive=_forms(table["infinitive"]),
        attitude=_forms(table["attitude"]),
        impersonal=_forms(table["impersonal"]),
        hearsay=frozenset(table["hearsay"]),
        nouns=frozenset(table["nouns"]),
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens of one sentence between semicolons or colons, quotations kept whole."""

    begin: int
    end: int
    sentence: int
    after_colon: bool


@dataclass(frozen=True, slots=True)
class Inquit:
    """The words that name a speaker."""

    speakers: tuple[Argument, ...]
    verb: int
    """The speech verb, or ``so``, ``laut``, the noun of ``nach Angaben``."""
    begin: int
    end: int
    kind: str
    """``verb``, ``label``, ``announce`` or ``according``."""


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
        self._last: Utterance | None = None
        self._unknown = False

    def utterances(self) -> Iterator[Utterance]:
        """What is said in the article, in text order."""
        for sentence in range(len(self._reading.discourse.sentences)):
            introducer: tuple[Argument, ...] = ()
            for stretch in self._stretches(sentence):
                found = self._read(stretch, introducer if stretch.after_colon else ())
                if found is not None:
                    self._last = found
                    yield found
                introducer = self._main_subject(stretch) or (found.speakers if found else introducer)

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
        self._unknown = False
        reported = [t for t in outside if is_reported(t) and not self._of_a_noun(stretch, t.i)]
        inquit = self._inquit(stretch, outside, quotes, reported)
        if inquit is None and self._unknown:
            self._last = None  # someone speaks whom the text does not name
            return None
        if inquit is None:
            return self._continued(stretch, quotes, reported, introducer)
        if inquit.kind == "according":
            return self._utterance(stretch, inquit, self._without(stretch, inquit), "according")
        if inquit.kind == "label":
            return self._utterance(stretch, inquit, _quoted_run(quotes), "label") if quotes else None
        if quotes and not any(self._same_part(stretch, inquit, t) for t in reported):
            return self._utterance(stretch, inquit, _quoted_run(quotes), "direct")
        content = self._content(stretch, inquit, reported)
        if content is not None:
            return self._utterance(stretch, inquit, content, "reported" if reported else "clause")
        if quotes:
            return self._utterance(stretch, inquit, _quoted_run(quotes), "direct")
        if inquit.kind == "announce" and (named := self._named_content(inquit)) is not None:
            return self._utterance(stretch, replace(inquit, begin=0, end=0), named, "named")
        return None

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

    def _same_part(self, stretch: Stretch, inquit: Inquit, token: Token) -> bool:
        return token.i not in range(inquit.begin, inquit.end)

    def _of_a_noun(self, stretch: Stretch, verb: int) -> bool:
        """Whether the clause of a verb says what a rumour or reproach is, not what the subject says."""
        begin, _ = self._part(stretch, verb)
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
        return Utterance(inquit.speakers, begin, end, words, stretch.sentence, rule, trigger, announced, quoted)

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
        text = " ".join(part for part in parts if part)
        return " ".join(text.split()).strip(" ,;:.–—" + "".join(MARKS - {"’", "'"}))

    # -------------------------------------------------------- the inquit

    def _inquit(
        self, stretch: Stretch, outside: list[Token], quotes: list[Quotation], reported: list[Token]
    ) -> Inquit | None:
        for token in outside:
            found = self._according(stretch, token)
            if found is not None:
                return found
        candidates = []
        for token in outside:
            if token.pos_ in ("VERB", "AUX", "ADJ") and token not in reported:
                kind = self._kind(token, stretch, quotes)
                if kind is not None:
                    candidates.append((token, kind))
        target = self._target(stretch, quotes, reported)
        candidates.sort(key=lambda c: (c[0].i > target, abs(c[0].i - target)))
        for token, kind in candidates:
            self._unknown = True
            speakers = self._subject(stretch, token)
            if speakers:
                begin, end = self._part(stretch, token.i)
                as_told = self._doc[begin].lower_ == "wie" and not quotes
                if as_told and (end - 1 > token.i + 1 or {"es", "sich"} & {t.lower_ for t in self._doc[begin:end]}):
                    continue
                return Inquit(speakers, token.i, begin, end, "according" if as_told else kind)
        return None

    def _target(self, stretch: Stretch, quotes: list[Quotation], reported: list[Token]) -> int:
        """Where the first words of speech stand, as far as marks, mood and subordinators show."""
        places = [q.opening for q in quotes] + [t.i for t in reported]
        places += [t.i for t in self._outside(stretch) if t.lower_ in _SUBORDINATORS]
        return min(places, default=stretch.end)

    def _kind(self, token: Token, stretch: Stretch, quotes: list[Quotation]) -> str | None:
        """Whether and how a verb introduces speech."""
        form = token.lower_
        prefix = separated_prefix(self._fields.words(stretch.sentence, token.i), token.i)

        def among(forms: frozenset[tuple[str, str | None]]) -> bool:
            return (form, prefix) in forms or (
                prefix is not None and prefix in verb_parts().ambiguous and (form, None) in forms
            )

        if among(self._words.announcing):
            return "announce"
        if among(self._words.verbs) or among(self._words.impersonal):
            return "verb"
        if quotes and among(self._words.labelling):
            return "label"
        before = self._doc[token.i - 1].text if token.i > stretch.begin else ""
        if before == "," and token.i >= 2 and token.i - 2 in self._quoted:
            return "verb"
        return None

    def _according(self, stretch: Stretch, token: Token) -> Inquit | None:
        """``so X``, ``laut X``, ``X zufolge``, ``nach Angaben von X``."""
        word = token.lower_
        if word in ("so", "laut", "gemäß"):
            if word == "so" and token.i > stretch.begin and self._doc[token.i - 1].text not in _COMMAS:
                return None
            exact = [c for c in self._chunks(stretch) if c.begin <= token.i + 1 <= c.token and c.begin >= token.i]
            return self._told(stretch, token.i, token.i, exact[0] if exact else None)
        if word == "zufolge":
            before = [c for c in self._chunks(stretch) if c.end == token.i or c.end == token.i - 1]
            return self._told(stretch, token.i, before[-1].begin if before else token.i, before[-1] if before else None)
        if token.pos_ == "NOUN" and self._words.nouns & set(noun_bases(token.text)):
            begin = token.i
            while begin > stretch.begin and self._doc[begin - 1].pos_ in ("DET", "ADJ", "PRON"):
                begin -= 1
            if begin == stretch.begin or self._doc[begin - 1].lower_ not in ("nach", "laut"):
                return None
            for adjective in range(begin, token.i):
                if self._reading.label_at(adjective) is Label.NORP:
                    found = self._reading.arguments_at(adjective, _SPEAKERS)
                    return Inquit(found, token.i, begin - 1, token.i + 1, "according") if found else None
            own = [
                t
                for t in self._doc[begin : token.i]
                if t.lower_ in ("eigenen", "ihren", "seinen", "eigenem", "ihrer", "seiner")
            ]
            chunk = self._chunk_from(stretch, token.i + 1)
            if chunk is None and own:
                speakers = self._reading.arguments_at(own[0].i, _SPEAKERS) or self._main_subject(stretch)
                end = self._next_comma(stretch, token.i + 1) if begin - 1 > stretch.begin else token.i + 1
                return Inquit(speakers, token.i, begin - 1, end, "according") if speakers else None
            return self._told(stretch, token.i, begin - 1, chunk)
        return None

    def _told(self, stretch: Stretch, token: int, begin: int, chunk: Chunk | None) -> Inquit | None:
        if chunk is None:
            return None
        found = self._reading.arguments_at(chunk.token, _SPEAKERS)
        if not found:
            return None
        end = max(chunk.end, token + 1)
        if begin > stretch.begin and self._doc[begin - 1].text in _COMMAS:
            end = max(end, self._next_comma(stretch, end))
        return Inquit(found, token, begin, end, "according")

    def _chunks(self, stretch: Stretch) -> list[Chunk]:
        chunks = self._fields.chunks(stretch.sentence)
        return [c for c in chunks if stretch.begin <= c.token < stretch.end and c.token not in self._quoted]

    def _chunk_from(self, stretch: Stretch, token: int) -> Chunk | None:
        """The phrase that begins at ``token``, or right after a word like ``auch``."""
        for chunk in self._chunks(stretch):
            if chunk.begin in (token, token + 1):
                return chunk
        for chunk in self._chunks(stretch):
            if token < chunk.token <= token + 4 and not any(t.text == "," for t in self._doc[token : chunk.token]):
                return chunk
        return None

    def _subject(self, stretch: Stretch, verb: Token) -> tuple[Argument, ...]:
        """Who speaks: the subject in the verb's field, the nearest behind an inverted verb, else the one before it."""
        chunks = [c for c in self._chunks(stretch) if not c.attached and (not c.cases or "nom" in c.cases)]
        home = self._fields.field(stretch.sentence, verb.i)
        plain = [c for c in chunks if c.preposition is None and self._fields.field(stretch.sentence, c.token) == home]
        behind = [c for c in plain if c.token > verb.i]
        before = [c for c in plain if c.token < verb.i]
        inverted = verb.i == stretch.begin or self._doc[verb.i - 1].text in _COMMAS or verb.i - 1 in self._quoted
        if not before and not behind and (verb.lower_, None) in self._words.impersonal:
            behind = [c for c in self._chunks(stretch) if c.preposition in _SOURCES]
        ordered = behind + before[::-1] if inverted else before + behind
        for chunk in ordered:
            found = self._reading.arguments_at(chunk.token, _SPEAKERS)
            if found and self._doc[chunk.token].lower_ != "es":
                return found + self._conjuncts(stretch, chunk)
        clause = self._reading.clause_carried_by(verb.i)
        if clause is None or plain:
            return ()
        return tuple(arg for phrase in clause.subject for arg in self._reading.arguments(phrase, _SPEAKERS))

    def _conjuncts(self, stretch: Stretch, first: Chunk) -> tuple[Argument, ...]:
        """The speakers coordinated with the first."""
        found: list[Argument] = []
        chunks = self._chunks(stretch)
        for chunk in chunks[chunks.index(first) + 1 :]:
            if not chunk.conjunct:
                break
            found += self._reading.arguments_at(chunk.token, _SPEAKERS)
        return tuple(found)

    def _main_subject(self, stretch: Stretch) -> tuple[Argument, ...]:
        """The first nominative speaker of a stretch."""
        for chunk in self._chunks(stretch):
            if chunk.preposition is None and not chunk.attached and (not chunk.cases or "nom" in chunk.cases):
                found = self._reading.arguments_at(chunk.token, _SPEAKERS)
                if found:
                    return found
        return ()

    # -------------------------------------------------------- the content

    def _next_comma(self, stretch: Stretch, token: int) -> int:
        while token < stretch.end and self._doc[token].text not in _COMMAS:
            token += 1
        return token

    def _part(self, stretch: Stretch, verb: int) -> tuple[int, int]:
        """The stretch's part that holds the inquit: the verb's field, or from comma to comma."""
        begin = verb
        while begin > stretch.begin and not self._cuts(begin - 1):
            begin -= 1
        end = verb + 1
        while end < stretch.end and not self._cuts(end):
            end += 1
        return begin, end

    def _cuts(self, token: int) -> bool:
        return self._doc[token].text in _COMMAS or token in self._quoted

    def _without(self, stretch: Stretch, inquit: Inquit) -> tuple[int, int]:
        return stretch.begin, stretch.end

    def _content(self, stretch: Stretch, inquit: Inquit, reported: list[Token]) -> tuple[int, int] | None:
        """The reported clause before or after the inquit."""
        if reported:
            behind = [t.i for t in reported if t.i >= inquit.end]
            before = [t.i for t in reported if t.i < inquit.begin]
            if before and behind:
                return stretch.begin, stretch.end
            if behind:
                begin = inquit.end
                while begin < behind[0] and self._doc[begin].text in _COMMAS:
                    begin += 1
                return begin, stretch.end
            if before:
                return stretch.begin, inquit.begin
        for i in range(stretch.begin, stretch.end):
            if self._doc[i].lower_ in _SUBORDINATORS and i not in self._quoted:
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


_REPORTED = frozenset(
    ["sei", "seien", "seist", "habe", "werde", "könne", "müsse", "dürfe", "solle", "wolle", "möge", "wisse"]
)


@cache
def _dental() -> tuple[frozenset[str], frozenset[str]]:
    """Konjunktiv I of strong verbs in -t (``halte``, ``trete``), and preterites in -e (``dachte``, ``wurde``)."""
    present = frozenset(i.removesuffix("n") for i in strong() if i.endswith("ten"))
    return present, frozenset(past for _, past, _ in strong().values() if past.endswith("e"))


def is_reported(token: Token) -> bool:
    """Whether a verb stands in Konjunktiv I, told by its form: news has no first person outside quotations."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    form = token.lower_
    if form in _REPORTED:
        return True
    present, preterites = _dental()
    if token.pos_ == "AUX" or not form.endswith("e") or form.endswith(tuple(preterites)):
        return False
    return not form.endswith(("te", "ende")) or form.endswith(tuple(present))


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
        found += [_candidate(utterance, speaker) for speaker in utterance.speakers]
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


def _candidate(utterance: Utterance, speaker: Argument) -> Candidate:
    announced = utterance.announced and utterance.rule not in ("direct", "label")
    return Candidate(
        predicate="announced" if announced else "said",
        subject=speaker,
        object=utterance.words,
        sentence=utterance.sentence,
        reader=READER,
        rule=f"speech/{'announced-' if announced else ''}{utterance.rule}",
        score=SCORES[utterance.rule],
        trigger=utterance.trigger,
    )
