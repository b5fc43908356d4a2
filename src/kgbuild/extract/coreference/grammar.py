"""The few facts of a parse that coreference needs, for Universal Dependencies and TIGER labels alike."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubj:pass", "sb"})
OBJECT = frozenset({"obj", "iobj", "obl", "oa", "da"})
ATTRIBUTE = frozenset({"nmod", "nmod:poss", "amod", "compound", "ag", "nk", "appos"})
RELATIVE_CLAUSE = frozenset({"acl:relcl", "acl", "rc"})
SPECIFIED = frozenset({"nmod", "acl", "acl:relcl", "ag", "mnr", "rc", "appos"})
"""Dependents that say themselves which one a noun means: ``das Land der Ingenieure``."""
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "conj", "oc", "re"})
_FORM_OF_GENDER = {"Masc": "m", "Fem": "f", "Neut": "n"}


def forms_of(token: Token) -> frozenset[str]:
    """The forms of the pronouns that take up a noun: of ``m``, ``f``, ``n`` and ``pl``; all singular if unknown."""
    if "Plur" in token.morph.get("Number", []):
        return frozenset({"pl"})
    known = frozenset(_FORM_OF_GENDER[gender] for gender in token.morph.get("Gender", []))
    return known or frozenset({"m", "f", "n"})


def number_of(verb: Token) -> str | None:
    """``Sing`` or ``Plur`` of a verb complex, by its finite part."""
    auxiliaries = [child for child in verb.children if child.dep_ in _AUXILIARY and child.morph.get("Number", [])]
    finite = auxiliaries[0] if auxiliaries else verb
    return next(iter(finite.morph.get("Number", [])), None)


def subject_of(verb: Token) -> Token | None:
    """The subject that hangs on a verb."""
    return next((child for child in verb.children if child.dep_ in SUBJECT), None)


def coarguments(token: Token) -> Iterator[int]:
    """The tokens that share a verb with ``token``, and their conjuncts: a personal pronoun never means one of them."""
    for sibling in token.head.children:
        if sibling.i != token.i and sibling.dep_ not in _CLAUSES:
            yield sibling.i
            yield from (conjunct.i for conjunct in sibling.conjuncts)


def relative_head(token: Token) -> Token | None:
    """The noun whose relative clause holds ``token``, as the parse has it."""
    verb = token
    while verb.head.i != verb.i:
        if verb.dep_ in RELATIVE_CLAUSE:
            return verb.head
        verb = verb.head
    return None
