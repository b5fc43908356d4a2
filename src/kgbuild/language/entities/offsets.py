"""Where a mention stands in the text, without the full stop that the tokenizer keeps on its last word."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kgbuild.model import Label

_STOPPED = re.compile(r"(?:\d+|[IVX]+|[A-Z])\.")


def offsets(span: Span) -> tuple[int, int]:
    """Begin and end of a labelled span in code points of the text.

    German tokenizers take a number or a letter with a full stop for an ordinal or an abbreviation (``auf X.``, ``bis
    2041.``). Before a new sentence the stop is the sentence's, but for ordinals in names of persons (Abdullah II.).
    """
    last = span[-1]
    following = last.i + 1
    ends = following >= len(span.doc) or span.doc[following].is_sent_start or span.doc[following].is_space
    if ends and span.label_ != Label.PER and _STOPPED.fullmatch(last.text):
        return span.start_char, span.end_char - 1
    return span.start_char, span.end_char
