"""Capitals and seats that stand for their states: ``Washington warnt``, ``die Außenpolitik Astanas``.

A place acts where the grammar gives it a part that only a body can play. Whether it does is read off the clause that
the name stands in; the words that speak for a place (``liegen``, ``Bürgermeister``, ``reisen nach``) are data, in
``data/extract/coreference/metonymy.yaml``. The distinction is that of Markert and Nissim (2007), SemEval task 8:
place-for-people against literal readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from kgbuild.extract.coreference.clusters import Clusters
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.names import preferred
from kgbuild.extract.discourse import Discourse
from kgbuild.gazetteer import Territories
from kgbuild.language.clause import Clause, ClauseKind, Phrase, Voice
from kgbuild.model import EntityType, Label, Mention

_RELATIVE = frozenset({"der", "die", "das", "dem", "den", "denen"})
_COORDINATORS = frozenset({",", "und", "oder", "sowie"})


@dataclass(frozen=True, slots=True)
class Words:
    """``metonymy.yaml``: see the comments there."""

    place_prepositions: frozenset[str]
    acting_prepositions: frozenset[str]
    addressed: frozenset[str]
    place_subjects: frozenset[str]
    place_objects: frozenset[str]
    place_predicatives: frozenset[str]
    travel_verbs: frozenset[str]
    place_nouns: tuple[str, ...]
    travel_nouns: tuple[str, ...]
    voices: frozenset[str]
    sent: tuple[str, ...]


@cache
def _words() -> Words:
    path = files("kgbuild") / "data" / "extract" / "coreference" / "metonymy.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Words(
        place_prepositions=frozenset(raw["place_prepositions"]),
        acting_prepositions=frozenset(raw["acting_prepositions"]),
        addressed=frozenset(raw["addressed"]),
        place_subjects=frozenset(raw["place_subjects"]),
        place_objects=frozenset(raw["place_objects"]),
        travel_verbs=frozenset(raw["travel_verbs"]),
        place_predicatives=frozenset(raw["place_predicatives"]),
        place_nouns=tuple(raw["place_nouns"]),
        travel_nouns=tuple(raw["travel_nouns"]),
        voices=frozenset(raw["voices"]),
        sent=tuple(raw["sent"]),
    )


def mark(discourse: Discourse) -> None:
    """Set ``metonym_for`` on the mentions of ``discourse`` that stand for a state."""
    uses = _uses(discourse)
    seats = {index: code for index, mention in enumerate(discourse.mentions) if (code := _seat_of(mention))}
    for run in _coordinated(discourse, list(seats)):
        # »Brüssel, Jerusalem und Kairo hatten …«: what holds for one conjunct holds for all.
        if any(_acts(discourse, index, uses.get(index, [])) for index in run):
            for index in run:
                mention = discourse.mentions[index]
                discourse.mentions[index] = mention.model_copy(update={"metonym_for": seats[index]})


def _seat_of(mention: Mention) -> str | None:
    """Code of the territory whose capital or seat of government a mention names."""
    if mention.label is not Label.LOC:
        return None
    return Territories.load().by_capital(mention.name) or Territories.load().by_capital(mention.text)


def _coordinated(discourse: Discourse, mentions: list[int]) -> list[list[int]]:
    """The mentions in runs that only commas and conjunctions part."""
    runs: list[list[int]] = []
    for mention in mentions:
        start = discourse.bounds[mention][0]
        if runs:
            between = discourse.doc[discourse.bounds[runs[-1][-1]][1] : start]
            if 0 < len(between) <= 2 and all(token.lower_ in _COORDINATORS for token in between):
                runs[-1].append(mention)
                continue
        runs.append([mention])
    return runs


def attach(discourse: Discourse, clusters: Clusters) -> None:
    """Lead the metonyms to what they stand for: a state, made if need be, or the union that the article names."""
    for index, mention in enumerate(discourse.mentions):
        if mention.metonym_for is None:
            continue
        territory = Territories.load().territory(mention.metonym_for)
        if Territories.load().is_state(territory.code):
            clusters.state(territory.code).indirect.append(index)
            continue
        forms = {fold(name) for name in territory.names}
        for cluster in clusters.typed(EntityType.ORGANIZATION):
            if any(fold(preferred(name, Label.ORG)) in forms for name in clusters.names(cluster)):
                cluster.indirect.append(index)
                break


@dataclass(frozen=True, slots=True)
class _Use:
    """One part that a mention plays in a clause."""

    part: str
    clause: Clause
    phrase: Phrase


def _uses(discourse: Discourse) -> dict[int, list[_Use]]:
    found: dict[int, list[_Use]] = {}
    for clause in discourse.clauses:
        for part, phrases in _parts(clause):
            for phrase in phrases:
                mention = discourse.mention_at.get(phrase.head)
                if mention is not None:
                    found.setdefault(mention, []).append(_Use(part, clause, phrase))
    return found


def _parts(clause: Clause) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    yield "subject", clause.subject
    yield "agent", clause.agent
    yield "object", clause.objects
    yield "genitive", clause.genitives
    yield "prepositional", clause.prepositional
    yield "predicative", clause.predicative


def _acts(discourse: Discourse, mention: int, uses: list[_Use]) -> bool:
    if _is_dateline(discourse, mention) or _names_something_else(discourse, mention):
        return False
    preposition = _preposition(discourse, mention, uses)
    if preposition is None:
        return _acts_bare(discourse, mention, uses)
    if preposition == "aus":
        return _speaks_from(discourse, mention, uses)
    if preposition == "in":
        return _people_in(discourse, uses)
    after = discourse.after(mention)
    if preposition == "von" and after is not None and after.lower_ in {"aus", "nach", "bis"}:
        return False
    if preposition == "bei":
        return any(use.clause.lemma.lower() in _words().addressed for use in uses)
    if preposition in _words().place_prepositions:
        return False
    return preposition in _words().acting_prepositions and not _governed_by_place(discourse, mention, uses)


def _is_dateline(discourse: Discourse, mention: int) -> bool:
    """``Vilnius (dpa) –``, ``Tunis, 4. Oktober 2023 –``, ``Koror/Brüssel –`` at the beginning of a line."""
    doc = discourse.doc
    line = discourse.text.rfind("\n", 0, discourse.mentions[mention].span.begin) + 1
    end = discourse.bounds[mention][1]
    lead = discourse.text[line : discourse.mentions[mention].span.begin]
    if lead and not lead.endswith("/"):
        return False
    following = doc[end : end + 2].text if end < len(doc) else ""
    return following.startswith(("(", "/", ",", "–", "-", ". –", "."))


def _names_something_else(discourse: Discourse, mention: int) -> bool:
    """``die Stadt Bern``, ``ein zweites Brüssel``: the word before says that the place itself is meant."""
    token = discourse.before(mention)
    if token is None:
        return False
    compared = token.pos_ == "ADJ" and token.dep_ in {"amod", "nk"} and token.head.i == discourse.head(mention).i
    return compared or (token.pos_ == "NOUN" and token.lower_.endswith(_words().place_nouns))


def _preposition(discourse: Discourse, mention: int, uses: list[_Use]) -> str | None:
    for use in uses:
        if use.phrase.preposition:
            return use.phrase.preposition
    token = discourse.before(mention)
    while token is not None and token.pos_ in {"DET", "ADJ", "ADV"} and token.i > 0:
        token = discourse.doc[token.i - 1]
    return token.lower_ if token is not None and token.pos_ == "ADP" and _governs_right(discourse, token) else None


def _governs_right(discourse: Discourse, token: Token) -> bool:
    """Whether an adposition belongs to what follows, not to a verb before it: ``lehnt ab. Washington …``."""
    return token.dep_ not in {"compound:prt", "svp"}


def _acts_bare(discourse: Discourse, mention: int, uses: list[_Use]) -> bool:
    """Without a preposition: a subject, object or owner acts unless its verb or noun is one of places."""
    words = _words()
    verdicts = []
    for use in uses:
        lemma = use.clause.lemma.lower()
        if use.part == "subject" and use.clause.kind is not ClauseKind.NOMINAL:
            if use.clause.copula:
                verdicts.append(lemma not in words.place_predicatives)
            elif use.clause.voice is Voice.ACTIVE:
                verdicts.append(lemma not in words.place_subjects)
            else:
                verdicts.append(lemma not in words.place_objects)
        elif use.part == "object":
            verdicts.append(lemma not in words.place_objects)
        elif use.part == "genitive":
            verdicts.append(not lemma.endswith(words.place_nouns))
    if verdicts:
        return all(verdicts)
    return _owns(discourse, mention) or _stands_as_subject(discourse, mention)


def _owns(discourse: Discourse, mention: int) -> bool:
    """A genitive that no clause knows: ``Washingtons Balkanbeauftragter``."""
    value = discourse.mentions[mention]
    if value.text == value.name or not value.text.endswith("s"):
        return False
    head = discourse.head(mention).head
    return head.pos_ in {"NOUN", "PROPN"} and not head.lower_.endswith(_words().place_nouns)


def _stands_as_subject(discourse: Discourse, mention: int) -> bool:
    """Where no clause knows the name, word order tells a subject.

    Before a finite verb, also behind a parenthesis that ``so`` opens (``Washington, so Pezeshkian, habe …``); right
    after a subordinator or a relative pronoun; right after a finite verb.
    """
    before, after = discourse.before(mention), discourse.after(mention)
    if before is None or before.is_punct or before.lower_ in _COORDINATORS:
        if after is not None and after.text == "," and after.i + 1 < len(after.doc):
            return after.nbor().lower_ == "so"
        return after is not None and _is_finite(after) and not _is_of_places(after)
    if _is_finite(before):
        return not _is_of_places(before)
    # A city has no article: »das Abkommen, das Tunis …«, »der Staat, mit dem Tunis …«.
    return before.pos_ == "SCONJ" or before.lower_ in _RELATIVE or before.lower_.startswith("wo")


def _is_finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and bool(token.morph.get("Person", []))


def _is_of_places(verb: Token) -> bool:
    return verb.lemma_.lower() in _words().place_subjects | _words().place_objects


def _speaks_from(discourse: Discourse, mention: int, uses: list[_Use]) -> bool:
    """``aus``: a voice or something that governments send comes from it; persons and goods come from places."""
    words = _words()
    after, before = discourse.after(mention), discourse.before(mention)
    if after is not None and after.lemma_.lower() in words.voices:
        return True
    noun = discourse.doc[before.i - 1] if before is not None and before.i else None
    if noun is not None and noun.pos_ == "NOUN":
        return noun.lower_.endswith(words.sent) or noun.lemma_.lower().endswith(words.sent)
    for use in uses:
        if use.part != "prepositional" or use.clause.kind is ClauseKind.NOMINAL:
            continue
        if use.clause.lemma.lower() in words.voices:
            return True
        if use.clause.lemma == "kommen":
            heads = [discourse.doc[phrase.head] for phrase in use.clause.subject]
            return any(head.lower_.endswith(words.sent) or head.lemma_.lower().endswith(words.sent) for head in heads)
    return False


def _people_in(discourse: Discourse, uses: list[_Use]) -> bool:
    """``In Moskau nahm man es übel``: who acts is nobody but the people in charge there."""
    for use in uses:
        subjects = {discourse.doc[phrase.head].lower_ for phrase in use.clause.subject}
        if subjects & {"man", "niemand"}:
            return True
    return False


def _governed_by_place(discourse: Discourse, mention: int, uses: list[_Use]) -> bool:
    """Whether the noun or verb that the preposition hangs on is one of places or ways: ``Straße zwischen``."""
    words = _words()
    for use in uses:
        lemma = use.clause.lemma.lower()
        if use.clause.kind is ClauseKind.NOMINAL and lemma.endswith((*words.place_nouns, *words.travel_nouns)):
            return True
        if use.clause.kind is not ClauseKind.NOMINAL and lemma in words.place_objects | words.travel_verbs:
            return True
        if use.phrase.preposition == "von" and use.clause.kind is ClauseKind.NOMINAL:
            return not lemma.endswith(words.sent)
    head = discourse.head(mention).head
    return head.pos_ == "NOUN" and head.lower_.endswith((*words.place_nouns, *words.travel_nouns))
