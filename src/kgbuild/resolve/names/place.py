"""Names of places: exonyms and former names looked up, other spellings compared by sound."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kgbuild.resolve.names.concepts import lexicon
from kgbuild.resolve.names.east_asian import chinese
from kgbuild.resolve.names.fold import fold, fold_german, split_elision
from kgbuild.resolve.names.surnames import ALIKE, SAME_SOUND, without_genitive, word_match
from kgbuild.resolve.names.tables import entries, shared, words
from kgbuild.resolve.names.transliteration import readings
from kgbuild.resolve.names.verdict import Comparison

_TABLE = "places.tsv"
_WORDS = "place_words.tsv"
_AFFIXES = "place_affixes.yaml"
_SEAS = ([["lake"], ["sea"]], [["sea"], ["lake"]])
_SAINT = re.compile(r"\b(sankt|st|saint|sainte|san|santa|ste)\b")
_LAND = re.compile("(ien|ia|iia|ija|iya|ie|ja|ya)$")  # of countries and regions, in German, English, Slavic and French
_PLURAL = re.compile("(en|es|as|os|e)$")  # of islands and mountains: Antillen, Antilles
_ADJECTIVE = re.compile("(i?sche[srnm]?|ische?|er)$")


def compare_places(a: str, b: str) -> Comparison:
    """Compare two names of places; the order does not matter."""
    known_a, known_b = known(a), known(b)
    if known_a and known_b:
        if shared := known_a & known_b:
            return Comparison(1.0, True, (f"both name {min(shared)} ({_TABLE})",))
        return Comparison(0.0, False, (f"two known places: {min(known_a)} / {min(known_b)}",), veto=True)
    result = _by_words(_core(a), _core(b))
    if result.same or not (known_a or known_b):
        return result
    labels, core = (known_a, _core(b)) if known_a else (known_b, _core(a))
    for label in sorted(labels):
        for form in _forms()[label]:
            found = _by_words(form, core)
            if found.same:
                return Comparison(
                    found.score, True, (f"a name of {label} ({_TABLE})", *found.reasons), partial=found.partial
                )
    return result


@lru_cache(maxsize=32_768)
def known(name: str) -> frozenset[str]:
    """The preferred labels of the places in the table that a name can mean."""
    if found := exactly(name):
        return found
    sounds = {sound for sound in readings(_core_marked(name)) if len(sound) > 5}
    heard = frozenset(label for sound in sounds for label in _by_sound().get(sound, ()))
    return heard if len(heard) == 1 else frozenset()


@lru_cache(maxsize=32_768)
def exactly(name: str) -> frozenset[str]:
    """As ``known``, but only for spellings that the table lists, and their genitives."""
    table = _table()
    for folded in (fold(name), fold_german(name), _core(name)):
        if found := table.get(folded) or table.get(without_genitive(folded) or ""):
            return found
    return frozenset()


@cache
def _article() -> re.Pattern[str]:
    return re.compile(f"^({_any('articles')}) (?=.)")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f" ({_any('kinds_after')})$|^({_any('kinds_before')}) ")


def _any(group: str) -> str:
    """The words of a list as alternatives of a regular expression."""
    return "|".join(sorted(words(_AFFIXES)[group]))


@lru_cache(maxsize=32_768)
def _core(name: str) -> str:
    plain = _SAINT.sub("st", fold(split_elision(name)))
    return _kinds().sub("", _article().sub("", plain)).strip() or plain


def _core_marked(name: str) -> str:
    """The name as one lower-case word with its diacritics, for reading aloud."""
    parts = re.split(r"[\s\-‑–]+", name.casefold())
    if len(parts) > 1 and _article().match(fold(parts[0]) + " x"):
        parts = parts[1:]
    return "".join(parts)


@lru_cache(maxsize=32_768)
def _concepts(core: str) -> frozenset[str]:
    """Common nouns and adjectives as concepts, the rest as it is; German compounds split at a common noun."""
    lexical, links = lexicon(_WORDS), words(_AFFIXES)["links"]
    found: set[str] = set()
    for token in core.split():
        if token in links:
            continue
        if concept := lexical.known(token):
            found.add(concept)
        elif compound := lexical.head(token) or _prefixed(token):
            found.update(compound)
        else:
            found.add(token)
    return frozenset(found)


def _prefixed(token: str) -> tuple[str, str] | None:
    """The concept of a known first part and the unknown rest: ``neukaledonien`` → new, ``kaledonien``."""
    lexical = lexicon(_WORDS)
    for end in range(6, 2, -1):
        if len(token) - end > 3 and (concept := lexical.words.get(token[:end])) in words(_AFFIXES)["prefixes"]:
            return concept, token[end:]
    return None


def _by_words(a: str, b: str) -> Comparison:
    if not a or not b:
        return Comparison(0.0, False, ("no name in one of them",))
    if a == b or without_genitive(a) == b or without_genitive(b) == a or a.replace(" ", "") == b.replace(" ", ""):
        return Comparison(0.97, True, ("the same but for article, genitive or kind of place",))
    concepts_a, concepts_b = _concepts(a), _concepts(b)
    rest_a, rest_b = sorted(concepts_a - concepts_b), sorted(concepts_b - concepts_a)
    nouns = lexicon(_WORDS).english.keys()
    if (
        len(rest_a) + len(rest_b) == 1
        and {*rest_a, *rest_b} <= words(_AFFIXES)["optional"]
        and len(concepts_a & concepts_b) == 1
    ):
        return Comparison(0.92, True, ("the same but for the word for what it is",), partial=True)
    if [rest_a, rest_b] in _SEAS and concepts_a & concepts_b:
        return Comparison(0.92, True, ("the same, See for sea",), partial=True)
    if len(concepts_a) > 1 and len(rest_a) == len(rest_b) <= 1:
        score = max(word_match(x, y, False) for x in _bases(rest_a[0]) for y in _bases(rest_b[0])) if rest_a else 0.95
        if score >= ALIKE and not {*rest_a, *rest_b} & nouns:
            return Comparison(min(score, 0.95), True, ("the same words, in another language or spelling",))
        if rest_a and {*rest_a, *rest_b} & nouns:
            return Comparison(0.3, False, (f"{rest_a[0]} is not {rest_b[0]}",), veto=True)
    links = words(_AFFIXES)["links"]
    words_a, words_b = ([word for word in core.split() if word not in links] or [core] for core in (a, b))
    if len(words_a) == len(words_b):
        score = min(_last_match(x, y) for x, y in zip(words_a, words_b, strict=True))
    else:
        score = word_match("".join(words_a), "".join(words_b), False)
    shortest = min(len(a), len(b))
    same = score >= ALIKE and shortest > 3
    sure = score >= SAME_SOUND and shortest > 4 and len(words_a) == len(words_b)
    return Comparison(score, same, ("the same in another spelling" if same else "other words",), partial=not sure)


def _last_match(a: str, b: str) -> float:
    pairs = [(a, b), (without_genitive(a), b), (a, without_genitive(b))]
    land_a, land_b = _LAND.sub("", a), _LAND.sub("", b)
    if land_a != a and land_b != b and min(len(land_a), len(land_b)) > 3:
        pairs.append((land_a, land_b))
    plural_a, plural_b = _PLURAL.sub("", a), _PLURAL.sub("", b)
    if len(plural_a) > 3 and plural_a == plural_b:
        return SAME_SOUND
    if min(len(a), len(b)) > 5 and chinese(a) == chinese(b):
        return ALIKE
    return max(word_match(x, y, False) for x, y in pairs if x and y)


def _bases(word: str) -> tuple[str, ...]:
    """A word, and what it is an adjective or the land of: ``ochotskisches`` → ``ochotsk``, ``karsien`` → ``kars``."""
    bases = (_ADJECTIVE.sub("", word), _LAND.sub("", word), word.removesuffix("s"))
    return (word, *(base for base in bases if base != word and len(base) > 3))


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            for key in {fold(name), fold_german(name), _core(name)}:
                found.setdefault(key, set()).add(label)
    found.pop("", None)
    return shared(found)


@cache
def _by_sound() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            for sound in readings(_core_marked(name)):
                found.setdefault(sound, set()).add(label)
    return shared(found)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {label: tuple(map(_core, names)) for label, names in entries(_TABLE)}
