"""Cards and overviews as HTML for notebooks. Everything from articles is escaped: they are foreign text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from kgbuild.explore.text import counts, marks, origin, title

if TYPE_CHECKING:
    from kgbuild.explore.card import Card, Fact


def card_html(card: Card) -> str:
    """A card: heading, spellings, and a list per section with its sentences folded away."""
    parts = [f"<h3>{escape(title(card))}</h3>", f"<p>{escape(counts(card))}</p>"]
    if card.spellings:
        spellings = (f"<b>{escape(s.text)}</b> {s.mentions}× ({escape(', '.join(s.sources))})" for s in card.spellings)
        parts.append(f"<p>Spellings: {'; '.join(spellings)}</p>")
    for section, facts in card.sections.items():
        items = "".join(f"<li>{_fact(fact)}</li>" for fact in facts)
        parts.append(f"<h4>{escape(section.value)}</h4><ul>{items}</ul>")
    return f'<div class="kgbuild-card">{"".join(parts)}</div>'


def overview_html(heading: str, numbers: Mapping[str, int]) -> str:
    """A heading and a line of counted things."""
    shown = (f"{count} {escape(name)}" for name, count in numbers.items())
    return f'<div class="kgbuild-graph"><b>{escape(heading)}</b>: {", ".join(shown)}</div>'


def _fact(fact: Fact) -> str:
    quotes = "".join(_quote(origin(e), e.sentence) for e in fact.evidence)
    return f"<details><summary>{escape(fact.text + marks(fact))}</summary>{quotes}</details>"


def _quote(source: str, sentence: str) -> str:
    return f"<blockquote>{escape(sentence)}<br><small>{escape(source)}</small></blockquote>"
