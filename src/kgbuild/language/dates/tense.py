"""Whether the clause around a date speaks of the past or of what is to come."""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Doc, Span, Token


class Direction(StrEnum):
    """Which side of the publication a date lies on, as far as the verbs tell."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


_FUTURE_MODALS = frozenset({"sollen", "wollen", "werden"})
_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_MARKS = frozenset({",", ";", "–", "—", ":", "(", ")", "„", "“", "»", "«"})


def tense_at(doc: Doc, index: int) -> Direction | None:
    """The direction that the verbs around a token give.

    The nearest verb complex up the dependency tree decides: past tense and perfect are past, ``werden`` with an
    infinitive, ``sollen`` and ``wollen`` are future, a participle as attribute (``das am 5. Mai unterzeichnete
    Abkommen``) is past. Without a parse the finite verbs of the token's part of the sentence decide.

    Args:
        doc: a Doc; morphology and dependencies are used as far as they are there.
        index: the token, usually the first of the date.

    Returns:
        None if the verbs do not tell.
    """
    token = doc[index]
    if doc.has_annotation("DEP"):
        for ancestor in (token, *token.ancestors):
            direction = _of_verb(ancestor)
            if direction is not None:
                return direction
        return None
    return _of_stretch(token)


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _feature(token: Token, name: str) -> str:
    return next(iter(token.morph.get(name)), "")


def _of_verb(token: Token) -> Direction | None:
    """What one verb with its auxiliaries says, None if the token carries no tense."""
    if token.pos_ == "ADJ" and token.dep_ in {"amod", "nk"} and _looks_past_participle(token):
        return Direction.PAST
    if not _is_verb(token) and not any(child.dep_ in {"cop", "aux", "aux:pass"} for child in token.children):
        return None
    helpers = [child for child in token.children if child.dep_ in {"aux", "aux:pass", "cop", "oc", "svp"} and _is_verb(child)]
    complex_ = [token, *helpers]
    finite = [verb for verb in complex_ if _feature(verb, "VerbForm") == "Fin"]
    if not finite:
        if _feature(token, "VerbForm") == "Part" and token.dep_ in {"amod", "acl", "nk"}:
            return Direction.PAST
        return None
    verb = finite[0]
    lemma = verb.lemma_.lower()
    if lemma in _FUTURE_MODALS and lemma != "werden" and _feature(verb, "Tense") != "Past":
        return Direction.FUTURE
    if lemma == "werden" and _feature(verb, "Tense") != "Past":
        infinitive = any(_feature(other, "VerbForm") == "Inf" for other in complex_ if other is not verb)
        return Direction.FUTURE if infinitive else Direction.PRESENT
    if lemma in {"haben", "sein"} and any(_feature(other, "VerbForm") == "Part" for other in complex_ if other is not verb):
        return Direction.PAST
    if _feature(verb, "Mood") == "Sub" and _feature(verb, "Tense") != "Past":
        return Direction.PRESENT
    return Direction.PAST if _feature(verb, "Tense") == "Past" else Direction.PRESENT


def _looks_past_participle(token: Token) -> bool:
    """An adjective built from a second participle: ``unterzeichnete``, ``beschlossenen``."""
    if _feature(token, "VerbForm") == "Part":
        return True
    lower = token.lower_
    return ("ge" in lower[:6] or lower.startswith(("be", "ver", "er", "ent", "zer", "unter", "über"))) and (
        lower.endswith(("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem"))
    )


_PAST_FORMS = frozenset(
    "war waren hatte hatten wurde wurden kam kamen gab gaben ging gingen fand fanden traf trafen nahm nahmen stand standen "
    "sprach sprachen rief riefen begann begannen trat traten verließ verließen zog zogen schrieb schrieben hielt hielten "
    "lag lagen ließ ließen starb starben schloss schlossen flog flogen hieß hießen wies wiesen warf warfen schlug schlugen "
    "stieg stiegen sank sanken bot boten bat baten fiel fielen lief liefen wollte wollten sollte sollten konnte konnten "
    "musste mussten worden gewesen".split()
)
_FUTURE_FORMS = frozenset("wird werden werde soll sollen solle will wollen wolle".split())
_PERFECT_FORMS = frozenset("hat haben habe ist sind sei seien".split())


def _of_stretch(token: Token) -> Direction | None:
    """Without a parse: word forms between the nearest sentence ends."""
    doc = token.doc
    begin = token.i
    while begin > 0 and doc[begin - 1].text not in {".", "!", "?", ";"} and "\n" not in doc[begin - 1].text:
        begin -= 1
    end = token.i
    while end + 1 < len(doc) and doc[end].text not in {".", "!", "?", ";"} and "\n" not in doc[end].text:
        end += 1
    words = [doc[position].lower_ for position in range(begin, end + 1)]
    participle = any(word.startswith("ge") and word.endswith(("t", "en")) for word in words)
    if any(word in _PAST_FORMS or (len(word) > 4 and word.endswith(("te", "ten"))) for word in words):
        return Direction.PAST
    if participle and any(word in _PERFECT_FORMS for word in words):
        return Direction.PAST
    if any(word in _FUTURE_FORMS for word in words):
        return Direction.FUTURE
    return None


def direction_of(span: Span) -> Direction | None:
    """The direction at a date mention."""
    return tense_at(span.doc, span.start)
