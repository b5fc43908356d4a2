import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span, SpanGroup

import kgbuild.language.entities
import kgbuild.language.gazetteer  # noqa: F401
from kgbuild.language.entities import offsets
from kgbuild.model import Label


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("de")
    nlp.add_pipe("kgbuild_gazetteer")
    nlp.add_pipe("kgbuild_entities")
    return nlp


def read(nlp, text, model=(), figures=(), pos=None):
    """The final mentions of a text where a model has read ``model``: pairs of surface and label, each found once."""
    doc = nlp.make_doc(text)
    doc.set_ents([span(doc, surface, label) for surface, label in model])
    doc.spans["kgbuild_figures"] = SpanGroup(doc, spans=[span(doc, surface, label) for surface, label in figures])
    for token in doc:
        token.pos_ = (pos or {}).get(token.text, "PROPN" if token.text[:1].isupper() else "X")
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [(entity.text, entity.label_) for entity in doc.ents]


def span(doc, surface, label):
    begin = doc.text.index(surface)
    found = doc.char_span(begin, begin + len(surface), label=label)
    assert found is not None
    return found


def test_a_certain_table_beats_the_model(nlp):
    assert read(nlp, "Gespräche mit Israel", [("Israel", "LOC")]) == [("Israel", "STATE")]


def test_a_longer_name_of_a_table_beats_a_part_of_it(nlp):
    found = read(nlp, "die Republik Kasachstan", [("Kasachstan", "STATE")])
    assert found == [("Republik Kasachstan", "STATE")]


def test_a_longer_name_of_the_model_beats_the_table(nlp):
    assert read(nlp, "die Bank of China", [("Bank of China", "ORG")]) == [("Bank of China", "ORG")]
    assert read(nlp, "so Israel Katz", [("Israel Katz", "PER")]) == [("Israel Katz", "PER")]


def test_the_model_decides_what_the_table_is_not_sure_of(nlp):
    assert read(nlp, "die Ungarn wählen", [("Ungarn", "NORP")]) == [("Ungarn", "NORP")]
    assert read(nlp, "in Ungarn wird gewählt", [("Ungarn", "STATE")]) == [("Ungarn", "STATE")]


def test_states_carry_their_code(nlp):
    doc = nlp("Kasachstan und die israelische Seite")
    assert [(e.text, e.kb_id_) for e in doc.ents] == [("Kasachstan", "KZ"), ("israelische", "IL")]


def test_edges_are_trimmed(nlp):
    assert read(nlp, "»Karwina« meldet", [("»Karwina«", "ORG")]) == [("Karwina", "ORG")]
    assert read(nlp, "im Palast von Orvelo von dort", [("Orvelo von", "LOC")]) == [("Orvelo", "LOC")]
    assert read(nlp, "Frau Ilse Orlowa kommt", [("Frau Ilse Orlowa", "PER")]) == [("Ilse Orlowa", "PER")]


def test_a_compound_is_what_its_last_part_denotes(nlp):
    assert read(nlp, "nach EU-Recht", [("EU-Recht", "ORG")]) == []
    assert read(nlp, "der Inuit-Rat tagt", [("Inuit-Rat", "AGREEMENT")]) == [("Inuit-Rat", "ORG")]


def test_a_surname_is_a_person_throughout(nlp):
    text = "Viktor Ordanow kam. Ordanow sprach, Ordanow ging."
    model = [("Viktor Ordanow", "PER")]
    assert read(nlp, text, model) == [("Viktor Ordanow", "PER"), ("Ordanow", "PER"), ("Ordanow", "PER")]


def test_particles_belong_to_the_surname(nlp):
    text = "Ina von der Lohe kam, sagte von der Lohe ."
    assert read(nlp, text, [("Ina von der Lohe", "PER")]) == [("Ina von der Lohe", "PER"), ("von der Lohe", "PER")]


def test_a_class_noun_tells_what_a_name_names(nlp):
    assert read(nlp, "die Partei Soberania siegt", [("Soberania", "LOC")]) == [("Soberania", "ORG")]
    assert read(nlp, "auf dem Gasfeld Skarvhaug brennt es", [("Skarvhaug", "PER")]) == [("Skarvhaug", "LOC")]


def test_a_simple_event_goes_on_to_its_place(nlp):
    assert read(nlp, "seit dem Krieg in Gaza") == [("Krieg in Gaza", "EVENT")]
    assert read(nlp, "während des Krieges in der Ukraine") == [("Krieges in der Ukraine", "EVENT")]


def test_an_agreement_goes_on_to_its_place(nlp):
    assert read(nlp, "der Vertrag von Orvelo gilt", [("Vertrag", "AGREEMENT"), ("Orvelo", "LOC")]) == [
        ("Vertrag von Orvelo", "AGREEMENT")
    ]


def test_figures_beat_the_model_but_not_names(nlp):
    text = "rund 12 Millionen Euro"
    assert read(nlp, text, [("12 Millionen", "QUANTITY")], [(text, "MONEY")]) == [(text, "MONEY")]
    assert read(nlp, "die Gruppe C5 tagt", [("C5", "ORG")], [("C5", "QUANTITY")]) == [("C5", "ORG")]


def test_the_full_stop_of_the_sentence_is_no_part_of_a_mention():
    doc = spacy.blank("de")("Das stand auf X.")
    assert offsets(Span(doc, 3, 4, label="ORG")) == (14, 15)
    doc = spacy.blank("de")("So sprach Abdullah II.")
    assert offsets(Span(doc, 2, 4, label="PER")) == (10, 22)


