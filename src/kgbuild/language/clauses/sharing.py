"""What clauses take from each other: antecedents, shared subjects, controllers of infinitives."""

from __future__ import annotations

from dataclasses import replace

from kgbuild.language.clause import ClauseKind, Phrase, Relation, Voice
from kgbuild.language.clauses.draft import Draft, Drafts
from kgbuild.language.clauses.phrases import spread
from kgbuild.language.clauses.tree import Tree
from kgbuild.language.clauses.words import RELATIVE, verb_class


def share(tree: Tree, drafts: Drafts) -> None:
    """Fill in subjects and antecedents, governors before what they govern."""
    done: set[int] = set()

    def settle(draft: Draft) -> None:
        if id(draft) in done:
            return
        done.add(id(draft))
        if draft.governor is not None:
            settle(draft.governor)
        if draft.kind != ClauseKind.NOMINAL:
            _settle(tree, draft)

    for draft in drafts.ordered():
        settle(draft)


def _settle(tree: Tree, draft: Draft) -> None:
    if draft.relation == Relation.RELATIVE and draft.modifies is not None:
        _antecedent(tree, draft, draft.modifies)
    if draft.kind == ClauseKind.PARTICIPLE and draft.modifies is not None and not draft.subject:
        draft.subject = _bare(tree, spread(tree, draft.modifies, ("nom",))[:1])
    governor = draft.governor
    if governor is None:
        return
    if draft.relation == Relation.COORDINATE:
        _coordinate(tree, draft, governor)
    elif draft.kind == ClauseKind.INFINITIVE and not draft.subject:
        draft.subject = _bare(tree, _controller(draft, governor))


def _antecedent(tree: Tree, draft: Draft, noun: int) -> None:
    """Put the antecedent in the place of the relative pronoun, in the pronoun's case and with its preposition."""
    plural = draft.complex is not None and draft.complex.finite is not None
    plural = plural and tree.feature(draft.complex.finite, "Number") == "Plur"  # type: ignore[union-attr, arg-type]

    def put(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for phrase in phrases:
            if _is_relative(tree, phrase.head):
                every = _bare(tree, spread(tree, noun, ("nom",)))
                chosen = every if plural and phrase in draft.subject else every[:1]
                found += (replace(p, case=phrase.case, preposition=phrase.preposition) for p in chosen)
            else:
                found.append(phrase)
        return tuple(found)

    draft.objects, draft.prepositional = put(draft.objects), put(draft.prepositional)
    draft.agent, draft.subject = put(draft.agent), put(draft.subject)


def _is_relative(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PRON", "DET") and (tree.lower[i] in RELATIVE or tree.lower[i].startswith("welch"))


def _coordinate(tree: Tree, draft: Draft, first: Draft) -> None:
    """A conjunct without a subject has that of the first, and its relation to what governs both."""
    if not draft.subject and first.kind != ClauseKind.NOMINAL:
        draft.subject = first.subject
    if draft.found.negation is None and first.found.negation is not None:
        draft.found.negation = next((c for c in tree.related(draft.predicate, "cc") if tree.lower[c] == "noch"), None)


def _controller(draft: Draft, governor: Draft) -> tuple[Phrase, ...]:
    """Who does what an infinitive says: the governor's subject, its object, or whose intention it is."""
    if governor.kind == ClauseKind.NOMINAL:
        if governor.attributes.genitives:
            return governor.attributes.genitives
        above = governor.governor
        while above is not None and above.kind == ClauseKind.NOMINAL:
            above = above.governor
        return above.subject if above is not None and governor.predicate not in _heads(above.subject) else ()
    if governor.voice in (Voice.PASSIVE, Voice.STATE_PASSIVE):
        return governor.subject if governor.lemma in verb_class("object-control") else ()
    if draft.relation == Relation.COMPLEMENT and governor.lemma in verb_class("object-control") and governor.objects:
        case = "acc" if any(phrase.case == "acc" for phrase in governor.objects) else None
        return tuple(p for p in governor.objects if case is None or p.case == case)
    return governor.subject


def _heads(phrases: tuple[Phrase, ...]) -> set[int]:
    return {phrase.head for phrase in phrases}


def _bare(tree: Tree, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases without their prepositions."""
    found = []
    for phrase in phrases:
        begin = phrase.begin
        while begin < phrase.head and tree.pos[begin] == "ADP":
            begin += 1
        found.append(replace(phrase, begin=begin, preposition=None))
    return tuple(found)
