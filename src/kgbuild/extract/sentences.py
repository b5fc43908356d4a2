"""The sentences of an article's body."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kgbuild.model import Boilerplate, Span


def read_sentences(doc: Doc, boilerplate: Sequence[Boilerplate] = ()) -> tuple[Span, ...]:
    """The sentences of ``doc`` without surrounding white space, in text order.

    What lies in boilerplate is cut away; of a sentence that runs across it each side is a sentence of its own.
    A Doc without sentence boundaries is cut at its line breaks.

    Args:
        doc: one article, tokens in order.
        boilerplate: in text order, not overlapping.
    """
    text = doc.text
    sentences = []
    for begin, end in _bounds(doc):
        for part in _outside(begin, end, boilerplate):
            trimmed = _trim(text, part)
            if trimmed.begin < trimmed.end:
                sentences.append(trimmed)
    return tuple(sentences)


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    if doc.has_annotation("SENT_START"):
        return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    bounds, begin = [], 0
    for line in doc.text.splitlines(keepends=True):
        bounds.append((begin, begin + len(line)))
        begin += len(line)
    return bounds


def _outside(begin: int, end: int, boilerplate: Sequence[Boilerplate]) -> list[Span]:
    parts = []
    for part in boilerplate:
        if part.span.end <= begin or part.span.begin >= end:
            continue
        if part.span.begin > begin:
            parts.append(Span(begin, part.span.begin))
        begin = max(begin, part.span.end)
    if begin < end:
        parts.append(Span(begin, end))
    return parts


def _trim(text: str, span: Span) -> Span:
    words = text[span.begin : span.end]
    lead = len(words) - len(words.lstrip())
    return Span(span.begin + lead, max(span.begin + lead, span.begin + len(words.rstrip())))
