"""Who plays which part in a clause: the phrases around a predicate, sorted into subject, objects and the rest.

Labels of the parser are evidence, not verdicts: a phrase that shows the accusative is no subject, and where no
phrase is labelled a subject, one that may be nominative and agrees with the verb becomes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kgbuild.language.clauses.cases import Cases, cases
from kgbuild.language.clauses.phrases import conjuncts, preposition
from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.verbal import Complex
from kgbuild.language.clauses.words import CLOSING, NEGATIONS, NOT_ONLY, QUESTION

_PHRASAL = frozenset(
    (
        "nsubj",
        "obj",
        "iobj",
        "obl",
        "nmod",
        "expl",
        "dep",
        "appos",
        "compound",
        "xcomp",
        "advmod",
        "orphan",
        "flat",
        "det",
    )
)
_OBJECTS = frozenset(("obj", "iobj", "obl:arg"))
_TIMES = frozenset(("tag", "woche", "monat", "jahr", "uhr", "mal", "stunde", "minute", "abend", "morgen", "nacht"))


@dataclass
class Arguments:
    """Heads of phrases by their part in the clause, each a first conjunct."""

    subject: int | None = None
    objects: list[int] = field(default_factory=list)
    prepositional: list[int] = field(default_factory=list)
    agent: list[int] = field(default_factory=list)
    predicative: list[int] = field(default_factory=list)
    adverbs: list[int] = field(default_factory=list)
    negation: int | None = None
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    head: int
    relation: str
    possible: Cases


def arguments(
    tree: Tree, predicate: int, complex_: Complex, predicates: frozenset[int], copula: bool, passive: bool
) -> Arguments:
    """Sort the dependents of a predicate.

    Args:
        tree: the tree.
        predicate: main verb or predicative.
        complex_: its verb complex.
        predicates: all tokens that head a clause of their own.
        copula: whether the predicate is a predicative.
        passive: whether von and durch may name an agent.
    """
    found = Arguments()
    bare: list[_Candidate] = []
    first_verb = min(complex_.verbs, default=predicate)
    for child in _dependents(tree, predicate, complex_):
        word, relation = tree.lower[child], tree.relation(child)
        if tree.relations[child] in ("compound:prt", "det:poss") or word == complex_.particle:
            continue
        if _negates(tree, child):
            found.negation = child
        if word == "sich" or tree.feature(child, "Reflex") == "Yes":
            found.reflexive = True
        elif child in predicates and relation not in ("nsubj", "obj", "iobj", "obl"):
            continue
        elif (
            _is_phrase(tree, child)
            and relation in _PHRASAL
            and not _inside_predicative(tree, child, predicate, copula, first_verb)
        ):
            _place(tree, child, found, bare, passive)
        elif (
            relation in ("advmod", "obl", "xcomp")
            and tree.pos[child] in ("ADV", "ADJ", "PART", "ADP")
            and word not in NEGATIONS
        ):
            found.adverbs.append(child)
    _assign(tree, bare, found, complex_, copula)
    if found.negation is None:
        found.negation = _negated_phrase(tree, found)
    return found


def _dependents(tree: Tree, predicate: int, complex_: Complex) -> list[int]:
    """Dependents of the predicate and of its auxiliaries, in text order."""
    below = list(tree.children[predicate])
    for verb in complex_.verbs:
        if verb != predicate and tree.heads[verb] == predicate:
            below += tree.children[verb]
    return sorted(below)


def _is_phrase(tree: Tree, i: int) -> bool:
    if tree.pos[i] in NOMINAL:
        return tree.lower[i] not in NEGATIONS or tree.lower[i] in ("niemand", "nichts")
    if tree.pos[i] in ("ADJ", "DET"):
        nominal = tree.relation(i) in ("nsubj", "obj", "iobj")
        return nominal or (tree.relation(i) == "obl" and preposition(tree, i) is not None)
    return False


def _inside_predicative(tree: Tree, child: int, predicate: int, copula: bool, verb: int) -> bool:
    """Whether a dependent of a predicative noun is an attribute of the noun, not a phrase of the clause."""
    if not copula or tree.relation(child) not in ("nmod", "appos", "det", "compound", "flat"):
        return False
    return not (child < verb < predicate)


def _place(tree: Tree, child: int, found: Arguments, bare: list[_Candidate], passive: bool) -> None:
    marker = preposition(tree, child)
    if marker == "als":
        found.predicative.append(child)
    elif marker is not None:
        by = passive and marker in ("von", "durch") and not _is_date(tree, child)
        (found.agent if by or tree.relations[child] == "obl:agent" else found.prepositional).append(child)
    elif tree.relation(child) not in ("nsubj", "obj", "iobj") and (_is_date(tree, child) or _is_time(tree, child)):
        found.adverbs.append(child)
    else:
        bare.append(_Candidate(child, tree.relations[child], cases(tree, child, None)))


def _assign(tree: Tree, bare: list[_Candidate], found: Arguments, complex_: Complex, copula: bool) -> None:
    """Choose the subject among the phrases without a preposition; the others are objects."""
    subject = None
    labelled = any(c.relation.startswith("nsubj") for c in bare)
    if complex_.tense is not None or (labelled and not complex_.zu):
        ranked = [c for c in bare if "nom" in c.possible and c.relation != "expl"]
        subject = max(ranked, key=lambda c: _rank(tree, c, complex_), default=None)
        if subject is not None and _rank(tree, subject, complex_)[0] < _least(tree, subject, complex_):
            subject = None
    for candidate in bare:
        if subject is not None and candidate.head == subject.head:
            found.subject = candidate.head
        elif candidate.relation == "expl":
            continue
        elif (
            copula and "nom" in candidate.possible and candidate.relation.startswith("nsubj")
        ) or candidate.relation == "xcomp":
            found.predicative.append(candidate.head)
        elif candidate.relation.partition(":")[0] not in ("det", "flat", "advmod"):
            found.objects.append(candidate.head)


def _least(tree: Tree, candidate: _Candidate, complex_: Complex) -> int:
    """The rank that a subject must reach: more where the clause before may lend its own (``und unterzeichnet …``)."""
    if complex_.finite is None:
        return 2
    before = complex_.finite - 1
    if before > 0 and tree.pos[before] == "CCONJ":
        return 2
    if before > 0 and tree.texts[before] == "," and tree.texts[before - 1] not in CLOSING:
        return 0 if tree.pos[candidate.head] == "PROPN" else 2
    return -3


def _rank(tree: Tree, candidate: _Candidate, complex_: Complex) -> tuple[int, int, int]:
    """How well a phrase may be the subject: agreement first, then the parser's label and shown case, then order."""
    agrees = _agrees(tree, candidate.head, complex_.finite)
    label = candidate.relation.partition(":")[0]
    score = {"nsubj": 4, "obj": 0, "iobj": -2, "obl": 0, "nmod": -1, "appos": -1, "xcomp": -2, "dep": -1}.get(label, -3)
    shown = candidate.possible == {"nom"} or (label == "obj" and "acc" not in candidate.possible)
    score += 5 if shown else 0
    score += 0 if agrees is None else 1 if agrees else -4
    return score, int(label == "nsubj"), -candidate.head


