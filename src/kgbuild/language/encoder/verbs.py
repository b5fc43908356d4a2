"""Infinitives of German verb forms: tables for the strong verbs, rules for the weak ones.

The lemma scripts of the encoder fail where a verb is rare or changes its stem; German conjugation is regular enough
to be undone by rule (Duden, Die Grammatik: the verb). Prefixes are taken off, the rest looked up or reduced, the
prefixes put back: ``beizutreten``, ``beigetreten``, ``beitritt`` → ``beitreten``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Form(StrEnum):
    """What a verb form is, by the names of Universal Dependencies."""

    FINITE = "Fin"
    INFINITIVE = "Inf"
    PARTICIPLE = "Part"


_EPENTHETIC = re.compile(r"([td]|([^aeiouäöülrmnh]|ch)[mn])$")
"""Stems that take an e before -t and -te: leist-e-t, rechn-e-te."""
_SYLLABIC = re.compile(r"[^aeiouäöülrh][lr]$")
"""Stems that lost their e: handl-e, änd(e)r-e."""
_UNSTRESSED = re.compile(r"([^eiou]|[aeo]u|ei)(er|el)$")
"""Stems whose infinitive ends in -n: äußer-n, handel-n, but not spiel-en, studier-en."""
_FOREIGN = re.compile(r"(?<!e)iert(e|en)?$")
_ADJECTIVE = re.compile(r"(?<=[tnd])e[nmrs]?$")


@dataclass
class _Tables:
    finite: dict[str, str] = field(default_factory=dict)
    participle: dict[str, str] = field(default_factory=dict)
    separable: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    t_stems: frozenset[str] = frozenset()
    ge_stems: frozenset[str] = frozenset()
    moods: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Tense and mood of forms that the endings do not tell."""


def infinitive(word: str, form: Form | None = None) -> str:
    """The infinitive of a verb form, lower case, with its prefix if that is written with it.

    Args:
        word: the form as it stands in a text, for example ``beizutreten`` or ``Gab``.
        form: what the form is, if known; its shape decides where that cannot be.
    """
    return _infinitive(word.lower(), form)


def attributive(word: str) -> tuple[str, Form | None]:
    """The infinitive behind an inflected participle before a noun, and which participle it is.

    Returns:
        ``("unterzeichnen", Form.PARTICIPLE)`` for ``unterzeichnete``; for a Partizip I (``führende``) the form is
        ``Form.FINITE``, because its noun acts; ``("", None)`` where the word is no participle that rules can tell.
    """
    base = _ADJECTIVE.sub("", word.lower())
    if base.endswith("end") and len(base) > 5:
        return base[:-1], Form.FINITE
    if base.endswith("ernd") or base.endswith("elnd"):
        return base[:-1], Form.FINITE
    for candidate in (base, word.lower()):
        if _is_participle(candidate):
            return _infinitive(candidate, Form.PARTICIPLE), Form.PARTICIPLE
    return "", None


def tense_and_mood(word: str) -> tuple[str | None, str | None]:
    """Tense (``Pres``, ``Past``) and mood (``Ind``, ``Sub``) of a finite form as far as its shape tells them.

    A form in -e that is no preterite reads as subjunctive I: the first person is rare in news. Weak preterites, which
    are subjunctives II as well, read as indicatives.
    """
    word = word.lower()
    tables = _tables()
    for _, rest in _splits(word):
        if rest in tables.moods:
            return tables.moods[rest]
    if word.endswith(("te", "ten")):
        return ("Pres", None) if _has_t_stem(word[: word.rindex("te")] + "t") else ("Past", "Ind")
    if word.endswith("t"):
        return "Pres", "Ind"
    if word.endswith("e"):
        return "Pres", "Sub"
    return None, None


def separable_prefixes() -> frozenset[str]:
    """Prefixes that may stand apart from their verb."""
    return _tables().separable


def _infinitive(word: str, form: Form | None) -> str:
    tables = _tables()
    if form != Form.PARTICIPLE and word in tables.finite:
        return tables.finite[word]
    for prefix, rest in _splits(word):
        known = _look_up(prefix, rest, form)
        if known:
            return prefix + known
    return _weak(word, form)


def _look_up(prefix: str, rest: str, form: Form | None) -> str | None:
    """The infinitive of ``rest`` after ``prefix`` where a table or ``zu`` tells it."""
    tables = _tables()
    apart = prefix in tables.separable
    if apart and rest.startswith("zu") and rest.endswith("n") and len(rest) > 5:
        inner = rest[2:]
        if form in (Form.INFINITIVE, None) and (prefix + "zu" not in tables.separable or inner.startswith("zu")):
            return inner
    if form != Form.INFINITIVE or not rest.endswith("n"):
        if rest in tables.participle and (form == Form.PARTICIPLE or rest not in tables.finite):
            return tables.participle[rest]
        if _last_is_bound(prefix) and "ge" + rest in tables.participle and form != Form.FINITE:
            return tables.participle["ge" + rest]
        if rest in tables.finite and form != Form.PARTICIPLE:
            return tables.finite[rest]
        if _last_is_bound(prefix) and "ge" + rest in tables.participle:
            return tables.participle["ge" + rest]
    return None


