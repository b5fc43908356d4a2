"""The lines of a text and their outward shape."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.model import Span

_STOP = re.compile(r"[.!?…][\"“”«»’‘'›‹)\]]*\Z")
_INNER_STOP = re.compile(r"[a-zäöüß)»«“”\"%][.!?…][\"“”«»’)]*\s+[»„“\"«(]?[A-ZÄÖÜ]")
_GLUED = re.compile(r"(?<=[a-zäöüß][.!?…])(?=[A-ZÄÖÜ][a-zäöüß]+\s)")
_WORD = re.compile(r"\w+")
LONG = 180
"""A line of this many characters is a paragraph, not a heading or a notice."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one before or after a place where two texts were glued together, without outer blanks."""

    span: Span
    text: str
    part: bool = False
    """Whether it is only a part of a line."""

    @property
    def words(self) -> int:
        """Number of words."""
        return len(_WORD.findall(self.text))

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence does, closing quotation marks and brackets aside."""
        return _STOP.search(self.text) is not None

    @property
    def several_sentences(self) -> bool:
        """Whether a sentence ends inside it (abbreviations may pass for that in short lines)."""
        return _INNER_STOP.search(self.text) is not None

    @property
    def is_sentence(self) -> bool:
        """Whether it looks like running text: it ends as a sentence and has more words than a label."""
        return self.stops and self.words >= 5

    @property
    def is_paragraph(self) -> bool:
        """Whether it is long, or holds more than one sentence."""
        return len(self.text) >= LONG or (self.is_sentence and self.several_sentences and len(self.text) >= LONG // 2)


def lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, in text order; a line glued from several texts comes in its parts."""
    for match in re.finditer(r"[^\n]+", text):
        content = match[0]
        cuts = [0, *(glue.start() for glue in _GLUED.finditer(content)), len(content)]
        for begin, end in itertools.pairwise(cuts):
            piece = content[begin:end]
            bare = piece.strip()
            if bare:
                start = match.start() + begin + len(piece) - len(piece.lstrip())
                yield Line(Span(start, start + len(bare)), bare, len(cuts) > 2)
