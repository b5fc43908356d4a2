"""Chinese and Korean names: the systems of romanisation made one.

Pinyin, Wade-Giles and the old German spelling of Chinese (Duden) and the Revised, McCune-Reischauer and popular
spellings of Korean differ in aspiration marks, in the letters of affricates and in vowels. Two names compare by
surname and by the given name's syllables run together, each folded so that the systems agree; what the fold
confuses (``tung``/``dong``) newspapers confuse as well. The folds are in ``data/names/romanization.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from kgbuild.resolve.names.tables import data, word_set

_SYLLABLES = re.compile("([bcdfghjklmnpqrstwxyz]{0,4}[aeiouy]{1,4}(ng|n|m|l|ck|k|p|r|t|h)?){1,3}")
_DOUBLE = re.compile(r"(.)\1")


@cache
def _rules(system: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), to) for pattern, to in data("romanization.yaml")[system])


@lru_cache(maxsize=32_768)
def chinese(syllables: str) -> str:
    """Folded sound of one or more syllables in pinyin, Wade-Giles or old German spelling."""
    return _apply(_rules("chinese"), syllables)


@lru_cache(maxsize=32_768)
def korean(syllables: str) -> str:
    """Folded sound of one or more Korean syllables."""
    return _apply(_rules("korean"), syllables)


def _apply(rules: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str:
    for pattern, to in rules:
        text = pattern.sub(to, text)
    return text


def surname_groups(token: str) -> frozenset[str]:
    """The Chinese and Korean surnames that a folded token may be: ``lee`` → Korean I; ``tschou`` → Chinese Zhou."""
    return word_set("east_asian_surnames.tsv").get(token, frozenset())


def compare_east_asian(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str] | None:
    """Compare two names of folded tokens, surname first.

    Returns:
        A score and a reason; None if they are not both East Asian names with surname and given name.
    """
    if len(a) < 2 or len(b) < 2:
        return None
    shared = surname_groups(a[0]) & surname_groups(b[0])
    if not shared:
        return None
    given_a, given_b = a[1:], b[1:]
    if max(len(given_a), len(given_b)) > 2 or not all(map(_is_syllabic, (*given_a, *given_b))):
        return None
    systems = {group.split(":")[0] for group in shared}
    for name, sound in (("ko", korean), ("zh", chinese)):
        if name in systems and any(
            not _run(x, sound).isdisjoint(_run(y, sound))
            for x in _variants(given_a, name)
            for y in _variants(given_b, name)
        ):
            return 0.95, f"one name in two romanisations ({name})"
    return 0.0, "the same East Asian surname, but other given names"


def _run(given: tuple[str, ...], sound: Callable[[str], str]) -> frozenset[str]:
    """A given name's sound, syllable for syllable and as one word."""
    return frozenset(_DOUBLE.sub(r"\1", text) for text in ("".join(map(sound, given)), sound("".join(given))))


def _variants(given: tuple[str, ...], system: str) -> tuple[tuple[str, ...], ...]:
    """A given name as it stands, and with j read as y (German: ``Jo-dschong``) or as r (Wade-Giles: ``Jung-chi``)."""
    if not any(token.startswith("j") for token in given):
        return (given,)
    letters = "r" if system == "zh" else "y" if any("sch" in token for token in given) else ""
    return given, *(tuple(x + t[1:] if t.startswith("j") else t for t in given) for x in letters)


def _is_syllabic(token: str) -> bool:
    return len(token) <= 12 and _SYLLABLES.fullmatch(token) is not None