def _agrees(tree: Tree, head: int, finite: int | None) -> bool | None:
    """Whether subject and verb agree in number; None where that cannot be told."""
    if finite is None:
        return None
    word = tree.lower[finite]
    verb = tree.feature(finite, "Number") or ("Plur" if word.endswith("n") else "Sing")
    if word.endswith("t") and not word.endswith("et") and tree.feature(finite, "Person") != "2":
        verb = "Sing"
    if len(conjuncts(tree, head)) > 1:
        return True if verb == "Plur" else None
    number = tree.feature(head, "Number")
    if number is None or tree.pos[head] == "PROPN":
        return None
    return number == verb


def _is_date(tree: Tree, i: int) -> bool:
    span = tree.entity[i]
    return span is not None and span[2] == "DATE"


def _is_time(tree: Tree, i: int) -> bool:
    return tree.pos[i] == "NOUN" and tree.lemmas[i].lower() in _TIMES


def _negates(tree: Tree, i: int) -> bool:
    word = tree.lower[i]
    if word not in NEGATIONS or tree.pos[i] in ("NOUN", "PROPN"):
        return False
    following = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    return not (word == "nicht" and following in NOT_ONLY)


def _negated_phrase(tree: Tree, found: Arguments) -> int | None:
    """``kein`` or ``weder`` with a phrase of the clause negates it too, as does ``nicht`` with an adverb."""
    heads = [found.subject] if found.subject is not None else []
    for head in (*heads, *found.objects, *found.prepositional, *found.predicative, *found.adverbs):
        for child in tree.children[head]:
            if tree.lower[child].startswith("kein") or (
                tree.relation(child) in ("cc", "advmod") and _negates(tree, child)
            ):
                return child
        if tree.lower[head].startswith("kein") and tree.pos[head] in ("PRON", "DET"):
            return head
    return None


def marker(tree: Tree, predicate: int, complex_: Complex) -> str | None:
    """The subordinator of a clause, lower case: ``dass``, ``um``, ``ob``, ``wie``; None in a main clause."""
    for child in _dependents(tree, predicate, complex_):
        if tree.relation(child) == "mark" and tree.lower[child] != "zu":
            return tree.lower[child]
        if tree.lower[child] in QUESTION and child < predicate and child > 0 and tree.texts[child - 1] == ",":
            return tree.lower[child]
    return None
