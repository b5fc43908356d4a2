import pytest
import spacy
from spacy.tokens import Doc

from kgbuild.language.clause import ClauseKind, Mood, Relation, Tense, Voice
from kgbuild.language.clauses import clauses

from .sentences import ALL

VOCAB = spacy.blank("de").vocab


def parsed(name, scheme):
    """The doc of a sentence with the labels of a scheme."""
    rows = [line.split() for line in ALL[name].strip().splitlines()]
    head, label = (3, 4) if scheme == "universal" else (5, 6)
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        lemmas=[row[2] for row in rows],
        heads=[int(row[head]) - 1 if row[head] != "0" else i for i, row in enumerate(rows)],
        deps=[row[label] for row in rows],
        morphs=["" if row[7] == "_" else row[7] for row in rows],
    )


def read(name, scheme="universal"):
    doc = parsed(name, scheme)
    return doc, clauses(doc)


def words(doc, phrases):
    return [(doc[p.head].text, p.preposition, p.case) for p in phrases]


@pytest.mark.parametrize("name", ALL)
def test_both_schemes_give_equal_clauses(name):
    assert len(ALL) >= 15
    assert read(name, "universal")[1] == read(name, "tiger")[1]
    assert read(name, "universal")[1]


@pytest.fixture(params=["universal", "tiger"])
def scheme(request):
    return request.param


def test_separable_verb(scheme):
    doc, (clause,) = read("BEITRITT", scheme)
    assert (clause.kind, clause.lemma, clause.particle) == (ClauseKind.FINITE, "beitreten", "bei")
    assert clause.verbs == (1, 4)
    assert words(doc, clause.subject) == [("Kasachstan", None, "nom")]
    assert words(doc, clause.objects) == [("Abkommen", None, "dat")]
    assert (clause.objects[0].begin, clause.objects[0].end) == (2, 4)
    assert (clause.tense, clause.mood, clause.voice) == (Tense.PRESENT, Mood.INDICATIVE, Voice.ACTIVE)
    assert (clause.relation, clause.governor) == (Relation.ROOT, None)


def test_perfect(scheme):
    doc, (clause,) = read("PERFEKT", scheme)
    assert (clause.lemma, clause.tense, clause.verbs) == ("unterzeichnen", Tense.PERFECT, (1, 4))
    assert words(doc, clause.objects) == [("Pakt", None, "acc")]


def test_passive_with_agent(scheme):
    doc, (clause,) = read("PASSIV", scheme)
    assert (clause.voice, clause.tense) == (Voice.PASSIVE, Tense.PAST)
    assert words(doc, clause.agent) == [("Moldau", "von", "dat")]
    assert not clause.prepositional


def test_modal_passive_complex_with_negation(scheme):
    doc, (clause,) = read("MODAL", scheme)
    assert (clause.lemma, clause.modal, clause.voice) == ("beteiligen", "sollen", Voice.PASSIVE)
    assert doc[clause.negation].text == "nicht"
    assert words(doc, clause.prepositional) == [("Baku", "in", "dat")]


def test_copula(scheme):
    doc, (clause, noun) = read("KOPULA", scheme)
    assert clause.copula
    assert (clause.lemma, doc[clause.predicate].text) == ("Mitglied", "Mitglied")
    assert words(doc, clause.genitives) == [("Union", None, "gen")]
    assert words(doc, clause.subject) == [("Oman", None, "nom")]
    assert (noun.kind, noun.governor) == (ClauseKind.NOMINAL, clause.index)


def test_complement_clause(scheme):
    doc, (main, inner) = read("NEBENSATZ", scheme)
    assert main.lemma == "bekanntgeben"
    assert (inner.lemma, inner.marker, inner.tense) == ("beitreten", "dass", Tense.FUTURE)
    assert (inner.relation, inner.governor) == (Relation.COMPLEMENT, main.index)
    assert words(doc, inner.objects) == [("Union", None, "dat")]


def test_relative_clause_takes_its_antecedent(scheme):
    doc, (noun, inner, main) = read("RELATIV", scheme)
    assert noun.kind == ClauseKind.NOMINAL
    assert (inner.relation, doc[inner.modifies].text) == (Relation.RELATIVE, "Staaten")
    assert words(doc, inner.objects) == [("Staaten", None, "dat")]
    assert main.lemma == "warten"


