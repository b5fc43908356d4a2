"""Pronouns and definite descriptions, and the entities of the article that they refer back to.

Read from left to right: every mention and every link makes its entity salient; a pronoun takes the most salient
entity that agrees with it in gender and number and is not excluded by the grammar of its clause (Hobbs 1978;
Lappin and Leass 1994, whose factors recency, subject and parallelism are used here). A link is made only where one
entity stands out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kgbuild.extract.coreference.clusters import Cluster, Clusters
from kgbuild.extract.coreference.features import Description, forms, tables
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.discourse import Discourse
from kgbuild.model import EntityType, Label, Link, Span

_PERSONAL = {
    "er": "m", "ihn": "m", "ihm": "mn", "sie": "fp", "ihr": "f", "ihnen": "p",
}  # fmt: skip
_POSSESSIVE = ("sein", "ihr")
_POSSESSIVE_ENDINGS = frozenset({"", "e", "em", "en", "er", "es"})
_RELATIVE_POSSESSIVE = frozenset({"dessen", "deren"})
_RELATIVE_CLAUSE = frozenset({"acl:relcl", "acl", "rc"})
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "diesem", "diesen"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "sb"})
_ATTRIBUTE = frozenset({"nmod", "nmod:poss", "amod", "compound", "ag", "nk", "appos"})
_OBJECT = frozenset({"obj", "iobj", "obl", "oa", "da"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_REACH = 3
"""How many sentences back an antecedent may lie."""
_MARGIN = 0.15
"""By how much the best candidate must lead the second."""
_LEAST = 0.9
"""The least salience of an antecedent."""
_RECENCY = (1.0, 0.9, 0.5, 0.3)
"""Salience of an occurrence by how many sentences it lies back."""
_OF_SUBJECT = 0.2
_OF_ATTRIBUTE = -0.3
_OF_TYPE = {EntityType.PERSON: 0.6, EntityType.PLACE: -0.5, EntityType.EVENT: -0.5}
"""How much likelier than others a pronoun means an entity of this type."""
_PER_OCCURRENCE = 0.05
_OF_OTHER = 0.0
_OF_OBJECT = -0.2
_PER_TOKEN = 0.01
_LOCAL = 0.5
_UNKNOWN_GENDER = 0.15


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where an entity, or a thing without entity, was last spoken of."""

    token: int
    sentence: int
    weight: float


@dataclass(slots=True)
class Candidate:
    """Something a pronoun may refer to."""

    cluster: Cluster | None
    """None for a noun that names no entity: it may still be what a pronoun means."""
    forms: frozenset[str]
    occurrences: list[Occurrence] = field(default_factory=list)


