"""Lemmas: by table and rule where German inflection is regular, else by the encoder's scripts.

A script says how a lemma is cut out of its word (Chrupała 2006; Straka 2018): ``i|prefix|j|suffix|case`` cuts i
characters in front and j at the end and puts prefix and suffix around what remains. Scripts are learnt from little
data; the best one that does not mutilate the word is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgbuild.language.encoder.nouns import singular
from kgbuild.language.encoder.verbs import Form, infinitive

CANDIDATES = 6
"""Scripts that are tried, best first."""
_PLAIN = str.maketrans("äöüß", "aous")
_NOUN_ENDING = re.compile(r"(e|en|n|er|ern|s|es|ns|nen|se|sen|um|us)?")
_ADJECTIVE_ENDING = re.compile(r"(e[nmrs]?|er(e[nmrs]?)?|e?st(e[nmrs]?)?|n)?")
"""What a noun or an adjective may lose at its end to become its lemma."""
_ADJECTIVE = re.compile(
    r"(isch|lich|ig|bar|sam|haft|los|iert|ell|al|iv|ant|ent|frei|reich|voll|weit|end|nd|ts|tt|rk|ng|ch)(e|en|er|em|es)$"
)
_INVARIANT = frozenset(("NUM", "PUNCT", "SYM"))


def lemma(word: str, pos: str, morph: str, scripts: Sequence[str]) -> str:
    """The lemma of a word.

    Args:
        word: as it stands in the text.
        pos: universal part of speech.
        morph: its features, ``Case=Gen|Number=Sing``.
        scripts: lemma scripts, best first, at least one.
    """
    if pos in _INVARIANT:
        return word
    if pos in ("VERB", "AUX"):
        return infinitive(word, _form(word, morph))
    if pos == "NOUN":
        known = singular(word, "Case=Gen" in morph)
        return known or _best(word[:1].upper() + word[1:], scripts, _NOUN_ENDING, gain=2)
    if pos == "PROPN":
        return _name(word, scripts[0])
    if pos == "ADJ":
        if "VerbForm=Part" in morph:
            return infinitive(word, Form.PARTICIPLE)
        base = _ADJECTIVE.sub(r"\1", word.lower())
        return base if base != word.lower() else _best(word.lower(), scripts, _ADJECTIVE_ENDING, gain=0)
    return apply(scripts[0], word)


def apply(script: str, word: str) -> str:
    """The lemma of ``word`` under ``script``; the word itself where the script cuts more than there is.

    The case is ``L`` lower, ``C`` capitalised or ``K`` as the word has it.
    """
    front, prefix, back, suffix, case = script.split("|")
    begin, end = int(front), len(word) - int(back)
    if begin > end or (begin == end and not prefix + suffix):
        return word
    stem = word[begin:end]
    found = prefix + (stem if case == "K" else stem.lower()) + suffix
    if case == "C":
        return found[:1].upper() + found[1:]
    return found


def _form(word: str, morph: str) -> Form | None:
    """What a verb form is by its features, unless its shape says otherwise."""
    match = re.search(r"VerbForm=(\w+)", morph)
    form = Form(match[1]) if match else None
    if form == Form.INFINITIVE and not word.endswith("n"):
        return None
    return form


def _name(word: str, script: str) -> str:
    """A proper name without the genitive ending, if that is all that the script takes off."""
    return word[:-1] if script.startswith("0||1||") and word.endswith("s") else word


def _best(word: str, scripts: Sequence[str], ending: re.Pattern[str], gain: int) -> str:
    """The first lemma that takes but an ending off, umlauts aside, and adds at most ``gain`` letters; else the word."""
    for script in scripts:
        found = apply(script, word)
        if found[:1].lower() == word[:1].lower():
            found = word[:1] + found[1:]
        a, b = word.lower().translate(_PLAIN), found.lower().translate(_PLAIN)
        shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        if shared > 1 and ending.fullmatch(a[shared:]) and len(b) - shared <= gain:
            return found
    return word
