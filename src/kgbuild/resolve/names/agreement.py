"""Names of agreements: looked up, and compared by what kind of agreement they name, place, subject, number and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kgbuild.resolve.names.acronyms import abbreviates, looks_like_acronym
from kgbuild.resolve.names.concepts import lexicon, stem
from kgbuild.resolve.names.fold import fold, fold_german, split_elision
from kgbuild.resolve.names.nations import mark_nations, nation
from kgbuild.resolve.names.place import exactly as known_places
from kgbuild.resolve.names.surnames import ALIKE, without_genitive, word_match
from kgbuild.resolve.names.tables import entries, shared, words
from kgbuild.resolve.names.verdict import Comparison

_TABLE = "agreements.tsv"
_WORDS = "agreement_words.tsv"
_OPTIONAL = frozenset(("framework", "un", "united", "nations", "staat", "world", "international", "change"))
_LOST_ENDINGS = frozenset(("a", "e", "i", "o", "no", "n", "en"))
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "eins": "1",
    "zwei": "2",
    "two": "2",
    "three": "3",
    "drei": "3",
}


@dataclass(frozen=True, slots=True)
class AgreementName:
    """A name of an agreement, reduced."""

    folded: str
    heads: frozenset[str]
    """Classes of its head nouns: ``=treaty``, ``=protocol``; empty if it has none (``New START``)."""
    topic: frozenset[str]
    """Concepts, places and other words that say which agreement."""
    nouns: frozenset[str]
    """Its head nouns as spelled, stemmed."""
    numbers: frozenset[str]
    """Ordinals as Arabic figures."""
    years: frozenset[str]
    acronym: str
    """The name as spelled, if it can be one; else ``""``."""


def compare_agreements(a: str, b: str) -> Comparison:
    """Compare two names of agreements; the order does not matter."""
    one, other = parse(a), parse(b)
    if one.years and other.years and one.years != other.years:
        return Comparison(0.0, False, (f"different years: {sorted(one.years)} / {sorted(other.years)}",), veto=True)
    known_a, known_b = known(a), known(b)
    if known_a and known_b:
        if shared := known_a & known_b:
            return Comparison(1.0, True, (f"both name {min(shared)} ({_TABLE})",))
        return Comparison(0.0, False, (f"two known agreements: {min(known_a)} / {min(known_b)}",), veto=True)
    result = _compare(one, other)
    if result.same or not (known_a or known_b):
        return result
    labels, name = (known_a, other) if known_a else (known_b, one)
    for label in sorted(labels):
        for form in _forms()[label]:
            found = _compare(form, name)
            if found.same:
                return Comparison(found.score, True, (f"a name of {label} ({_TABLE})", *found.reasons))
    return result


@lru_cache(maxsize=32_768)
def known(name: str) -> frozenset[str]:
    """The preferred labels of the agreements in the table that a name can mean."""
    table = _table()
    for folded in (fold(name), fold_german(name), fold(name).replace(" ", "")):
        if found := table.get(folded) or table.get(without_genitive(folded) or ""):
            return found
    parsed = parse(name)
    if parsed.topic and (found := _by_parts().get(_parts(parsed))) and len(found) == 1:
        return found
    return frozenset()


@lru_cache(maxsize=32_768)
def parse(name: str) -> AgreementName:
    """Reduce a name; any string is accepted."""
    lexical, stops = lexicon(_WORDS), words("organization_affixes.yaml")["stop"]
    heads: set[str] = set()
    topic: set[str] = set()
    nouns: set[str] = set()
    numbers: set[str] = set()
    years: set[str] = set()
    for original, token in _marked([pair for pair in _tokens(name) if pair[1] not in stops]):
        if token.startswith("@"):
            topic.add(token)
        elif token in _ROMAN or (token.isdigit() and len(token) < 3):
            numbers.add(_ROMAN.get(token, token))
        elif _YEAR.fullmatch(token):
            years.add(token)
        elif place := _place(original):
            topic.add(place)
        else:
            found = lexical.concepts(token)
            if len(found) == 1 and token not in lexical.words and (compound := lexical.head(token)):
                found = compound[0].removesuffix("s"), compound[1]
            if found[-1].startswith("="):
                heads.add(found[-1])
                nouns.add(stem(token))
            topic.update(_subject(concept, original) for concept in found if concept[0] not in "=-")
    return AgreementName(
        folded=fold(name),
        heads=frozenset(heads),
        topic=frozenset(topic),
        nouns=frozenset(nouns),
        numbers=frozenset(numbers),
        years=frozenset(years),
        acronym=name.strip() if looks_like_acronym(name.strip()) else "",
    )


def _tokens(name: str) -> list[tuple[str, str]]:
    return [
        (word, folded)
        for word in re.split(r"[\s\-‑–/(),.]+", split_elision(name))
        for folded in [fold(word).replace(" ", "")]
        if folded
    ]


def _marked(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tokens with nations as one sign each."""
    originals = {token: original for original, token in tokens}
    return [(originals.get(token, token), token) for token in mark_nations([token for _, token in tokens])]


