"""Verbal brackets (Satzklammer): German encloses a clause between its verbs, or its subordinator and its verb."""

from __future__ import annotations

from kgbuild.language.clauses.repair.relatives import has_zu, opening_pronoun, segments
from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.words import COPULAS
from kgbuild.language.encoder.verbs import infinitive, separable_prefixes

_STRONG = frozenset((";", ":"))
_MISTAKEN = frozenset(("appos", "nmod", "compound", "flat", "dep"))
"""Relations that cross from one clause into another only by mistake."""
_MOVABLE = frozenset(("nsubj", "obj", "iobj", "obl", "advmod"))


def auxiliaries_stay_in_their_part(tree: Tree) -> None:
    """An auxiliary takes the participle or infinitive in its own stretch before one beyond a comma.

    None serves a verb beyond a colon or semicolon: it joins an adjective on its side, or stands alone.
    """
    for begin, end in segments(tree):
        for i in range(begin, end):
            head = tree.heads[i]
            if tree.relation(i) not in ("aux", "cop") or begin <= head < end:
                continue
            own = _free_participle(tree, i, end)
            far = any(tree.texts[j] in _STRONG for j in range(min(i, head), max(i, head)))
            if own is not None:
                if tree.leads_to(own, head) and tree.relation(own) in ("ccomp", "xcomp", "obl", "obj", "dep", "advcl"):
                    tree.relations[own] = "parataxis"
                tree.attach(i, own, "aux")
            elif far:
                predicative = next((j for j in range(end - 1, i, -1) if tree.pos[j] == "ADJ"), None)
                if predicative is None or tree.heads[head] == predicative:
                    tree.relations[i] = "parataxis"
                else:
                    tree.attach(predicative, head, "parataxis")
                    tree.attach(i, predicative, "cop")


def _free_participle(tree: Tree, auxiliary: int, end: int) -> int | None:
    """The last non-finite verb after an auxiliary in its stretch that has no auxiliary yet."""
    for j in range(end - 1, auxiliary, -1):
        if tree.pos[j] != "VERB" or tree.feature(j, "VerbForm") == "Fin" or tree.relation(j) in ("amod", "aux"):
            continue
        served = any(tree.heads[k] == j and tree.relation(k) in ("aux", "cop") for k in range(auxiliary, end))
        if not served and not tree.leads_to(j, auxiliary) and not has_zu(tree, j):
            return j
    return None


def verbs_lead_their_bracket(tree: Tree) -> None:
    """A noun between an auxiliary and its verb is no head of the verb: ``haben … eine Konvention unterzeichnet``."""
    for i, verb in enumerate(tree.heads):
        noun = tree.heads[verb]
        if tree.relation(i) != "aux" or not i < noun < verb or tree.pos[noun] not in NOMINAL:
            continue
        tree.heads[verb] = verb if tree.heads[noun] == noun else tree.heads[noun]
        tree.relations[verb] = (
            tree.relations[noun] if tree.relations[noun] in ("root", "ccomp", "conj") else "parataxis"
        )
        tree.heads[noun], tree.relations[noun] = verb, "obj"


def prefixes_reach_their_verb(tree: Tree) -> None:
    """A separable prefix at the end of a main clause belongs to its finite verb: ``tritt dem Abkommen bei``.

    What the parser calls a prefix and is none becomes an ordinary adverb.
    """
    for i, word in enumerate(tree.lower):
        if tree.relations[i] == "compound:prt" and word not in separable_prefixes():
            tree.relations[i] = "advmod"
        if tree.pos[i] not in ("ADP", "ADV", "PART") or word not in separable_prefixes():
            continue
        closes = i + 1 == len(tree.lower) or tree.pos[i + 1] in ("PUNCT", "CCONJ", "SPACE")
        begin, end = tree.bounds(i)
        if not closes or tree.relation(i) in ("compound", "case") or i in tree.heads[begin:end]:
            continue
        if tree.pos[i] == "ADV" and tree.relation(i) != "dep":
            continue
        verb = _finite_before(tree, i)
        if verb is not None:
            tree.attach(i, verb, "compound:prt")


def keep_what_they_hold(tree: Tree) -> None:
    """What stands between the two parts of a bracket hangs inside it.

    The parts are a subordinator or relative pronoun and its verb, an auxiliary and its participle or infinitive, a
    verb and its prefix. Clauses from outside stand before or behind a bracket, never in it (Duden, Die Grammatik).
    """
    for i, head in enumerate(tree.heads):
        relation = tree.relations[i]
        opens = tree.relation(i) in ("mark", "aux", "cop") and i < head and tree.lower[i] != "zu"
        opens = opens or (head - i > 1 and tree.relation(head) == "acl" and opening_pronoun(tree, head) == i)
        if not opens and not (relation == "compound:prt" and head < i):
            continue
        begin, end = min(i, head), max(i, head)
        for j in range(begin + 1, end):
            if not begin <= tree.heads[j] <= end and tree.relation(j) != "root":
                tree.attach(j, head, tree.relations[j])


