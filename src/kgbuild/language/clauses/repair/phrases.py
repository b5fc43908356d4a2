"""Noun phrases: articles and prepositions reach their noun, conjuncts adjectives and genitives theirs."""

from __future__ import annotations

from kgbuild.language.clauses.cases import cases, is_preposition
from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.encoder.verbs import attributive

_INSIDE = frozenset(("DET", "ADJ", "NUM", "ADV", "PART"))
"""What may stand between a preposition or article and its noun."""
_MARKS = frozenset("»«„“”\"'‚‘›‹(")
_THEIR = frozenset(("ihre", "ihren", "ihrem", "ihrer", "ihres"))
_DETERMINERS = ("kein", "dies", "jene", "sein", "unser", "beide")
_ONE = frozenset(("ein", "eine", "einen", "einem", "eines", "einer"))
_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))
REACH = 12
"""Tokens that are looked at for the noun of an article or preposition."""
_NO_GENITIVE = frozenset(("das", "die", "den", "dem", "ein", "eine", "einen", "einem"))
ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "compound", "dep", "flat")


def words_reach_their_noun(tree: Tree) -> None:
    """An article or preposition belongs to the first noun after it with nothing but modifiers between."""
    for i, pos in enumerate(tree.pos):
        article = (pos == "DET" and tree.relation(i) in ("det", "dep")) or _is_article(tree, i)
        adposition = (
            (pos == "ADP" or tree.lower[i] == "als") and tree.relation(i) in ("case", "dep")
        ) or _opens_phrase(tree, i)
        if not article and not adposition:
            continue
        distant = article and i + 1 < len(tree.pos) and tree.pos[i + 1] == "ADP"
        if adposition and i + 1 < len(tree.pos) and tree.pos[i + 1] == "PRON":
            tree.attach(i, i + 1, "case")
            continue
        noun = noun_after_participle(tree, i) if distant else noun_after(tree, i)
        if noun is None:
            continue
        noun = _head_in_phrase(tree, noun, i)
        if not _same_phrase(tree, i, noun):
            kept = tree.relations[i] if tree.relation(i) in ("case", "det") else None
            tree.attach(i, noun, kept or ("case" if adposition else _determiner(tree.lower[i])))


def adjectives_reach_their_noun(tree: Tree) -> None:
    """An inflected adjective belongs to the noun right after it; a noun that hangs on its adjective takes its place."""
    for i, pos in enumerate(tree.pos):
        if pos != "ADJ" or not tree.texts[i].endswith(("e", "en", "er", "es", "em")) or tree.relation(i) == "conj":
            continue
        noun = i + 1
        while noun < len(tree.pos) and tree.pos[noun] == "ADJ":
            noun += 1
        if noun >= len(tree.pos) or tree.pos[noun] != "NOUN" or tree.heads[i] == noun:
            continue
        if tree.heads[noun] == i:
            tree.replace(i, noun, "amod")
        else:
            tree.attach(i, noun, "amod")


def titles_lead_their_name(tree: Tree) -> None:
    """A noun right before a name has it as its apposition: ``Minister Fethi Mokrani``, ``die Partei Zavet``."""
    for span in tree.doc.ents:
        noun = span.start - 1
        if (
            span.label_ not in ("PER", "ORG", "LOC")
            or noun < 0
            or tree.pos[noun] != "NOUN"
            or tree.bounds(noun)[1] <= span.start
        ):
            continue
        name = head_of(tree, span.start, span.end)
        if span.label_ != "PER" and (tree.lower[span.end - 1].endswith("s") or tree.relation(name) == "nsubj"):
            continue
        if tree.heads[noun] == name or tree.heads[name] == noun:
            continue
        if tree.relation(noun) in ("dep", "flat", "compound") and not tree.leads_to(tree.heads[noun], name):
            tree.relations[noun] = tree.relations[name]
        tree.attach(name, noun, "appos")


def participles_take_what_stands_before_them(tree: Tree) -> None:
    """Between an article and a participle stands only what belongs to the participle: ``die von Trump initiierte``."""
    for i, noun in enumerate(tree.heads):
        if tree.relation(i) != "amod" or i > noun or attributive(tree.texts[i])[1] is None:
            continue
        article = next((j for j in range(max(0, i - 20), i) if tree.heads[j] == noun and tree.pos[j] == "DET"), i)
        for j in range(article + 1, i):
            outside = not article <= tree.heads[j] < noun
            if outside and tree.relation(j) in (*ARGUMENTS, "advmod"):
                tree.attach(j, i, "obl" if tree.pos[j] in NOMINAL else "advmod")


