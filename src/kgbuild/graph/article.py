"""One article in RDF: itself, its sentences, its mentions with their figures and dates, its references back."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from pyoxigraph import Literal, NamedNode

from kgbuild.graph import literals
from kgbuild.graph.description import Description, Descriptions, Section
from kgbuild.graph.iris import Iris
from kgbuild.graph.vocabulary import DCTERMS, ITSRDF, KG, MENTION_CLASS, NIF, RDF, SCHEMA
from kgbuild.model import Article, Document, Figure, Label, Link, Mention, Span

EntityIri = Callable[[str, int], NamedNode]
"""From article key and index into ``Document.entities`` to the IRI of the entity of the whole graph."""
StateIri = Callable[[str], NamedNode | None]
"""From a territory code to the IRI of the state, if the graph has it."""


def describe_article(article: Article, graph: Descriptions, iris: Iris) -> None:
    """Add the article: metadata as far as known, and the text that all offsets count in."""
    node = graph.of(iris.article(article.key), Section.ARTICLE, (article.key,))
    node.add(RDF["type"], SCHEMA["NewsArticle"], NIF["Context"])
    if article.title:
        node.add(SCHEMA["headline"], literals.text(article.title, article.language))
    if article.published:
        node.add(SCHEMA["datePublished"], literals.date(article.published))
    if article.published_basis:
        node.add(KG["dateBasis"], KG[f"from{article.published_basis.value.capitalize()}"])
    node.add(SCHEMA["inLanguage"], Literal(article.language))
    if article.authors:
        node.add(SCHEMA["author"], *(Literal(name) for name in article.authors))
    if article.publisher:
        node.add(SCHEMA["publisher"], Literal(article.publisher))
    if article.url:
        node.add(SCHEMA["url"], _web_address(article.url))
    node.add(DCTERMS["source"], Literal(article.source))
    node.add(DCTERMS["identifier"], Literal(article.digest))
    node.add(NIF["isString"], Literal(article.text))


def describe_spans(
    document: Document, graph: Descriptions, iris: Iris, entity_iri: EntityIri, state_iri: StateIri
) -> None:
    """Add sentences, mentions and references of a document."""
    for sentence in document.sentences:
        _span(document, sentence, NIF["Sentence"], graph, iris)
    direct, indirect = _identified(document)
    for index, mention in enumerate(document.mentions):
        node = _phrase(document, mention.span, mention.sentence, graph, iris)
        node.add(ITSRDF["taClassRef"], MENTION_CLASS[mention.label])
        named = direct.get(index)
        derived = indirect.get(index)
        # A place that acts keeps its own identity; a demonym or an office has none but the one it leads to.
        if mention.label is not Label.LOC and named is None:
            named = derived
        if named is not None:
            node.add(ITSRDF["taIdentRef"], entity_iri(document.article.key, named))
        elif mention.state and (state := state_iri(mention.state)):
            node.add(ITSRDF["taIdentRef"], state)
        if mention.label is Label.LOC and (meant := _metonym(document, mention, derived, entity_iri, state_iri)):
            node.add(KG["metonymFor"], meant)
        node.add(ITSRDF["taConfidence"], literals.share(mention.confidence))
        if mention.figure:
            _describe_figure(node, mention.label, mention.figure)
        if mention.date:
            node.add(KG["date"], literals.date(mention.date.begin))
            if mention.date.end:
                node.add(KG["endDate"], literals.date(mention.date.end))
    for link in document.links:
        _describe_reference(document, link, graph, iris, entity_iri)


def _span(document: Document, span: Span, kind: NamedNode, graph: Descriptions, iris: Iris) -> Description:
    article = document.article
    section = Section.SENTENCE if kind == NIF["Sentence"] else Section.PHRASE
    node = graph.of(iris.span(article.key, *span), section, (article.key, span.begin, span.end))
    node.add(RDF["type"], kind)
    node.add(NIF["referenceContext"], iris.article(article.key))
    node.add(NIF["beginIndex"], literals.integer(span.begin))
    node.add(NIF["endIndex"], literals.integer(span.end))
    node.add(NIF["anchorOf"], Literal(article.text[slice(*span)]))
    return node


def _phrase(document: Document, span: Span, sentence: int, graph: Descriptions, iris: Iris) -> Description:
    node = _span(document, span, NIF["Phrase"], graph, iris)
    node.add(NIF["sentence"], iris.span(document.article.key, *document.sentences[sentence]))
    return node


def _identified(document: Document) -> tuple[dict[int, int], dict[int, int]]:
    """For each mention the entity that it names, and the one that it identifies otherwise."""
    direct: dict[int, int] = {}
    indirect: dict[int, int] = {}
    for index, entity in enumerate(document.entities):
        for mention in entity.mentions:
            direct.setdefault(mention, index)
        for mention in entity.indirect:
            indirect.setdefault(mention, index)
    return direct, indirect


def _metonym(
    document: Document, mention: Mention, derived: int | None, entity_iri: EntityIri, state_iri: StateIri
) -> NamedNode | None:
    if derived is not None:
        return entity_iri(document.article.key, derived)
    return state_iri(mention.metonym_for) if mention.metonym_for else None


def _describe_figure(node: Description, label: Label, figure: Figure) -> None:
    node.add(RDF["type"], MENTION_CLASS[label])
    node.add(SCHEMA["value"], literals.number(figure.value))
    if figure.value_to is not None:
        node.add(SCHEMA["minValue"], literals.number(figure.value))
        node.add(SCHEMA["maxValue"], literals.number(figure.value_to))
    if figure.unit and label is Label.MONEY:
        node.add(SCHEMA["currency"], Literal(figure.unit))
    elif figure.unit:
        node.add(SCHEMA["unitText"], literals.text(figure.unit))
    node.add(KG["modifier"], KG[figure.modifier.value])
    if figure.about:
        node.add(SCHEMA["description"], literals.text(figure.about))


def _describe_reference(document: Document, link: Link, graph: Descriptions, iris: Iris, entity_iri: EntityIri) -> None:
    node = _phrase(document, link.span, link.sentence, graph, iris)
    node.add(RDF["type"], KG["Reference"])
    node.add(KG["refersTo"], entity_iri(document.article.key, link.entity))
    node.add(KG["reason"], Literal(link.reason))
    node.add(KG["confidence"], literals.share(link.confidence))


def _web_address(url: str) -> NamedNode | Literal:
    """An IRI where ``url`` is one, after escaping what an IRI may not contain; else the text as it stands."""
    if re.match(r"https?$", urlsplit(url).scheme):
        return NamedNode(quote(url, safe="/:?#[]@!$&'()*+,;=%~-._"))
    return Literal(url)
