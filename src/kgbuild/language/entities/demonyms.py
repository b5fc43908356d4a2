"""Adjectives of several states (``koreanisch``), identified by the states that the article names."""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.gazetteer.territories import Territories
from kgbuild.language.entities.candidate import Candidate
from kgbuild.model import Label


def identified(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, with a code for each demonym that only one state named in the article can be meant by."""
    named = {code for c in candidates for code in c.code.split("+") if code}
    return [
        c._replace(code=_code(doc[c.begin : c.end].text, named)) if c.label == Label.NORP and not c.code else c
        for c in candidates
    ]


def _code(surface: str, named: set[str]) -> str:
    possible = [code for code in Territories.load().demonym_candidates(surface) if code in named]
    return possible[0] if len(possible) == 1 else ""