class Linker:
    """Finds the links of one article."""

    def __init__(self, discourse: Discourse, clusters: Clusters) -> None:
        """Prepare ``clusters`` as candidates; they are not changed."""
        self.discourse = discourse
        self.doc = discourse.doc
        self._candidates = {
            id(cluster): Candidate(cluster, forms(discourse, cluster, clusters.names(cluster)))
            for cluster in clusters.all
        }
        self._names = {id(cluster): clusters.names(cluster) for cluster in clusters.all}
        self._at: dict[int, list[tuple[Cluster, bool]]] = {}
        for cluster in clusters.all:
            for mention in cluster.mentions:
                self._at.setdefault(mention, []).append((cluster, True))
            for mention in cluster.indirect:
                self._at.setdefault(mention, []).append((cluster, False))
        self._others: list[Candidate] = []

    def run(self) -> Iterator[tuple[Token, Token, Cluster, str, float]]:
        """Yield first and last token, entity, reason and confidence of each link, in text order."""
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
            if found is not None:
                first, cluster, reason, confidence = found
                self._candidates[id(cluster)].occurrences.append(Occurrence(token.i, sentence, _weight(token)))
                yield first, token, cluster, reason, confidence
            elif token.pos_ == "NOUN" and token.dep_ in _SUBJECT | _OBJECT:
                weight = _weight(token) + (0.0 if token.dep_ in _SUBJECT else _OF_OBJECT)
                self._others.append(Candidate(None, _forms_of(token), [Occurrence(token.i, sentence, weight)]))

    def _meet(self, mention: int) -> None:
        value = self.discourse.mentions[mention]
        head = self.discourse.head(mention)
        entities = self._at.get(mention, [])
        if not entities and value.label is Label.ROLE and head.dep_ in _SUBJECT:
            occurrence = Occurrence(head.i, value.sentence, _weight(head))
            self._others.append(Candidate(None, _forms_of(head), [occurrence]))
        for cluster, direct in entities:
            weight = _weight(head) if direct or value.label is not Label.NORP else -0.4
            self._candidates[id(cluster)].occurrences.append(Occurrence(head.i, value.sentence, weight))

    def _resolve(self, token: Token, sentence: int) -> tuple[Token, Cluster, str, float] | None:
        word = token.lower_
        if word in _RELATIVE_POSSESSIVE and token.i > 0:
            return self._relative(token, sentence)
        if word in _PERSONAL and token.pos_ == "PRON" and not _formal(token):
            return self._pronoun(token, sentence, _expand(_PERSONAL[word], token), possessive=False)
        if word.startswith(_POSSESSIVE) and token.pos_ == "DET" and not _formal(token):
            stem = next(stem for stem in _POSSESSIVE if word.startswith(stem))
            if word[len(stem) :] in _POSSESSIVE_ENDINGS:
                allowed = {"m", "n"} if stem == "sein" else self._of_subject(token)
                return self._pronoun(token, sentence, frozenset(allowed), possessive=True)
        description = tables().descriptions.get(token.lemma_.lower()) or tables().descriptions.get(word)
        if description is not None and token.pos_ == "NOUN":
            return self._description(token, sentence, description)
        return None

    # ------------------------------------------------------------ pronouns

    def _pronoun(
        self, token: Token, sentence: int, allowed: frozenset[str], possessive: bool
    ) -> tuple[Token, Cluster, str, float] | None:
        if possessive and (bound := self._bound(token)) is not None:
            return self._bound_possessive(token, bound, allowed)
        excluded = frozenset() if possessive else frozenset(self._coarguments(token))
        scored = []
        for candidate in [*self._candidates.values(), *self._others]:
            agreeing = candidate.forms & allowed
            if not agreeing:
                continue
            score = self._score(candidate, token, sentence, excluded, possessive)
            if score is not None:
                scored.append((score - _UNKNOWN_GENDER * (len(candidate.forms) > 1), candidate))
        if not scored:
            return None
        scored.sort(key=lambda pair: -pair[0])
        best, winner = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        if winner.cluster is None or best - second < _MARGIN or best < _LEAST:
            return None
        kind = "possessive" if possessive else "personal"
        reason = f"pronoun: {kind}, agrees in gender and number, most salient of {len(scored)}"
        return token, winner.cluster, reason, round(min(0.95, 0.6 + (best - second) / 2), 2)

    def _bound(self, token: Token) -> Token | None:
        """What the grammar alone gives a possessive: the antecedent of its relative clause, or a subject that follows.

        ``Bunda, das seine Botschaft …``; ``Seit seiner Gründung hat das Gericht …``.
        """
        noun = token.head
        verb = noun.head
        if noun.dep_ in _SUBJECT or verb.i == noun.i:
            return None
        subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
        if subject is None:
            return None
        if subject.pos_ == "PRON" and verb.dep_ in _RELATIVE_CLAUSE and "Rel" in subject.morph.get("PronType", []):
            return verb.head
        return subject if subject.i > token.i and subject.pos_ in {"NOUN", "PROPN"} else None

    def _bound_possessive(
        self, token: Token, bound: Token, allowed: frozenset[str]
    ) -> tuple[Token, Cluster, str, float] | None:
        mention = self.discourse.mention_at.get(bound.i)
        for cluster, direct in self._at.get(mention, []) if mention is not None else []:
            if (direct or cluster.type is EntityType.PERSON) and self._candidates[id(cluster)].forms & allowed:
                return token, cluster, "pronoun: possessive, of its own clause", 0.85
        return None

    def _score(
        self, candidate: Candidate, token: Token, sentence: int, excluded: frozenset[int], possessive: bool
    ) -> float | None:
        best = None
        for occurrence in reversed(candidate.occurrences):
            distance = sentence - occurrence.sentence
            if distance > _REACH:
                break
            if occurrence.token in excluded:
                return None
            score = _RECENCY[distance] + occurrence.weight - _PER_TOKEN * min(token.i - occurrence.token, 60)
            if possessive and self.doc[occurrence.token].head.i == token.head.head.i:
                score += _LOCAL if self.doc[occurrence.token].dep_ in _SUBJECT else 0.1
            best = score if best is None else max(best, score)
        if best is None:
            return None
        best += _OF_OTHER if candidate.cluster is None else _OF_TYPE.get(candidate.cluster.type, 0.0)
        return best + min(len(candidate.occurrences), 4) * _PER_OCCURRENCE

    def _of_subject(self, token: Token) -> set[str]:
        """What ``ihr`` may mean: with a plural verb a plural, unless its subject is the phrase of ``ihr``."""
        noun = token.head
        verb = noun.head
        if noun.dep_ in _SUBJECT or noun.i == verb.i:
            return {"f", "pl"}
        number = _number(verb)
        return {"pl"} if number == "Plur" else {"f", "pl"}

    def _coarguments(self, token: Token) -> Iterator[int]:
        """Tokens that share the pronoun's verb: a personal pronoun never means one of them."""
        for sibling in token.head.children:
            if sibling.i != token.i and sibling.dep_ not in {"advcl", "ccomp", "parataxis", "conj", "oc", "re"}:
                yield sibling.i
                yield from (conjunct.i for conjunct in sibling.conjuncts)

    # ------------------------------------------------------------ relative and demonstrative possessives

    def _relative(self, token: Token, sentence: int) -> tuple[Token, Cluster, str, float] | None:
        """``Orban, dessen Partei …`` and ``… die Bank. Deren Chef …``: the entity spoken of last before."""
        allowed = frozenset({"m", "n"} if token.lower_ == "dessen" else {"f", "pl"})
        opening = all(self.doc[i].is_punct or self.doc[i].is_space for i in self._sentence_head(token))
        antecedents = self._last_of_sentence(sentence - 1) if opening else self._before_comma(token)
        for mention in antecedents:
            for cluster, direct in self._at.get(mention, []):
                if direct and self._candidates[id(cluster)].forms & allowed:
                    kind = "demonstrative, the last named" if opening else "relative, follows its antecedent"
                    return token, cluster, f"pronoun: {kind}", 0.8 if opening else 0.9
        return None

    def _sentence_head(self, token: Token) -> range:
        begin = self.discourse.tokens(self.discourse.sentences[self.discourse.sentence_of(token.i) or 0]).start
        return range(begin, token.i)

    def _last_of_sentence(self, sentence: int) -> list[int]:
        """The mentions of a sentence, the last first."""
        if sentence < 0:
            return []
        tokens = self.discourse.tokens(self.discourse.sentences[sentence])
        found = dict.fromkeys(self.discourse.mention_at[i] for i in reversed(tokens) if i in self.discourse.mention_at)
        return list(found)

    def _before_comma(self, token: Token) -> list[int]:
        """The noun that the parse gives the relative clause, else the name right before its comma."""
        verb = token
        while verb.head.i != verb.i and verb.dep_ not in _RELATIVE_CLAUSE:
            verb = verb.head
        if verb.dep_ in _RELATIVE_CLAUSE:
            mention = self.discourse.mention_at.get(verb.head.i)
            return [] if mention is None else [mention]
        position = token.i - 1
        while position > 0 and (self.doc[position].pos_ == "ADP" or self.doc[position].text == ","):
            position -= 1
        mention = self.discourse.mention_at.get(position)
        return [] if mention is None or position == token.i - 1 else [mention]

    # ------------------------------------------------------------ descriptions

    def _description(
        self, token: Token, sentence: int, description: Description
    ) -> tuple[Token, Cluster, str, float] | None:
        first = self.doc[token.i - 1] if token.i else None
        if first is None or first.lower_ not in _DEFINITE or "Plur" in token.morph.get("Number", []):
            return None
        if any(
            child.i > token.i and child.dep_ in {"nmod", "acl", "ag", "mnr", "rc", "appos"} for child in token.children
        ):
            return None
        if self.discourse.mention_at.get(token.i + 1) is not None:
            return None  # »der Sender Radio Oubangui« introduces a name
        found = []
        excluded = frozenset(self._coarguments(token))
        for candidate in self._candidates.values():
            if candidate.cluster is not None and candidate.cluster.type in description.types:
                if not self._fits(candidate.cluster, description):
                    continue
                recent = [o for o in candidate.occurrences if sentence - o.sentence <= _REACH]
                if recent and recent[-1].token not in excluded:
                    last = recent[-1]
                    found.append((_RECENCY[sentence - last.sentence] + last.weight, candidate.cluster))
        if not found:
            return None
        found.sort(key=lambda pair: -pair[0])
        second = found[1][0] if len(found) > 1 else 0.0
        if found[0][0] - second < _MARGIN:
            return None
        return first, found[0][1], f"description: {token.text}, most salient of its kind", 0.75

    def _fits(self, cluster: Cluster, description: Description) -> bool:
        names = [fold(name) for name in self._names[id(cluster)]]
        if description.only and cluster.state not in description.only:
            return False
        if description.heads and not any(name.endswith(description.heads) for name in names):
            return False
        return not any(name.endswith(description.excluded) for name in names)


