"""Corrections of what small German parsers get wrong where the surface leaves no doubt.

Each rule is general: it looks at word order, tags and entity spans, never at words of a subject matter.
"""

from __future__ import annotations

from kgbuild.language.clauses.cases import cases
from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.clauses.words import COPULAS
from kgbuild.language.encoder.verbs import Form, attributive, infinitive, separable_prefixes

_INSIDE = frozenset(("DET", "ADJ", "NUM", "ADV", "PART"))
"""What may stand between a preposition or article and its noun."""
_MARKS = frozenset("»«„“”\"'‚‘›‹(")
_RELATIVE = frozenset(("der", "die", "das", "dem", "den", "denen", "deren", "dessen"))


def repair(tree: Tree) -> None:
    """Correct heads and relations in place."""
    names_hold_together(tree)
    articles_and_prepositions_reach_their_noun(tree)
    prefixes_reach_their_verb(tree)
    relative_clauses_follow_their_noun(tree)
    verbs_keep_what_their_bracket_holds(tree)
    participles_take_what_stands_before_them(tree)
    predicatives_lead_their_copula(tree)
    neither_goes_with_nor(tree)
    genitives_follow_their_noun(tree)


def names_hold_together(tree: Tree) -> None:
    """An entity has one head; its other words hang inside it.

    That word leads which the parser lets lead the most of the others, the first in doubt.
    """
    for span in tree.doc.ents:
        words = [i for i in range(span.start, span.end) if tree.pos[i] not in ("PUNCT", "SPACE", "ADP", "DET")]
        outside = [i for i in words if not span.start <= tree.heads[i] < span.end or tree.heads[i] == i]
        if len(outside) < 2:
            continue
        nominal = [i for i in outside if tree.pos[i] in NOMINAL] or outside
        below = {i: sum(tree.heads[j] == i for j in words) for i in nominal}
        head = max(nominal, key=lambda i: (tree.relation(i) in ("nsubj", "obj", "obl", "root"), below[i], -i))
        for i in outside:
            if i != head and not _leads_to(tree, head, i):
                tree.heads[i], tree.relations[i] = head, "flat"


def articles_and_prepositions_reach_their_noun(tree: Tree) -> None:
    """An article or preposition belongs to the first noun after it with nothing but modifiers between."""
    for i, pos in enumerate(tree.pos):
        if not (pos in ("ADP", "DET") and tree.relation(i) in ("case", "det", "dep")) and not _is_no(tree, i):
            continue
        noun = (
            _noun_after(tree, i)
            if pos == "ADP" or not _before_preposition(tree, i)
            else _noun_after_participle(tree, i)
        )
        if noun is None:
            continue
        noun = _head_in_phrase(tree, noun, i)
        if tree.heads[i] != noun and tree.heads[noun] != i and not _leads_to(tree, noun, i):
            if tree.heads[i] > i and tree.pos[tree.heads[i]] in NOMINAL and tree.heads[noun] == tree.heads[i]:
                continue  # the noun is part of the name that the parser chose
            tree.heads[i] = noun
            tree.relations[i] = "case" if pos == "ADP" else "det"


def prefixes_reach_their_verb(tree: Tree) -> None:
    """A separable prefix at the end of a main clause belongs to its finite verb: ``tritt dem Abkommen bei``."""
    for i, word in enumerate(tree.lower):
        if tree.pos[i] not in ("ADP", "ADV", "PART") or word not in separable_prefixes():
            continue
        closes = i + 1 == len(tree.lower) or tree.pos[i + 1] in ("PUNCT", "CCONJ", "SPACE")
        if (
            not closes
            or tree.relation(i) == "compound"
            or any(head == i for j, head in enumerate(tree.heads) if j != i)
        ):
            continue
        if tree.pos[i] == "ADV" and tree.relation(i) != "dep":
            continue
        verb = _finite_before(tree, i)
        if verb is not None:
            tree.heads[i], tree.relations[i] = verb, "compound:prt"


def verbs_keep_what_their_bracket_holds(tree: Tree) -> None:
    """What stands between the two parts of a verbal bracket hangs inside it.

    The parts are a subordinator or relative pronoun and its verb, an auxiliary and its participle or infinitive, a
    verb and its prefix (Duden: Satzklammer). Extraposed clauses stand behind the bracket, never in it from outside.
    """
    for i, head in enumerate(tree.heads):
        relation = tree.relations[i]
        opens = relation in ("mark", "aux", "aux:pass", "cop") and i < head and tree.lower[i] != "zu"
        opens = opens or (head - i > 1 and tree.relation(head) == "acl" and _relative_pronoun(tree, head) == i)
        if not opens and not (relation == "compound:prt" and head < i):
            continue
        begin, end = min(i, head), max(i, head)
        for j in range(begin + 1, end):
            if not begin <= tree.heads[j] <= end and tree.relation(j) != "root":
                tree.heads[j] = head


