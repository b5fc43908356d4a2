"""The state or organisation that an office belongs to, found next to it: in its word, before it or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.extract.claims.candidate import Argument
from kgbuild.extract.claims.office_mentions import Office
from kgbuild.extract.claims.office_words import office_words
from kgbuild.extract.claims.parties import is_party, speaks_for_party
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import EntityType, Label

_BODY_TYPES = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.PLACE})
_BODY_LABELS = frozenset({Label.STATE, Label.ORG, Label.LOC})
_GENITIVE_ENDINGS = ("s", "'", "’", "ʼ")
_CONTRACTED = {"vom": "von", "beim": "bei", "im": "in", "am": "an"}
_OWNERS = frozenset({EntityType.STATE, EntityType.ORGANIZATION})
_OWNING = frozenset({Label.STATE, Label.ORG, Label.LOC, Label.NORP})
_POSSESSIVES = ("sein", "ihr", "deren", "dessen")
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_ARTICLES = frozenset(["der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "einem", "einer", "eines"])


@dataclass(frozen=True, slots=True)
class Body:
    """The state or body that an office belongs to, and how the text ties the two together."""

    argument: Argument
    rule: str
    end: int
    """One past the last token that names it, where it stands behind the office; else the office's own end."""


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
            if office.title.startswith(office_words().transnational):
                return None
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
            if found:
                return Body(found[0], "possessive", begin)
            owner = _owner(reading, office, token)
            return None if owner is None else Body(owner, "owner", begin)
        if word.pos_ not in ("ADJ", "ADV", "NUM", "VERB"):
            return None
        token -= 1
    return None


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


def _owner(reading: Reading, office: Office, token: int) -> Argument | None:
    """Whose office a possessive without a known antecedent tells: the only body named before it.

    ``Bahrain schickt seinen Regierungschef``; if its sentence names none, the only one of the sentence before.
    """
    possessive = reading.doc[token].lower_.startswith(_POSSESSIVES)
    plural = "Plur" in reading.doc[office.end - 1].morph.get("Number", [])
    if not possessive or plural or office.title.lower().endswith(office_words().personal):
        return None
    for sentence in (office.sentence, office.sentence - 1):
        found: dict[int, Argument] = {}
        for mention in reading.sentence_mentions(sentence, _OWNING):
            begin = reading.discourse.bounds[mention][0]
            if begin < token:
                found.update((a.entity, a) for a in reading.arguments_at(begin, _OWNERS))
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def body_behind(reading: Reading, office: Office) -> Body | None:
    """The body named behind an office: ``der Ukraine``, ``Kasachstans``, ``von der Partei Rossa``, ``am Gericht``."""
    doc, end = reading.doc, office.end
    if end >= len(doc):
        return None
    token = end
    word = doc[token].lower_
    preposition = _CONTRACTED.get(word, word)
    if preposition == "in" and office.title.startswith(office_words().envoys):
        return None
    if preposition in office_words().prepositions:
        token += 1
    elif doc[token].lower_ not in ("der", "des", "eines", "einer") and not (
        reading.label_at(token) in _BODY_LABELS and doc[token].text.endswith(_GENITIVE_ENDINGS)
    ):
        return None
    body = _named_within(reading, token, end)
    if body is not None and preposition == "in" and body.argument.type is EntityType.PLACE:
        seated = reading.seated(doc[body.end - 1].text, token)
        return Body(seated[0], body.rule, body.end) if seated else body
    return body


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