def appositions_stand_between_commas(tree: Tree) -> None:
    """``Turkmenistan, der fünfte Anrainer, blieb``: a bare phrase between two commas after a noun is its apposition."""
    for i, head in enumerate(tree.heads):
        if tree.pos[i] not in ("NOUN", "PROPN") or tree.pos[head] in NOMINAL or tree.relation(i) in ("conj", "root"):
            continue
        begin = phrase_begin(tree, i)
        if begin < 2 or tree.texts[begin - 1] != ",":
            continue
        end = i + 1
        while end < len(tree.pos) and tree.texts[end] != "," and tree.leads_to(end, i):
            end += 1
        if end >= len(tree.pos) or tree.texts[end] != ",":
            continue
        before = phrase_before(tree, begin - 1)
        articled = any(tree.pos[j] in ("DET", "ADJ") for j in range(begin, i))
        if before is not None and articled:
            tree.attach(i, before, "appos")


def attributes_do_not_cross_verbs(tree: Tree) -> None:
    """A bare noun on one side of a finite verb is no attribute of a noun on the other: it is a phrase of the clause."""
    for i, head in enumerate(tree.heads):
        bare = tree.relation(i) in ("nmod", "appos", "flat", "compound", "dep")
        if not bare or tree.pos[i] not in NOMINAL or tree.pos[head] not in NOMINAL or i == head:
            continue
        marked = any(tree.heads[j] == i and tree.relation(j) == "case" for j in range(max(0, i - 5), i))
        if i > head and marked:
            continue
        for verb in range(min(i, head) + 1, max(i, head)):
            if tree.pos[verb] not in ("VERB", "AUX") or tree.feature(verb, "VerbForm") != "Fin":
                continue
            main = tree.heads[verb] if tree.relation(verb) in ("aux", "cop") else verb
            if main not in (i, head) and tree.leads_to(head, main):
                tree.attach(i, main, "obl" if marked else "nsubj")
                break


def adjectives_serve_as_nouns(tree: Tree) -> None:
    """``die 39-Jährige``, ``den Verhafteten``: a capitalised adjective with no noun after it is one itself."""
    for i, pos in enumerate(tree.pos):
        if pos != "ADJ" or i == 0 or (not tree.texts[i][:1].isupper() and not _capital_inside(tree.texts[i])):
            continue
        after = tree.pos[i + 1] if i + 1 < len(tree.pos) else ""
        if tree.pos[i - 1] in ("DET", "ADJ", "ADP", "NUM", "PRON") and after not in ("NOUN", "PROPN", "ADJ"):
            tree.pos[i] = "NOUN"


def articles_open_phrases(tree: Tree) -> None:
    """A phrase with an article of its own that shows no genitive is no attribute of the noun right before it.

    ``paraphierten … in Jakarta das Abkommen``: it belongs to the clause.
    """
    for i, head in enumerate(tree.heads):
        if tree.pos[i] != "NOUN" or head >= i or tree.pos[head] not in NOMINAL:
            continue
        if tree.relation(i) not in ("appos", "nmod", "flat", "compound", "dep"):
            continue
        begin = phrase_begin(tree, i)
        article = tree.lower[begin]
        if tree.pos[begin] != "DET" or article not in _NO_GENITIVE or begin == 0 or tree.pos[begin - 1] not in NOMINAL:
            continue
        above = head
        while tree.pos[above] in NOMINAL and tree.heads[above] != above and tree.relation(above) != "root":
            above = tree.heads[above]
        if tree.pos[above] in ("VERB", "AUX", "ADJ"):
            tree.attach(i, above, "obj")


def genitives_follow_their_noun(tree: Tree) -> None:
    """A phrase that can be a genitive but no accusative belongs to the noun or pronoun right before it.

    ``keiner der Staaten``, ``die Bewohner der Färöer``. Right after a common noun that holds whatever the parser
    calls it, but for subjects; after a name what it calls a dative stays one (``hat Wien der Firma geholfen``).
    """
    for i, head in enumerate(tree.heads):
        if tree.pos[i] not in ("NOUN", "PROPN") or tree.pos[head] not in ("VERB", "AUX", "ADJ"):
            continue
        article = next((c for c in tree.children[i] if tree.relation(c) == "det"), None)
        if article is None or article == 0 or any(tree.relation(c) == "case" for c in tree.children[i]):
            continue
        shown = cases(tree, i, None)
        before = article - 1
        open_ = "gen" in shown and "acc" not in shown and tree.relation(i) != "nsubj"
        sure = shown == {"gen"} or (open_ and (tree.relations[i] in ("obj", "obl") or tree.pos[before] == "NOUN"))
        dated = tree.entity[before]
        if dated is not None and dated[2] == "DATE":
            continue
        if sure and tree.pos[before] in NOMINAL and tree.relation(i) not in ("conj", "root"):
            tree.attach(i, top(tree, before, ("flat",)), "nmod")
    tree.settle()


