"""What an article tells of a name elsewhere: the same name means the same kind of thing throughout.

An acronym means what stands before its brackets (``acronyms``); readings that disagree about a name are settled by
full names of persons (``Yoon`` is no place where ``Yoon Suk Yeol`` is a person) and by the majority; and a name that is
known from elsewhere in the article is found where it was overlooked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgbuild.language.entities import acronyms
from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.persons import Surnames, with_particles
from kgbuild.language.entities.surfaces import Words, surface
from kgbuild.language.gazetteer.names import known
from kgbuild.model import Label

_NAMES = (Label.PER, Label.LOC, Label.ORG, Label.STATE)
_SURE = 0.8
"""Confidence from which a reading is carried over to other places of the article."""
_ADDED = 0.7
"""Confidence of a mention found so."""


def settled(doc: Doc, candidates: list[Candidate], skip: Sequence[bool]) -> list[Candidate]:
    """The candidates with labels that agree inside the article, and with names added that were overlooked.

    Args:
        doc: the article.
        candidates: in text order, none overlapping another.
        skip: one flag per token; a flagged one is not read.
    """
    words = Words(doc)
    candidates = acronyms.settled(doc, candidates)
    surnames = Surnames(doc, words, candidates)
    votes = _votes(doc, words, candidates)
    candidates = [_agreed(doc, words, c, surnames, votes) for c in candidates]
    candidates = sorted([*candidates, *_overlooked(doc, words, candidates, surnames, skip)])
    return with_particles(doc, words, candidates)


def _votes(doc: Doc, words: Words, candidates: list[Candidate]) -> dict[str, Counter[Label]]:
    votes: dict[str, Counter[Label]] = {}
    for c in candidates:
        if c.label in _NAMES:
            votes.setdefault(words.bare(surface(doc, c)), Counter())[c.label] += 1
    return votes


def _agreed(doc: Doc, words: Words, c: Candidate, surnames: Surnames, votes: dict[str, Counter[Label]]) -> Candidate:
    """The candidate with the label that its name has in most places; a tie changes nothing."""
    table = known(surface(doc, c))
    if c.label not in _NAMES or c.code:
        return c
    name = words.bare(surface(doc, c))
    if table is not None:
        # A seat of government alone is nobody's surname, unless somebody here has it: »rät Vientiane«, »Jack London«.
        titled = c.begin > 0 and doc[c.begin - 1].pos_ in ("NOUN", "PROPN", "ADJ")
        seat = table.label == Label.LOC and c.length == 1 and c.label == Label.PER and not titled
        return c._replace(label=Label.LOC) if seat and name not in surnames and not surnames.begins(name) else c
    if name in surnames or (c.length == 1 and surnames.transcribed(name)):
        return c._replace(label=Label.PER)
    if c.label == Label.LOC and surnames.begins(name):
        return c._replace(label=Label.PER)
    (first, most), *others = votes.get(name, Counter({c.label: 1})).most_common()
    return c._replace(label=first) if not others or most > others[0][1] else c


def _overlooked(
    doc: Doc, words: Words, candidates: list[Candidate], surnames: Surnames, skip: Sequence[bool]
) -> list[Candidate]:
    """Single words that no candidate covers and that name something elsewhere in the article."""
    covered = {i for c in candidates for i in range(c.begin, c.end)}
    names: dict[str, Label] = dict.fromkeys(surnames, Label.PER)
    for c in candidates:
        if c.length == 1 and c.label in _NAMES and c.confidence >= _SURE and not c.code:
            names.setdefault(words.bare(doc[c.begin].text), c.label)
    found = []
    for token in doc:
        if token.i in covered or skip[token.i] or not token.text[:1].isupper() or known(token.text) is not None:
            continue
        bare = words.bare(token.text)
        label = names.get(token.text) or names.get(bare)
        if label is not None and (token.pos_ == "PROPN" or (bare in surnames and _stands_alone(doc, token))):
            found.append(Candidate(token.i, token.i + 1, label, _ADDED))
    return found


def _stands_alone(doc: Doc, token: Token) -> bool:
    """Whether a word that the tagger takes for a noun stands as names do, without article, adjective or number."""
    before = doc[token.i - 1] if token.i else None
    return token.pos_ in ("NOUN", "X") and (before is None or before.pos_ not in ("DET", "ADJ", "NUM", "NOUN"))
