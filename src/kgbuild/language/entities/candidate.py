"""A proposed mention, before it is decided which stay."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span

from kgbuild.model import Label


class Candidate(NamedTuple):
    """A run of tokens with a label of the annotation guide."""

    begin: int
    end: int
    """Token indices, half-open."""
    label: Label
    confidence: float
    code: str = ""
    """``kb_id_``: the territory code of a STATE or NORP."""

    @classmethod
    def of(cls, span: Span, confidence: float) -> Candidate:
        """The candidate that a labelled span is."""
        return cls(span.start, span.end, Label(span.label_), confidence, span.kb_id_)

    def span(self, doc: Doc) -> Span:
        """The labelled span that the candidate is."""
        span = Span(doc, self.begin, self.end, label=self.label.value, kb_id=self.code)
        span._.confidence = self.confidence
        return span

    def overlaps(self, other: Candidate) -> bool:
        """Whether both share a token."""
        return self.begin < other.end and other.begin < self.end

    def covers(self, other: Candidate) -> bool:
        """Whether the other lies inside this one, or is as long."""
        return self.begin <= other.begin and other.end <= self.end

    @property
    def length(self) -> int:
        """In tokens."""
        return self.end - self.begin
