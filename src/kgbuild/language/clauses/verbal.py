"""The verb complex of a clause: which verb it is, and its voice, tense, mood and modal.

Duden, Die Grammatik: Perfekt and Plusquamperfekt are haben or sein with a participle, the passive is werden, the
state passive sein with a participle (of a verb that does not itself form its perfect with sein), the future werden
with an infinitive.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.language.clause import Mood, Tense, Voice
from kgbuild.language.clauses.tree import Tree
from kgbuild.language.clauses.words import MODALS, RELATIVE, verb_class
from kgbuild.language.encoder.verbs import Form, infinitive, tense_and_mood

_COPULA_PARTICIPLES = ("gewesen", "geworden", "geblieben")


_INFINITIVE_MARKERS = ("zu", "um", "ohne", "statt", "anstatt")


@dataclass(frozen=True, slots=True)
class Complex:
    """What the verbs of one clause say together."""

    lemma: str
    verbs: tuple[int, ...]
    finite: int | None
    particle: str | None = None
    modal: str | None = None
    mood: Mood | None = None
    tense: Tense | None = None
    voice: Voice = Voice.ACTIVE
    zu: bool = False
    """Whether it is an infinitive with zu."""


def read(tree: Tree, predicate: int, shared: Complex | None = None) -> Complex:
    """The verb complex of a predicate.

    Args:
        tree: the tree.
        predicate: the main verb, or the predicative of a copula.
        shared: the complex of the first conjunct, whose auxiliaries serve a conjunct that has none.
    """
    auxiliaries = [*tree.related(predicate, "aux", "cop")]
    copular = any(tree.relation(a) == "cop" for a in auxiliaries)
    prefix = next((c for c in tree.related(predicate, "compound") if tree.relations[c] == "compound:prt"), None)
    zu = next((c for c in tree.related(predicate, "mark") if tree.lower[c] == "zu"), None)
    form = _form(tree, predicate, bool(auxiliaries), copular)
    verbs = [*auxiliaries, *([] if copular else [predicate]), *([prefix] if prefix is not None else [])]
    lemma, particle = _lemma(tree, predicate, form, prefix) if not copular else (tree.lemmas[predicate], None)
    with_zu = zu is not None or _has_inner_zu(tree, predicate)
    finite = next((v for v in sorted(verbs) if v != prefix and _is_finite(tree, v, predicate, form)), None)
    if finite is None and shared is not None and not auxiliaries and form != Form.FINITE and not with_zu:
        return Complex(
            lemma, tuple(sorted(verbs)), None, particle, shared.modal, shared.mood, shared.tense, shared.voice
        )
    names = [infinitive(tree.texts[a]) for a in auxiliaries]
    modal = next((name for name in names if name in MODALS), None)
    participles = any(tree.lower[a] in _COPULA_PARTICIPLES for a in auxiliaries)
    tense, mood = _time(tree, finite, names, form, lemma, copular and participles)
    voice = _voice(names, form, lemma, with_zu, copular)
    return Complex(lemma, tuple(sorted(verbs)), finite, particle, modal, mood, tense, voice, with_zu and not finite)


def _form(tree: Tree, verb: int, supported: bool, copular: bool) -> Form | None:
    """What the main verb is, the tagger's word checked against its shape and company."""
    if copular:
        return None
    tagged = tree.feature(verb, "VerbForm")
    word = tree.lower[verb]
    with_zu = any(tree.lower[c] == "zu" for c in tree.children[verb]) or _has_inner_zu(tree, verb)
    if not supported and (tagged == "Fin" or (not with_zu and _has_subject(tree, verb))):
        return Form.FINITE
    auxiliaries = {infinitive(tree.texts[a]) for a in tree.related(verb, "aux")}
    if "haben" in auxiliaries and auxiliaries.isdisjoint(MODALS) and not with_zu:
        return Form.PARTICIPLE
    if word.endswith("n") and (with_zu or tagged == "Inf" or (tagged != "Part" and not auxiliaries.isdisjoint(MODALS))):
        return Form.INFINITIVE
    if word.endswith(("t", "n")) and tagged == "Part":
        return Form.PARTICIPLE
    if supported:
        return Form.PARTICIPLE if word.endswith("t") or infinitive(word, Form.PARTICIPLE) != word else Form.INFINITIVE
    return Form.FINITE if tagged is None and not word.endswith("en") else Form(tagged) if tagged else None


