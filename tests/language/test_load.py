import pytest
import spacy

from kgbuild import language
from kgbuild.model import Article, Boilerplate, BoilerplateKind, Span


@pytest.fixture(scope="module")
def nlp():
    return language.load()


def test_components_in_their_order(nlp):
    assert nlp.pipe_names == ["kgbuild_encoder", "kgbuild_figures", "kgbuild_gazetteer", "kgbuild_entities"]
    assert nlp.lang == "de"


def test_reads_an_article_at_its_offsets(nlp):
    text = "Von Anna Beispiel\n\n  Kasachstan tritt den Abraham-Abkommen bei.\n"
    article = Article(
        key="a",
        source="a.txt",
        digest="sha256:0",
        text=text,
        boilerplate=(Boilerplate(span=Span(0, 17), kind=BoilerplateKind.BYLINE),),
    )
    doc = language.read(nlp, article)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert ("Kasachstan", "STATE") in [(e.text, e.label_) for e in doc.ents]
    assert not [e for e in doc.ents if e.start_char < 17]


def test_another_pipeline_takes_the_place_of_the_encoder(tmp_path):
    other = spacy.blank("de")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path)
    nlp = language.load(str(tmp_path))
    assert nlp.pipe_names[0] == "sentencizer"
    assert "kgbuild_encoder" not in nlp.pipe_names
    assert nlp.pipe_names[-1] == "kgbuild_entities"


def test_identity_of_another_pipeline_follows_its_files(tmp_path):
    spacy.blank("de").to_disk(tmp_path)
    before = language.identity(str(tmp_path))
    assert before == language.identity(str(tmp_path))
    (tmp_path / "more").write_text("changed")
    assert language.identity(str(tmp_path)) != before
    with pytest.raises(language.MissingPipelineError, match="'de_not_there' is not installed"):
        language.identity("de_not_there")


def test_says_what_is_wrong_in_one_line(tmp_path):
    with pytest.raises(language.MissingPipelineError, match="'de_not_there' is not installed"):
        language.load("de_not_there")
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(language.MissingPipelineError, match="not for German") as error:
        language.load(str(tmp_path))
    assert "\n" not in str(error.value)
