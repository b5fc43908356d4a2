"""Pronouns and definite descriptions, and the entities of the article that they refer back to.

Read from left to right: every mention and every link makes its entity salient; a pronoun takes the most salient entity
that agrees with it in gender and number and that the grammar of its clause admits, if one stands out (after Hobbs
1978, Lappin and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kgbuild.extract.coreference import pairs, pronouns, salience
from kgbuild.extract.coreference.clusters import Cluster, Clusters
from kgbuild.extract.coreference.features import Description, forms, tables
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.grammar import (
    OBJECT,
    RELATIVE_CLAUSE,
    SPECIFIED,
    SUBJECT,
    coarguments,
    forms_of,
    relative_head,
    subject_of,
)
from kgbuild.extract.coreference.offices import owner
from kgbuild.extract.coreference.pronouns import Kind, Pronoun
from kgbuild.extract.coreference.salience import Candidate, occurrence
from kgbuild.extract.discourse import Discourse
from kgbuild.model import EntityType, Label, Link, Span

_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "diesem", "diesen"})
_MARGIN = 0.15
"""By how much the most salient candidate must lead the second."""
_DESCRIPTION_MARGIN = 0.2
_LEAST = 0.9
"""The least salience of an antecedent."""


class _Found(NamedTuple):
    first: Token
    last: Token
    cluster: Cluster
    reason: str
    confidence: float


def find(discourse: Discourse, clusters: Clusters) -> list[Link]:
    """The links of an article, in text order; ``Link.entity`` indexes ``clusters.entities()``."""
    index = {id(cluster): position for position, cluster in enumerate(clusters.ordered())}
    links = []
    for found in _Reader(discourse, clusters).read():
        sentence = discourse.sentence_of(found.first.i)
        if sentence is not None and id(found.cluster) in index:
            span = Span(found.first.idx, found.last.idx + len(found.last))
            entity = index[id(found.cluster)]
            links.append(
                Link(span=span, sentence=sentence, entity=entity, reason=found.reason, confidence=found.confidence)
            )
    return links


class _Reader:
    """Reads one article and keeps in mind what it has spoken of."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        self.discourse = discourse
        self.doc = discourse.doc
        self.names = {id(cluster): clusters.names(cluster) for cluster in clusters.all}
        self.entities = {
            id(cluster): Candidate(cluster, forms(discourse, cluster, self.names[id(cluster)]))
            for cluster in clusters.all
        }
        self.clusters = clusters
        self.linked: dict[int, Cluster] = {}
        """What the pronouns so far mean, by token."""
        self.others: list[Candidate] = []
        """Nouns that name no entity, the last ones last."""
        self.at: dict[int, list[tuple[Cluster, bool]]] = {}
        """Per mention what it refers to, and whether by name."""
        for cluster in clusters.all:
            for mention in cluster.mentions:
                self.at.setdefault(mention, []).append((cluster, True))
            for mention in cluster.indirect:
                self.at.setdefault(mention, []).append((cluster, False))

    def read(self) -> Iterator[_Found]:
        for token in self.doc:
            sentence = self.discourse.sentence_of(token.i)
            if sentence is None:
                continue
            mention = self.discourse.mention_at.get(token.i)
            if mention is not None:
                if token.i == self.discourse.bounds[mention][0]:
                    self._meet(mention)
                continue
            found = self._resolve(token, sentence)
            both = self._both(token, sentence) if found is None else []
            if found is not None:
                self.entities[id(found.cluster)].occurrences.append(occurrence(token, sentence))
                self.linked[token.i] = found.cluster
                yield found
            elif both:
                yield from both
            elif token.pos_ == "NOUN" and token.dep_ in SUBJECT | OBJECT:
                self.others.append(Candidate(None, forms_of(token), [occurrence(token, sentence, other=True)]))

    def _meet(self, mention: int) -> None:
        value = self.discourse.mentions[mention]
        head = self.discourse.head(mention)
        entities = self.at.get(mention, [])
        if not entities and value.label is Label.ROLE and head.dep_ in SUBJECT:
            self.others.append(Candidate(None, forms_of(head), [occurrence(head, value.sentence, other=True)]))
        for cluster, _ in entities:
            demonym = value.label is Label.NORP
            self.entities[id(cluster)].occurrences.append(occurrence(head, value.sentence, demonym=demonym))

    def _resolve(self, token: Token, sentence: int) -> _Found | None:
        pronoun = pronouns.read(token)
        if pronoun is not None:
            if pronoun.kind is Kind.GENITIVE:
                return self._genitive(token, sentence, pronoun)
            bound = _bound(token) if pronoun.kind is Kind.POSSESSIVE else None
            return self._bound(token, bound, pronoun) if bound is not None else self._salient(token, sentence, pronoun)
        if token.pos_ != "NOUN":
            return None
        nouns = tables().descriptions
        description = nouns.get(token.lemma_.lower()) or nouns.get(token.lower_)
        return self._description(token, sentence, description) if description is not None else None

    # ------------------------------------------------------------ pronouns

    def _salient(self, token: Token, sentence: int, pronoun: Pronoun) -> _Found | None:
        possessive = pronoun.kind is Kind.POSSESSIVE
        excluded = frozenset() if possessive else frozenset(coarguments(token))
        self.others = [other for other in self.others if other.recent(sentence)]
        scored = []
        for candidate in (*self.entities.values(), *self.others):
            if candidate.forms & pronoun.forms:
                score = salience.of_pronoun(candidate, token, sentence, excluded, possessive)
                if score is not None:
                    scored.append((score, candidate))
        scored.sort(key=lambda pair: -pair[0])
        if not scored or scored[0][1].cluster is None:
            return None
        lead = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0.0)
        if lead < _MARGIN or scored[0][0] < _LEAST:
            return None
        reason = f"pronoun: {pronoun.kind}, the most salient of {len(scored)} that agree"
        return _Found(token, token, scored[0][1].cluster, reason, round(min(0.95, 0.6 + lead / 2), 2))

    def _bound(self, token: Token, antecedent: Token, pronoun: Pronoun) -> _Found | None:
        cluster = self._agreeing(antecedent.i, pronoun)
        return (
            None if cluster is None else _Found(token, token, cluster, "pronoun: possessive, of its own clause", 0.85)
        )

    def _genitive(self, token: Token, sentence: int, pronoun: Pronoun) -> _Found | None:
        """``Orban, dessen Partei …`` and ``… die Bank. Deren Chef …``."""
        begin = self.discourse.tokens(self.discourse.sentences[sentence]).start
        if all(self.doc[i].is_punct or self.doc[i].is_space for i in range(begin, token.i)):
            for mention in self._last_of(sentence - 1):
                cluster = self._agreeing(self.discourse.head(mention).i, pronoun)
                if cluster is not None:
                    return _Found(token, token, cluster, "pronoun: demonstrative, the last named", 0.8)
            return None
        cluster = self._agreeing(self._before_relative(token), pronoun)
        return None if cluster is None else _Found(token, token, cluster, "pronoun: relative, of its antecedent", 0.9)

    def _agreeing(self, token: int, pronoun: Pronoun) -> Cluster | None:
        """What is named at a token, or holds the office there, if it agrees with the pronoun."""
        mention = self.discourse.mention_at.get(token)
        for cluster, direct in self.at.get(mention, []) if mention is not None else []:
            if (direct or cluster.type is EntityType.PERSON) and self.entities[id(cluster)].forms & pronoun.forms:
                return cluster
        return None

    def _last_of(self, sentence: int) -> list[int]:
        """The mentions of a sentence, the last first."""
        if sentence < 0:
            return []
        tokens = reversed(self.discourse.tokens(self.discourse.sentences[sentence]))
        return list(dict.fromkeys(self.discourse.mention_at[i] for i in tokens if i in self.discourse.mention_at))

    def _before_relative(self, token: Token) -> int:
        """The noun of the relative clause, by the parse; else the word before its comma."""
        head = relative_head(token)
        if head is not None:
            return head.i
        position = token.i - 1
        while position > 0 and (self.doc[position].pos_ == "ADP" or self.doc[position].text == ","):
            position -= 1
        return position if position < token.i - 1 else -1

    # ------------------------------------------------------------ descriptions

    def _description(self, token: Token, sentence: int, description: Description) -> _Found | None:
        first = self.doc[token.i - 1] if token.i else None
        if first is not None and first.i in self.linked:
            return self._own_state(first, token, description)
        if first is None or first.lower_ not in _DEFINITE or "Plur" in token.morph.get("Number", []):
            return None
        introduces_name = self.discourse.mention_at.get(token.i + 1) is not None
        if introduces_name or any(child.i > token.i and child.dep_ in SPECIFIED for child in token.children):
            return None
        head = relative_head(token)
        excluded = {*coarguments(token), *([head.i] if head is not None else [])}
        scored = []
        for candidate in self.entities.values():
            score = salience.of_description(candidate, sentence)
            if score is None or candidate.cluster is None or not self._fits(candidate.cluster, description):
                continue
            if candidate.occurrences[-1].token not in excluded:
                scored.append((score, candidate.cluster))
        scored.sort(key=lambda pair: -pair[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _DESCRIPTION_MARGIN):
            return None
        reason = f"description: {token.text}, the most salient of {len(scored)} of its kind"
        return _Found(first, token, scored[0][1], reason, 0.75)

    def _both(self, token: Token, sentence: int) -> list[_Found]:
        """``beide Staaten``: one link to each of the two."""
        found = pairs.phrase(token)
        if found is None:
            return []
        first, type = found
        two = pairs.antecedents(self.entities.values(), token, sentence, type)
        reason = f"description: {token.text}, the two spoken of last"
        return [_Found(first, token, cluster, reason, 0.8) for cluster in two]

    def _own_state(self, possessive: Token, token: Token, description: Description) -> _Found | None:
        """``sein Land``: the state whose office the person holds."""
        person = self.linked[possessive.i]
        if person.type is not EntityType.PERSON or EntityType.STATE not in description.types:
            return None
        for mention in person.indirect:
            state = owner(self.discourse, self.clusters, mention)
            if state is not None and state.type is EntityType.STATE:
                return _Found(possessive, token, state, f"description: {token.text}, of the person's office", 0.85)
        return None

    def _fits(self, cluster: Cluster, description: Description) -> bool:
        names = [fold(name) for name in self.names[id(cluster)]]
        if (
            cluster.type not in description.types
            or not names
            or (description.only and cluster.state and cluster.state not in description.only)
        ):
            return False
        if description.heads and not any(name.endswith(description.heads) for name in names):
            return False
        return not any(name.endswith(description.excluded) for name in names)


def _bound(token: Token) -> Token | None:
    """What the grammar alone gives a possessive: the antecedent of its relative clause, or a subject that follows.

    ``Bunda, das seine Botschaft …``; ``Seit seiner Gründung hat das Gericht …``.
    """
    noun = token.head
    verb = noun.head
    if noun.dep_ in SUBJECT or verb.i == noun.i:
        return None
    subject = subject_of(verb)
    if subject is None:
        return None
    if subject.pos_ == "PRON" and verb.dep_ in RELATIVE_CLAUSE and "Rel" in subject.morph.get("PronType", []):
        return verb.head
    return subject if subject.i > token.i and subject.pos_ in {"NOUN", "PROPN"} else None
