"""Whether two name words can be one word in two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from rigour.text import levenshtein

from kgbuild.resolve.names.fold import fold, fold_german
from kgbuild.resolve.names.tables import lines, shared, word_set
from kgbuild.resolve.names.transliteration import coarse, readings, skeletons

_FEMININE = frozenset(("a", "ea", "aJa"))  # endings of feminine Slavic surnames, as they sound
SAME_SOUND = 0.97
GENITIVE = 0.96
ALIKE = 0.9
CLOSE = 0.8
FAR = 0.65

# First letters that can stand for one sound share a bit; words that begin otherwise need no closer look.
_BEGINNINGS: defaultdict[str, int] = defaultdict(lambda: 0xFF)
for _bit, _letters in enumerate(("bpfvwou", "aeiouyjhw", "cdghjkqstxz", "m", "n", "l", "r")):
    for _letter in _letters:
        _BEGINNINGS[_letter] = _BEGINNINGS.get(_letter, 0) | 1 << _bit

_LIKE_INITIALS = frozenset(map(frozenset, ("wv", "ck", "jy", "fp", "sz", "ie")))


@lru_cache(maxsize=262_144)
def word_match(a: str, b: str, guarded: bool = True) -> float:
    """How well two lower-case name words match, in [0, 1]; 0.9 and more can be one word, 0.8 needs support.

    Equal letters 1; a common reading 0.97; the same consonants with like vowels 0.9 (not for known minimal pairs as
    Scholz/Schulz, nor for ö against ü); a letter more or less in a long word 0.8; the same coarse skeleton 0.65.
    """
    folded_a, folded_b = fold(a), fold(b)
    if folded_a == folded_b:
        return 1.0 if not _umlauts_differ(a, b) else 0.0
    if (guarded and _are_distinct(folded_a, folded_b)) or _umlauts_differ(a, b):
        return 0.0
    if min(len(folded_a), len(folded_b)) < 3 or not _BEGINNINGS[folded_a[0]] & _BEGINNINGS[folded_b[0]]:
        return 0.0
    sounds_a, sounds_b = readings(a), readings(b)
    if not sounds_a.isdisjoint(sounds_b):
        return SAME_SOUND
    if ("h" in a or "h" in b) and not _hard(sounds_a).isdisjoint(_hard(sounds_b)):
        return ALIKE  # Ukrainian h is Russian g
    hulls = {hull for hull in coarse(a) & coarse(b) if len(hull.strip("V")) >= 2}
    bones = {bone for bone in skeletons(a) & skeletons(b) if len(bone.strip("V")) >= 2}
    shorter, longer = sorted((len(folded_a), len(folded_b)))
    if not (hulls or bones) and (shorter < 7 or folded_a[0] != folded_b[0] or longer - shorter > 3):
        return 0.0
    if guarded and bones and _genders_differ(sounds_a, sounds_b):
        return 0.0
    distance = min(levenshtein(x, y) for x in sounds_a for y in sounds_b)
    if bones and (distance <= 1 or (distance <= 2 and shorter >= 5)) and shorter >= 4:
        return ALIKE
    if (distance == 1 and shorter >= 7) or (distance == 2 and (shorter >= 9 or (hulls and shorter >= 6))):
        return CLOSE
    if hulls and distance == 1 and shorter >= 5:
        return CLOSE
    return FAR if hulls and shorter >= 4 else 0.0


def _genders_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one is the feminine form of the other, a Slavic surname: ``Nawalny``, ``Nawalnaja``."""
    return any(
        feminine[: len(stem)] == stem and feminine[len(stem) :] in _FEMININE
        for one, other in ((a, b), (b, a))
        for masculine in one
        for stem in _masculine_stems(masculine)
        for feminine in other
    )


def _masculine_stems(sound: str) -> Iterator[str]:
    if len(sound) > 4:
        if sound.endswith(("ov", "ev", "in", "sk")):
            yield sound
        elif sound.endswith("i") and sound[-2] not in "aeiou":
            yield sound[:-1]


def _hard(sounds: frozenset[str]) -> frozenset[str]:
    return frozenset(sound.replace("h", "g") for sound in sounds)


@lru_cache(maxsize=262_144)
def given_match(a: str, b: str) -> float:
    """As ``word_match`` for given names, without minimal pairs: initials, short and foreign forms count too."""
    if len(a) == 1 or len(b) == 1:
        first = fold(a)[:1], fold(b)[:1]
        return 0.85 if first[0] == first[1] or frozenset(first) in _LIKE_INITIALS else 0.0
    direct = word_match(a, b, False)
    if direct >= CLOSE:
        return max(direct, ALIKE) if direct > CLOSE else direct
    groups_a, groups_b = _given_groups(a), _given_groups(b)
    if groups_a & groups_b:
        return ALIKE
    return direct


@lru_cache(maxsize=65_536)
def without_genitive(word: str) -> str | None:
    """The word without a German genitive ending; None if it has none: ``trumps`` → ``trump``, ``marx’`` → ``marx``."""
    if word.endswith(("'", "’")):
        return word[:-1]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else None


def last_match(a: str, b: str) -> float:
    """As ``word_match`` for the last word of a name, which may have a genitive ending."""
    direct = word_match(a, b)
    if direct >= ALIKE:
        return direct
    for one, other in ((without_genitive(a), b), (a, without_genitive(b))):
        if one and other and word_match(one, other) >= ALIKE:
            return GENITIVE
    return direct


def _umlauts_differ(a: str, b: str) -> bool:
    return ("ö" in a and "ü" in b) or ("ü" in a and "ö" in b)


@cache
def _distinct() -> dict[str, dict[int, int]]:
    """For each folded surname: in which sets of distinct surnames, and as which member."""
    found: dict[str, dict[int, int]] = {}
    for number, row in enumerate(lines("distinct_surnames.tsv")):
        for member, spellings in enumerate(row[0].split(";")):
            for spelling in spellings.split("|"):
                for form in (fold(spelling), fold_german(spelling)):
                    found.setdefault(form, {}).setdefault(number, member)
    return found


def _are_distinct(a: str, b: str) -> bool:
    sets_a, sets_b = _distinct().get(a), _distinct().get(b)
    if not sets_a or not sets_b:
        return False
    return any(number in sets_b and sets_b[number] != member for number, member in sets_a.items())


@lru_cache(maxsize=65_536)
def _given_groups(name: str) -> frozenset[str]:
    table, folded = word_set("given_names.tsv"), fold(name)
    groups = table.get(folded, frozenset())
    if groups:
        return groups
    return frozenset(group for sound in readings(name) for group in _given_sounds().get(sound, ()))


@cache
def _given_sounds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, groups in word_set("given_names.tsv").items():
        for sound in readings(form):
            found.setdefault(sound, set()).update(groups)
    return shared(found)