def noun_after(tree: Tree, i: int) -> int | None:
    """The head of the phrase that begins after token i, if only modifiers stand between."""
    for j in range(i + 1, min(i + REACH, len(tree.pos))):
        pos = tree.pos[j]
        span = tree.entity[j]
        if span is not None and span[0] > i and span[2] in ("DATE", "PER", "STATE", "LOC", "ORG") and pos != "ADP":
            return head_of(tree, span[0], span[1])
        if pos in ("NOUN", "PROPN"):
            return j
        if pos not in _INSIDE and tree.texts[j] not in _MARKS:
            return None
    return None


def head_of(tree: Tree, begin: int, end: int) -> int:
    """The word of an entity that hangs outside it, the first if several do."""
    outside = (j for j in range(begin, end) if not begin <= tree.heads[j] < end or tree.heads[j] == j)
    return next(outside, begin)


def _is_article(tree: Tree, i: int) -> bool:
    """Whether a word is in truth the article of the noun right after it: ``kein Abkommen``, ``Die Beteiligung``."""
    if tree.pos[i] not in ("PRON", "DET") or i + 1 >= len(tree.pos) or tree.pos[i + 1] not in ("NOUN", "ADJ"):
        return False
    word = tree.lower[i]
    after_comma = i > 0 and tree.texts[i - 1] == ","
    if word.startswith(_DETERMINERS) or word in _THEIR or word in _ONE:
        return True
    if word == "ihr" and tree.feature(i, "Case") != "Dat":
        return True
    return word in _ARTICLES and not after_comma and tree.pos[i + 1] == "NOUN"


def _determiner(word: str) -> str:
    return "det:poss" if word.startswith(("sein", "unser", "ihre")) else "det"


def _capital_inside(word: str) -> bool:
    """Whether the last part of a hyphenated word is capitalised: ``39-Jährige``."""
    return "-" in word and word.rpartition("-")[2][:1].isupper()


def _opens_phrase(tree: Tree, i: int) -> bool:
    """Whether a preposition that the parser takes for a prefix stands before a phrase: ``mit "großen Bedenken"``."""
    if tree.relations[i] != "compound:prt" or i + 1 >= len(tree.pos) or not is_preposition(tree.lower[i]):
        return False
    after = i + 2 if tree.texts[i + 1] in _MARKS and i + 2 < len(tree.pos) else i + 1
    return tree.pos[after] in ("DET", "ADJ", "NOUN", "PROPN", "NUM")


def noun_after_participle(tree: Tree, article: int) -> int | None:
    """The noun of an article from which a participle and its phrases part it: ``das von X geschlossene Abkommen``."""
    for j in range(article + 2, min(article + 20, len(tree.pos))):
        if tree.pos[j] in ("PUNCT", "SPACE", "CCONJ", "SCONJ", "AUX") or tree.feature(j, "VerbForm") == "Fin":
            return None
        inflected = tree.pos[j] in ("ADJ", "VERB") and tree.texts[j].endswith(("e", "en", "er", "es", "em"))
        if inflected and tree.texts[j].islower() and attributive(tree.texts[j])[1] is not None:
            return noun_after(tree, j)
    return None


def _head_in_phrase(tree: Tree, noun: int, begin: int) -> int:
    """The head of a name or apposition that begins at ``noun`` and is led from further right (``Außenminister X``)."""
    head = tree.heads[noun]
    span = tree.entity[noun]
    if span is not None and span[0] <= head < span[1] and head > begin:
        return head
    if tree.relation(noun) in ("flat", "compound") and begin < head and tree.pos[head] in NOMINAL and head - noun < 4:
        return head
    return noun


def _same_phrase(tree: Tree, i: int, noun: int) -> bool:
    """Whether the parser chose another noun of the same phrase, which is as good."""
    head = tree.heads[i]
    near = i < head < noun + 5 and tree.pos[head] in NOMINAL
    return near and tree.heads[noun] == head and tree.relations[i] in ("case", "det")


def phrase_before(tree: Tree, i: int) -> int | None:
    """The head of the phrase that ends right before token i."""
    j = i - 1
    while j > 0 and tree.texts[j] in _MARKS:
        j -= 1
    if j < 0 or tree.pos[j] not in ("NOUN", "PROPN"):
        return None
    return top(tree, j, ("flat", "appos") if tree.pos[j] == "PROPN" else ("flat",))


def top(tree: Tree, i: int, through: tuple[str, ...] = ("flat", "conj")) -> int:
    """Up from token i along the relations given."""
    for _ in range(len(tree.heads)):
        if tree.relation(i) not in through or tree.heads[i] == i or tree.pos[tree.heads[i]] not in NOMINAL:
            break
        i = tree.heads[i]
    return i


def phrase_begin(tree: Tree, head: int) -> int:
    """Where the phrase of a head begins, by its articles, adjectives and names before it."""
    begin = head
    name = tree.entity[head]
    while begin > 0 and (
        tree.pos[begin - 1] in ("DET", "ADJ", "NUM") or (name is not None and tree.entity[begin - 1] == name)
    ):
        begin -= 1
    return begin
