"""Segments: how punctuation, subordinators and verbs cut a German sentence into fields of one verb each.

A field is a clause without what is embedded in it: after a relative clause the main clause goes on in its own field.
The idea is that of topological fields (Vorfeld, Mittelfeld, brackets; Höhle 1986), found here by marks alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kgbuild.extract.claims.closed_classes import closed_classes

CUTS = frozenset(',;:–—()…!?„“”»«"')
_HARD = frozenset(";:!?")
_DASHES = frozenset("–—-")


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


class Piece(NamedTuple):
    """A run of words between cutting marks."""

    begin: int
    end: int
    hard: bool
    """Whether a mark stands before it that ends the clause."""
    bracketed: bool
    """Whether it stands in brackets, and the clause goes on behind it."""


def pieces(doc: Doc, begin: int, end: int) -> list[Piece]:
    """The runs of a sentence between cutting marks, in text order."""
    found: list[Piece] = []
    start, hard, bracketed = begin, True, False
    dateline = _dateline_end(doc, begin, end)
    for i in range(begin, end):
        if doc[i].text in CUTS or _joins_clauses(doc, i, end):
            if i > start:
                found.append(Piece(start, i, hard, bracketed))
                hard = False
            start = i + 1
            bracketed = doc[i].text == "("
            hard = hard or i == dateline or doc[i].text in _HARD
    if end > start:
        found.append(Piece(start, end, hard, bracketed))
    return found


def _dateline_end(doc: Doc, begin: int, end: int) -> int | None:
    """The dash behind the places that open a report: ``Wien/Prag – …``, ``Kairo (AFP) – …``."""
    bracket = False
    for token in doc[begin:end]:
        if token.text in _DASHES:
            return token.i if token.i > begin else None
        if token.text == "(" and token.i > begin:
            bracket = True
        elif token.text == ")":
            bracket = False
        elif not bracket and token.text != "/" and token.ent_type_ != "LOC":
            return None
    return None


def _joins_clauses(doc: Doc, token: int, end: int) -> bool:
    """Whether a conjunction joins two relative clauses: ``… und denen die VAE angehören``."""
    if doc[token].pos_ != "CCONJ" or token + 1 >= end:
        return False
    pronoun = doc[token + 1]
    if pronoun.lower_ not in closed_classes().relative_cases:
        return False
    return pronoun.pos_ == "PRON" or _before_name(doc, pronoun.i)


def _opens_subordinate(doc: Doc, begin: int, end: int) -> bool:
    """Whether a piece begins with a subordinator or a relative pronoun."""
    if relative_pronoun(doc, begin, end) is not None:
        return True
    return doc[begin].lower_ in closed_classes().subordinators and any(_is_verb(doc[i]) for i in range(begin, end))


def relative_pronoun(doc: Doc, begin: int, end: int) -> int | None:
    """The relative pronoun that opens a piece; an article in its place counts if the piece ends with its only verb."""
    first = begin + 1 if doc[begin].pos_ == "ADP" and begin + 1 < end else begin
    if doc[first].lower_ not in closed_classes().relative:
        return None
    if doc[first].pos_ == "PRON" or _before_name(doc, first):
        return first
    verbs = [i for i in range(begin, end) if _is_verb(doc[i])]
    final = bool(verbs) and verbs[-1] == end - 1 and all(later - i == 1 for i, later in pairwise(verbs))
    return first if final else None


def _before_name(doc: Doc, token: int) -> bool:
    """Whether an article stands before a state or person whose name takes none: ``den Chile unterzeichnet hat``."""
    following = doc[token + 1] if token + 1 < len(doc) else None
    if following is None or following.ent_type_ not in ("STATE", "PER") or following.pos_ == "ADJ":
        return False
    return following.text not in closed_classes().with_article and not following.text.endswith("s")


class Segmentation(NamedTuple):
    """The fields of a sentence."""

    fields: dict[int, int]
    """Token → number of its field; marks lie in none."""
    parents: dict[int, int]
    """Field → the field that it is embedded in or goes on from."""


def segment(doc: Doc, begin: int, end: int) -> Segmentation:
    """Cut a sentence, given by its first token and one past its last, into fields."""
    number = current = 0
    field_of: dict[int, int] = {}
    parent: dict[int, int] = {}
    words: dict[int, list[Token]] = {}
    for position, (start, stop, hard, bracketed) in enumerate(pieces(doc, begin, end)):
        piece = [doc[i] for i in range(start, stop)]
        if bracketed and position and not any(_is_verb(token) for token in piece):
            number += 1
            field_of.update((token.i, number) for token in piece)
            continue
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
    return Segmentation(field_of, parent)


def _has_verb(field: list[Token]) -> bool:
    return any(_is_verb(token) for token in field)


def _complete(field: list[Token]) -> bool:
    """Whether a subordinate field has reached its closing verb."""
    return _is_verb(field[-1])


def _waits(field: list[Token], piece: list[Token]) -> bool:
    """Whether a field with an auxiliary only waits for the participle or infinitive that ends the piece."""
    verbs = [token for token in field if _is_verb(token)]
    closing = [token for token in piece if _is_verb(token)]
    opens = piece[0].pos_ in _OPENERS and not (piece[0].pos_ in ("ADV", "VERB") and _closes(closing, piece))
    return all(token.pos_ == "AUX" for token in verbs) and not _is_verb(field[-1]) and not opens


def _closes(verbs: list[Token], piece: list[Token]) -> bool:
    """Whether the only verbs of a piece are infinitives or participles at its end."""
    last = [token for token in piece if not token.is_punct][-len(verbs) :]
    return last == verbs and all(token.morph.get("VerbForm", []) != ["Fin"] for token in verbs)


_OPENERS = frozenset({"CCONJ", "SCONJ", "ADV", "VERB", "AUX"})
"""Parts of speech of a word that opens a clause of its own after a comma."""
