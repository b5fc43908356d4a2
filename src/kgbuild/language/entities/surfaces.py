"""The words of mentions, as they are compared inside an article."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate


def surface(doc: Doc, c: Candidate) -> str:
    """The words as they stand in the text."""
    return str(doc[c.begin : c.end].text)


class Words:
    """The words of an article, to tell a genitive ``-s`` from one that belongs to a name."""

    def __init__(self, doc: Doc) -> None:
        """Collect them."""
        self._words = frozenset(token.text for token in doc)

    def bare(self, text: str) -> str:
        """The text without a genitive ``-s`` where the article has it without, too."""
        if len(text) > 3 and text.endswith("s") and text[-2].isalpha() and text[:-1] in self._words:
            return text[:-1]
        return text
