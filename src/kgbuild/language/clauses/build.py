"""From a tree to clauses: which tokens are predicates, what each says, and which governs which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgbuild.language.clause import Clause, ClauseKind, Relation, Tense, Voice
from kgbuild.language.clauses.arguments import arguments, marker
from kgbuild.language.clauses.draft import Draft, Drafts
from kgbuild.language.clauses.nominal import attributes
from kgbuild.language.clauses.phrases import spread
from kgbuild.language.clauses.sharing import share
from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.verbal import read
from kgbuild.language.clauses.words import CLOSING, RELATIVE, verb_class
from kgbuild.language.encoder.verbs import Form, attributive, infinitive

_RELATIONS = {
    **{"ccomp": Relation.COMPLEMENT, "xcomp": Relation.COMPLEMENT, "csubj": Relation.COMPLEMENT},
    **{"obj": Relation.COMPLEMENT, "nsubj": Relation.COMPLEMENT, "acl": Relation.COMPLEMENT},
    **{"advcl": Relation.ADVERBIAL, "obl": Relation.ADVERBIAL, "advmod": Relation.ADVERBIAL},
    **{"conj": Relation.COORDINATE, "parataxis": Relation.PARATAXIS, "amod": Relation.ATTRIBUTE},
}
_NOT_CLAUSAL = frozenset(("aux", "cop", "compound", "flat", "fixed", "case", "mark", "cc", "punct", "det"))


def build(tree: Tree) -> tuple[Clause, ...]:
    """The clauses of a tree, in the order of their predicates; at one token the verbal clause before the nominal."""
    drafts = Drafts()
    for number, (begin, end) in enumerate(tree.sentences):
        for i in range(begin, end):
            if _is_predicate(tree, i):
                drafts.verbal[i] = Draft(i, ClauseKind.FINITE, number)
    predicates = frozenset(drafts.verbal)
    for i in drafts.verbal:
        _read(tree, i, drafts, predicates)
    for number, (begin, end) in enumerate(tree.sentences):
        for i in range(begin, end):
            if tree.pos[i] == "NOUN" and not _is_date(tree, i):
                found = attributes(tree, i)
                if found or any(tree.relation(c) == "acl" for c in tree.children[i]):
                    lemma = tree.lemmas[i]
                    drafts.nominal[i] = Draft(i, ClauseKind.NOMINAL, number, lemma=lemma, attributes=found)
    _govern(tree, drafts)
    share(tree, drafts)
    ordered = drafts.ordered()
    places = {id(draft): index for index, draft in enumerate(ordered)}
    return tuple(_clause(draft, index, places) for index, draft in enumerate(ordered))


def _is_predicate(tree: Tree, i: int) -> bool:
    pos, relation = tree.pos[i], tree.relation(i)
    if pos in ("VERB", "AUX"):
        return relation not in _NOT_CLAUSAL
    if any(tree.relation(c) in ("cop", "aux") for c in tree.children[i]):
        return pos not in ("PUNCT", "SPACE") and relation not in _NOT_CLAUSAL
    return pos == "ADJ" and relation == "amod" and attributive(tree.texts[i])[1] is not None


def _read(tree: Tree, i: int, drafts: Drafts, predicates: frozenset[int]) -> None:
    """Fill the draft of a verbal predicate, that of its first conjunct before it."""
    draft = drafts.verbal[i]
    if draft.complex is not None:
        return
    first = drafts.verbal.get(tree.heads[i]) if tree.relation(i) == "conj" else None
    if first is not None and first is not draft:
        _read(tree, first.predicate, drafts, predicates)
    draft.copula = any(tree.relation(c) == "cop" for c in tree.children[i])
    draft.complex = read(tree, i, first.complex if first is not None else None)
    draft.lemma, draft.voice, draft.tense = draft.complex.lemma, draft.complex.voice, draft.complex.tense
    if tree.relation(i) == "amod":
        _as_participle(tree, draft)
    passive = draft.voice in (Voice.PASSIVE, Voice.STATE_PASSIVE, Voice.MODAL_PASSIVE)
    found = draft.found = arguments(tree, i, draft.complex, predicates, draft.copula, passive)
    if draft.kind != ClauseKind.PARTICIPLE:
        draft.kind = _kind(tree, draft)
    if draft.copula and tree.pos[i] in NOMINAL:
        draft.attributes = attributes(tree, i, predicative=True)
        draft.predicative = spread(tree, i, ("nom",), predicative=True)
    draft.marker = marker(tree, i, draft.complex)
    if found.subject is not None:
        draft.subject = tuple(replace(phrase, case="nom") for phrase in spread(tree, found.subject, ("nom",)))
    for head in found.objects:
        draft.objects += spread(tree, head, _object_cases(tree, head, draft))
    for head in found.prepositional:
        draft.prepositional += spread(tree, head, ("dat", "acc"))
    for head in found.agent:
        draft.agent += spread(tree, head, ("dat", "acc"))
    for head in found.predicative:
        draft.predicative += spread(tree, head, ("nom", "acc"))


def _as_participle(tree: Tree, draft: Draft) -> None:
    """A participle before a noun: the noun is the subject of its active (I, or II of aufsteigen) or passive (II)."""
    lemma, form = attributive(tree.texts[draft.predicate])
    draft.kind = ClauseKind.PARTICIPLE
    draft.lemma = lemma or draft.lemma
    if form == Form.FINITE:
        draft.tense = Tense.PRESENT
    else:
        draft.tense = Tense.PERFECT
        draft.voice = Voice.ACTIVE if draft.lemma in verb_class("perfect-sein") else Voice.PASSIVE


def _kind(tree: Tree, draft: Draft) -> ClauseKind:
    assert draft.complex is not None
    if draft.complex.tense is not None:
        return ClauseKind.FINITE
    word = tree.lower[draft.predicate]
    if draft.complex.zu or (infinitive(word) == word and tree.feature(draft.predicate, "VerbForm") != "Part"):
        return ClauseKind.INFINITIVE
    if tree.relation(draft.predicate) == "acl":
        draft.voice = Voice.PASSIVE
        return ClauseKind.PARTICIPLE
    if draft.lemma not in verb_class("perfect-sein"):  # »Abkommen in Wien unterzeichnet«
        draft.voice = Voice.PASSIVE
    return ClauseKind.FINITE


def _object_cases(tree: Tree, head: int, draft: Draft) -> Sequence[str]:
    """The cases that an object may have, likeliest first; beside an accusative ``sich`` it is a dative."""
    if draft.lemma in verb_class("dative") or draft.found.reflexive:
        return ("dat",)
    if tree.relations[head] == "iobj":
        return ("dat", "acc")
    return ("acc", "dat", "gen") if tree.relation(head) == "obj" else ("dat", "acc", "gen")


def _govern(tree: Tree, drafts: Drafts) -> None:
    """Find the governor and relation of every draft."""
    for i, draft in drafts.verbal.items():
        head, relation = tree.heads[i], tree.relation(i)
        if head == i:
            continue
        draft.relation = _RELATIONS.get(relation, Relation.PARATAXIS)
        if draft.kind == ClauseKind.FINITE and not draft.subject and _follows_on(tree, draft):
            draft.relation = Relation.COORDINATE
        if relation in ("acl", "amod"):
            draft.modifies = head if tree.pos[head] in NOMINAL else None
        if relation == "acl" and _opens_with_relative(tree, draft):
            draft.relation = Relation.RELATIVE
        noun = drafts.nominal.get(head) if relation == "acl" else None
        draft.governor = noun or drafts.above(tree, i)
    for i, draft in drafts.nominal.items():
        draft.relation = Relation.ATTRIBUTE
        draft.governor = drafts.verbal.get(i) or drafts.above(tree, i)
    _quotations(drafts)


def _follows_on(tree: Tree, draft: Draft) -> bool:
    """Whether a clause without subject and subordinator begins with its verb after a comma or ``und``."""
    finite = draft.complex.finite if draft.complex else None
    if finite is None or finite == 0 or draft.marker is not None or tree.heads[draft.predicate] > draft.predicate:
        return False
    quoted = finite > 1 and tree.texts[finite - 2] in CLOSING
    return tree.pos[finite - 1] == "CCONJ" or (tree.texts[finite - 1] == "," and not quoted)


def _is_date(tree: Tree, i: int) -> bool:
    span = tree.entity[i]
    return span is not None and span[2] == "DATE"


def _opens_with_relative(tree: Tree, draft: Draft) -> bool:
    phrases = (*draft.subject, *draft.objects, *draft.prepositional, *draft.agent)
    return any(is_relative(tree, phrase.head) or _has_relative_owner(tree, phrase.head) for phrase in phrases)


def _has_relative_owner(tree: Tree, noun: int) -> bool:
    return any(tree.lower[c] in ("deren", "dessen") for c in tree.children[noun])


def is_relative(tree: Tree, i: int) -> bool:
    """Whether a token may be a relative pronoun."""
    return tree.pos[i] in ("PRON", "DET") and (tree.lower[i] in RELATIVE or tree.lower[i].startswith("welch"))


def _quotations(drafts: Drafts) -> None:
    """»…«, sagte X: where the verb of speech hangs on the quoted clause, turn the two over."""
    for draft in drafts.verbal.values():
        quoted = draft.governor
        if draft.relation == Relation.PARATAXIS and draft.lemma in verb_class("speech") and quoted is not None:
            if quoted.kind == ClauseKind.NOMINAL or quoted.lemma in verb_class("speech"):
                continue
            draft.governor, draft.relation = quoted.governor, quoted.relation
            quoted.governor, quoted.relation = draft, Relation.COMPLEMENT


def _clause(draft: Draft, index: int, places: dict[int, int]) -> Clause:
    complex_, found, own = draft.complex, draft.found, draft.attributes
    taken = {phrase.head for phrase in (*draft.prepositional, *draft.subject, *draft.objects)}
    return Clause(
        index=index,
        kind=draft.kind,
        predicate=draft.predicate,
        lemma=draft.lemma,
        verbs=complex_.verbs if complex_ else (),
        reflexive=found.reflexive,
        particle=complex_.particle if complex_ else None,
        modal=complex_.modal if complex_ else None,
        copula=draft.copula,
        mood=complex_.mood if complex_ and draft.kind == ClauseKind.FINITE else None,
        tense=draft.tense,
        voice=draft.voice,
        negation=found.negation,
        subject=draft.subject,
        objects=draft.objects,
        prepositional=(*draft.prepositional, *(phrase for phrase in own.prepositional if phrase.head not in taken)),
        agent=draft.agent,
        predicative=draft.predicative,
        genitives=own.genitives,
        possessive=own.possessive,
        adjectives=own.adjectives,
        appositions=tuple(phrase for phrase in own.appositions if phrase.head not in taken),
        adverbs=tuple(found.adverbs),
        governor=places[id(draft.governor)] if draft.governor is not None else None,
        relation=draft.relation,
        marker=draft.marker,
        modifies=draft.modifies,
        sentence=draft.sentence,
    )