def _has_subject(tree: Tree, verb: int) -> bool:
    """Whether a verb without auxiliary has what only a finite one has: subject, subordinator, relative pronoun."""
    return any(
        tree.relation(c) == "nsubj"
        or (tree.relation(c) == "mark" and tree.lower[c] not in _INFINITIVE_MARKERS)
        or (tree.pos[c] == "PRON" and tree.lower[c] in RELATIVE)
        for c in tree.children[verb]
    )


def _is_finite(tree: Tree, verb: int, predicate: int, form: Form | None) -> bool:
    if verb == predicate:
        return form == Form.FINITE
    return tree.feature(verb, "VerbForm") in ("Fin", None) and not tree.lower[verb].startswith(("ge", "worden"))


def _lemma(tree: Tree, verb: int, form: Form | None, prefix: int | None) -> tuple[str, str | None]:
    """The infinitive with its separable prefix, and the prefix."""
    lemma = tree.lemmas[verb]
    if tree.feature(verb, "VerbForm") != "Fin" and form == Form.FINITE:
        lemma = infinitive(tree.texts[verb], form)
    if not lemma.endswith("n") or lemma != lemma.lower() or lemma == tree.lower[verb] != infinitive(lemma, form):
        lemma = infinitive(tree.texts[verb], form)
    if prefix is not None:
        particle = tree.lower[prefix]
        return (lemma if lemma.startswith(particle) else particle + lemma), particle
    for child in tree.children[verb]:
        word = tree.lower[child]
        if f"{word} {lemma}" in verb_class("loose") and not tree.children[child]:
            return word + lemma, word
    return lemma, _attached(lemma, tree.lower[verb], form)


def _attached(lemma: str, word: str, form: Form | None) -> str | None:
    """The separable prefix of a form that has it in front: ``bei`` of beigetreten, beizutreten, … beitritt."""
    for end in range(len(lemma) - 3, 1, -1):
        prefix, stem = lemma[:end], lemma[end:]
        if not word.startswith(prefix):
            continue
        rest = word[end:]
        with_ge = rest.startswith("ge") and not stem.startswith("ge")
        if (with_ge and form == Form.PARTICIPLE) or (rest.startswith("zu") and not stem.startswith("zu")):
            return prefix
    return None


def _has_inner_zu(tree: Tree, verb: int) -> bool:
    """Whether zu stands inside the verb: ``beizutreten``."""
    word = tree.lower[verb]
    lemma = infinitive(word, Form.INFINITIVE)
    return word.endswith("n") and len(word) == len(lemma) + 2 and "zu" in word[2:-2]


def _time(
    tree: Tree, finite: int | None, names: list[str], form: Form | None, lemma: str, linked: bool
) -> tuple[Tense | None, Mood | None]:
    if finite is None:
        return None, None
    shown, mood = tense_and_mood(tree.texts[finite])
    past = (shown or tree.feature(finite, "Tense")) == "Past"
    mood = mood or tree.feature(finite, "Mood") or "Ind"
    if tree.feature(finite, "Mood") == "Imp" and finite == 0:
        return Tense.PRESENT, Mood.IMPERATIVE
    named = infinitive(tree.texts[finite])
    subjunctive = mood == "Sub"
    result = Mood.INDICATIVE if not subjunctive else Mood.SUBJUNCTIVE_2 if past else Mood.SUBJUNCTIVE_1
    perfect = (
        linked
        or ("haben" in names and (form == Form.PARTICIPLE or not MODALS.isdisjoint(names)))
        or ("sein" in names and form == Form.PARTICIPLE and (lemma in verb_class("perfect-sein") or "werden" in names))
    )
    if perfect:
        return (Tense.PLUPERFECT if past and not subjunctive else Tense.PERFECT), result
    if named == "werden" and form == Form.INFINITIVE and not past:
        return Tense.FUTURE, result
    return (Tense.PAST if past and not subjunctive else Tense.PRESENT), result


def _voice(names: list[str], form: Form | None, lemma: str, zu: bool, copular: bool) -> Voice:
    if copular:
        return Voice.ACTIVE
    if form == Form.PARTICIPLE:
        if "werden" in names:
            return Voice.PASSIVE
        if "sein" in names and lemma not in verb_class("perfect-sein"):
            return Voice.STATE_PASSIVE
    if form == Form.INFINITIVE and zu and "sein" in names:
        return Voice.MODAL_PASSIVE
    return Voice.ACTIVE
