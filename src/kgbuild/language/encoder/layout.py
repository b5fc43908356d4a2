"""Which tokens of a doc the encoder reads, and where those hang that it does not."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

_LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Layout:
    """White space and boilerplate of a doc, seen from its words."""

    def __init__(self, doc: Doc) -> None:
        hidden = np.zeros(len(doc), dtype=bool)
        for begin, end in doc._.boilerplate:
            span = doc.char_span(begin, end, alignment_mode="expand")
            if span is not None:
                hidden[span.start : span.end] = True
        tokens = [token.text for token in doc]
        blank = np.array([text.isspace() for text in tokens], dtype=bool)
        broken = [
            bool(is_blank) and not _LINE_BREAKS.isdisjoint(text) for is_blank, text in zip(blank, tokens, strict=True)
        ]
        line = np.cumsum(broken) + np.cumsum(hidden != np.concatenate([hidden[:1], hidden[:-1]]))
        self._line: npt.NDArray[np.int64] = line
        self.blank: npt.NDArray[np.bool_] = blank
        """(tokens,) white space."""
        self.words: npt.NDArray[np.int64] = np.flatnonzero(~hidden & ~blank)
        """Token index of each word that is read."""
        self.texts: list[str] = [tokens[i] for i in self.words]
        self.edges: npt.NDArray[np.bool_] = np.diff(line[self.words], prepend=-1) > 0
        """(words,) whether a line break or the edge of boilerplate stands before the word."""
        self.spaced: list[bool] = [bool(i == 0 or blank[i - 1] or doc[i - 1].whitespace_) for i in self.words.tolist()]
        """Whether white space (or nothing) stands before each word."""

    def attach(self, parents: npt.NDArray[np.int64]) -> None:
        """Give each token without a parent (-1) one, in place.

        A word of boilerplate hangs on the first of its line, white space on the token before it, white space that
        opens the doc on the first word.
        """
        first: dict[int, int] = {}
        for i in np.flatnonzero((parents < 0) & ~self.blank).tolist():
            parents[i] = first.setdefault(int(self._line[i]), i)
        for i in np.flatnonzero(self.blank).tolist():
            parents[i] = max(i - 1, 0)
        if self.blank[0] and not self.blank.all():
            parents[0] = int(np.argmin(self.blank))