def find(discourse: Discourse, clusters: Clusters) -> list[Link]:
    """The links of an article, in text order; ``Link.entity`` indexes ``clusters.entities()``."""
    index = {id(cluster): position for position, cluster in enumerate(clusters.ordered())}
    links = []
    for first, last, cluster, reason, confidence in Linker(discourse, clusters).run():
        sentence = discourse.sentence_of(first.i)
        if sentence is not None and id(cluster) in index:
            span = Span(first.idx, last.idx + len(last))
            links.append(
                Link(span=span, sentence=sentence, entity=index[id(cluster)], reason=reason, confidence=confidence)
            )
    return links


def _weight(token: Token) -> float:
    if token.dep_ in _SUBJECT:
        return _OF_SUBJECT
    return _OF_ATTRIBUTE if token.dep_ in _ATTRIBUTE else 0.0


def _formal(token: Token) -> bool:
    """Whether the word is the formal address: a capital inside a sentence."""
    return token.text[:1].isupper() and not token.is_sent_start and token.i > 0 and token.nbor(-1).text not in '„»«"–:'


def _expand(letters: str, token: Token) -> frozenset[str]:
    """The forms a pronoun stands for; the number of a subject ``sie`` is told by its verb."""
    allowed = {"pl" if letter == "p" else letter for letter in letters}
    if {"f", "pl"} <= allowed and token.dep_ in _SUBJECT and (number := _number(token.head)):
        allowed = {"pl"} if number == "Plur" else {"f"}
    return frozenset(allowed)


def _number(verb: Token) -> str | None:
    """``Sing`` or ``Plur`` of a verb complex, by its finite part."""
    auxiliaries = [child for child in verb.children if child.dep_ in _AUXILIARY and child.morph.get("Number", [])]
    finite = auxiliaries[0] if auxiliaries else verb
    return next(iter(finite.morph.get("Number", [])), None)


_OF_MORPH = {"Masc": "m", "Fem": "f", "Neut": "n"}


def _forms_of(token: Token) -> frozenset[str]:
    if "Plur" in token.morph.get("Number", []):
        return frozenset({"pl"})
    return frozenset(_OF_MORPH[gender] for gender in token.morph.get("Gender", [])) or frozenset({"m", "f", "n"})
