"""Entity spans from BIO scores: the best sequence in which every inside follows its like (Viterbi 1967)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kgbuild.language.encoder.model import Floats

_FORBIDDEN = -1e9


class EntitySpan(NamedTuple):
    """A labelled run of words."""

    begin: int
    end: int
    label: str
    confidence: float
    """The lowest probability that the encoder gives one of its words for its tag."""


class Spans:
    """Decodes BIO tags under their grammar."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        """Take the tags (``O``, ``B-PER``, ``I-PER`` …) in the order of the scores."""
        self._tags = tags
        inside = np.array([tag.startswith("I-") for tag in tags])
        fits = np.array([[f"I-{left[2:]}" == right for right in tags] for left in tags])
        self._move = np.where(inside[None, :] & ~fits, _FORBIDDEN, 0.0)
        self._first = np.where(inside, _FORBIDDEN, 0.0)

    def __call__(self, scores: Floats) -> list[EntitySpan]:
        """The spans of a run of words, in order, from the log-probabilities (words, tags)."""
        path = self._best(scores)
        found: list[EntitySpan] = []
        for position, tag in enumerate(path):
            name = self._tags[tag]
            if name == "O":
                continue
            probability = float(np.exp(scores[position, tag]))
            if name.startswith("B-"):
                found.append(EntitySpan(position, position + 1, name[2:], probability))
            else:
                last = found[-1]
                found[-1] = last._replace(end=position + 1, confidence=min(last.confidence, probability))
        return found

    def _best(self, scores: Floats) -> list[int]:
        back = np.zeros(scores.shape, dtype=np.int64)
        total = scores[0] + self._first
        for position in range(1, len(scores)):
            ways = total[:, None] + self._move
            back[position] = ways.argmax(axis=0)
            total = ways.max(axis=0) + scores[position]
        path = [int(total.argmax())]
        for position in range(len(scores) - 1, 0, -1):
            path.append(int(back[position, path[-1]]))
        return path[::-1]
