"""What stands to the right of a number: its unit, or the noun phrase that it counts."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from kgbuild.language.dates.vocabulary import calendar
from kgbuild.language.figures.units import units
from kgbuild.language.numbers import Form, numbers

_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)")
_PARTICIPLE = re.compile(r"(?:[a-zäöüß]*ge|ver|be|ent|er|zer|un)[a-zäöüß]+(?:t|en)e[nrsm]?|[a-zäöüß]+ende[nrsm]?")
_POSSESSIVES = frozenset({"ihrer", "seiner", "unserer", "deren", "dieser"})
_LINKS = frozenset({"von", "der", "zu", "gegen", "aus", "des"})
_UNIT = re.compile(r"[^\S\n]?(%|°C|km/h|[^\W\d_]+[²³]?(?:\.\w\.)?)")
_UNCOUNTED = frozenset({"uhr", "prozent", "mal"})
_MOST_ADJECTIVES = 5
_WINDOW = 10  # tokens looked at


def unit_right(text: str, end: int) -> tuple[str, int] | None:
    """The word or sign right after a number, in lower case, and where it ends."""
    found = _UNIT.match(text, end)
    return (found.group(1).lower(), found.end()) if found else None


def noun_phrase(doc: Doc, text: str, position: int) -> int | None:
    """The end of the counted noun phrase that follows, or None if none does.

    Inside are adjectives, a possessive (``200 000 ihrer Landsleute``), a second number (``61 von 70 Städten``) and a
    coordinated twin (``Soldatinnen und Soldaten``).

    Args:
        doc: its parts of speech are used where they are set.
        text: the text of the Doc.
        position: where the number ends.
    """
    unit = unit_right(text, position)
    if unit is not None and unit[0] in units().measure:
        return unit[1]
    tokens = _tokens_from(doc, position)
    if not tokens or tokens[0].idx - position > 1:
        return None
    if tokens[0].lower_ in _LINKS and len(tokens) > 1:
        return _second_number(doc, text, tokens[0], tokens[1].idx)
    index = int(tokens[0].lower_ in _POSSESSIVES)
    while index < len(tokens) and index < _MOST_ADJECTIVES and _is_adjective(tokens[index]):
        index += 1
    if index >= len(tokens) or not _is_countable(tokens[index]):
        return None
    return _coordinated(tokens, index) or tokens[index].idx + len(tokens[index])


def _second_number(doc: Doc, text: str, link: Token, position: int) -> int | None:
    """The end of ``von 70 Städten``, ``der 275 Abgeordneten``, ``zu 52 Stimmen``."""
    inner = next((number for number in numbers(text[position : position + 40]) if number.begin == 0), None)
    if inner is None or inner.form is Form.ARTICLE:
        return None
    end = position + inner.end
    unit = unit_right(text, end)
    if unit is not None and unit[0] in units().percent:
        return None
    return noun_phrase(doc, text, end) or (end if link.lower_ == "von" else None)


def _tokens_from(doc: Doc, position: int) -> list[Token]:
    """The next tokens of the line."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < position:
            low = middle + 1
        else:
            high = middle
    tokens: list[Token] = []
    for token in doc[low : low + _WINDOW]:
        if token.is_space:
            if "\n" in token.text:
                break
            continue
        tokens.append(token)
    return tokens


def _is_adjective(token: Token) -> bool:
    if token.lower_ in units().no_adjectives or token.text[0].isupper() or not token.text[0].isalpha():
        return False
    if token.pos_ == "VERB":
        return _PARTICIPLE.fullmatch(token.text) is not None
    # Taggers take rare adjectives for nouns; the lower case tells them apart.
    return token.pos_ in {"", "ADJ", "NOUN", "PROPN", "DET", "X"} and _ADJECTIVE.fullmatch(token.text) is not None


def _is_countable(token: Token) -> bool:
    lower = token.lower_
    if not token.text[0].isupper() or len(token) < 2 or lower in calendar().months or lower in _UNCOUNTED:
        return False
    if token.pos_ and token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"}:
        return False
    return not any(n.begin == 0 and n.end == len(token.text) for n in numbers(token.text))


def _coordinated(tokens: list[Token], index: int) -> int | None:
    """The end of ``Soldatinnen und Soldaten``, ``Staats- und Regierungschefs``, ``Männern und Frauen``."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower_ not in {"und", "oder"}:
        return None
    first, second = tokens[index], tokens[index + 2]
    if not second.text[0].isupper():
        return None
    twins = first.lower_.endswith("innen") and second.lower_[:3] == first.lower_[:3]
    people = first.lower_[:5] in {"männe", "fraue"} and second.lower_[:5] in {"männe", "fraue"}
    if twins or people or first.text.endswith("-"):
        return second.idx + len(second.text)
    return None
