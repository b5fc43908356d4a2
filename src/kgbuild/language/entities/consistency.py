"""What an article tells of a name elsewhere: the same name means the same kind of thing throughout.

Four steps: a class noun before a name settles it (``Partei Soberanía``); an acronym means what stands before it
(``acronyms``); readings that disagree about a name are
settled by the majority, and by full names of persons (``Yoon`` is no place where ``Yoon Suk Yeol`` is a person); and a
name that is known from elsewhere in the article is found where it was overlooked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc, Span, Token

from kgbuild.language.entities import acronyms
from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.edges import surname
from kgbuild.language.gazetteer.classes import is_class, names_a
from kgbuild.language.gazetteer.names import known
from kgbuild.model import Label

_NAMES = (Label.PER, Label.LOC, Label.ORG, Label.STATE)
_SURE = 0.8
_ADDED = 0.7
_ALIKE = 0.85
_FUZZY_LENGTH = 6


def settled(doc: Doc, candidates: list[Candidate], skip: Sequence[bool]) -> list[Candidate]:
    """The candidates with labels that agree inside the article, and with names added that were overlooked."""
    candidates = [_classed(doc, c) for c in _without_classes(doc, candidates)]
    candidates = acronyms.settled(doc, candidates)
    persons = _surnames(doc, candidates)
    votes = _votes(doc, candidates)
    candidates = [_agreed(doc, c, persons, votes) for c in candidates]
    return _with_particles(doc, sorted([*candidates, *_overlooked(doc, candidates, persons, skip)]))


def _without_classes(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without class nouns that the model took for names, alone or before one: ``Hilfsorganisation``."""
    begins = {c.begin for c in candidates if c.label in _NAMES}
    return [
        c
        for c in candidates
        if c.length > 1
        or c.label not in (Label.LOC, Label.ORG)
        or names_a(doc[c.begin].text) != c.label
        or not (c.end in begins or is_class(doc[c.begin].text))
    ]


def _classed(doc: Doc, c: Candidate) -> Candidate:
    """The candidate with the label that a class noun right before it gives."""
    if c.label not in _NAMES or c.code or not c.begin:
        return c
    before, first = doc[c.begin - 1], doc[c.begin]
    label = names_a(before.text) if before.whitespace_ else None
    if label is None or label == c.label or first.text[:1].islower() or known(_surface(doc, c)) is not None:
        return c
    genitive = c.label == Label.PER and doc[c.end - 1].text.endswith("s")
    return c if genitive else c._replace(label=label)


def _surnames(doc: Doc, candidates: list[Candidate]) -> frozenset[str]:
    """The last words of the full names of persons, with and without an Arabic article."""
    found: set[str] = set()
    for c in candidates:
        if c.label == Label.PER and c.length > 1:
            last = _bare(doc, doc[c.end - 1].text)
            found.update((last, surname(last)))
    return frozenset(word for word in found if len(word) > 2)


def _votes(doc: Doc, candidates: list[Candidate]) -> dict[str, Counter[Label]]:
    votes: dict[str, Counter[Label]] = {}
    for c in candidates:
        if c.label in _NAMES:
            votes.setdefault(_bare(doc, _surface(doc, c)), Counter())[c.label] += 1
    return votes


def _agreed(doc: Doc, c: Candidate, persons: frozenset[str], votes: dict[str, Counter[Label]]) -> Candidate:
    surface = _surface(doc, c)
    if c.label not in _NAMES or c.code or known(surface) is not None:
        return c
    bare = _bare(doc, surface)
    if bare in persons or surname(bare) in persons or (c.length == 1 and _spelled_like(bare, persons)):
        return c._replace(label=Label.PER)
    (first, most), *others = votes.get(bare, Counter({c.label: 1})).most_common()
    return c._replace(label=first) if not others or most > others[0][1] else c


def _spelled_like(word: str, persons: frozenset[str]) -> bool:
    """Whether a word is another transcription of a person's name: ``Araghchi`` for Araghtschi."""
    if len(word) < _FUZZY_LENGTH:
        return False
    alike = (SequenceMatcher(None, word, name, autojunk=False) for name in sorted(persons) if name[0] == word[0])
    return any(m.real_quick_ratio() >= _ALIKE and m.ratio() >= _ALIKE for m in alike)


def _with_particles(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """Surnames with the particles that belong to them: ``von der`` Leyen."""
    particles: dict[str, tuple[str, ...]] = {}
    for c in candidates:
        words = [token.text for token in doc[c.begin : c.end]]
        lower = [word for word in words[1:-1] if word.islower()]
        if c.label == Label.PER and lower and words[0][0].isupper() and words[-1 - len(lower) : -1] == lower:
            particles[_bare(doc, words[-1])] = tuple(lower)
    found = []
    for c in candidates:
        own = particles.get(_bare(doc, doc[c.begin].text), ()) if c.label == Label.PER and c.length == 1 else ()
        before = doc[max(0, c.begin - len(own)) : c.begin]
        found.append(c._replace(begin=before.start) if own and _lower(before) == own else c)
    return found


def _lower(tokens: Span) -> tuple[str, ...]:
    return tuple(token.lower_ for token in tokens)


def _overlooked(
    doc: Doc, candidates: list[Candidate], persons: frozenset[str], skip: Sequence[bool]
) -> list[Candidate]:
    """Single words that no candidate covers and that name something elsewhere in the article."""
    covered = {i for c in candidates for i in range(c.begin, c.end)}
    names: dict[str, Label] = dict.fromkeys(sorted(persons), Label.PER)
    for c in candidates:
        if c.length == 1 and c.label in _NAMES and c.confidence >= _SURE and not c.code:
            names.setdefault(_bare(doc, doc[c.begin].text), c.label)
    found = []
    for token in doc:
        if token.i in covered or skip[token.i] or not token.text[:1].isupper() or known(token.text) is not None:
            continue
        bare = _bare(doc, token.text)
        label = names.get(token.text) or names.get(bare)
        if label is not None and (token.pos_ == "PROPN" or (bare in persons and _stands_alone(doc, token))):
            found.append(Candidate(token.i, token.i + 1, label, _ADDED))
    return found


def _stands_alone(doc: Doc, token: Token) -> bool:
    """Whether a word that the tagger takes for a noun stands as names do, without article, adjective or number."""
    before = doc[token.i - 1] if token.i else None
    return token.pos_ in ("NOUN", "X") and (before is None or before.pos_ not in ("DET", "ADJ", "NUM", "NOUN"))


def _surface(doc: Doc, c: Candidate) -> str:
    return str(doc[c.begin : c.end].text)


def _bare(doc: Doc, text: str) -> str:
    """The text without a genitive ``-s`` where the article has it without, too."""
    if len(text) > 3 and text.endswith("s") and text[-2].isalpha() and text[:-1] in _words(doc):
        return text[:-1]
    return text


def _words(doc: Doc) -> frozenset[str]:
    words: frozenset[str] | None = doc.user_data.get("kgbuild_words")
    if words is None:
        words = doc.user_data["kgbuild_words"] = frozenset(token.text for token in doc)
    return words
