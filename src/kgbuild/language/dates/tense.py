"""Whether the clause around a date speaks of the past or of what is to come.

Taggers are often unsure of the tense of a form, but hardly of what the form is; so the forms decide: the past tense of
the weak verbs by their ending, that of the strong verbs by a table (``data/dates/tense.yaml``), the perfect by its
auxiliary. Prepositions come first: ``seit`` looks back, ``bis`` and ``für`` look ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml
from spacy.tokens import Doc, Span, Token


class Direction(StrEnum):
    """Which side of the publication a date lies on, as far as the words around it tell."""

    PAST = "past"
    PRESENT = "present"
    """A present tense, which may mean the future as well: ``Am Montag reist sie nach Wien``."""
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class _Words:
    looking_back: frozenset[str]
    looking_ahead: frozenset[str]
    limits: frozenset[str]
    ahead_after: frozenset[str]
    future: frozenset[str]
    perfect: frozenset[str]
    preterite: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def _words() -> _Words:
    text = resources.files("kgbuild").joinpath("data/dates/tense.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return _Words(
        looking_back=frozenset(table["prepositions"]["past"]),
        looking_ahead=frozenset(table["prepositions"]["future"]),
        limits=frozenset(table["prepositions"]["limit"]),
        ahead_after=frozenset(table["after"]["future"]),
        future=frozenset(table["future"]),
        perfect=frozenset(table["perfect"]),
        preterite=frozenset(table["preterite"]),
        prefixes=tuple(table["prefixes"]),
    )


_BOUNDARY = re.compile(r"[,;:.!?()„“”»«\"–—]|.*\n.*")
# No infinitive ends so: unterzeichneten, drohten, stellten. But: treten, beten, kneten.
_SURE_PAST = re.compile(r"(?:(?<!tr)(?<!b)(?<!kn)e|ll|[^c]h|[gbmkzß]|ss|nn|ier)ten$")
_COORDINATORS = frozenset({"und", "oder", "aber", "sondern"})
_ARTICLES = frozenset({"dem", "den", "der", "das", "die", "zum"})


def direction_of(span: Span) -> Direction | None:
    """The direction at a date mention: its preposition if that tells, else the verbs around it."""
    doc, words = span.doc, _words()
    before = [doc[index].lower_ for index in range(max(0, span.start - 2), span.start)]
    if before and before[-1] in _ARTICLES and before[-1] != "zum":
        before.pop()
    preposition = before[-1] if before else ""
    if preposition in words.looking_back:
        return Direction.PAST
    if preposition in words.looking_ahead:
        return Direction.FUTURE
    if preposition in words.limits:
        if _ended_office(span):
            return Direction.PAST
        bound = _is_parsed(span[0]) and span.root.head.pos_ in {"NOUN", "PROPN"}  # eine Frist bis Dienstag
        ahead = any(other.lower_ in words.future for other in _stretch(doc[span.start]))
        if bound or ahead:
            return Direction.FUTURE
        near = [other for other in _stretch(doc[span.start]) if _is_verb(other)]
        return Direction.PAST if any(_is_past(verb) for verb in near) else Direction.FUTURE
    if preposition in {"von", "vom"}:
        if span.end < len(doc) and doc[span.end].lower_ in words.ahead_after:
            return Direction.FUTURE
        if "bis" not in span.text:  # das Urteil vom Mai, der Termin vom Mai
            return None
    head = span.root.head if _is_parsed(span[0]) else span.root
    between = doc[head.i + 1 : span.start] if head.i < span.start else doc[0:0]
    if head.pos_ == "NOUN" and head.i < span.start and all(token.pos_ in {"ADP", "DET"} for token in between):
        return None  # die Wahl am 7. Dezember
    return tense_at(doc, span.start)


def _ended_office(span: Span) -> bool:
    """``Saldanha, bis April Außenhandelssekretär, …``: an apposition that says until when."""
    doc = span.doc
    start = span.start - 1
    while start > 0 and doc[start].text != "," and span.start - start < 4:
        start -= 1
    return doc[start].text == "," and span.end < len(doc) and doc[span.end].pos_ in {"NOUN", "PROPN"}


def tense_at(doc: Doc, index: int) -> Direction | None:
    """The direction that the verbs around a token give.

    Args:
        doc: a Doc; parts of speech and dependencies are used as far as they are there.
        index: the token, usually the first of the date.

    Returns:
        None if the verbs do not tell.
    """
    token = doc[index]
    if not _is_parsed(token):
        return _of_words(list(_stretch(token, ".;!?")))
    attribute = _attribute(token)
    if attribute is not None:
        return attribute
    near = [other for other in _stretch(token) if _is_verb(other)]
    if near:
        governor = next(
            (other for other in token.ancestors if other in near or any(c in near for c in other.children)), None
        )
        if governor is not None:
            own = [other for other in near if other == governor or (other.head == governor and _is_auxiliary(other))]
            found = _of_complex(own) if own else None
            if found is Direction.PRESENT and token.head == governor and _is_plain_present(governor):
                return Direction.FUTURE
            if found is not None:
                return found
        found = _of_complex(near)
        if found is not None:
            return found
    for ancestor in token.ancestors:
        if _is_verb(ancestor) or any(_is_auxiliary(child) for child in ancestor.children):
            auxiliaries = sorted(
                (c for c in ancestor.children if _is_auxiliary(c)), key=lambda c: abs(c.i - ancestor.i)
            )
            found = _of_complex([ancestor, *auxiliaries[:1]])
            if found is not None:
                return found
    return None


def _is_parsed(token: Token) -> bool:
    """Whether there is a parse; asking the Doc looks at all its tokens."""
    return bool(token.dep)


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _is_auxiliary(token: Token) -> bool:
    return token.pos_ == "AUX" and token.dep_ in {"aux", "aux:pass", "cop", "oc"}


def _stretch(token: Token, boundary: str | None = None) -> Iterator[Token]:
    """The tokens around one, up to the next punctuation on either side."""
    doc = token.doc

    def ends(other: Token) -> bool:
        if "\n" in other.text:
            return True
        if boundary:
            return other.text in boundary
        verb_next = other.i + 1 < len(doc) and _is_verb(doc[other.i + 1])
        return (other.lower_ in _COORDINATORS and verb_next) or _BOUNDARY.fullmatch(other.text) is not None

    begin = token.i
    while begin > 0 and not ends(doc[begin - 1]):
        begin -= 1
    end = token.i
    while end + 1 < len(doc) and not ends(doc[end + 1]):
        end += 1
    yield from doc[begin : end + 1]


def _attribute(token: Token) -> Direction | None:
    """A second participle that the date belongs to inside a noun phrase: ``das am 5. Mai unterzeichnete Abkommen``."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"NOUN", "PROPN"}:
            continue
        if ancestor.dep_ in {"amod", "acl", "nk"} and ancestor.i > token.i and _is_participle_attribute(ancestor):
            return Direction.PAST
        return None
    return None


