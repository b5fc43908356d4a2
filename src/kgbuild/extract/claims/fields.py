"""Fields: the stretches of a sentence that belong to one verb, and the names in them, by position alone.

A parse of news prose is wrong in every fifth arc, and one wrong arc hides an argument. German marks much on the
surface: a comma or a conjunction bounds a clause, a preposition opens its phrase, an article shows the case, what is
coordinated agrees. Frames ask the clause first and these fields second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Label

CONTRACTED = {
    "am": ("an", "dat"), "ans": ("an", "acc"), "aufs": ("auf", "acc"), "beim": ("bei", "dat"), "fürs": ("für", "acc"),
    "im": ("in", "dat"), "ins": ("in", "acc"), "vom": ("von", "dat"), "zum": ("zu", "dat"), "zur": ("zu", "dat"),
    "übers": ("über", "acc"), "ums": ("um", "acc"), "unters": ("unter", "acc"), "hinters": ("hinter", "acc"),
}  # fmt: skip
"""Contraction → its preposition and the case of what follows."""

_CASES = {
    "der": "nom dat gen", "die": "nom acc", "das": "nom acc", "des": "gen", "dem": "dat", "den": "acc dat",
    "ein": "nom acc", "eine": "nom acc", "einen": "acc", "einem": "dat", "einer": "dat gen", "eines": "gen",
    "er": "nom", "sie": "nom acc", "ihn": "acc", "ihm": "dat", "ihr": "dat nom", "ihnen": "dat", "es": "nom acc",
    "denen": "dat", "dessen": "gen", "deren": "gen", "wir": "nom", "ich": "nom", "man": "nom", "uns": "acc dat",
}  # fmt: skip
"""Determiner or pronoun → the cases that it can show."""

_ENDING_CASES = (("em", "dat"), ("es", "nom acc gen"), ("en", "acc dat gen"), ("er", "nom dat gen"), ("e", "nom acc"))
"""Ending of ``sein-``, ``ihr-``, ``dies-``, ``kein-`` → the cases that it can show."""

_INSIDE = frozenset({"ADJ", "NUM", "DET", "NOUN", "PROPN", "ADV"})
_RELATIVE = frozenset(["der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welcher", "welche", "welches", "welchen", "welchem", "wo", "wobei", "womit"])
_RELATIVE_CASES = {
    "der": "nom dat", "die": "nom acc", "das": "nom acc", "den": "acc", "dem": "dat", "denen": "dat",
    "welcher": "nom dat", "welche": "nom acc", "welches": "nom acc", "welchen": "acc dat", "welchem": "dat",
}  # fmt: skip
_ANTECEDENTS = 3
"""How many names before a relative clause its pronoun may stand for."""

_SUBORDINATORS = frozenset(
    ["dass", "daß", "ob", "weil", "da", "wenn", "falls", "sofern", "während", "nachdem", "bevor", "ehe", "obwohl", "obgleich", "damit", "um", "als", "wie", "bis", "seit", "seitdem", "sodass", "indem", "wonach", "woran", "worauf", "wofür", "worin", "wozu", "wodurch", "was", "wer", "solange", "sobald", "ohne", "anstatt", "statt", "zumal"]
)
_POSSESSIVES = ("sein", "ihr", "dessen", "deren", "unser")
_CUTS = frozenset(",;:–—()…!?„“”»«\"")
_HARD = frozenset(";:!?()")
_JOINS = frozenset({"und", "sowie", "oder", "wie", "bzw.", "beziehungsweise", ",", "/", "noch", "auch", "als"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name, pronoun or description with what precedes it in its phrase."""

    token: int
    """A token of it that refers to its entity."""
    begin: int
    """First token of the phrase, the preposition included."""
    end: int
    """One past the last token of the name."""
    preposition: str | None
    cases: frozenset[str]
    """Cases that its determiner admits; empty if nothing shows it."""
    attached: bool
    """Whether it is a genitive or the like of a noun next to it, no constituent of its own."""
    conjunct: bool = False
    """Whether it goes on with the chunk before it: ``Peru`` in ``Chile und Peru``."""


