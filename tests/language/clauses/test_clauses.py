"""Clauses of what the shipped pipeline parses."""

import pytest
import spacy
from spacy.tokens import Doc

from kgbuild.language.clause import ClauseKind, Mood, Relation, Tense, Voice
from kgbuild.language.clauses import clauses


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("de")
    pipeline.add_pipe("kgbuild_encoder")
    return pipeline


def heads(doc, phrases):
    return [doc[phrase.head].text for phrase in phrases]


def find(doc, lemma):
    return next(clause for clause in clauses(doc) if clause.lemma == lemma)


def test_announced_accession(nlp):
    doc = nlp("Die Regierung in Astana gab am Donnerstag bekannt, dass Kasachstan den Abraham-Abkommen beitreten wird.")
    main, inner = find(doc, "bekanntgeben"), find(doc, "beitreten")
    assert heads(doc, main.subject) == ["Regierung"]
    assert (inner.marker, inner.tense, inner.relation) == ("dass", Tense.FUTURE, Relation.COMPLEMENT)
    assert inner.governor == main.index
    assert heads(doc, inner.subject) == ["Kasachstan"]
    assert [(doc[p.head].text, p.case) for p in inner.objects] == [("Abraham-Abkommen", "dat")]


def test_participle_with_its_own_phrases(nlp):
    doc = nlp("Das am 15. September 2020 von mehreren Staaten unterzeichnete Abkommen wurde von Trump initiiert.")
    participle = find(doc, "unterzeichnen")
    assert (participle.kind, doc[participle.modifies].text) == (ClauseKind.PARTICIPLE, "Abkommen")
    assert heads(doc, participle.agent) == ["Staaten"]
    assert [p.preposition for p in participle.prepositional] == ["an"]
    assert heads(doc, find(doc, "initiieren").agent) == ["Trump"]


def test_relative_clause_and_list(nlp):
    doc = nlp("Die Bündnisse, denen schon Norwegen, Island, Estland und Polen angehören, berieten gestern.")
    clause = find(doc, "angehören")
    assert heads(doc, clause.subject) == ["Norwegen", "Island", "Estland", "Polen"]
    assert heads(doc, clause.objects) == ["Bündnisse"]
    assert clause.relation == Relation.RELATIVE


def test_dateline_and_list(nlp):
    doc = nlp(
        "Islamabad – Auf dem Gipfel haben Russland, der Iran, Kasachstan und Aserbaidschan "
        "eine Konvention unterzeichnet."
    )
    clause = find(doc, "unterzeichnen")
    assert heads(doc, clause.subject) == ["Russland", "Iran", "Kasachstan", "Aserbaidschan"]
    assert {p.case for p in clause.subject} == {"nom"}
    assert heads(doc, clause.objects) == ["Konvention"]


def test_quotation_hangs_on_its_speaker(nlp):
    doc = nlp("Der Vertrag sei noch nicht unterzeichnet worden, sagte der Minister.")
    inner, outer = find(doc, "unterzeichnen"), find(doc, "sagen")
    assert (inner.mood, inner.tense, inner.voice) == (Mood.SUBJUNCTIVE_1, Tense.PERFECT, Voice.PASSIVE)
    assert (inner.governor, doc[inner.negation].text) == (outer.index, "nicht")
    assert heads(doc, outer.subject) == ["Minister"]


def test_controlled_infinitive(nlp):
    doc = nlp("Washington forderte Kiew auf, das Abkommen zu unterzeichnen.")
    inner = find(doc, "unterzeichnen")
    assert heads(doc, inner.subject) == ["Kiew"]
    assert heads(doc, inner.objects) == ["Abkommen"]


def test_nothing_of_a_clause_with_a_verb_of_its_own_hangs_elsewhere(nlp):
    doc = nlp("Er legt gemeinsame Gebühren fest, betreibt sechs Kreuzer und verhandelt derzeit mit der EU.")
    assert heads(doc, find(doc, "festlegen").objects) == ["Gebühren"]
    assert heads(doc, find(doc, "betreiben").objects) == ["Kreuzer"]
    assert heads(doc, find(doc, "verhandeln").subject) == ["Er"]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "🙂 !", "ohne punkt und komma " * 200, "und und, der die das, ; : das wird", "A, B, C und D, E und F"],
    ids=range(6),
)
def test_odd_text_has_sound_clauses(nlp, text):
    assert_sound(nlp(text))


def test_a_doc_without_a_parse_has_no_clauses():
    assert clauses(Doc(spacy.blank("de").vocab, words=["Nur", "Wörter"], sent_starts=[True, False])) == ()


def test_articles_have_sound_clauses(nlp, shared):
    folder = shared / "corpora" / "kgbuild-articles" / "train" / "texts"
    for path in sorted(folder.glob("*.txt"))[::26]:
        assert_sound(nlp(path.read_text(encoding="utf-8")))


def assert_sound(doc):
    """Indices point where they may, nothing governs itself, phrases lie in the sentence of their clause."""
    found = clauses(doc)
    sentences = list(doc.sents)
    assert [clause.index for clause in found] == list(range(len(found)))
    for clause in found:
        sentence = sentences[clause.sentence]
        seen, above = {clause.index}, clause.governor
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = found[above].governor
        for phrase in (*clause.subject, *clause.objects, *clause.prepositional, *clause.agent, *clause.predicative):
            assert sentence.start <= phrase.begin <= phrase.head < phrase.end <= sentence.end
