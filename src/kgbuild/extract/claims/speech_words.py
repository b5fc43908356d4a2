"""Words and forms of speech: the lists of ``speech.yaml``, and how Konjunktiv I shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from kgbuild.extract.frames.words import strong, verb_forms


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The lists of ``speech.yaml``, verbs by form."""

    verbs: frozenset[tuple[str, str | None]]
    labelling: frozenset[tuple[str, str | None]]
    announcing: frozenset[tuple[str, str | None]]
    infinitive: frozenset[tuple[str, str | None]]
    attitude: frozenset[tuple[str, str | None]]
    impersonal: frozenset[tuple[str, str | None]]
    hearsay: frozenset[str]
    nouns: frozenset[str]
    persons: tuple[str, ...]


def _forms(infinitives: list[str]) -> frozenset[tuple[str, str | None]]:
    return frozenset(
        (form, reading.particle)
        for infinitive in infinitives
        for form, reading in verb_forms(infinitive.removeprefix("sich "))
    )


@cache
def speech_words() -> SpeechWords:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/claims/speech.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    return SpeechWords(
        verbs=_forms(table["verbs"]),
        labelling=_forms(table["labelling"]),
        announcing=_forms(table["announcing"]),
        infinitive=_forms(table["infinitive"]),
        attitude=_forms(table["attitude"]),
        impersonal=_forms(table["impersonal"]),
        hearsay=frozenset(table["hearsay"]),
        nouns=frozenset(table["nouns"]),
        persons=tuple(table["persons"]),
    )


_REPORTED = frozenset(
    ["sei", "seien", "seist", "habe", "werde", "könne", "müsse", "dürfe", "solle", "wolle", "möge", "wisse"]
)


@cache
def _dental() -> tuple[frozenset[str], frozenset[str]]:
    """Konjunktiv I of strong verbs in -t (``halte``, ``trete``), and preterites in -e (``dachte``, ``wurde``)."""
    present = frozenset(i.removesuffix("n") for i in strong() if i.endswith("ten"))
    return present, frozenset(past for _, past, _ in strong().values() if past.endswith("e"))


def is_reported(token: Token) -> bool:
    """Whether a verb stands in Konjunktiv I, told by its form: news has no first person outside quotations."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    form = token.lower_
    if form in _REPORTED:
        return True
    present, preterites = _dental()
    if token.pos_ == "AUX" or not form.endswith("e") or form.endswith(tuple(preterites)):
        return False
    return not form.endswith(("te", "ende")) or form.endswith(tuple(present))
