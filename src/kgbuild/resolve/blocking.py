"""Candidates: pairs of profiles that share a blocking key, never all pairs.

A key that too many profiles share (the surname Kim) says little: its block is compared in sorted neighbourhoods
(Hernández and Stolfo 1995), which keeps the cost linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

MAX_BLOCK = 50
"""The largest block of which all pairs are compared."""
WINDOW = 10
"""In a larger one each is compared with so many that follow it in order."""


def candidate_pairs(keys: Sequence[frozenset[str]], order: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, j)``, ``i < j``, of positions that share a key, each once, sorted.

    Args:
        keys: the blocking keys of each position.
        order: a sort key of each position, for blocks that are too large.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, own in enumerate(keys):
        for key in own:
            blocks[key].append(position)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= MAX_BLOCK:
            found.update((i, j) for n, i in enumerate(block) for j in block[n + 1 :])
        else:
            ranked = sorted(block, key=lambda position: (order[position], position))
            for n, i in enumerate(ranked):
                found.update((min(i, j), max(i, j)) for j in ranked[n + 1 : n + 1 + WINDOW])
    yield from sorted(found)
