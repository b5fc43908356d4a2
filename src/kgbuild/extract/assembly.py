"""The steps from the Doc of an article to its ``Document``."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.extract.claims import read_claims
from kgbuild.extract.coreference import refer
from kgbuild.extract.discourse import Discourse
from kgbuild.extract.mentions import read_mentions
from kgbuild.extract.publication import publication_date
from kgbuild.extract.sentences import read_sentences
from kgbuild.language.clauses import clauses
from kgbuild.model import Article, Document


def extract(doc: Doc, article: Article) -> Document:
    """All that one article says.

    Args:
        doc: the article as ``kgbuild.language.read`` gives it; ``token.idx`` counts in ``article.text``. Without a
            parse there are no clauses, and so hardly any links, metonyms and claims.
        article: where the text comes from.
    """
    article = _dated(doc, article)
    sentences = read_sentences(doc, article.boilerplate)
    mentions = read_mentions(doc, sentences, article.published)
    parsed = doc.has_annotation("DEP")
    discourse = Discourse(doc, sentences, mentions, clauses(doc) if parsed else ())
    references = refer(discourse)
    return Document(
        article=article,
        sentences=sentences,
        mentions=references.mentions,
        entities=references.entities,
        links=references.links,
        claims=read_claims(discourse, references),
    )


def _dated(doc: Doc, article: Article) -> Article:
    """The article with the publication date that its text tells, if nothing else did."""
    if article.published is not None or (found := publication_date(doc)) is None:
        return article
    published, basis = found
    return article.model_copy(update={"published": published, "published_basis": basis})