class Fields:
    """The chunks and the fields of an article, made sentence by sentence when asked for."""

    def __init__(self, reading: Reading) -> None:
        """Prepare for ``reading``."""
        self._reading = reading
        self._chunks: dict[int, tuple[Chunk, ...]] = {}
        self._fields: dict[int, dict[int, int]] = {}
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
        if sentence not in self._chunks:
            self._chunks[sentence] = tuple(_chunks(self._reading, *self.bounds(sentence), self._relatives(sentence)))
        return self._chunks[sentence]

    def _relatives(self, sentence: int) -> frozenset[int]:
        """The relative pronouns that open fields of the sentence."""
        if sentence not in self._pronouns:
            pieces = _pieces(self._reading.doc, *self.bounds(sentence))
            found = (relative_pronoun(self._reading.doc, start, stop) for start, stop, hard in pieces[1:] if not hard)
            self._pronouns[sentence] = frozenset(token for token in found if token is not None)
        return self._pronouns[sentence]

    def field(self, sentence: int, token: int) -> int:
        """The number of the field that a token lies in."""
        if sentence not in self._fields:
            self._fields[sentence] = _fields(self._reading.doc, *self.bounds(sentence))
        return self._fields[sentence].get(token, -1)

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
        """The DATE mention that dates the noun ending before ``end``: ``von 2019``, ``vom Juni``, ``aus dem Jahr 2020``."""
        for mention in self._reading.sentence_mentions(sentence, (Label.DATE,)):
            if self._reading.mentions[mention].date is None:
                continue
            if self._dating_noun(sentence, self._reading.discourse.bounds[mention][0]) == end:
                return mention
        return None

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
        if pronoun.i not in self._relatives(sentence) or pronoun.lower_ not in _RELATIVE_CASES:
            return ()
        if self._reading.references.entity_at(pronoun.i) is not None:
            return ()  # resolved: it is a chunk of its own
        cases = frozenset(_RELATIVE_CASES[pronoun.lower_].split())
        before = [c for c in self.chunks(sentence) if c.end <= start and not _is_possessive(self._reading, c.token, c.end)]
        return tuple(
            Chunk(c.token, start, start + 1, preposition, cases, False) for c in reversed(before[-_ANTECEDENTS:])
        )

    def groups(self, sentence: int, token: int) -> tuple[tuple[Chunk, ...], ...]:
        """The chunks in the field of ``token``, those coordinated with each other together."""
        key = (sentence, self.field(sentence, token))
        if key not in self._groups:
            found: list[list[Chunk]] = []
            for chunk in self.around(sentence, token):
                if chunk.conjunct and found:
                    found[-1].append(chunk)
                else:
                    found.append([chunk])
            self._groups[key] = tuple(tuple(group) for group in found)
        return self._groups[key]

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
        """The DATE mention that dates the noun ending before ``end``: ``von 2019``, ``vom Juni``, ``aus dem Jahr 2020``."""
        for mention in self._reading.sentence_mentions(sentence, (Label.DATE,)):
            if self._reading.mentions[mention].date is None:
                continue
            if self._dating_noun(sentence, self._reading.discourse.bounds[mention][0]) == end:
                return mention
        return None

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
        home = self.field(sentence, token)
        begin, end = self.bounds(sentence)
        return tuple(self._reading.doc[i] for i in range(begin, end) if self.field(sentence, i) == home)

    def _antecedents(self, sentence: int, home: int) -> tuple[Chunk, ...]:
        """For a relative clause, what its pronoun may stand for: the names before it, the nearest first."""
        begin, end = self.bounds(sentence)
        start = next((i for i in range(begin, end) if self.field(sentence, i) == home), None)
        if start is None or start == begin:
            return ()
        doc = self._reading.doc
        preposition = doc[start].lower_ if doc[start].pos_ == "ADP" else None
        pronoun = doc[start + 1] if preposition and start + 1 < end else doc[start]
        if pronoun.i not in self._relatives(sentence) or pronoun.lower_ not in _RELATIVE_CASES:
            return ()
        if self._reading.references.entity_at(pronoun.i) is not None:
            return ()  # resolved: it is a chunk of its own
        cases = frozenset(_RELATIVE_CASES[pronoun.lower_].split())
        before = [c for c in self.chunks(sentence) if c.end <= start and not _is_possessive(self._reading, c.token, c.end)]
        return tuple(
            Chunk(c.token, start, start + 1, preposition, cases, False) for c in reversed(before[-_ANTECEDENTS:])
        )

    def groups(self, sentence: int, token: int) -> tuple[tuple[Chunk, ...], ...]:
        """The chunks in the field of ``token``, those coordinated with each other together."""
        found: list[list[Chunk]] = []
        for chunk in self.around(sentence, token):
            if chunk.conjunct and found:
                found[-1].append(chunk)
            else:
                found.append([chunk])
        return tuple(tuple(group) for group in found)