def neither_goes_with_nor(tree: Tree) -> None:
    """``weder A noch B``: the phrase after noch is the conjunct of the one after weder."""
    for i, word in enumerate(tree.lower):
        if word != "weder":
            continue
        nor = next((j for j in range(i + 1, min(i + 12, len(tree.lower))) if tree.lower[j] == "noch"), None)
        if nor is None:
            continue
        first, second = _noun_after(tree, i), _noun_after(tree, nor)
        if first is None or second is None or first > nor or _leads_to(tree, first, second):
            continue
        tree.heads[second], tree.relations[second] = first, "conj"
        tree.heads[nor], tree.relations[nor] = second, "cc"
        tree.heads[i], tree.relations[i] = first, "cc"


def genitives_follow_their_noun(tree: Tree) -> None:
    """A phrase that can only be a genitive belongs to the noun or pronoun right before it: ``keiner der Staaten``."""
    for i, head in enumerate(tree.heads):
        if (
            tree.pos[i] != "NOUN"
            or tree.pos[head] not in ("VERB", "AUX", "ADJ")
            or tree.relation(i) in ("conj", "root")
        ):
            continue
        article = next((c for c in tree.children[i] if tree.relation(c) == "det"), None)
        if article is None or article == 0 or any(tree.relation(c) == "case" for c in tree.children[i]):
            continue
        before = article - 1
        if tree.pos[before] in NOMINAL and cases(tree, i, None) == {"gen"} and not _leads_to(tree, before, i):
            while tree.relation(before) == "flat" and tree.heads[before] != before:
                before = tree.heads[before]
            tree.heads[i], tree.relations[i] = before, "nmod"
    del tree.children


def relative_clauses_follow_their_noun(tree: Tree) -> None:
    """A verb-final clause that a comma and a relative pronoun open belongs to the noun before the comma."""
    for i, head in enumerate(tree.heads):
        if tree.relation(i) not in ("acl", "ccomp", "advcl", "parataxis") or tree.pos[i] not in ("VERB", "AUX", "ADJ"):
            continue
        pronoun = _relative_pronoun(tree, i)
        if pronoun is None:
            continue
        noun = _noun_before(tree, pronoun)
        if noun is None or _leads_to(tree, noun, i):
            continue
        if tree.pos[head] not in NOMINAL or head > pronoun:
            tree.heads[i] = noun
        tree.relations[i] = "acl"


def participles_take_what_stands_before_them(tree: Tree) -> None:
    """Between an article and a participle stands only what belongs to the participle: ``die von Trump initiierte``."""
    for i, noun in enumerate(tree.heads):
        if tree.relation(i) != "amod" or i > noun or attributive(tree.texts[i])[1] is None:
            continue
        article = max(
            (j for j in range(max(0, i - 20), i) if tree.heads[j] == noun and tree.pos[j] == "DET"), default=i
        )
        for j in range(article + 1, i):
            if tree.heads[j] == noun and tree.relation(j) in ("nmod", "obl", "nsubj", "obj", "appos", "advmod"):
                tree.heads[j] = i
                tree.relations[j] = "obl" if tree.pos[j] in NOMINAL else "advmod"


def predicatives_lead_their_copula(tree: Tree) -> None:
    """``wurde Präsident`` is copular like ``ist Präsident``; ``ist zu prüfen`` is one verb."""
    for i, pos in enumerate(tree.pos):
        if pos not in ("VERB", "AUX") or tree.relation(i) in ("aux", "cop") or infinitive(tree.texts[i]) not in COPULAS:
            continue
        below = [j for j, head in enumerate(tree.heads) if head == i and j != i]
        found = [j for j in below if tree.relation(j) == "xcomp" and tree.pos[j] in ("NOUN", "PROPN", "ADJ")]
        label = "cop"
        if not found and infinitive(tree.texts[i]) == "sein":
            found = [j for j in below if j > i and tree.relation(j) in ("xcomp", "ccomp", "advcl") and _has_zu(tree, j)]
            label = "aux"
        if not found or any(tree.relation(j) == "aux" and tree.pos[j] == "VERB" for j in below):
            continue
        for j in below:
            tree.heads[j] = found[0]
        tree.heads[found[0]] = found[0] if tree.heads[i] == i else tree.heads[i]
        tree.relations[found[0]] = tree.relations[i]
        tree.heads[i], tree.relations[i] = found[0], label


