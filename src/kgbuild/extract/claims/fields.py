"""Fields: the stretches of a sentence that belong to one verb, and the names in them, by position alone.

A parse of news prose is wrong in every fifth arc, and one wrong arc hides an argument. German marks much on the
surface: a comma or a conjunction bounds a clause, a preposition opens its phrase, an article shows the case, what is
coordinated agrees. Readers look for arguments in these fields as well as in the clauses.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.claims.chunks import Chunk, find_chunks, is_possessive
from kgbuild.extract.claims.closed_classes import closed_classes
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.segments import Segmentation, pieces, relative_pronoun, segment
from kgbuild.model import Label

_ANTECEDENTS = 3
"""How many names before a relative clause its pronoun may stand for."""


def _opening(chunk: Chunk) -> Chunk:
    """A chunk that goes on with one of another clause stands for itself: ``… von Peru, und Chile gehört …``."""
    return replace(chunk, preposition=None, attached=False, conjunct=False)


class Fields:
    """The chunks and the fields of an article, made sentence by sentence when asked for."""

    def __init__(self, reading: Reading) -> None:
        """Prepare for ``reading``."""
        self._reading = reading
        self._found: dict[int, tuple[Chunk, ...]] = {}
        self._fields: dict[int, Segmentation] = {}
        self._bounds: dict[int, tuple[int, int]] = {}
        self._pronouns: dict[int, frozenset[int]] = {}
        self._groups: dict[tuple[int, int], tuple[tuple[Chunk, ...], ...]] = {}
        self._words: dict[tuple[int, int], tuple[Token, ...]] = {}

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First token of a sentence and one past its last."""
        known = self._bounds.get(sentence)
        if known is None:
            tokens = self._reading.discourse.tokens(self._reading.discourse.sentences[sentence])
            known = self._bounds[sentence] = (tokens.start, tokens.stop)
        return known

    def chunks(self, sentence: int) -> tuple[Chunk, ...]:
        """The referring phrases of a sentence, in text order."""
        if sentence not in self._found:
            self._found[sentence] = tuple(find_chunks(self._reading, *self.bounds(sentence), self._relatives(sentence)))
        return self._found[sentence]

    def _relatives(self, sentence: int) -> frozenset[int]:
        """The relative pronouns that open fields of the sentence."""
        if sentence not in self._pronouns:
            runs = pieces(self._reading.doc, *self.bounds(sentence))
            found = (relative_pronoun(self._reading.doc, run.begin, run.end) for run in runs[1:] if not run.hard)
            self._pronouns[sentence] = frozenset(token for token in found if token is not None)
        return self._pronouns[sentence]

    def field(self, sentence: int, token: int) -> int:
        """The number of the field that a token lies in."""
        return self._segmented(sentence).fields.get(token, -1)

    def governing(self, sentence: int, token: int) -> int | None:
        """The first token of the field that the field of ``token`` is embedded in, None if it is in none."""
        segmented = self._segmented(sentence)
        above = segmented.parents.get(self.field(sentence, token))
        return next((i for i, number in segmented.fields.items() if number == above), None)

    def _segmented(self, sentence: int) -> Segmentation:
        if sentence not in self._fields:
            self._fields[sentence] = segment(self._reading.doc, *self.bounds(sentence))
        return self._fields[sentence]

    def around(self, sentence: int, token: int) -> tuple[Chunk, ...]:
        """The chunks in the field of ``token``, in text order."""
        home = self.field(sentence, token)
        own = tuple(c for c in self.chunks(sentence) if self.field(sentence, c.token) == home)
        return own + self._antecedents(sentence, home)

    def dates(self, sentence: int, token: int) -> tuple[int, ...]:
        """The resolved DATE mentions in the field of ``token``, in text order; not those of a noun (``vom Juni``)."""
        home, reading = self.field(sentence, token), self._reading
        found = []
        for mention in reading.sentence_mentions(sentence, (Label.DATE,)):
            first = reading.discourse.bounds[mention][0]
            if reading.mentions[mention].date is None or self.field(sentence, first) != home:
                continue
            if self._dating_noun(sentence, first) is None:
                found.append(mention)
        return tuple(found)

    def date_of_noun(self, sentence: int, end: int) -> int | None:
        """The DATE mention that dates the noun ending before ``end``: ``von 2019``, ``aus dem Jahr 2020``."""
        for mention in self._reading.sentence_mentions(sentence, (Label.DATE,)):
            if self._reading.mentions[mention].date is None:
                continue
            noun = self._dating_noun(sentence, self._reading.discourse.bounds[mention][0])
            if noun is not None and noun in (end, self._past_parties(sentence, end)):
                return mention
        return None

    def _past_parties(self, sentence: int, end: int) -> int:
        """One past the phrases with ``zwischen`` or ``mit`` that follow: ``Pakt zwischen Peru und Chile von …``."""
        for group in self.groups(sentence, end - 1):
            if group[0].begin == end and group[0].preposition in ("zwischen", "mit"):
                return group[-1].end
        return end

    def past_date(self, sentence: int, end: int) -> int:
        """One past the date that follows a noun: ``Gipfel im Oktober in Surabaya``; ``end`` if there is none."""
        for mention in self._reading.sentence_mentions(sentence, (Label.DATE,)):
            first, last = self._reading.discourse.bounds[mention]
            if first == end or (first == end + 1 and self._reading.doc[end].pos_ == "ADP"):
                return last
        return end

    def _dating_noun(self, sentence: int, date: int) -> int | None:
        """One past the noun that a date belongs to by ``von``, ``vom`` or ``aus``; None if it stands free."""
        begin, _ = self.bounds(sentence)
        doc = self._reading.doc
        for preposition in range(date - 1, max(date - 4, begin), -1):
            if doc[preposition].lower_ in ("von", "vom", "aus"):
                return preposition if doc[preposition - 1].pos_ in ("NOUN", "PROPN") else None
            if doc[preposition].lower_ not in ("dem", "den", "jahr", "jahre", "der", "jahren"):
                return None
        return None

    def words(self, sentence: int, token: int) -> tuple[Token, ...]:
        """The tokens in the field of ``token``, in text order."""
        key = (sentence, self.field(sentence, token))
        if key not in self._words:
            begin, end = self.bounds(sentence)
            within = (i for i in range(begin, end) if self.field(sentence, i) == key[1])
            self._words[key] = tuple(self._reading.doc[i] for i in within)
        return self._words[key]

    def _antecedents(self, sentence: int, home: int) -> tuple[Chunk, ...]:
        """For a relative clause, what its pronoun may stand for: the names before it, the nearest first."""
        begin, end = self.bounds(sentence)
        start = next((i for i in range(begin, end) if self.field(sentence, i) == home), None)
        if start is None or start == begin:
            return ()
        doc = self._reading.doc
        preposition = doc[start].lower_ if doc[start].pos_ == "ADP" else None
        pronoun = doc[start + 1] if preposition and start + 1 < end else doc[start]
        if pronoun.i not in self._relatives(sentence) or pronoun.lower_ not in closed_classes().relative_cases:
            return ()
        if self._reading.references.entity_at(pronoun.i) is not None:
            return ()  # resolved: it is a chunk of its own
        if self._belongs_to_noun(pronoun, start):
            return ()
        cases = frozenset(closed_classes().relative_cases[pronoun.lower_])
        before = [
            c for c in self.chunks(sentence) if c.end <= start and not is_possessive(self._reading, c.token, c.end)
        ]
        return tuple(
            Chunk(c.token, start, start + 1, preposition, cases, False) for c in reversed(before[-_ANTECEDENTS:])
        )

    def _belongs_to_noun(self, pronoun: Token, start: int) -> bool:
        """Whether a common noun that names nobody stands right before the clause and agrees with the pronoun."""
        noun = self._reading.doc[start - 2] if start > 1 else None
        if noun is None or noun.pos_ != "NOUN" or self._reading.references.entity_at(noun.i) is not None:
            return False
        if self._reading.references.mention_at(noun.i) is not None:
            return False
        shown = {*noun.morph.get("Gender", []), *(("Plur",) if noun.morph.get("Number", []) == ["Plur"] else ())}
        if "Plur" in shown:
            shown = {"Plur"}
        return bool(shown & closed_classes().relative_agreement.get(pronoun.lower_, frozenset()))

    def groups(self, sentence: int, token: int) -> tuple[tuple[Chunk, ...], ...]:
        """The chunks in the field of ``token``, those coordinated with each other together."""
        key = (sentence, self.field(sentence, token))
        if key not in self._groups:
            found: list[list[Chunk]] = []
            for chunk in self.around(sentence, token):
                alike = [group for group in found if group[0].attached == chunk.attached]
                if chunk.conjunct and alike:
                    alike[-1].append(chunk)
                else:
                    found.append([_opening(chunk) if chunk.conjunct else chunk])
            self._groups[key] = tuple(tuple(group) for group in found)
        return self._groups[key]
