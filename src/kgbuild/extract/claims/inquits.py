"""Inquits: the words that name a speaker (``sagte X``, ``so X``, ``laut X``, ``nach Angaben von X``)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.chunks import Chunk
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.speech_words import speech_words
from kgbuild.extract.frames.words import noun_bases, separated_prefix, verb_parts
from kgbuild.extract.quotations import Quotation
from kgbuild.model import EntityType, Label

SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.STATE})
COMMAS = frozenset({",", "–", "—"})
SUBORDINATORS = frozenset({"dass", "daß", "ob"})
_DEFINITE = frozenset({"der", "die", "dieser", "diese"})
_SOURCES = frozenset({"aus", "in", "bei", "von"})


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


class Inquits:
    """Finds who speaks in a stretch of text."""

    def __init__(self, reading: Reading, fields: Fields, quoted: Container[int]) -> None:
        """Prepare for an article.

        Args:
            reading: the article.
            fields: its fields.
            quoted: the tokens of quotations, marks included.
        """
        self._reading = reading
        self._doc = reading.doc
        self._fields = fields
        self._words = speech_words()
        self._quoted = quoted
        self.unknown = False
        """Whether the last stretch has a verb of speech whose speaker the text does not name."""
        self.described: Inquit | None = None
        """The inquit of the last stretch whose speaker is a person told by a description only: ``so der Beamte``."""

    def find(
        self, stretch: Stretch, outside: list[Token], quotes: list[Quotation], reported: list[Token]
    ) -> Inquit | None:
        """The inquit of a stretch, None if it has none.

        Args:
            stretch: the run of text.
            outside: its tokens outside quotations.
            quotes: the quotations that begin in it.
            reported: its verbs in Konjunktiv I.
        """
        self.unknown, self.described = False, None
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
            self.unknown = True
            speakers = self._subject(stretch, token)
            if speakers:
                begin, end = self.part(stretch, token.i)
                as_told = self._doc[begin].lower_ == "wie" and not quotes
                if as_told and (end - 1 > token.i + 1 or {"es", "sich"} & {t.lower_ for t in self._doc[begin:end]}):
                    continue
                return Inquit(speakers, token.i, begin, end, "according" if as_told else kind)
            if self.described is None and quotes and self._someone(stretch, token):
                self.described = Inquit((), token.i, *self.part(stretch, token.i), kind)
        return None

    def _someone(self, stretch: Stretch, verb: Token) -> bool:
        """Whether the words right behind the verb are one definite person whom the text has named before."""
        token = verb.i + 1
        if token + 1 >= stretch.end:
            return False
        if self._doc[token].lower_ in ("er", "sie", "diese", "dieser") and self._doc[token].pos_ == "PRON":
            return True
        if self._doc[token].lower_ not in _DEFINITE:
            return False
        token += 1
        while token + 1 < stretch.end and self._doc[token].pos_ == "ADJ":
            token += 1
        noun = self._doc[token]
        return noun.pos_ == "NOUN" and noun.lower_.endswith(self._words.persons)

    def _target(self, stretch: Stretch, quotes: list[Quotation], reported: list[Token]) -> int:
        """Where the first words of speech stand, as far as marks, mood and subordinators show."""
        places = [q.opening for q in quotes] + [t.i for t in reported]
        for i in range(stretch.begin, stretch.end):
            if i not in self._quoted and self._doc[i].lower_ in SUBORDINATORS:
                places.append(i)
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
            if word == "so" and token.i > stretch.begin and self._doc[token.i - 1].text not in COMMAS:
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
                    found = self._reading.arguments_at(adjective, SPEAKERS)
                    return Inquit(found, token.i, begin - 1, token.i + 1, "according") if found else None
            own = [
                t
                for t in self._doc[begin : token.i]
                if t.lower_ in ("eigenen", "ihren", "seinen", "eigenem", "ihrer", "seiner")
            ]
            chunk = self._chunk_from(stretch, token.i + 1)
            if chunk is None and own:
                speakers = self._reading.arguments_at(own[0].i, SPEAKERS) or self.main_subject(stretch)
                end = self._next_comma(stretch, token.i + 1) if begin - 1 > stretch.begin else token.i + 1
                return Inquit(speakers, token.i, begin - 1, end, "according") if speakers else None
            return self._told(stretch, token.i, begin - 1, chunk)
        return None

    def _told(self, stretch: Stretch, token: int, begin: int, chunk: Chunk | None) -> Inquit | None:
        if chunk is None:
            return None
        found = self._reading.arguments_at(chunk.token, SPEAKERS)
        if not found:
            return None
        end = max(chunk.end, token + 1)
        if begin > stretch.begin and self._doc[begin - 1].text in COMMAS:
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
        inverted = verb.i == stretch.begin or self._doc[verb.i - 1].text in COMMAS or verb.i - 1 in self._quoted
        if not before and not behind and (verb.lower_, None) in self._words.impersonal:
            behind = [c for c in self._chunks(stretch) if c.preposition in _SOURCES]
        ordered = behind + before[::-1] if inverted else before + behind
        for chunk in ordered:
            found = self._reading.arguments_at(chunk.token, SPEAKERS)
            if found and self._doc[chunk.token].lower_ != "es":
                return found + self._conjuncts(stretch, chunk)
        clause = self._reading.clause_carried_by(verb.i)
        if clause is None or plain:
            return ()
        return tuple(arg for phrase in clause.subject for arg in self._reading.arguments(phrase, SPEAKERS))

    def _conjuncts(self, stretch: Stretch, first: Chunk) -> tuple[Argument, ...]:
        """The speakers coordinated with the first."""
        found: list[Argument] = []
        chunks = self._chunks(stretch)
        for chunk in chunks[chunks.index(first) + 1 :]:
            if not chunk.conjunct:
                break
            found += self._reading.arguments_at(chunk.token, SPEAKERS)
        return tuple(found)

    def main_subject(self, stretch: Stretch) -> tuple[Argument, ...]:
        """The first nominative speaker of a stretch."""
        for chunk in self._chunks(stretch):
            if chunk.preposition is None and not chunk.attached and (not chunk.cases or "nom" in chunk.cases):
                found = self._reading.arguments_at(chunk.token, SPEAKERS)
                if found:
                    return found
        return ()

    def _next_comma(self, stretch: Stretch, token: int) -> int:
        while token < stretch.end and self._doc[token].text not in COMMAS:
            token += 1
        return token

    def part(self, stretch: Stretch, verb: int) -> tuple[int, int]:
        """The stretch's part that holds the inquit: the verb's field, or from comma to comma."""
        begin = verb
        while begin > stretch.begin and not self._cuts(begin - 1):
            begin -= 1
        end = verb + 1
        while end < stretch.end and not self._cuts(end):
            end += 1
        return begin, end

    def _cuts(self, token: int) -> bool:
        return self._doc[token].text in COMMAS or token in self._quoted
