"""The real pipeline and small Docs with given entities."""

from collections.abc import Callable, Sequence

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from kgbuild.extract import extract
from kgbuild.extract.discourse import Discourse
from kgbuild.extract.mentions import read_mentions
from kgbuild.extract.sentences import read_sentences
from kgbuild.gazetteer import Territories
from kgbuild.language import load, read
from kgbuild.language.extensions import register
from kgbuild.model import Article, Document


def make_article(text: str, published: str | None = None) -> Article:
    return Article(key="beispiel", source="beispiel.txt", digest="sha256:0", text=text, published=published)


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """An article with nothing but a text."""
    return make_article


@pytest.fixture(scope="session")
def labelled() -> Callable[..., Doc]:
    """Set the entities of a Doc by character spans with labels."""
    return label


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def document(nlp: Language) -> Callable[..., Document]:
    """Read a text with the real pipeline."""

    def make(text: str, published: str | None = None) -> Document:
        article = make_article(text, published)
        return extract(read(nlp, article), article)

    return make


@pytest.fixture(scope="session")
def blank() -> Language:
    register()
    return spacy.blank("de")


@pytest.fixture(scope="session")
def discourse(blank: Language) -> Callable[..., Discourse]:
    """A Discourse over a text whose entities are marked ``[LABEL words]``; no parse, one sentence a line."""

    def make(marked: str) -> Discourse:
        text, spans = unmark(marked)
        doc = label(blank.make_doc(text), spans)
        sentences = read_sentences(doc)
        return Discourse(doc, sentences, read_mentions(doc, sentences))

    return make


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, position = "", [], 0
    while (begin := marked.find("[", position)) >= 0:
        end = marked.index("]", begin)
        text += marked[position:begin]
        name, words = marked[begin + 1 : end].split(" ", 1)
        spans.append((len(text), len(text) + len(words), name))
        text += words
        position = end + 1
    return text + marked[position:], spans


def label(doc: Doc, spans: Sequence[tuple[int, int, str]]) -> Doc:
    table = Territories.load()
    found = []
    for begin, end, name in spans:
        span = doc.char_span(begin, end, label=name, alignment_mode="expand")
        code = {"STATE": table.by_name(span.text), "NORP": next(iter(table.by_demonym(span.text)), None)}.get(name)
        span.kb_id_ = code or ""
        found.append(span)
    doc.ents = filter_spans(found)
    return doc