def _is_participle_attribute(token: Token) -> bool:
    lower = token.lower_
    return re.search(r"(?:t|en)e[nrsm]?$", lower) is not None and (
        "ge" in lower[:7] or lower.startswith(_words().prefixes) or "iert" in lower
    )


def _of_complex(verbs: list[Token]) -> Direction | None:
    """What some verbs of one clause say together."""
    words = _words()
    forms = [verb.lower_ for verb in verbs]
    finite_past = any(_is_past(verb) for verb in verbs)
    if any(form in words.perfect for form in forms):
        other = [verb for verb in verbs if verb.lower_ not in words.perfect]
        if any(form in {"hat", "haben", "habe", "habt"} for form in forms) and other:
            return Direction.FUTURE if any(_is_zu_infinitive(verb) for verb in other) else Direction.PAST
        if any(verb.dep_ == "aux" for verb in verbs if verb.lower_ in words.perfect):
            return Direction.PAST
        return Direction.PAST if finite_past else Direction.PRESENT
    if finite_past and not any(form in words.future for form in forms):
        return Direction.PAST
    if any(form in words.future for form in forms):
        passive = {"wird", "werden"} & set(forms) and not any(_is_infinitive(verb) for verb in verbs)
        return Direction.PRESENT if passive else Direction.FUTURE
    if all(_is_infinitive(verb) for verb in verbs):
        return Direction.FUTURE
    return Direction.PRESENT if any(_is_finite(verb) for verb in verbs) else None


def _of_words(tokens: list[Token]) -> Direction | None:
    """Without parts of speech: the forms of a sentence."""
    words = _words()
    forms = [token.lower_ for token in tokens]
    participle = any(re.fullmatch(r"[a-zäöüß]*ge[a-zäöüß]+(?:t|en)", token.text) for token in tokens)
    perfect = participle and any(form in words.perfect for form in forms)
    if perfect or any(_is_strong_past(form) for form in forms if form not in words.future):
        return Direction.PAST
    if any(form in words.future for form in forms):
        return Direction.FUTURE
    return Direction.PAST if any(re.fullmatch(r"[a-zäöüß]{3,}ten?", form) for form in forms) else None


def _feature(token: Token, name: str) -> str:
    return next(iter(token.morph.get(name, [])), "")


def _is_finite(token: Token) -> bool:
    return _feature(token, "VerbForm") in {"Fin", ""}


def _is_plain_present(token: Token) -> bool:
    """A full verb in the present, whose date is ahead: ``Am Montag reist sie nach Wien``."""
    return (
        token.pos_ == "VERB"
        and _feature(token, "VerbForm") == "Fin"
        and not any(_is_auxiliary(c) for c in token.children)
    )


def _is_infinitive(token: Token) -> bool:
    form = _feature(token, "VerbForm")
    if token.lower_.endswith("n") and (form == "Inf" or (not form and token.lemma_.lower() == token.lower_)):
        return True
    return _is_zu_infinitive(token)


def _is_zu_infinitive(token: Token) -> bool:
    before = token.i > 0 and token.nbor(-1).lower_ == "zu"
    return token.lower_.endswith("n") and (
        before or re.fullmatch(r"[a-zäöüß]{2,}zu[a-zäöüß]{3,}n", token.lower_) is not None
    )


def _is_past(token: Token) -> bool:
    """Whether a verb form is a past tense: ``unterzeichneten``, ``trafen``; a present in -ten (``bieten``) is not."""
    form = token.lower_
    if form in _words().future:
        return False
    if _is_strong_past(form):
        return not _is_zu_infinitive(token)
    if not re.fullmatch(r"[a-zäöüß]{2,}te(?:n|st)?", form) or _is_zu_infinitive(token):
        return False
    lemma = token.lemma_.lower()
    if form.endswith("te"):
        return not lemma.endswith(form + "n")  # arbeite, arbeiten: a present subjunctive
    return not lemma.endswith(form) or _SURE_PAST.search(form) is not None


def _is_strong_past(form: str) -> bool:
    words = _words()
    stems = (form, form.removesuffix("en"), form.removesuffix("n"))
    if any(stem in words.preterite for stem in stems):
        return True
    for prefix in words.prefixes:
        if form.startswith(prefix) and any(stem.removeprefix(prefix) in words.preterite for stem in stems):
            return True
    return False