def segments_keep_their_phrases(tree: Tree) -> None:
    """Between two marks with one verb complex, phrases hang on that verb and not on one outside."""
    for begin, end in segments(tree):
        main = _only_verb(tree, begin, end)
        if main is None:
            continue
        strong = begin > 0 and tree.texts[begin - 1] in _STRONG
        for j in range(begin, end):
            head, relation = tree.heads[j], tree.relation(j)
            if begin <= head < end or head == main or tree.pos[j] not in NOMINAL | {"ADV"}:
                continue
            if relation in _MOVABLE and (tree.pos[head] in ("VERB", "AUX", "ADJ") or _has_copula(tree, head)):
                tree.attach(j, main, tree.relations[j])
            elif (
                (relation in _MISTAKEN or (relation == "conj" and (strong or _stands_before(tree, j, end))))
                and tree.pos[j] in NOMINAL
                and j != main
            ):
                marked = any(tree.heads[c] == j and tree.relation(c) == "case" for c in range(begin, j))
                tree.attach(j, main, "obl" if marked else "nsubj" if j < main else "obj")


def _only_verb(tree: Tree, begin: int, end: int) -> int | None:
    """The main verb of the only verb complex of a stretch: that of its finite verb, else its one other verb."""
    verbs = [j for j in range(begin, end) if tree.pos[j] in ("VERB", "AUX") and tree.relation(j) != "amod"]
    finite = [j for j in verbs if tree.feature(j, "VerbForm") == "Fin"]
    if len(finite) == 1:
        return tree.heads[finite[0]] if tree.relation(finite[0]) in ("aux", "cop") else finite[0]
    full = [j for j in verbs if tree.relation(j) not in ("aux", "cop")]
    return full[0] if not finite and len(full) == 1 else None


def closed_clauses_stay_closed(tree: Tree) -> None:
    """What stands behind the comma that closes a verb-final clause belongs to the clause around it.

    ``landete, wie die Armee mitteilte, am Freitag in Dakar``.
    """
    before: tuple[int, int] | None = None
    for begin, end in segments(tree):
        verbless = all(tree.pos[j] not in ("VERB", "AUX") or has_zu(tree, j) for j in range(begin, end))
        if before is not None and verbless and before[1] == begin - 1 and tree.texts[begin - 1] == ",":
            last = before[1] - 1
            verb = tree.heads[last] if tree.relation(last) in ("aux", "cop") else last
            outer = tree.heads[verb]
            closed = (
                tree.pos[last] in ("VERB", "AUX") and outer < before[0] and tree.pos[outer] in ("VERB", "AUX", "ADJ")
            )
            for j in range(begin, end) if closed else ():
                if tree.heads[j] == verb and tree.relation(j) in _MOVABLE:
                    tree.attach(j, outer, tree.relations[j])
        before = (begin, end)


def predicatives_lead_their_copula(tree: Tree) -> None:
    """``wurde Präsident`` is copular like ``ist Präsident``; ``ist zu prüfen`` is one verb."""
    for i, pos in enumerate(tree.pos):
        if tree.relation(i) == "aux" and tree.pos[tree.heads[i]] in ("NOUN", "PROPN", "PRON", "NUM"):
            tree.relations[i] = "cop"
        if pos not in ("VERB", "AUX") or tree.relation(i) in ("aux", "cop"):
            continue
        verb = infinitive(tree.texts[i])
        if verb not in COPULAS:
            continue
        begin, end = tree.bounds(i)
        below = [j for j in range(begin, end) if tree.heads[j] == i and j != i]
        if any(tree.relations[j] == "compound:prt" for j in below):
            continue
        nominal = [j for j in below if tree.relation(j) == "xcomp" and tree.pos[j] in ("NOUN", "PROPN", "ADJ")]
        obliged = [j for j in below if j > i and tree.relation(j) in ("xcomp", "ccomp") and has_zu(tree, j)]
        if nominal:
            tree.replace(i, nominal[0], "cop")
        elif obliged and verb == "sein":
            tree.replace(i, obliged[0], "aux")


def _stands_before(tree: Tree, i: int, end: int) -> bool:
    """Whether a conjunct is in truth what opens a clause: a verb parts it from its head, a finite verb follows it."""
    if not any(tree.pos[j] in ("VERB", "AUX") for j in range(tree.heads[i], i)):
        return False
    span = tree.entity[i]
    after = span[1] if span is not None else i + 1
    return after < end and tree.feature(after, "VerbForm") == "Fin"


def _has_copula(tree: Tree, i: int) -> bool:
    begin, end = tree.bounds(i)
    return any(tree.heads[j] == i and tree.relation(j) == "cop" for j in range(begin, end))


def _finite_before(tree: Tree, i: int) -> int | None:
    """The finite verb of the clause that token i closes."""
    begin, _ = tree.bounds(i)
    for j in range(i - 1, begin - 1, -1):
        if tree.pos[j] in ("VERB", "AUX") and tree.feature(j, "VerbForm") == "Fin":
            return j if tree.pos[j] == "VERB" else None
        if tree.texts[j] in _STRONG or tree.pos[j] == "SCONJ" or tree.feature(j, "VerbForm") == "Inf":
            return None
    return None
