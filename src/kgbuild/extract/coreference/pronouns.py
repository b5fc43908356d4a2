"""Third-person and possessive pronouns, and the forms of the things that they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from kgbuild.extract.coreference.grammar import SUBJECT, number_of


class Kind(StrEnum):
    """How a pronoun finds its antecedent."""

    PERSONAL = "personal"
    POSSESSIVE = "possessive"
    GENITIVE = "genitive"
    """``dessen``, ``deren``: relative, or demonstrative at the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun with what agrees with it."""

    kind: Kind
    forms: frozenset[str]
    """Of ``m``, ``f``, ``n``, ``pl``."""


_PERSONAL = {
    "er": frozenset({"m"}),
    "ihn": frozenset({"m"}),
    "ihm": frozenset({"m", "n"}),
    "sie": frozenset({"f", "pl"}),
    "ihr": frozenset({"f"}),
    "ihnen": frozenset({"pl"}),
}
_GENITIVE = {"dessen": frozenset({"m", "n"}), "deren": frozenset({"f", "pl"})}
_POSSESSIVE = {
    stem + ending: forms
    for stem, forms in (("sein", frozenset({"m", "n"})), ("ihr", frozenset({"f", "pl"})))
    for ending in ("", "e", "em", "en", "er", "es")
}
_OPENING = frozenset("„»«\"“–:›‹‘'")


def read(token: Token) -> Pronoun | None:
    """What kind of pronoun a token is, and what it agrees with; None if it is none that can be resolved.

    The formal address (``Sie``, ``Ihr`` inside a sentence) and ``es`` are left out: neither is often anaphoric.
    """
    word = token.lower_
    if word in _GENITIVE and token.i > 0:
        return Pronoun(Kind.GENITIVE, _GENITIVE[word])
    if _is_formal(token):
        return None
    if word in _PERSONAL and token.pos_ == "PRON":
        return Pronoun(Kind.PERSONAL, _by_verb(token, _PERSONAL[word]))
    if word in _POSSESSIVE and token.pos_ == "DET":
        return Pronoun(Kind.POSSESSIVE, _by_subject(token, _POSSESSIVE[word]))
    return None


def _is_formal(token: Token) -> bool:
    if not token.text[:1].isupper() or token.is_sent_start or token.i == 0:
        return False
    return token.nbor(-1).text[-1] not in _OPENING


def _by_verb(token: Token, forms: frozenset[str]) -> frozenset[str]:
    """The number of a subject ``sie`` is its verb's."""
    if len(forms) == 2 and "pl" in forms and token.dep_ in SUBJECT and (number := number_of(token.head)):
        return frozenset({"pl"} if number == "Plur" else {"f"})
    return forms


def _by_subject(token: Token, forms: frozenset[str]) -> frozenset[str]:
    """``ihr`` beside a plural verb means a plural, unless it stands in the verb's own subject."""
    noun = token.head
    verb = noun.head
    if "pl" not in forms or noun.dep_ in SUBJECT or noun.i == verb.i or number_of(verb) != "Plur":
        return forms
    return frozenset({"pl"})
