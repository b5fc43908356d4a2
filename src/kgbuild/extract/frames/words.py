"""Forms of German words: from the words of a frame to what stands in a text, and back.

A frame's verbs, nouns and adjectives are few and known, so their forms are made by rule (strong verbs by a table)
and looked up, instead of trusting a statistical lemma of each word of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from spacy.tokens import Token

_DATA = files("kgbuild") / "data" / "extract" / "frames"

_ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
_NOUN_ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern", "ns", "nen", "se", "sen")
_UMLAUTS = str.maketrans("äöü", "aou")


class Form(StrEnum):
    """What a form of a verb can be."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    ATTRIBUTE = "attribute"


class Verb(NamedTuple):
    """A reading of a word form."""

    lemma: str
    particle: str | None
    """The separable prefix that must stand elsewhere in the clause, None if the form is whole."""
    form: Form


@dataclass(frozen=True, slots=True)
class VerbParts:
    """The lists of ``verbs.yaml``."""

    separable: tuple[str, ...]
    ambiguous: frozenset[str]
    inseparable: tuple[str, ...]
    whole: frozenset[str]
    regular: frozenset[str]
    without_ge: frozenset[str]


@cache
def verb_parts() -> VerbParts:
    """The shipped lists."""
    table = yaml.safe_load((_DATA / "verbs.yaml").read_text(encoding="utf-8"))
    return VerbParts(
        separable=tuple(table["separable"]),
        ambiguous=frozenset(table["ambiguous"]),
        inseparable=tuple(table["inseparable"]),
        whole=frozenset(table["whole"]),
        regular=frozenset(table["regular"]),
        without_ge=frozenset(table["without_ge"]),
    )


@cache
def strong() -> dict[str, tuple[str, str, str]]:
    """Infinitive → third person present, preterite, participle."""
    source = (_DATA / "strong_verbs.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in source.splitlines() if line and not line.startswith("#"))
    return {infinitive: (present, past, participle) for infinitive, present, past, participle in lines}


def split_prefix(infinitive: str) -> tuple[str | None, str]:
    """A verb's separable prefix and its base: ``beitreten`` → ``bei``, ``treten``."""
    if infinitive in strong() or infinitive in verb_parts().whole:
        return None, infinitive
    for prefix in verb_parts().separable:
        base = infinitive.removeprefix(prefix)
        if base != infinitive and len(base) > 4 and base.endswith("n"):
            return prefix, base
    return None, infinitive


def _stem(infinitive: str) -> str:
    return infinitive.removesuffix("n").removesuffix("e")


def _linked(stem: str) -> str:
    """The stem with the vowel that a following t needs: ``leit`` → ``leite``, ``öffn`` → ``öffne``."""
    clustered = stem.endswith(("n", "m")) and len(stem) > 2 and stem[-2] not in "aeiouäöürlmnhy"
    return stem + "e" if stem.endswith(("t", "d", "chn")) or clustered else stem


def _base_of(infinitive: str) -> tuple[str, str]:
    """An inseparable prefix and a strong base verb, or nothing and the verb itself."""
    if infinitive in strong() or infinitive in verb_parts().regular:
        return "", infinitive
    for prefix in verb_parts().inseparable:
        base = infinitive.removeprefix(prefix)
        if base != infinitive and base in strong():
            return prefix, base
    return "", infinitive


def _simple(infinitive: str) -> tuple[list[str], str]:
    """Finite forms and the participle of a verb without separable prefix."""
    prefix, base = _base_of(infinitive)
    stem = _stem(base)
    if base in strong():
        present, past, participle = strong()[base]
        regular_past = past.endswith("te")
        finite = [present, past, past + ("n" if regular_past else "en"), base, stem + "e", stem + "t"]
        if not regular_past:
            finite += [past + "e", past + "t", past.translate(str.maketrans("aou", "äöü")) + "e"]
        if prefix:
            participle = prefix + participle.removeprefix("ge")
        return [prefix + form for form in finite], participle
    linked = _linked(stem)
    finite = [infinitive, stem + "e", linked + "t", linked + "te", linked + "ten"]
    bare = (
        stem.endswith("ier")
        or infinitive in verb_parts().without_ge
        or any(infinitive.startswith(p) and len(infinitive) > len(p) + 3 for p in verb_parts().inseparable if p != "ge")
    )
    return finite, ("" if bare else "ge") + linked + "t"


def verb_forms(infinitive: str) -> Iterator[tuple[str, Verb]]:
    """Lower-case forms of a verb with what each would be."""
    particle, base = split_prefix(infinitive)
    finite, participle = _simple(base)
    whole = particle or ""
    for form in finite:
        yield form, Verb(infinitive, particle, Form.FINITE)
        if particle:
            yield whole + form, Verb(infinitive, None, Form.FINITE)
    yield infinitive, Verb(infinitive, None, Form.INFINITIVE)
    if particle:
        yield f"{particle}zu{base}", Verb(infinitive, None, Form.INFINITIVE)
    yield whole + participle, Verb(infinitive, None, Form.PARTICIPLE)
    for ending in _ADJECTIVE_ENDINGS[1:]:
        yield whole + participle + ending, Verb(infinitive, None, Form.ATTRIBUTE)
        yield infinitive + "d" + ending, Verb(infinitive, None, Form.ATTRIBUTE)


def noun_bases(surface: str) -> Iterator[str]:
    """Possible citation forms of a noun, the surface itself first; umlauts of the plural taken back."""
    for ending in _NOUN_ENDINGS:
        if surface.endswith(ending) and len(surface) - len(ending) > 2:
            base = surface.removesuffix(ending) if ending else surface
            yield base
            plain = base.translate(_UMLAUTS)
            if plain != base:
                yield plain


def adjective_bases(surface: str) -> Iterator[str]:
    """Possible uninflected forms of an adjective, lower case."""
    lower = surface.lower()
    for ending in _ADJECTIVE_ENDINGS:
        if lower.endswith(ending):
            yield lower.removesuffix(ending) if ending else lower


_PREFIX_TAGS = frozenset({"ADP", "ADV", "PART", "ADJ", "VERB", "NOUN"})


def separated_prefix(field: Sequence[Token], verb: int) -> str | None:
    """The separable prefix that closes the verb's part of the field: ``trat … bei``, ``lehnt … ab und hat …``."""
    for position, token in enumerate(field):
        if token.i <= verb or token.lower_ not in verb_parts().separable or token.pos_ not in _PREFIX_TAGS:
            continue
        following = field[position + 1] if position + 1 < len(field) else None
        if following is None or following.i > token.i + 1 or following.pos_ in ("PUNCT", "CCONJ", "SPACE"):
            return token.lower_
    return None