# ------------------------------------------------------------------ fields


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _pieces(doc: Doc, begin: int, end: int) -> list[tuple[int, int, bool]]:
    """Runs between cutting marks: first token, one past the last, whether a hard mark stands before."""
    pieces, start, hard = [], begin, True
    for i in range(begin, end):
        if doc[i].text in _CUTS:
            if i > start:
                pieces.append((start, i, hard))
                hard = False
            start = i + 1
            hard = hard or doc[i].text in _HARD
    if end > start:
        pieces.append((start, end, hard))
    return pieces


def _opens_subordinate(doc: Doc, begin: int, end: int) -> bool:
    """Whether a piece begins with a subordinator or a relative pronoun."""
    if not any(_is_verb(doc[i]) for i in range(begin, end)):
        return False
    return doc[begin].lower_ in _SUBORDINATORS or relative_pronoun(doc, begin, end) is not None


def relative_pronoun(doc: Doc, begin: int, end: int) -> int | None:
    """The relative pronoun that opens a piece; an article in its place counts if the piece ends with its only verb."""
    first = begin + 1 if doc[begin].pos_ == "ADP" and begin + 1 < end else begin
    if doc[first].lower_ not in _RELATIVE:
        return None
    if doc[first].pos_ == "PRON":
        return first
    verbs = [i for i in range(begin, end) if _is_verb(doc[i])]
    final = bool(verbs) and verbs[-1] == end - 1 and all(later - i == 1 for i, later in zip(verbs, verbs[1:], strict=False))
    return first if final else None


def _fields(doc: Doc, begin: int, end: int) -> dict[int, int]:
    """Token → number of its field."""
    number = current = 0
    field_of: dict[int, int] = {}
    parent: dict[int, int] = {}
    words: dict[int, list[Token]] = {}
    for position, (start, stop, hard) in enumerate(_pieces(doc, begin, end)):
        piece = [doc[i] for i in range(start, stop)]
        if position == 0 or hard:
            number += 1
            current = number
        elif _opens_subordinate(doc, start, stop):
            number += 1
            parent[number] = current
            current = number
        elif any(_is_verb(token) for token in piece):
            # after a subordinate clause the sentence goes on with the field that waits for its verb
            while current in parent and _complete(words[current]):
                current = parent[current]
            if _has_verb(words[current]) and not _waits(words[current], piece):
                number += 1
                parent[number] = current
                current = number
        elif current in parent and _complete(words[current]):
            current = parent[current]
        for token in piece:
            field_of[token.i] = current
        words.setdefault(current, []).extend(piece)
    return field_of


def _has_verb(field: list[Token]) -> bool:
    return any(_is_verb(token) for token in field)


