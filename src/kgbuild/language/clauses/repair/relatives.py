"""Relative clauses: a verb-final clause that a relative pronoun opens belongs to the noun before it."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.words import RELATIVE
from kgbuild.language.encoder.verbs import Form, infinitive

_MARKS = frozenset("»«„“”\"'‚‘›‹()")
_CUTS = frozenset((",", ";", ":", "–", "(", ")", "—", "«", "»", "“", "”", "„", '"'))
_ANY = frozenset(("Masc", "Fem", "Neut", "Plur"))
_AGREES = {
    "das": frozenset(("Neut",)),
    "der": frozenset(("Masc", "Fem")),
    "die": frozenset(("Fem", "Plur")),
    "den": frozenset(("Masc",)),
    "dem": frozenset(("Masc", "Neut")),
    "denen": frozenset(("Plur",)),
    "deren": frozenset(("Fem", "Plur")),
    "dessen": frozenset(("Masc", "Neut")),
}
"""What the antecedent of a relative pronoun may be."""
_ARTICLES = (
    ("das", frozenset(("Neut",))),
    ("die", frozenset(("Fem", "Plur"))),
    ("der", frozenset(("Masc", "Fem", "Plur"))),
    ("den", frozenset(("Masc", "Plur"))),
    ("dem", frozenset(("Masc", "Neut"))),
    ("des", frozenset(("Masc", "Neut"))),
    ("eine", frozenset(("Fem",))),
    ("einer", frozenset(("Fem",))),
    ("einen", frozenset(("Masc",))),
    ("ein", frozenset(("Masc", "Neut"))),
    ("einem", frozenset(("Masc", "Neut"))),
    ("eines", frozenset(("Masc", "Neut"))),
)
"""What an article that ends so may go with, in all cases."""
_CLAUSES = frozenset(("acl", "ccomp", "advcl", "parataxis", "conj"))


def follow_their_noun(tree: Tree) -> None:
    """Give each relative clause its noun: the one before the comma, over a closing verb if need be."""
    nouns: dict[int, int] = {}
    for begin, end in segments(tree):
        _by_its_ends(tree, begin, end, nouns)
    for i, head in enumerate(tree.heads):
        relation = tree.relation(i)
        if relation not in _CLAUSES or (relation != "acl" and tree.pos[i] not in ("VERB", "AUX", "ADJ")):
            continue
        pronoun = opening_pronoun(tree, i)
        if pronoun is None:
            continue
        noun = _noun_before(tree, pronoun, nouns)
        if noun is None:
            continue
        if relation != "acl" or tree.pos[head] not in NOMINAL or head > pronoun:
            _free(tree, noun, i)
            tree.attach(i, noun, "acl")
        nouns[i] = tree.heads[i]


def _by_its_ends(tree: Tree, begin: int, end: int, nouns: dict[int, int]) -> None:
    """A stretch from a comma and a relative pronoun to a verb is a relative clause, whatever the parser sees in it.

    One that the pronoun opens as an article with its noun right before the verb may be a main clause and is left.
    """
    pronoun = begin
    while pronoun < end and tree.pos[pronoun] == "ADP":
        pronoun += 1
    last = end - 1
    if pronoun >= last or begin < 2 or tree.pos[last] not in ("VERB", "AUX") or not is_pronoun(tree.lower[pronoun]):
        return
    joined = tree.lower[begin - 1] in ("und", "oder")
    if tree.texts[begin - 1] != "," and not joined:
        return
    if has_zu(tree, last):
        return
    verbs = [j for j in range(pronoun + 1, end) if tree.pos[j] in ("VERB", "AUX") and tree.relation(j) != "amod"]
    if verbs[-1] - verbs[0] != len(verbs) - 1 or _is_short(tree, pronoun, verbs[0]):
        return
    verb = next((j for j in verbs if tree.pos[j] == "VERB"), verbs[0])
    noun = _noun_before(tree, begin, nouns)
    if noun is None:
        return
    _free(tree, noun, verb)
    if tree.leads_to(noun, verb):
        return
    tree.heads[verb], tree.relations[verb] = noun, "acl"
    nouns[verb] = noun
    for other in verbs:
        if other != verb:
            tree.attach(other, verb, "aux")
    tree.pos[pronoun] = "PRON"
    if tree.lower[pronoun] not in ("deren", "dessen"):
        role = tree.relations[pronoun] if tree.relation(pronoun) in ("nsubj", "obj", "iobj", "obl") else "obj"
        tree.attach(pronoun, verb, role)
    for j in range(begin, end):
        if not begin <= tree.heads[j] < end and j != verb:
            tree.attach(j, verb, tree.relations[j])


def has_zu(tree: Tree, verb: int) -> bool:
    """Whether a verb is an infinitive with zu: ``zu prüfen``, ``beizutreten``."""
    word = tree.lower[verb]
    if tree.pos[verb] != "VERB" or not word.endswith("n"):
        return False
    return (verb > 0 and tree.lower[verb - 1] == "zu") or len(word) == len(infinitive(word, Form.INFINITIVE)) + 2


def _is_short(tree: Tree, pronoun: int, verb: int) -> bool:
    """Whether nothing but one noun with its adjectives stands between a possible article and the verb."""
    inner = range(pronoun + 1, verb)
    if len(inner) == 1 and tree.pos[inner[0]] == "PROPN":
        return False
    return not inner or (tree.pos[verb - 1] in ("NOUN", "PROPN") and all(tree.pos[j] == "ADJ" for j in inner[:-1]))


def segments(tree: Tree) -> Iterator[tuple[int, int]]:
    """The runs of tokens between commas, dashes, brackets, and conjunctions that stand between two clauses."""
    for begin, end in tree.sentences:
        start = begin
        for i in range(begin, end + 1):
            if i == end or tree.texts[i] in _CUTS or tree.pos[i] in ("SPACE",) or _joins_clauses(tree, i, end):
                last = i - 1 if i == end and i - 1 >= start and tree.texts[i - 1] in (".", "!", "?") else i
                if last > start:
                    yield start, last
                start = i + 1


def _joins_clauses(tree: Tree, i: int, end: int) -> bool:
    """Whether a conjunction stands before a finite verb, or after a verb that closes its clause."""
    if tree.pos[i] != "CCONJ" or i + 1 >= end or i == 0:
        return False
    return tree.feature(i + 1, "VerbForm") == "Fin" or tree.pos[i - 1] in ("VERB", "AUX")


def _free(tree: Tree, noun: int, verb: int) -> None:
    """Take a noun out of the relative clause that it governs: what it hangs in moves up to the verb's head."""
    if not tree.leads_to(noun, verb) or tree.heads[verb] == verb:
        return
    top = noun
    while tree.heads[top] != verb:
        top = tree.heads[top]
    tree.heads[top] = tree.heads[verb]


