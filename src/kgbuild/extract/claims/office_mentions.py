"""The offices that an article names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.extract.claims.office_words import office_words
from kgbuild.extract.claims.reading import Reading
from kgbuild.model import Label


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text."""

    begin: int
    end: int
    sentence: int
    text: str
    title: str
    """In the nominative singular."""


def offices(reading: Reading) -> Iterator[Office]:
    """The offices named in an article, and the colleagues who hold one that is not named: ``Amtskollege``."""
    for index, mention in enumerate(reading.mentions):
        if mention.label is Label.ROLE:
            begin, end = reading.discourse.bounds[index]
            yield Office(begin, end, mention.sentence, mention.text, mention.name)
    colleagues = office_words().colleagues
    for token in reading.doc:
        if token.pos_ == "NOUN" and token.text in colleagues and reading.references.mention_at(token.i) is None:
            sentence = reading.discourse.sentence_of(token.i)
            if sentence is not None:
                yield Office(token.i, token.i + 1, sentence, token.text, colleagues[token.text])