def _complete(field: list[Token]) -> bool:
    """Whether a subordinate field has reached its closing verb."""
    return _is_verb(field[-1])


def _waits(field: list[Token], piece: list[Token]) -> bool:
    """Whether a field with an auxiliary only waits for the participle or infinitive that ends the piece."""
    verbs = [token for token in field if _is_verb(token)]
    return all(token.pos_ == "AUX" for token in verbs) and not _is_verb(field[-1]) and piece[0].pos_ not in _OPENERS


_OPENERS = frozenset({"CCONJ", "SCONJ", "ADV", "VERB", "AUX"})
"""Parts of speech of a word that opens a clause of its own after a comma."""


# ------------------------------------------------------------------ chunks


def _shown(token: Token) -> frozenset[str]:
    lower = token.lower_
    if lower in _CASES:
        return frozenset(_CASES[lower].split())
    if token.pos_ == "DET":
        for ending, cases in _ENDING_CASES:
            if lower.endswith(ending):
                return frozenset(cases.split())
    return frozenset()


def _chunks(reading: Reading, begin: int, end: int, relatives: frozenset[int]) -> list[Chunk]:
    found: list[Chunk] = []
    i = begin
    while i < end:
        if reading.references.entity_at(i) is None or reading.label_at(i) is Label.NORP:
            i += 1
            continue
        stop = _stop(reading, i, end)
        chunk = _chunk(reading, begin, i, stop, found[-1] if found else None, relatives)
        if found and _same_phrase(reading, found[-1], chunk):
            # an office and its holder: one phrase, which began with the office
            chunk = replace(found.pop(), token=chunk.token, end=chunk.end)
        elif found and (whose := _possessed_by(reading, found[-1], chunk)) is not None:
            # what stands before the possessor holds for the whole phrase: ``und Palaus Minister Isak``
            chunk = replace(
                chunk,
                begin=whose.begin,
                preposition=whose.preposition,
                cases=whose.cases if whose.preposition else chunk.cases,
                conjunct=whose.conjunct,
            )
            found[-1] = replace(whose, preposition=None, attached=True, conjunct=False)
        found.append(chunk)
        i = stop
    return [_possessor(reading, chunk, end) for chunk in found]


def _possessed_by(reading: Reading, before: Chunk, chunk: Chunk) -> Chunk | None:
    """The chunk before, if it says whose the next one is: ``Palaus`` before ``Minister Isak``."""
    if before.end != chunk.begin or chunk.preposition is not None:
        return None
    if _genitive_name(reading, before.token) or _is_possessive(reading, before.token, before.end):
        return before
    return None


def _same_phrase(reading: Reading, before: Chunk, chunk: Chunk) -> bool:
    """Whether two neighbours name one entity: ``Präsident`` and ``Tokajew``."""
    if before.end != chunk.token or reading.label_at(chunk.token) is None:
        return False
    return reading.references.entity_at(before.token) is not None and _entity(reading, before) == _entity(reading, chunk)


def _entity(reading: Reading, chunk: Chunk) -> int | None:
    reference = reading.references.entity_at(chunk.token)
    return None if reference is None else reference.entity


def _possessor(reading: Reading, chunk: Chunk, end: int) -> Chunk:
    """Mark a genitive before its noun as attached: ``Ungarns`` in ``Ungarns Außenminister``."""
    if chunk.end >= end or chunk.preposition == "zu":
        return chunk
    following = reading.doc[chunk.end]
    if _genitive_name(reading, chunk.token) and not chunk.cases and following.pos_ in ("NOUN", "ADJ"):
        return replace(chunk, attached=True, preposition=None)
    return chunk


