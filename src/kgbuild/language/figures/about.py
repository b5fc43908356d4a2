"""What an amount is an amount of, as one short German phrase, by a few dependency relations."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kgbuild.model import Label

_ATTRIBUTES = frozenset({"amod", "compound", "det", "nummod", "flat", "flat:name", "nk", "pnc"})
_GENITIVES = frozenset({"nmod", "nmod:poss", "ag", "appos", "app"})
_LONGEST = 8  # words


def counted_phrase(span: Span) -> str | None:
    """The noun phrase that an amount belongs to.

    ``600 Tonnen Weizen`` → ``Weizen``; ``ein Kredit über 3 Millionen Dollar`` → ``Kredit``; ``ein Drittel der
    Ausfuhren`` → ``Ausfuhren``; else the subject of its verb. Needs a parse; UD and TIGER relations are known.
    """
    doc = span.doc
    if not doc.has_annotation("DEP"):
        return None
    root = span.root
    for child in root.rights:
        if child.i >= span.end and child.pos_ in {"NOUN", "PROPN"} and child.dep_ in _GENITIVES | {"nk", "mnr"}:
            return _phrase(child)
    head = root.head
    if head.i != root.i and head.pos_ in {"NOUN", "PROPN"} and not span.start <= head.i < span.end:
        return _phrase(head)
    if span.label_ == Label.QUANTITY.value and head.pos_ not in {"VERB", "AUX"} and root.pos_ == "NOUN":
        return None
    for child in head.lefts if head.i != root.i else ():
        if child.dep_ in {"nsubj", "nsubj:pass", "sb", "sbp"} and child.i != root.i and child.pos_ in {"NOUN", "PROPN"}:
            return _phrase(child)
    return None


def _phrase(noun: Token) -> str:
    """A noun with its adjectives and one genitive, without articles."""
    words = [child for child in noun.lefts if child.dep_ in _ATTRIBUTES and child.pos_ in {"ADJ", "PROPN", "NOUN"}]
    words.append(noun)
    for child in noun.rights:
        if child.dep_ in _GENITIVES and child.i == noun.i + 1:
            words.append(child)
            break
        if child.dep_ in _GENITIVES and child.i == noun.i + 2 and noun.nbor().pos_ == "DET":
            words.extend((noun.nbor(), child))
            break
    return " ".join(word.text for word in words[:_LONGEST])
