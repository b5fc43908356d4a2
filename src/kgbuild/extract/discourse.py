"""One article as the steps of extraction see it: its Doc, sentences, mentions and clauses, with lookups by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgbuild.language.clause import Clause
from kgbuild.model import Mention, Span


class Discourse:
    """The Doc of an article with its sentences, mentions and clauses, indexed by token."""

    def __init__(
        self, doc: Doc, sentences: Sequence[Span], mentions: Sequence[Mention], clauses: Sequence[Clause] = ()
    ) -> None:
        """Index ``mentions`` by token; where two overlap, the first keeps the token."""
        self.doc = doc
        self.text: str = doc.text
        """``doc.text`` is made anew at every use."""
        self.sentences = tuple(sentences)
        self.clauses = tuple(clauses)
        self.mentions: list[Mention] = list(mentions)
        self._starts = [token.idx for token in doc]
        self._sentence_begins = [sentence.begin for sentence in self.sentences]
        self.bounds: list[tuple[int, int]] = []
        """Per mention its first token and one past its last."""
        self.mention_at: dict[int, int] = {}
        """Index of the mention that covers a token."""
        for index, mention in enumerate(self.mentions):
            tokens = self.tokens(mention.span)
            self.bounds.append((tokens.start, tokens.stop))
            for token in tokens:
                self.mention_at.setdefault(token, index)

    def tokens(self, span: Span) -> range:
        """Indices of the tokens that ``span`` touches."""
        first = max(bisect_right(self._starts, span.begin) - 1, 0)
        return range(first, max(bisect_left(self._starts, span.end), first))

    def sentence_of(self, token: int) -> int | None:
        """Index into ``sentences`` of the sentence that holds the token, None in boilerplate."""
        begin = self._starts[token]
        index = bisect_right(self._sentence_begins, begin) - 1
        return index if index >= 0 and begin < self.sentences[index].end else None

    def head(self, mention: int) -> Token:
        """The syntactic head of a mention; its last token where the Doc has no parse."""
        start, end = self.bounds[mention]
        if not self.doc.has_annotation("DEP"):
            return self.doc[end - 1]
        return self.doc[start:end].root

    def before(self, mention: int) -> Token | None:
        """The token before a mention, None at the beginning of its sentence."""
        start = self.bounds[mention][0]
        if start == 0 or self.sentence_of(start - 1) != self.mentions[mention].sentence:
            return None
        return self.doc[start - 1]

    def after(self, mention: int) -> Token | None:
        """The token after a mention, None at the end of its sentence."""
        end = self.bounds[mention][1]
        if end >= len(self.doc) or self.sentence_of(end) != self.mentions[mention].sentence:
            return None
        return self.doc[end]