def opening_pronoun(tree: Tree, verb: int) -> int | None:
    """The first token of the relative clause of a verb: its pronoun, or the preposition before that."""
    begin, _ = tree.bounds(verb)
    for child in range(verb - 1, begin, -1):
        if tree.heads[child] != verb and tree.heads[tree.heads[child]] != verb:
            continue
        if tree.pos[child] not in ("PRON", "DET") or not is_pronoun(tree.lower[child]):
            continue
        first = child
        while first > begin and tree.pos[first - 1] == "ADP":
            first -= 1
        before = first - 1
        joined = tree.lower[before] in ("und", "oder") and before > begin and tree.pos[before - 1] in ("VERB", "AUX")
        owner = tree.lower[child] in ("deren", "dessen")
        if (tree.texts[before] == "," or joined) and (tree.pos[child] == "PRON" or owner):
            return first
    return None


def is_pronoun(word: str) -> bool:
    """Whether a lower-case word may be a relative pronoun."""
    return word in RELATIVE or word.startswith("welch")


def _noun_before(tree: Tree, begin: int, nouns: dict[int, int]) -> int | None:
    """The noun that the clause opening at ``begin`` belongs to; of a second relative clause that of the first."""
    i = begin - 2
    while i >= 0 and (tree.texts[i] in _MARKS or tree.pos[i] in ("VERB", "AUX") or tree.relations[i] == "compound:prt"):
        if tree.lower[begin - 1] in ("und", "oder"):
            verb = i if i in nouns else tree.heads[i]
            return nouns.get(verb)
        i -= 1
    if i < 0 or tree.pos[i] not in NOMINAL:
        return None
    while tree.relation(i) == "flat" and tree.heads[i] < i:
        i = tree.heads[i]
    span = tree.entity[i]
    while span is not None and span[0] <= tree.heads[i] < i:
        i = tree.heads[i]
    if tree.pos[i] not in NOMINAL:
        return None
    pronoun = next((j for j in range(begin, min(begin + 3, len(tree.pos))) if is_pronoun(tree.lower[j])), begin)
    return _agreeing(tree, i, tree.lower[pronoun])


def _agreeing(tree: Tree, noun: int, pronoun: str) -> int:
    """The noun, or the one that it is an attribute of if only that agrees: ``das Protokoll von Salala, das``."""
    wanted = _AGREES.get(pronoun)
    candidate = noun
    while wanted is not None:
        if gender_and_number(tree, candidate) & wanted:
            return candidate
        above = tree.heads[candidate]
        attribute = tree.relation(candidate) in ("nmod", "appos", "obl") and above < candidate
        if not attribute or tree.pos[above] not in NOMINAL:
            break
        candidate = above
    return noun


def gender_and_number(tree: Tree, noun: int) -> frozenset[str]:
    """What a noun may be, of ``Masc``, ``Fem``, ``Neut`` and ``Plur``, by its article, else by the tagger."""
    begin, _ = tree.bounds(noun)
    for j in range(noun - 1, max(begin, noun - 6) - 1, -1):
        if tree.heads[j] == noun and tree.pos[j] == "DET":
            shown = next((kinds for form, kinds in _ARTICLES if tree.lower[j].endswith(form)), None)
            if shown is not None:
                return shown
    if tree.pos[noun] == "NUM":
        return frozenset()
    if tree.feature(noun, "Number") == "Plur":
        return frozenset(("Plur",))
    gender = tree.feature(noun, "Gender")
    return frozenset((gender,)) if gender else _ANY
