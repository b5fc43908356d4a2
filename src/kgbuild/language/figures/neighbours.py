"""What the amounts around a number tell: the kind of a bare number, and whether ``zwei`` is an amount."""

from __future__ import annotations

import re
from dataclasses import replace

from kgbuild.language.figures.amount import Amount
from kgbuild.language.figures.units import measures
from kgbuild.model import Label

_ELLIPSIS = re.compile(r"\s+(?:auf|und|oder|bis|beziehungsweise|statt)\s+")
_LIST = re.compile(r"\s*(?:,|und|oder|sowie|,\s*(?:dazu|außerdem))\s*(?:weitere\s+)?")
_SMALL = len("siebzehn")
_MEMORY = 300  # code points over which an amount without a unit remembers the one before


def drop_lone_pairs(text: str, found: list[Amount]) -> list[Amount]:
    """``zwei`` things stay only in a list with another amount: ``800 Decken und zwei fahrbare Küchen``."""

    def listed(left: Amount, right: Amount, other: Amount) -> bool:
        between = text[left.end : right.begin]
        return not other.pair and other.label is Label.QUANTITY and _LIST.fullmatch(between) is not None

    kept = []
    for index, amount in enumerate(found):
        after = index > 0 and listed(found[index - 1], amount, found[index - 1])
        before = index + 1 < len(found) and listed(amount, found[index + 1], found[index + 1])
        if not amount.pair or after or before:
            kept.append(amount)
    return kept


def settle_bare(text: str, found: list[Amount]) -> list[Amount]:
    """Numbers without a unit take the kind of the amount beside them, or go if none is near."""
    settled: list[Amount] = []
    for index, amount in enumerate(found):
        if not amount.bare:
            settled.append(amount)
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and _ELLIPSIS.fullmatch(text[amount.end : after.begin]):
            settled.append(replace(amount, label=after.label))
            continue
        label = _kind_before(text, amount, settled)
        if label is not None:
            settled.append(replace(amount, label=label))
    return settled


def _kind_before(text: str, amount: Amount, settled: list[Amount]) -> Label | None:
    """The kind of the last amount before that is no duration; sums of money are remembered longer."""
    large = amount.last_word(text).isalpha() and amount.end - amount.begin > _SMALL
    for before in reversed(settled):
        gap = text[before.end : amount.begin]
        sentences = len(re.findall(r"[.!?]\s+[A-ZÄÖÜ„»]", gap)) + gap.count("\n\n")
        if len(gap) > _MEMORY or sentences > (3 if large and before.label is Label.MONEY else 1):
            return None
        if measures(before.last_word(text)) and before.label is Label.QUANTITY:
            continue
        if re.search(
            r"\b[Dd](?:ie|er|en)\s$", text[max(0, amount.begin - 5) : amount.begin]
        ):  # die drei, einer der sieben
            return Label.QUANTITY
        return before.label if sentences == 0 or large else Label.QUANTITY
    return None