def _splits(word: str) -> list[tuple[str, str]]:
    """The word cut into prefixes and rest, fewest prefix letters first."""
    found = [("", word)]
    for end in range(2, len(word) - 2):
        if _is_prefix(word[:end]):
            found.append((word[:end], word[end:]))
    return found


@cache
def _is_prefix(text: str) -> bool:
    """Whether it is one prefix or a separable one before a bound one (an-er-kennen)."""
    tables = _tables()
    if text in tables.separable or text in tables.bound:
        return True
    return any(text[:i] in tables.separable and text[i:] in tables.bound for i in range(2, len(text) - 1))


def _last_is_bound(prefix: str) -> bool:
    return any(prefix.endswith(bound) and _is_prefix(prefix) for bound in _tables().bound)


def _weak(word: str, form: Form | None) -> str:
    if form == Form.INFINITIVE and word.endswith("n"):
        return word
    if _FOREIGN.search(word):
        return word[: word.rindex("iert")] + "ieren"
    if form != Form.FINITE:
        participle = _weak_participle(word)
        if participle:
            return participle
    return _weak_finite(word, form)


def _weak_participle(word: str) -> str | None:
    """``angekündigt`` → ``ankündigen``; None if there is no ``ge`` to take out."""
    if not word.endswith("t"):
        return None
    for prefix, rest in _splits(word):
        if prefix and prefix not in _tables().separable:
            continue
        stem = _without_e(rest[:-1])
        if rest.startswith("ge") and len(rest) > 5 and (stem not in _tables().ge_stems or stem == "gehör"):
            return prefix + _from_stem(_without_e(rest[2:-1]))
    return None


def _weak_finite(word: str, form: Form | None) -> str:
    for ending in ("te", "ten", "test", "tet"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            plural_or_subjunctive = ending in ("te", "ten") and _has_t_stem(stem + "t")
            if plural_or_subjunctive:
                return _from_stem(stem + "t")
            if stem.endswith("e") and _EPENTHETIC.search(stem[:-1]):
                return _from_stem(stem[:-1])
            if ending == "tet" and not stem.endswith("e"):
                return _from_stem(stem + "t")
            if len(stem) > 1 and ending != "tet":
                return _from_stem(stem)
    if word.endswith("en") or word.endswith(("ern", "eln")):
        return word
    if word.endswith("t") and len(word) > 3:
        return _from_stem(_without_e(word[:-1]))
    if word.endswith("e") and len(word) > 3:
        return _from_stem(word[:-1])
    return word


def _has_t_stem(stem: str) -> bool:
    return any(rest in _tables().t_stems for _, rest in _splits(stem))


def _without_e(stem: str) -> str:
    return stem[:-1] if stem.endswith("e") and _EPENTHETIC.search(stem[:-1]) else stem


def _from_stem(stem: str) -> str:
    if _UNSTRESSED.search(stem):
        return stem + "n"
    if _SYLLABIC.search(stem):
        return f"{stem[:-1]}e{stem[-1]}n"
    return stem + "en"


def _is_participle(word: str) -> bool:
    """Whether the shape of an uninflected word is that of a Partizip II."""
    tables = _tables()
    for prefix, rest in _splits(word):
        if rest in tables.participle or (_last_is_bound(prefix) and "ge" + rest in tables.participle):
            return True
        if not word.endswith("t"):
            continue
        if rest.startswith("ge") and len(rest) > 5 and (not prefix or prefix in tables.separable):
            return True
        if _last_is_bound(prefix) and len(rest) > 3:
            return True
    return word.endswith("iert")


@cache
def _tables() -> _Tables:
    tables = _Tables()
    for row in _rows("strong_verbs.tsv"):
        verb, present, preterite, participle, subjunctive = row
        for finite in _variants(present):
            tables.finite.setdefault(finite, verb)
            tables.moods.setdefault(finite, ("Pres", "Ind"))
        for past in _variants(preterite):
            for end in ("", "n", "st", "t") if past.endswith("e") else ("", "en", "st", "t"):
                tables.finite.setdefault(past + end, verb)
                tables.moods.setdefault(past + end, ("Past", "Ind"))
        for wish in _variants(subjunctive):
            for end in ("", "n", "st", "t"):
                tables.finite.setdefault(wish + end, verb)
                tables.moods.setdefault(wish + end, ("Past", "Sub"))
        for past in _variants(participle):
            tables.participle.setdefault(past, verb)
    kinds: dict[str, set[str]] = {}
    for row in _rows("verb_parts.tsv"):
        if row[0] == "irregular":
            tables.finite[row[1]] = row[2]
            if len(row) > 3:
                tables.moods[row[1]] = (row[3], row[4])
        kinds.setdefault(row[0], set()).add(row[1])
    tables.separable = frozenset(kinds["separable"] | kinds["both"])
    tables.bound = frozenset(kinds["bound"] | kinds["both"])
    tables.t_stems, tables.ge_stems = frozenset(kinds["t-stem"]), frozenset(kinds["ge-stem"])
    return tables


def _rows(name: str) -> list[list[str]]:
    source = files("kgbuild").joinpath("data", "language", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in source.splitlines() if line and not line.startswith("#")]


def _variants(column: str) -> list[str]:
    return [] if column == "-" else column.split("/")