def _subject(concept: str, original: str) -> str:
    """A concept as part of the topic: a nation or place as its sign, an adjective in -er without its ending."""
    if (sign := nation(concept)) != concept:
        return sign
    if fold(original).startswith(concept) and original.endswith("er") and concept not in lexicon(_WORDS).letters:
        return stem(fold(original)[:-2])
    return _place(concept.capitalize()) or concept


@lru_cache(maxsize=32_768)
def _place(word: str) -> str | None:
    """The place that a word names, also as an adjective in -er: ``Pariser``, ``Münchner``; marked with ``@``."""
    if not word[:1].isupper() or len(word) < 4:
        return None
    candidates = [word]
    if word.endswith("er"):
        base = word[:-2]
        candidates += [base, *(base + e for e in ("es", "e", "en", "a", "o")), base.removesuffix("n") + "en"]
    for candidate in candidates:
        if found := known_places(candidate):
            return f"@{min(found)}"
    return None


def _compare(a: AgreementName, b: AgreementName) -> Comparison:
    if a.folded.replace(" ", "") == b.folded.replace(" ", ""):
        return Comparison(0.99, True, ("the same but for hyphens and spaces",))
    for short, full in ((a, b), (b, a)):
        if short.acronym and (
            why := abbreviates(
                short.acronym, tuple(full.folded.split()), words("organization_affixes.yaml")["stop"], lexicon(_WORDS)
            )
        ):
            return Comparison(0.9, True, (f"{short.acronym} abbreviates the other: {why}",))
    if a.numbers != b.numbers:
        return Comparison(0.0, False, (f"different numbers: {sorted(a.numbers)} / {sorted(b.numbers)}",), veto=True)
    if a.heads and b.heads and not a.heads & b.heads:
        return Comparison(
            0.2, False, (f"different kinds of agreement: {sorted(a.heads)} / {sorted(b.heads)}",), veto=True
        )
    if not a.topic or not b.topic:
        return Comparison(0.3, False, ("one names only the kind of agreement",))
    if a.years != b.years and all(topic.startswith("@") for topic in a.topic | b.topic) and a.nouns != b.nouns:
        return Comparison(0.5, False, ("one is of a certain year, and a place has many treaties",))
    if a.topic == b.topic:
        return Comparison(0.95, True, ("the same place and subject, one kind of agreement",))
    if a.topic & b.topic and a.topic ^ b.topic <= _OPTIONAL:
        return Comparison(0.9, True, ("the same place and subject",))
    rest_a, rest_b = sorted(a.topic - b.topic), sorted(b.topic - a.topic)
    if len(rest_a) == len(rest_b) == 1 and _alike(rest_a[0], rest_b[0]):
        return Comparison(0.9, True, ("the same in another spelling",))
    joined = ["".join(sorted(topic)) for topic in (a.topic, b.topic)]
    if min(map(len, joined)) > 7 and word_match(joined[0], joined[1], False) >= ALIKE:
        return Comparison(0.9, True, ("the same in another spelling",))
    shared = len(a.topic & b.topic) / len(a.topic | b.topic)
    return Comparison(0.6 * shared, False, (f"share {shared:.0%} of place and subject",))


def _alike(a: str, b: str) -> bool:
    if a.startswith("@") or b.startswith("@"):
        return False
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(shorter) > 3 and longer.startswith(shorter) and longer[len(shorter) :] in _LOST_ENDINGS:
        return True  # what is left of Luganer, and Lugano
    forms_a, forms_b = _adjectival(a), _adjectival(b)
    return any(min(len(x), len(y)) > 3 and word_match(x, y, False) >= ALIKE for x in forms_a for y in forms_b)


def _adjectival(word: str) -> tuple[str, ...]:
    return (word, word[:-2]) if word.endswith("er") and len(word) > 5 else (word,)


def _parts(name: AgreementName) -> tuple[frozenset[str], ...]:
    return (name.heads, name.topic, name.numbers)


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            for key in {fold(name), fold_german(name), fold(name).replace(" ", "")}:
                found.setdefault(key, set()).add(label)
    found.pop("", None)
    return shared(found)


@cache
def _by_parts() -> dict[tuple[frozenset[str], ...], frozenset[str]]:
    found: dict[tuple[frozenset[str], ...], set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            parsed = parse(name)
            if parsed.topic:
                found.setdefault(_parts(parsed), set()).add(label)
    return shared(found)


@cache
def _forms() -> dict[str, tuple[AgreementName, ...]]:
    return {label: tuple(parse(name) for name in names) for label, names in entries(_TABLE)}
