import pickle

import pytest
import spacy

from kgbuild.language.encoder import Encoder

TEXT = (
    "Außenminister reist nach Astana\n\n"
    "Die Ministerin reist am 6. November 2025 nach Astana und trifft Präsident Toqaev. "
    "Laut Art. 5 des Vertrags, z. B. nach Nr. 5 der Liste, gilt das auch für Usbekistan. "
    "»Wir kommen gern.« Mehr sagte sie nicht."
)
ODD = [
    "",
    " ",
    "\n\n\t \n",
    "\u200b\u200b\u200d",
    "🙂🙃👩‍👩‍👧‍👦 Kasachstan 🇰🇿!",
    "x" * 3000 + " Donau" + "ß" * 3000,
    "Spalte\tA\tB\tC\n1\t2\t3",
    "Президент Токаев прибыл в Астану. الرئيس وصل إلى أستانا. 総統は到着した。",
    "\ufeffAm Anfang\u00a0steht\u202fein\u2028Zeichen\x85und\x0cmehr\x00.",
    "\n   eingerückt\r\nund weiter  \r\n",
    "))) ««« ... ??? !!!",
    "ohne punkt und komma " * 300,
]


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("de")
    pipeline.add_pipe("kgbuild_encoder")
    return pipeline


def reading(doc):
    tokens = [(t.text, t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    return tokens, [(e.start, e.end, e.label_, e._.confidence) for e in doc.ents]


def test_sets_what_a_pipeline_sets(nlp):
    doc = nlp("Präsident Toqaev unterzeichnete am 6. November 2025 in Washington das Abkommen.")
    verb = doc[2]
    assert (verb.pos_, verb.lemma_, verb.dep_, verb.head) == ("VERB", "unterzeichnen", "ROOT", verb)
    assert verb.morph.get("VerbForm") == ["Fin"]
    assert doc[1].ent_type_ == "PER"
    assert [(e.text, e.label_) for e in doc.ents if e.label_ in {"DATE", "LOC"}] == [
        ("6. November 2025", "DATE"),
        ("Washington", "LOC"),
    ]
    assert all(0 < e._.confidence <= 1 for e in doc.ents)
    assert [t.head.text for t in doc if t.dep_ == "nsubj"] == ["unterzeichnete"]


def test_sentences_survive_points_that_end_none(nlp):
    assert [s.text.strip() for s in nlp(TEXT).sents] == [
        "Außenminister reist nach Astana",
        "Die Ministerin reist am 6. November 2025 nach Astana und trifft Präsident Toqaev.",
        "Laut Art. 5 des Vertrags, z. B. nach Nr. 5 der Liste, gilt das auch für Usbekistan.",
        "»Wir kommen gern.«",
        "Mehr sagte sie nicht.",
    ]


def test_each_sentence_is_one_tree(nlp):
    for sentence in nlp(TEXT).sents:
        assert [t.i for t in sentence if t.head == t] == [sentence.root.i]
        assert all(t.head in sentence for t in sentence)


def test_boilerplate_is_not_read_and_stands_apart(nlp):
    text = "Kasachstan tritt bei. Foto: Anna Beispiel, Reuters\nDie Nato tagt in Brüssel."
    begin, end = text.index("Foto"), text.index("\n")
    doc = nlp.make_doc(text)
    doc._.boilerplate = ((begin, end),)
    doc = nlp(doc)
    assert [s.text.strip() for s in doc.sents] == [
        "Kasachstan tritt bei.",
        "Foto: Anna Beispiel, Reuters",
        "Die Nato tagt in Brüssel.",
    ]
    assert not [e for e in doc.ents if begin <= e.start_char < end]
    assert {t.pos_ for t in doc if begin <= t.idx < end} == {""}


def test_boilerplate_does_not_change_how_the_rest_is_read(nlp):
    plain = nlp("Die Nato tagt in Brüssel.")
    text = "Foto: dpa\nDie Nato tagt in Brüssel."
    doc = nlp.make_doc(text)
    doc._.boilerplate = ((0, 9),)
    doc = nlp(doc)
    assert [t.dep_ for t in doc][-6:] == [t.dep_ for t in plain]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_never_fails_on_odd_text(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert [t for s in doc.sents for t in s] == list(doc)
    assert all(t.head in s for s in doc.sents for t in s)


def test_everything_may_be_boilerplate(nlp):
    doc = nlp.make_doc("Foto: dpa\nMehr zum Thema")
    doc._.boilerplate = ((0, 24),)
    assert [s.text.strip() for s in nlp(doc).sents] == ["Foto: dpa", "Mehr zum Thema"]


@pytest.mark.parametrize(("batch", "processes"), [(1, 1), (8, 1), (64, 1), (8, 2)])
def test_output_depends_on_the_text_alone(nlp, batch, processes):
    texts = [TEXT, *(text for text in ODD[:8]), "Die Nato tagt in Brüssel."]
    alone = [reading(nlp(text)) for text in texts]
    together = [reading(doc) for doc in nlp.pipe(texts, batch_size=batch, n_process=processes)]
    assert together == alone


def test_pickles_and_serialises(nlp, tmp_path):
    want = reading(nlp(TEXT))
    assert reading(pickle.loads(pickle.dumps(nlp))(TEXT)) == want
    nlp.to_disk(tmp_path)
    assert reading(spacy.load(tmp_path)(TEXT)) == want
    other = spacy.blank("de")
    other.add_pipe("kgbuild_encoder")
    assert reading(other.from_bytes(nlp.to_bytes())(TEXT)) == want


def test_refuses_what_another_model_wrote(nlp):
    with pytest.raises(ValueError, match="another kgbuild model"):
        Encoder(nlp.vocab).from_bytes(b"0" * 64)
