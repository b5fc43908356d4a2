"""A card as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgbuild.explore.card import Card, Evidence, Fact


def card_text(card: Card) -> str:
    """A card as text for a terminal."""
    lines = [title(card), counts(card)]
    if card.spellings:
        lines += ["", "Spellings"]
        lines += [f"  {s.text}  {s.mentions}×  {', '.join(s.sources)}" for s in card.spellings]
    for section, facts in card.sections.items():
        lines += ["", section.value]
        for fact in facts:
            lines.append(f"  {fact.text}{marks(fact)}")
            lines += [f"      {origin(e)}: {e.sentence}" for e in fact.evidence]
    return "\n".join(lines)


def title(card: Card) -> str:
    """Label, type and codes."""
    return f"{card.label} ({', '.join(word for word in (card.type, card.iso3166, card.wikidata) if word)})"


def counts(card: Card) -> str:
    """How often it is mentioned, in how many articles."""
    return f"{_count(card.mentions, 'mention')} in {_count(card.articles, 'article')}"


def marks(fact: Fact) -> str:
    """Date, and status unless it is plainly asserted, in brackets."""
    shown = [mark for mark in (fact.date, fact.status if fact.status != "asserted" else None) if mark]
    return f" [{', '.join(shown)}]" if shown else ""


def origin(evidence: Evidence) -> str:
    """Article, its date, and who says so."""
    parts = [evidence.source]
    if evidence.published:
        parts.append(evidence.published)
    if evidence.attributed_to:
        parts.append(f"according to {evidence.attributed_to}")
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
