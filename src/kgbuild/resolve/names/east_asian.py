"""Chinese and Korean names: the systems of romanisation made one.

Pinyin, Wade-Giles and the old German spelling of Chinese (Duden) and the Revised, McCune-Reischauer and popular spellings of
Korean differ in aspiration marks, in the letters of affricates and in vowels. Two names compare by surname and by the given
name's syllables run together, each folded so that the systems agree; what the fold confuses (``tung``/``dong``) newspapers
confuse as well. The folds are general knowledge of the systems.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kgbuild.resolve.names.tables import word_set

_CHINESE = (
    ("ng(?![aeiou])", "N"), ("jeou", "jiu"), ("qui(?=a)", "qi"), ("tsch|dsch|zh|ch|j(?=i|u)|q", "C"), ("hs|sh|sch|x", "S"), ("tz|ts|ds|z|c(?=[aeiou])", "Z"), ("ssu|szu", "Si"), ("s", "S"),
    ("yi", "i"), ("wu", "u"), ("j(?=[aeo])", "y"), ("w", "v"), ("yu|yue", "u"), ("b", "p"), ("d", "t"), ("g", "k"),
    ("ieh", "ie"), ("ien", "ian"), ("uN", "oN"), ("uei", "ui"), ("iou", "iu"), ("üeh|ueh", "ue"),
    ("(?<=[kh])o(?!N|u)", "e"), ("ih", "i"), ("eh", "e"), ("(?<=Z)[ue](?![a-z])", "i"), ("(?<=[CS])i(?=[aou])", ""),
    ("(?<=[CS])e(?=N)", "o"), ("(?<=Z)e(?=[a-z]*$)", "i"), ("r", "y"), ("y(?=[aeou])", "i"), ("ao", "au"), (r"(.)\1", r"\1"),
)  # fmt: skip
_KOREAN = (
    ("tsch|dsch|ch|j", "C"), ("sch|sh|s", "S"), ("ck|kk|k|q", "g"), ("c", "C"), ("tt|t", "d"), ("pp|p", "b"), ("ph", "b"),
    ("wo|weo", "o"), ("ui|eui|ŭi", "i"), ("yeo|yo|you|yu", "io"), ("ye|yae", "ie"), ("ya", "ia"), ("y", "i"), ("ae|ai", "e"), ("oe", "o"), ("ue", "u"),
    ("eo|eu|oo|ou|oh|ow|u", "o"), ("ee|ie", "i"), ("r", "l"), ("h(?=$)", ""), (r"(.)\1", r"\1"),
)  # fmt: skip
_SYLLABLES = re.compile("([bcdfghjklmnpqrstwxyz]{0,4}[aeiouy]{1,4}(ng|n|m|l|k|p|r|t|h)?){1,3}")
_DOUBLE = re.compile(r"(.)\1")


def _rules(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), to) for pattern, to in rules)


_CHINESE_RULES, _KOREAN_RULES = _rules(_CHINESE), _rules(_KOREAN)


@lru_cache(maxsize=32_768)
def chinese(syllables: str) -> str:
    """Folded sound of one or more syllables in pinyin, Wade-Giles or old German spelling."""
    return _apply(_CHINESE_RULES, syllables)


@lru_cache(maxsize=32_768)
def korean(syllables: str) -> str:
    """Folded sound of one or more Korean syllables."""
    return _apply(_KOREAN_RULES, syllables)


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
            not _run(x, sound).isdisjoint(_run(y, sound)) for x in _as_german(given_a) for y in _as_german(given_b)
        ):
            return 0.95, f"one name in two romanisations ({name})"
    return 0.0, "the same East Asian surname, but other given names"


def _run(given: tuple[str, ...], sound: Callable[[str], str]) -> frozenset[str]:
    """A given name's sound, syllable for syllable and as one word."""
    return frozenset(_DOUBLE.sub(r"\1", text) for text in ("".join(map(sound, given)), sound("".join(given))))


def _as_german(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A given name as it stands and, where it can be German, with j for y: ``Jo-dschong`` is ``Yo-jong``."""
    if any("sch" in token for token in given):
        return given, tuple("y" + token[1:] if token.startswith("j") else token for token in given)
    return (given,)


def _is_syllabic(token: str) -> bool:
    return len(token) <= 12 and _SYLLABLES.fullmatch(token) is not None
