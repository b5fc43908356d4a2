"""Quotation marks of German typography: which words of an article stand between them.

Pairs are „…“ (also closed by ” or "), »…«, «…», ‚…‘ inside others, and "…". A pair never crosses a blank line or a
run of boilerplate; an opening mark without its partner is ignored.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_CLOSERS = {"„": '“”"', "»": "«", "«": "»", "“": "”", '"': '"”“'}
"""Opening mark → marks that may close it. ``„`` before the others: ``“`` opens only where no pair is open."""

MARKS = frozenset("„“”»«\"‚‘’'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, as tokens of the Doc: ``doc[begin:end]`` without the marks."""

    begin: int
    end: int
    opening: int
    """Token of the opening mark."""
    closing: int
    """Token of the closing mark."""

    @property
    def words(self) -> int:
        """How many tokens are quoted."""
        return self.end - self.begin


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The outermost quotations of a Doc, in text order."""
    found: list[Quotation] = []
    opening: int | None = None
    for token in doc:
        text = token.text
        if token.is_space and text.count("\n") > 1:
            opening = None
        elif opening is None:
            if text in _CLOSERS:
                opening = token.i
        elif text in _CLOSERS[doc[opening].text]:
            if token.i > opening + 1:
                found.append(Quotation(opening + 1, token.i, opening, token.i))
            opening = None
        elif text == doc[opening].text:
            opening = token.i
    return tuple(found)