def _relative_pronoun(tree: Tree, verb: int) -> int | None:
    """The relative pronoun that opens the clause of a verb, right after a comma or after a preposition."""
    for child, head in enumerate(tree.heads[:verb]):
        if head != verb or child == verb:
            continue
        word = tree.lower[child]
        if tree.pos[child] != "PRON" or not (word in _RELATIVE or word.startswith("welch")):
            continue
        before = child - 1
        while before > 0 and tree.pos[before] == "ADP":
            before -= 1
        if before > 0 and tree.texts[before] == ",":
            return before + 1
    return None


def _noun_before(tree: Tree, begin: int) -> int | None:
    """The noun that ends right before the comma in front of ``begin``, or the head of its name."""
    i = begin - 2
    while i >= 0 and tree.texts[i] in _MARKS:
        i -= 1
    if i < 0 or (tree.pos[i] not in NOMINAL and tree.pos[i] != "ADJ"):
        return None
    while tree.relation(i) == "flat" and tree.heads[i] < i:
        i = tree.heads[i]
    return i if tree.pos[i] in NOMINAL else None


def _is_no(tree: Tree, i: int) -> bool:
    """Whether a pronoun is in truth the article of the noun right after it: ``kein Abkommen``."""
    after = tree.pos[i + 1] if i + 1 < len(tree.pos) else ""
    return tree.pos[i] == "PRON" and tree.lower[i].startswith("kein") and after in ("NOUN", "ADJ")


def _before_preposition(tree: Tree, i: int) -> bool:
    return i + 1 < len(tree.pos) and tree.pos[i + 1] == "ADP"


def _noun_after_participle(tree: Tree, article: int) -> int | None:
    """The noun of an article from which a participle and its phrases part it: ``das von X geschlossene Abkommen``."""
    for j in range(article + 2, min(article + 20, len(tree.pos))):
        if tree.pos[j] in ("PUNCT", "SPACE", "CCONJ", "SCONJ", "AUX") or tree.feature(j, "VerbForm") == "Fin":
            return None
        inflected = tree.pos[j] in ("ADJ", "VERB") and tree.texts[j].endswith(("e", "en", "er", "es", "em"))
        if inflected and tree.texts[j].islower() and attributive(tree.texts[j])[1] is not None:
            return _noun_after(tree, j)
    return None


def _has_zu(tree: Tree, verb: int) -> bool:
    before = tree.lower[verb - 1] == "zu" if verb else False
    word = tree.lower[verb]
    inner = infinitive(word, Form.INFINITIVE)
    return tree.pos[verb] == "VERB" and (before or (word.endswith("n") and len(word) == len(inner) + 2))


def _noun_after(tree: Tree, i: int) -> int | None:
    for j in range(i + 1, min(i + 12, len(tree.pos))):
        pos = tree.pos[j]
        span = tree.entity[j]
        if span is not None and span[0] > i and span[2] == "DATE":
            return _head_of(tree, span[0], span[1])
        if pos in ("NOUN", "PROPN"):
            return j
        if pos not in _INSIDE and tree.texts[j] not in _MARKS:
            return None
    return None


def _head_in_phrase(tree: Tree, noun: int, begin: int) -> int:
    """The head of a name or apposition that begins at ``noun`` and is led from further right (``Außenminister X``)."""
    span = tree.entity[noun]
    head = tree.heads[noun]
    if span is not None and span[0] <= head < span[1] and head > begin:
        return head
    if tree.relation(noun) in ("flat", "compound") and begin < head and tree.pos[head] in NOMINAL and head - noun < 4:
        return head
    return noun


def _head_of(tree: Tree, begin: int, end: int) -> int:
    """The word of an entity that hangs outside it, the first if several do."""
    outside = (j for j in range(begin, end) if not begin <= tree.heads[j] < end or tree.heads[j] == j)
    return next(outside, begin)


def _finite_before(tree: Tree, i: int) -> int | None:
    """The finite verb of the clause that token i closes."""
    for j in range(i - 1, -1, -1):
        if tree.pos[j] in ("VERB", "AUX") and tree.feature(j, "VerbForm") == "Fin":
            return j if tree.pos[j] == "VERB" else None
        if (
            tree.texts[j] in (";", ":", ".")
            or tree.pos[j] in ("SPACE", "SCONJ")
            or tree.feature(j, "VerbForm") == "Inf"
        ):
            return None
    return None


def _leads_to(tree: Tree, i: int, above: int) -> bool:
    """Whether ``above`` is token i or stands above it."""
    for _ in range(len(tree.heads)):
        if i == above:
            return True
        if tree.heads[i] == i:
            return False
        i = tree.heads[i]
    return True
