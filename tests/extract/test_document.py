"""Whatever the text, a Document is well formed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgbuild.extract import extract
from kgbuild.language import read
from kgbuild.model import Boilerplate, BoilerplateKind, Document, Label, Span

# fmt: off
WORDS = st.sampled_from([
    "Mira", "Holm", "Holms", "Brandt", "Jan", "Finnland", "Kasachstans", "Astana", "Moskau", "Nato", "(", ")",
    ",", ".", "–", "„", "“", "EU", "Regierung", "Präsident", "die", "der", "er", "sie", "seine", "ihr",
    "dessen", "deren", "Land", "Vertrag", "Abkommen", "von", "zwischen", "und", "beide", "Staaten", "wollte",
    "sagte", "kasachische", "Frau", "\n",
])
# fmt: on


def check(document: Document) -> None:
    text = document.article.text
    for sentence in document.sentences:
        assert text[sentence.begin : sentence.end] == text[sentence.begin : sentence.end].strip() != ""
        assert not any(sentence.overlaps(part.span) for part in document.article.boilerplate)
    for mention in document.mentions:
        assert text[mention.span.begin : mention.span.end] == mention.text
        assert document.sentences[mention.sentence].covers(mention.span)
    named = [mention for entity in document.entities for mention in entity.mentions]
    assert len(named) == len(set(named))
    assert set(named) == {i for i, m in enumerate(document.mentions) if m.label in set(Label) - NAMELESS}
    for entity in document.entities:
        assert entity.mentions or entity.indirect
        assert all(0 <= mention < len(document.mentions) for mention in (*entity.mentions, *entity.indirect))
        assert all(names for names in entity.names)
    for link in document.links:
        assert 0 <= link.entity < len(document.entities)
        assert document.sentences[link.sentence].overlaps(link.span)
    assert Document.model_validate_json(document.model_dump_json()) == document


NAMELESS = {Label.NORP, Label.ROLE, Label.MONEY, Label.PERCENT, Label.QUANTITY, Label.DATE}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40), st.data())
def test_any_labels_on_any_words(blank, labelled, article, words, data):
    text = " ".join(words)
    doc = blank.make_doc(text)
    spans = []
    for token in doc:
        if data.draw(st.booleans()):
            name = data.draw(st.sampled_from([entry.value for entry in Label]))
            spans.append((token.idx, token.idx + len(token), name))
    check(extract(labelled(doc, spans), article(text)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_through_the_real_pipeline(nlp, article, text):
    check(extract(read(nlp, article(text)), article(text)))


def test_boilerplate_is_left_out(nlp, article):
    text = "Finnland zahlt.\nFoto: Mira Holm/Agentur\nSchweden auch."
    begin = text.index("Foto")
    part = Boilerplate(span=Span(begin, text.index("\nSchweden")), kind=BoilerplateKind.CAPTION)
    with_caption = article(text).model_copy(update={"boilerplate": (part,)})
    document = extract(read(nlp, with_caption), with_caption)
    check(document)
    assert [mention.name for mention in document.mentions] == ["Finnland", "Schweden"]


def test_the_same_text_gives_the_same_document(document):
    text = "Präsident Jan Brandt sprach in Riga. Er lobte Finnland und die finnische Regierung. Moskau warnt."
    assert document(text).model_dump_json() == document(text).model_dump_json()
