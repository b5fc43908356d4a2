"""A proposed figure in running text."""

from __future__ import annotations

from dataclasses import dataclass

from kgbuild.model import Label


@dataclass(frozen=True, slots=True)
class Amount:
    """Its characters and its label."""

    begin: int
    end: int
    label: Label
    bare: bool = False
    """A number without a unit of its own; the amounts around it tell its label."""
    pair: bool = False
    """``zwei`` things: an amount only in a list with another one."""

    def last_word(self, text: str) -> str:
        """The last word of the amount in lower case: its unit, if it has one."""
        return text[self.begin : self.end].split()[-1].lower()
