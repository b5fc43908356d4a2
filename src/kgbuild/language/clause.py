"""Clauses: the one shape in which frames see German syntax, whatever parse scheme it came from.

A clause is a predicate (a verb with its auxiliaries, a participle before or after a noun, a noun that names an
action or holds complements) and the nominal phrases around it. ``language/clauses`` builds clauses from Universal
Dependencies and from TIGER labels alike. All positions are token indices into the spaCy ``Doc``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClauseKind(StrEnum):
    """What carries the predicate."""

    FINITE = "finite"
    """A finite verb, with auxiliaries and modals: ``will beitreten``, ``wurde unterzeichnet``."""
    INFINITIVE = "infinitive"
    """``um beizutreten``, ``beizutreten``; the subject is the controller where the grammar tells."""
    PARTICIPLE = "participle"
    """An attributive participle: ``die von Trump initiierte Initiative``."""
    NOMINAL = "nominal"
    """A noun with its attributes: ``der Beitritt Kasachstans zu den Abkommen``, ``Trumps Besuch in Astana``."""


class Relation(StrEnum):
    """How a clause hangs on its governor."""

    ROOT = "root"
    COMPLEMENT = "complement"  # dass-clause, indirect question, quotation, controlled infinitive
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    COORDINATE = "coordinate"
    PARATAXIS = "parataxis"  # »…, sagte X«: the quoted clause is the governor's complement where it can be told
    ATTRIBUTE = "attribute"  # participles and nominals inside a phrase


class Mood(StrEnum):
    """Of the finite verb."""

    INDICATIVE = "indicative"
    SUBJUNCTIVE_1 = "subjunctive1"  # Konjunktiv I: habe, sei, diene
    SUBJUNCTIVE_2 = "subjunctive2"  # Konjunktiv II: hätte, wäre, könnte
    IMPERATIVE = "imperative"


class Tense(StrEnum):
    """Of the whole verb complex."""

    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"


class Voice(StrEnum):
    """Of the whole verb complex; a zu-infinitive with sein is ``MODAL_PASSIVE``."""

    ACTIVE = "active"
    PASSIVE = "passive"
    STATE_PASSIVE = "state_passive"
    MODAL_PASSIVE = "modal_passive"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A nominal phrase in a clause. Coordination is spread out: each conjunct is a ``Phrase`` of its own."""

    head: int
    """Its head noun, name or pronoun."""
    begin: int
    """First token of its subtree …"""
    end: int
    """… and one past its last."""
    case: str | None = None
    """``nom``, ``acc``, ``dat``, ``gen``; None if unknown."""
    preposition: str | None = None
    """Lemma of its preposition, lower case, contractions resolved: ``zum`` → ``zu``. ``zwischen``, ``laut`` …"""
    conjunct_of: int | None = None
    """Head of the first conjunct, if it is a later one."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what stands around it.

    For a passive, ``subject`` is the grammatical one and ``agent`` holds ``von``/``durch`` phrases. For a NOMINAL,
    ``genitives`` are its genitive attributes (also preposed: ``Trumps Besuch``), ``possessive`` the token of
    ``seine/ihre``, ``adjectives`` its attributive adjectives (``kasachische``), ``appositions`` names next to it.
    For a PARTICIPLE, ``modifies`` is the noun it stands with; that noun is its logical subject (Partizip I) or
    object (Partizip II).
    """

    index: int
    """Position in the tuple of a Doc's clauses."""
    kind: ClauseKind
    predicate: int
    """Token of the main verb, participle or noun; of a copular clause the predicative."""
    lemma: str
    """Lemma with separable prefix: ``beitreten``, ``bekanntgeben``; nouns capitalised: ``Beitritt``."""
    verbs: tuple[int, ...] = ()
    """All tokens of the verb complex: finite verb, participles, infinitives, prefix."""
    reflexive: bool = False
    particle: str | None = None
    """The separable prefix, attached or not: ``bei``."""
    modal: str | None = None
    """Lemma of the modal verb: ``wollen``, ``sollen``, ``können``, ``müssen``, ``dürfen``, ``mögen``."""
    copula: bool = False
    """A form of sein/werden/bleiben with a predicative; ``lemma`` is then the predicative's."""
    mood: Mood | None = None
    tense: Tense | None = None
    voice: Voice = Voice.ACTIVE
    negation: int | None = None
    """Token that negates the predicate (nicht, kein, nie, weder …)."""
    subject: tuple[Phrase, ...] = ()
    """The conjuncts of the subject; in a relative clause the antecedent stands for the pronoun; in a coordinate
    clause or a controlled infinitive the shared subject is filled in."""
    objects: tuple[Phrase, ...] = ()
    """Objects without preposition, by case (``acc``, ``dat``, ``gen``); conjuncts spread."""
    prepositional: tuple[Phrase, ...] = ()
    """Prepositional objects and adverbials; conjuncts spread; agents not among them."""
    agent: tuple[Phrase, ...] = ()
    predicative: tuple[Phrase, ...] = ()
    """Nominal predicatives: ``ist Mitglied der Nato``; also als-phrases (preposition ``als``)."""
    genitives: tuple[Phrase, ...] = ()
    possessive: int | None = None
    adjectives: tuple[int, ...] = ()
    appositions: tuple[Phrase, ...] = ()
    adverbs: tuple[int, ...] = ()
    governor: int | None = None
    """Index of the clause this one hangs on."""
    relation: Relation = Relation.ROOT
    marker: str | None = None
    """Lower-case subordinator: ``dass``, ``um``, ``ob``, ``weil``, ``wie``."""
    modifies: int | None = None
    """Token of the noun that a relative clause or a participle belongs to."""
    sentence: int = 0
    """Index of its sentence among ``doc.sents``."""