def test_coordination_is_spread(scheme):
    doc, (clause,) = read("AUFZAEHLUNG", scheme)
    assert words(doc, clause.subject) == [("Ungarn", None, "nom"), ("Polen", None, "nom"), ("Malta", None, "nom")]
    assert words(doc, clause.prepositional) == [("Chile", "mit", "dat"), ("Peru", "mit", "dat")]
    assert [p.conjunct_of for p in clause.subject] == [None, 0, 0]
    assert (clause.subject[0].begin, clause.subject[0].end) == (0, 1)


def test_object_controls_the_infinitive(scheme):
    doc, (main, inner) = read("KONTROLLE", scheme)
    assert main.lemma == "auffordern"
    assert (inner.kind, words(doc, inner.subject)) == (ClauseKind.INFINITIVE, [("Bern", None, "acc")])


def test_reflexive_and_subject_control(scheme):
    doc, (main, inner) = read("REFLEXIV", scheme)
    assert main.reflexive
    assert not main.objects
    assert (inner.lemma, inner.particle) == ("beitreten", "bei")
    assert words(doc, inner.subject) == [("Kuba", None, "nom")]


def test_attributive_participle(scheme):
    doc, (participle, _noun, main) = read("PARTIZIP", scheme)
    assert (participle.kind, participle.lemma, participle.voice) == (
        ClauseKind.PARTICIPLE,
        "vermitteln",
        Voice.PASSIVE,
    )
    assert words(doc, participle.agent) == [("Oslo", "von", "dat")]
    assert words(doc, participle.subject) == [("Waffenruhe", None, "nom")]
    assert (doc[participle.modifies].text, participle.relation) == ("Waffenruhe", Relation.ATTRIBUTE)
    assert main.lemma == "halten"


def test_nominal(scheme):
    doc, (noun, main) = read("NOMINAL", scheme)
    assert (noun.kind, noun.lemma, noun.governor) == (ClauseKind.NOMINAL, "Beitritt", main.index)
    assert words(doc, noun.genitives) == [("Katars", None, "gen")]
    assert words(doc, noun.prepositional) == [("Abkommen", "zu", "dat")]


def test_coordinate_clause_shares_the_subject(scheme):
    doc, (_main, second) = read("KOORDINATION", scheme)
    assert second.relation == Relation.COORDINATE
    assert words(doc, second.subject) == [("Kanzlerin", None, "nom")]
    assert words(doc, second.objects) == [("König", None, "acc")]


def test_reported_speech(scheme):
    doc, (inner, main) = read("KONJUNKTIV", scheme)
    assert (inner.mood, inner.tense, inner.voice) == (Mood.SUBJUNCTIVE_1, Tense.PERFECT, Voice.PASSIVE)
    assert doc[inner.negation].text == "nie"
    assert (inner.relation, inner.governor) == (Relation.COMPLEMENT, main.index)


def test_modal_infinitive(scheme):
    _, (clause,) = read("MODALPASSIV", scheme)
    assert (clause.kind, clause.voice) == (ClauseKind.FINITE, Voice.MODAL_PASSIVE)


def test_neither_nor_negates(scheme):
    doc, (clause,) = read("WEDER", scheme)
    assert doc[clause.negation].text == "Weder"
    assert words(doc, clause.subject) == [("Togo", None, "nom"), ("Ghana", None, "nom")]


def test_genitive_controls_the_infinitive_of_a_noun(scheme):
    doc, (noun, inner, _main) = read("ABSICHT", scheme)
    assert (inner.governor, inner.relation) == (noun.index, Relation.COMPLEMENT)
    assert words(doc, inner.subject) == [("Regierung", None, "gen")]


def test_purpose(scheme):
    doc, (_main, inner) = read("UMZU", scheme)
    assert (inner.marker, inner.relation) == ("um", Relation.ADVERBIAL)
    assert words(doc, inner.subject) == [("Sie", None, "nom")]
    assert words(doc, inner.objects) == [("Krise", None, "acc")]
