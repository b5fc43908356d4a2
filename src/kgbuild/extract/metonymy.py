"""Capitals and seats that stand for their states: ``Washington warnt``, ``die Außenpolitik Astanas``.

A place acts where the grammar gives it a part that only a body can play. Whether it does is read off the clause that
the name stands in; the words that speak for a place (``liegen``, ``Bürgermeister``, ``reisen nach``) are data, in
``data/extract/coreference/metonymy.yaml``. The distinction is that of Markert and Nissim (2007), SemEval task 8:
place-for-people against literal readings.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from kgbuild.extract.coreference.acting import words
from kgbuild.extract.coreference.clusters import Cluster, Clusters
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.names import preferred
from kgbuild.extract.coreference.parts import Use, uses_of
from kgbuild.extract.discourse import Discourse
from kgbuild.gazetteer import Territories
from kgbuild.language.clause import ClauseKind, Voice
from kgbuild.model import EntityType, Label, Mention

_OPENERS = frozenset({"der", "die", "das", "dem", "den", "denen", "dass", "ob", "als", "wie", "seit"})
"""Relative pronouns and subordinators, which taggers often take for something else."""
_DAY = re.compile(r", ?(?:\d|den\b|im\b|Mittwoch|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Sonnabend)")
_REFLEXIVE = frozenset({"sich"})
_COORDINATORS = frozenset({",", "und", "oder", "sowie"})


def mark(discourse: Discourse) -> None:
    """Set ``metonym_for`` on the mentions of ``discourse`` that stand for a state."""
    uses = uses_of(discourse)
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
    """Lead the metonyms to what they stand for: a state or a union of states, made if need be."""
    for index, mention in enumerate(discourse.mentions):
        if mention.metonym_for is None:
            continue
        territory = Territories.load().territory(mention.metonym_for)
        if Territories.load().is_state(territory.code):
            clusters.state(territory.code).indirect.append(index)
            continue
        _union(clusters, territory.names).indirect.append(index)


def _union(clusters: Clusters, names: tuple[str, ...]) -> Cluster:
    """The cluster of a union of states with these names, made under its first one where the article has none yet."""
    forms = {fold(name) for name in names}
    for cluster in clusters.typed(EntityType.ORGANIZATION):
        if any(fold(preferred(name, Label.ORG)) in forms for name in clusters.names(cluster)):
            return cluster
    made = clusters.add(EntityType.ORGANIZATION)
    made.fuller.append(names[0])
    return made


def _acts(discourse: Discourse, mention: int, uses: list[Use]) -> bool:
    if _is_dateline(discourse, mention) or _names_something_else(discourse, mention):
        return False
    preposition = _preposition(discourse, mention, uses)
    if preposition is None:
        return _acts_bare(discourse, mention, uses)
    if preposition == "aus":
        return _speaks_from(discourse, mention, uses)
    if preposition == "in":
        return _people_in(discourse, mention, uses)
    after = discourse.after(mention)
    if preposition == "von" and after is not None and after.lower_ in {"aus", "nach", "bis"}:
        return False
    if preposition == "bei":
        spoken = {use.clause.lemma.lower() for use in uses} | ({after.lower_} if after is not None else set())
        return not spoken.isdisjoint(words().addressed)
    if preposition == "nach":
        return _as_wished(uses)
    if preposition in words().place_prepositions:
        return False
    return preposition in words().acting_prepositions and not _governed_by_place(discourse, mention, uses)


def _is_dateline(discourse: Discourse, mention: int) -> bool:
    """``Vilnius (dpa) –``, ``Tunis, 4. Oktober 2023 –``, ``Koror/Brüssel –`` at the beginning of a line."""
    doc = discourse.doc
    line = discourse.text.rfind("\n", 0, discourse.mentions[mention].span.begin) + 1
    end = discourse.bounds[mention][1]
    lead = discourse.text[line : discourse.mentions[mention].span.begin]
    if lead and not lead.endswith("/"):
        return False
    following = doc[end : end + 2].text if end < len(doc) else ""
    return following.startswith(("(", "/", "–", "-", ".")) or bool(_DAY.match(following))


def _names_something_else(discourse: Discourse, mention: int) -> bool:
    """``die Stadt Bern``, ``ein zweites Brüssel``: the word before says that the place itself is meant."""
    token = discourse.before(mention)
    if token is None:
        return False
    compared = token.pos_ == "ADJ" and token.dep_ in {"amod", "nk"} and token.head.i == discourse.head(mention).i
    return compared or (token.pos_ == "NOUN" and token.lower_.endswith(words().place_nouns))


def _preposition(discourse: Discourse, mention: int, uses: list[Use]) -> str | None:
    for use in uses:
        if use.phrase.preposition:
            return use.phrase.preposition if _is_preposition(discourse, mention, use.phrase.preposition) else None
    token = discourse.before(mention)
    while token is not None and token.pos_ in {"DET", "ADJ", "ADV"} and token.i > 0:
        token = discourse.doc[token.i - 1]
    if token is None or token.pos_ != "ADP" or token.dep_ in {"compound:prt", "svp"}:
        return None  # of a verb: »lehnt ab. Washington …«
    return token.lower_ if _is_preposition(discourse, mention, token.lower_) else None


def _is_preposition(discourse: Discourse, mention: int, word: str) -> bool:
    """Whether a word puts a city under its case: no prefix behind it, no ``als`` or ``seit``."""
    before, after = discourse.before(mention), discourse.after(mention)
    if after is not None and after.lower_ == word and (before is None or before.lower_ != word):
        return False
    return word in {"aus", *words().place_prepositions, *words().acting_prepositions}


def _acts_bare(discourse: Discourse, mention: int, uses: list[Use]) -> bool:
    """Without a preposition: a subject, object or owner acts unless its verb or noun is one of places."""
    table = words()
    verdicts = []
    for use in uses:
        lemma = use.clause.lemma.lower()
        if use.part == "subject" and use.clause.kind is not ClauseKind.NOMINAL:
            if use.clause.copula:
                verdicts.append(lemma not in table.place_predicatives)
            elif use.clause.voice is Voice.ACTIVE:
                verdicts.append(lemma not in table.place_subjects)
            else:
                verdicts.append(lemma not in table.place_objects)
        elif use.part == "object":
            verdicts.append(lemma not in table.place_objects)
        elif use.part == "genitive":
            verdicts.append(not lemma.endswith(table.place_nouns))
    if verdicts:
        return all(verdicts)
    return _owns(discourse, mention) or _stands_as_subject(discourse, mention)


def _owns(discourse: Discourse, mention: int) -> bool:
    """A genitive that no clause knows: ``Washingtons Balkanbeauftragter``."""
    value = discourse.mentions[mention]
    if value.text == value.name or not value.text.endswith("s"):
        return False
    head = discourse.head(mention).head
    return head.pos_ in {"NOUN", "PROPN"} and not head.lower_.endswith(words().place_nouns)


def _stands_as_subject(discourse: Discourse, mention: int) -> bool:
    """Where no clause knows the name, word order tells a subject.

    Before a finite verb, also behind a parenthesis that ``so`` opens (``Washington, so Pezeshkian, habe …``); right
    after a subordinator or a relative pronoun; right after a finite verb.
    """
    before, after = discourse.before(mention), discourse.after(mention)
    if before is not None and before.lower_ in _REFLEXIVE and before.i and before.nbor(-1).pos_ == "SCONJ":
        before = before.nbor(-1)
    if before is None or before.is_punct or before.lower_ in _COORDINATORS:
        if after is not None and after.text == "," and after.i + 1 < len(after.doc):
            return after.nbor().lower_ == "so"
        head = discourse.head(mention)
        # »Ankara verweist auf die Dürre, Bagdad auf den Staudamm«: the verb is left out.
        gapped = (
            before is not None
            and head.dep_ in {"conj", "cj"}
            and _is_finite(head.head)
            and not _is_of_places(head.head)
        )
        return gapped or (after is not None and _is_finite(after) and not _is_of_places(after))
    if _is_finite(before):
        return not _is_of_places(before)
    # A city has no article: »das Abkommen, das Tunis …«, »der Staat, mit dem Tunis …«.
    return before.pos_ == "SCONJ" or before.lower_ in _OPENERS or before.lower_.startswith("wo") or _has_owner(before)


def _has_owner(noun: Token) -> bool:
    """Whether a relative pronoun says whose a noun is, so that a name after it is no part of it."""
    return noun.pos_ == "NOUN" and noun.i > 0 and noun.nbor(-1).lower_ in {"dessen", "deren"}


def _is_finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and bool(token.morph.get("Person", []))


def _is_of_places(verb: Token) -> bool:
    if any(child.dep_ in {"compound:prt", "svp"} for child in verb.children):
        return False  # »zählt mit« is not »zählt«
    return verb.lemma_.lower() in words().place_subjects | words().place_objects


def _speaks_from(discourse: Discourse, mention: int, uses: list[Use]) -> bool:
    """``aus``: a voice or something that governments send comes from it; persons and goods come from places."""
    table = words()
    after, before = discourse.after(mention), discourse.before(mention)
    if after is not None and after.lemma_.lower() in table.voices:
        return True
    noun = discourse.doc[before.i - 1] if before is not None and before.i else None
    if noun is not None and noun.pos_ == "NOUN":
        return noun.lower_.endswith(table.sent) or noun.lemma_.lower().endswith(table.sent)
    for use in uses:
        if use.part != "prepositional" or use.clause.kind is ClauseKind.NOMINAL:
            continue
        if use.clause.lemma.lower() in table.voices:
            return True
        if use.clause.lemma == "kommen":
            heads = [discourse.doc[phrase.head] for phrase in use.clause.subject]
            return any(_is_sent(head) for head in (*heads, *_things_after(after)))
    return False


def _is_sent(token: Token) -> bool:
    table = words()
    return token.lower_ in table.something or (
        token.lower_.endswith(table.sent) or token.lemma_.lower().endswith(table.sent)
    )


def _things_after(verb: Token | None) -> tuple[Token, ...]:
    """The first noun after a verb, which is its subject: ``Aus Peking kam scharfe Kritik: …``."""
    if verb is None or not _is_finite(verb):
        return ()
    following = verb.doc[verb.i + 1 : verb.i + 5]
    return tuple(token for token in following if token.pos_ == "NOUN")[:1]


def _people_in(discourse: Discourse, mention: int, uses: list[Use]) -> bool:
    """``In Moskau nahm man es übel``, ``hieß es in Kyjiw``: who acts is nobody but the people in charge there."""
    for use in uses:
        subjects = {discourse.doc[phrase.head].lower_ for phrase in use.clause.subject}
        if subjects & {"man", "niemand"}:
            return True
        said = use.clause.lemma.lower() == "heißen" and use.clause.kind is not ClauseKind.NOMINAL
        if said and "es" in _around(discourse, use.clause.predicate):
            return True
    end = discourse.bounds[mention][1]
    return discourse.doc[end : end + 3].text.startswith(", wo man")


def _around(discourse: Discourse, verb: int) -> set[str]:
    return {token.lower_ for token in discourse.doc[max(verb - 1, 0) : verb + 2]}


def _as_wished(uses: list[Use]) -> bool:
    """``Wenn es nach Luanda geht``."""
    return any(use.clause.lemma.lower() == "gehen" and not use.clause.subject for use in uses)


def _governed_by_place(discourse: Discourse, mention: int, uses: list[Use]) -> bool:
    """Whether the noun or verb that the preposition hangs on is one of places or ways: ``Straße zwischen``."""
    table = words()
    for use in uses:
        lemma = use.clause.lemma.lower()
        if use.clause.kind is ClauseKind.NOMINAL and lemma.endswith((*table.place_nouns, *table.travel_nouns)):
            return True
        ways = frozenset() if use.phrase.preposition == "mit" else table.travel_verbs  # no way leads »mit« a place
        if use.clause.kind is not ClauseKind.NOMINAL and lemma in table.place_objects | ways:
            return True
        if use.phrase.preposition == "von" and use.clause.kind is ClauseKind.NOMINAL:
            return not lemma.endswith(table.sent)
    head = discourse.head(mention).head
    return head.pos_ == "NOUN" and head.lower_.endswith((*table.place_nouns, *table.travel_nouns))
