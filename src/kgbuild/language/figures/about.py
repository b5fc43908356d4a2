"""What an amount is an amount of, as one short German phrase.

The phrase is taken from the words beside the amount; parts of speech are needed, a parse is not. Where the words
beside it do not tell, there is no phrase: what a sentence as a whole says about a number is for the claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kgbuild.language.figures.units import measures, units
from kgbuild.model import Label

_OF = frozenset(
    {"der", "des", "dieser", "dieses", "ihrer", "ihres", "seiner", "seines", "unserer", "unseres", "aller"}
    | {"deren", "dessen", "von", "vom", "am", "an"}
)
_CONNECTORS = frozenset({"über", "von", "um", "in", "zu"})
_EXTENTS = frozenset(
    {"wert", "gesamtwert", "gegenwert", "höhe", "umfang", "gesamtumfang", "volumen", "betrag", "länge", "größe"}
)
_LONGEST = 5  # words of a noun phrase


def counted_phrase(span: Span) -> str | None:
    """The noun phrase that an amount belongs to.

    A counted thing is its own answer (``29 Abkommen`` → ``Abkommen``); behind a unit stands what is measured (``600
    Tonnen Weizen`` → ``Weizen``); behind a share its whole (``ein Drittel der Ausfuhren`` → ``Ausfuhren``); before a
    sum the thing that costs it (``ein Kredit über 3 Millionen Dollar`` → ``Kredit``).
    """
    if not span[0].pos:
        return None
    if span.label_ == Label.QUANTITY.value:
        nouns = [token for token in span if _is_noun(token)]
        if nouns and not any(measures(noun.lower_) for noun in nouns):
            return _words([*_adjectives_before(nouns[0], span.start), *nouns])
        if nouns and nouns[-1].lower_ in units().measure:
            return _noun_phrase(_after(span)) or _before(span)
        return None
    after = _after(span)
    if after and after[0].lower_ in _OF and span.label_ == Label.PERCENT.value:
        return _noun_phrase(after[1:])
    return _before(span)


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and token.text[:1].isupper()


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _after(span: Span) -> list[Token]:
    """The next tokens of the line."""
    tokens: list[Token] = []
    for token in span.doc[span.end : span.end + _LONGEST + 1]:
        if token.is_space:
            break
        tokens.append(token)
    return tokens


def _noun_phrase(tokens: Sequence[Token]) -> str | None:
    """Adjectives and the noun that some tokens start with; an article between is passed over."""
    start = 1 if tokens and tokens[0].pos_ == "DET" else 0
    for index, token in enumerate(tokens[start : start + _LONGEST], start):
        if _is_noun(token):
            return _words(tokens[start : index + 1])
        if token.pos_ != "ADJ":
            return None
    return None


def _adjectives_before(noun: Token, floor: int) -> list[Token]:
    start = noun.i
    while start > floor and noun.doc[start - 1].pos_ == "ADJ" and noun.doc[start - 1].text[0].islower():
        start -= 1
    return list(noun.doc[start : noun.i])


def _before(span: Span) -> str | None:
    """The noun before ``über``, ``von`` and the like; of ``Abkommen im Wert von`` the first."""
    doc, index = span.doc, span.start - 1
    if index < 1 or doc[index].lower_ not in _CONNECTORS or not _is_noun(doc[index - 1]):
        return None
    noun = doc[index - 1]
    if noun.lower_ in _EXTENTS and noun.i >= 2 and doc[noun.i - 1].lower_ in {"im", "in"}:
        noun = doc[noun.i - 2]
    return _words([*_adjectives_before(noun, 0), noun]) if _is_noun(noun) else None
