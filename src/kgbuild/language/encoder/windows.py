"""Windows: the runs of words that the encoder reads at once.

A window holds whole lines while they fit, else ends where the encoder sees a sentence end, so that a sentence is
always read whole; only one longer than the largest window is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kgbuild.language.encoder.model import LARGEST, Model, Scores

USUAL = 120
"""Pieces in a window. Of 60, 120 and 220, entities of the development articles came out best with this."""

Starts = Callable[[Scores, slice], npt.NDArray[np.bool_]]
"""Decides which words of a window start a sentence."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words with its scores and sentence starts."""

    words: slice
    scores: Scores
    starts: npt.NDArray[np.bool_]
    """(W,); the first is always one."""


def windows(
    model: Model, pieces: Sequence[tuple[int, ...]], edges: npt.NDArray[np.bool_], starts: Starts
) -> Iterator[Window]:
    """Read all words, in order and without overlap.

    Args:
        model: scores a window.
        pieces: the pieces of each word.
        edges: (words,) whether a break that no sentence crosses stands before the word.
        starts: decides the sentence starts of a window.
    """
    begin, size = 0, USUAL
    while begin < len(pieces):
        end = _reach(pieces, begin, size)
        if end < len(pieces):
            end = _last_edge(edges, begin, end) or end
        part = slice(begin, end)
        scores = model(pieces[part])
        found = starts(scores, part)
        if end < len(pieces) and not edges[end]:
            later = np.flatnonzero(found[1:]) + 1
            if len(later) == 0 and size < LARGEST:
                size = LARGEST
                continue
            if len(later):
                end = begin + int(later[-1])
        kept = end - begin
        yield Window(slice(begin, end), scores[:kept], found[:kept])
        begin, size = end, USUAL


def _reach(pieces: Sequence[tuple[int, ...]], begin: int, size: int) -> int:
    """One past the last word that fits into a window from ``begin`` on."""
    room, end = size - 2, begin
    while end < len(pieces) and room >= len(pieces[end]):
        room -= len(pieces[end])
        end += 1
    return end


def _last_edge(edges: npt.NDArray[np.bool_], begin: int, end: int) -> int | None:
    """The last break in ``begin + 1 … end``."""
    found = np.flatnonzero(edges[begin + 1 : end + 1])
    return begin + 1 + int(found[-1]) if len(found) else None