def test_an_article_before_a_name_tells_the_people(nlp):
    assert read(nlp, "den Dank der Schweden und die Polen", [("Polen", "STATE")])[-1] == ("Polen", "NORP")


def test_an_adjective_of_several_states_is_identified_by_the_one_named(nlp):
    doc = nlp("Südkorea und die koreanische Sprache")
    assert [entity.kb_id_ for entity in doc.ents] == ["KR", "KR"]


def test_an_acronym_in_brackets_is_what_stands_before_it(nlp):
    text = "dem Saatgutabkommen (SGA) folgen"
    assert read(nlp, text, [("SGA", "ORG")]) == [("Saatgutabkommen", "AGREEMENT"), ("SGA", "AGREEMENT")]


def test_foreign_labels_are_mapped(nlp):
    assert read(nlp, "Orvelo und Tarkan", [("Orvelo", "GPE"), ("Tarkan", "MISC")]) == [("Orvelo", "LOC")]


def test_nothing_is_found_in_boilerplate(nlp):
    doc = nlp.make_doc("Kasachstan. Kasachstan")
    doc._.boilerplate = ((0, 11),)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [entity.start_char for entity in doc.ents] == [12]


WORDS = st.sampled_from(
    [
        *(
            "Krieg",
            "in",
            "der",
            "Ukraine",
            "Vertrag",
            "von",
            "Lissabon",
            "und",
            "Vereinten",
            "Nationen",
            "C5+1",
            "(",
            ")",
        ),
        *(
            "Gipfel",
            "Orvelo",
            "»",
            "«",
            "Israel",
            "Katz",
            ",",
            "-",
            ".",
            "\n",
            "Partei",
            "kein",
            "Abkommen",
            "am",
            "12",
        ),
        *("US-Regierung", "seine", "Regierung", "israelische", "Prozent", "Saudi-Arabien", "EU-Recht", "Wiener"),
    ]
)
LABELS = st.sampled_from(sorted(Label))


@given(st.lists(WORDS, max_size=24), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4), LABELS), max_size=8))
@settings(max_examples=150, deadline=None)
def test_whatever_the_model_reads_mentions_never_overlap(nlp, words, spans):
    doc = nlp.make_doc(" ".join(words))
    entities, last = [], 0
    for begin, length, label in sorted(spans):
        if last <= begin and begin + length <= len(doc):
            entities.append(Span(doc, begin, begin + length, label=label.value))
            last = begin + length
    doc.set_ents(entities)
    for _, component in nlp.pipeline:
        doc = component(doc)
    for left, right in zip(doc.ents, doc.ents[1:], strict=False):
        assert left.end <= right.start
    assert all(entity.label_ in Label.__members__ for entity in doc.ents)


@pytest.mark.parametrize(
    ("text", "row", "parts"),
    [
        (
            "Im Mai hatte Gideon Sa’ar Aserbaidschan besucht.",
            "Gideon Sa’ar Aserbaidschan",
            [("Gideon Sa’ar", "PER"), ("Aserbaidschan", "STATE")],
        ),
        (
            "Donald Trump und Kemal Orlow: Gut, dass Trump Orlows Plan kennt. Orlow dankt.",
            "Trump Orlows",
            [("Donald Trump", "PER"), ("Kemal Orlow", "PER"), ("Trump", "PER"), ("Orlows", "PER"), ("Orlow", "PER")],
        ),
        (
            "Kemal Orlow reist. Zuvor bat Orlow Washington um Hilfe.",
            "Orlow Washington",
            [("Kemal Orlow", "PER"), ("Orlow", "PER"), ("Washington", "LOC")],
        ),
    ],
)
def test_names_in_a_row_are_parted(nlp, text, row, parts):
    model = [(row, "PER"), *((name, label) for name, label in parts if label == "PER" and name not in row)]
    assert read(nlp, text, model) == parts


@pytest.mark.parametrize("name", ["Donald Trump", "Israel Katz", "Jack London", "Semedo Évora", "Kim Jong Un"])
def test_full_names_are_not_parted(nlp, name):
    text = f"Rita Katz und Paulo Semedo trafen {name}, Ivanka Trump und Kim Yo Jong."
    others = ["Rita Katz", "Paulo Semedo", "Ivanka Trump", "Kim Yo Jong"]
    found = read(nlp, text, [(person, "PER") for person in [*others, name]])
    assert (name, "PER") in found


def test_a_name_that_begins_a_full_one_is_a_person(nlp):
    found = read(nlp, "Yoon Suk Yeol kam. Danach sprach Yoon.", [("Yoon Suk Yeol", "PER")])
    assert found[0] == ("Yoon Suk Yeol", "PER")
    doc = nlp.make_doc("Yoon Suk Yeol kam. Danach sprach Yoon.")
    doc.set_ents([Span(doc, 0, 3, label="PER"), Span(doc, 7, 8, label="LOC")])
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Yoon Suk Yeol", "PER"), ("Yoon", "PER")]


def test_a_seat_of_government_alone_is_a_place(nlp):
    assert read(nlp, "Die Bank rät Vientiane zum Sparen.", [("Vientiane", "PER")]) == [("Vientiane", "LOC")]
    doc = nlp.make_doc("Eva Wellington kam. Danach sprach Wellington .")
    doc.set_ents([Span(doc, 0, 2, label="PER"), Span(doc, 6, 7, label="PER")])
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [(e.text, e.label_) for e in doc.ents] == [("Eva Wellington", "PER"), ("Wellington", "PER")]