def _stop(reading: Reading, token: int, end: int) -> int:
    """One past the mention or link that ``token`` starts."""
    mention = reading.references.mention_at(token)
    if mention is not None:
        return max(reading.discourse.bounds[mention][1], token + 1)
    entity = reading.references.entity_at(token)
    stop = token + 1
    while (
        stop < end
        and reading.references.mention_at(stop) is None
        and reading.references.entity_at(stop) == entity
        and entity is not None
    ):
        stop += 1
    return stop


def _chunk(
    reading: Reading, begin: int, token: int, stop: int, before: Chunk | None, relatives: frozenset[int]
) -> Chunk:
    doc = reading.doc
    first = token
    cases = _shown(doc[token]) if doc[token].pos_ in ("PRON", "DET") else frozenset[str]()
    while first > begin and first - 1 not in relatives and _extends(reading, first - 1, before):
        first -= 1
        if not cases:
            cases = _shown(doc[first])
        if doc[first].pos_ == "DET" or doc[first].lower_ in _CASES:
            break
    preposition = None
    if first > begin:
        word = doc[first - 1].lower_
        if word in CONTRACTED:
            preposition, case = CONTRACTED[word]
            cases = frozenset({case})
        elif doc[first - 1].pos_ == "ADP":
            preposition = word
        if preposition is not None:
            first -= 1
    if preposition is None and before is not None and first not in relatives and _coordinated(reading, before, token, first):
        return Chunk(token, first, stop, before.preposition, cases & before.cases or before.cases, before.attached, True)
    if _is_possessive(reading, token, stop):
        joined = before is not None and preposition is None and _coordinated(reading, before, token, first)
        return Chunk(token, first, stop, preposition, cases, True, joined)
    if preposition is None and _genitive_name(reading, token) and token > begin and doc[token - 1].pos_ == "NOUN":
        return Chunk(token, token, stop, None, frozenset({"gen"}), True)
    previous = doc[first - 1] if first > begin else None
    attached = (
        preposition is None
        and previous is not None
        and previous.pos_ in ("NOUN", "PROPN")
        and ("gen" in cases or (not cases and doc[stop - 1].text.endswith("s")))
    )
    return Chunk(token, first, stop, preposition, cases, attached)


def _genitive_name(reading: Reading, token: int) -> bool:
    """Whether the mention at the token is a name with a genitive ending."""
    mention = reading.references.mention_at(token)
    if mention is None:
        return False
    value = reading.mentions[mention]
    return value.label is not Label.ROLE and value.text != value.name and value.text.endswith(("s", "’", "'"))


def _is_possessive(reading: Reading, token: int, stop: int) -> bool:
    """Whether a pronoun only says whose the next noun is: ``ihre Vorsitzende``, ``dessen Partei``."""
    doc = reading.doc
    if reading.references.mention_at(token) is not None or stop >= len(doc):
        return False
    return doc[token].lower_.startswith(_POSSESSIVES) and doc[stop].pos_ in ("NOUN", "ADJ", "PROPN", "NUM")


def _extends(reading: Reading, token: int, before: Chunk | None) -> bool:
    """Whether the word belongs to the noun phrase that follows it."""
    if before is not None and token < before.end:
        # an office before its holder, a demonym before its noun
        return reading.label_at(token) in (Label.ROLE, Label.NORP)
    return reading.doc[token].pos_ in _INSIDE and not reading.doc[token].is_punct


_COLLECTIVES = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PLACE})


def _coordinated(reading: Reading, before: Chunk, token: int, first: int) -> bool:
    """Whether only ``,``, ``und`` and the like stand between two chunks of one kind."""
    between = reading.doc[before.end : first]
    if not (0 < len(between) < 3 and all(word.lower_ in _JOINS for word in between)):
        return False
    types = [_type(reading, before.token), _type(reading, token)]
    return types[0] == types[1] or all(type_ in _COLLECTIVES for type_ in types)


def _type(reading: Reading, token: int) -> EntityType | None:
    reference = reading.references.entity_at(token)
    return None if reference is None else reading.references.entities[reference.entity].type
