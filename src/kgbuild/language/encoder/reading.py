"""Two readings of a text: in context to find its sentences, then sentence by sentence for their grammar.

The encoder was trained on treebanks of single sentences: a sentence read alone has better trees and lemmas than one
read among others. Entities gain from both views: the geometric mean of the two distributions beats either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from kgbuild.language.encoder.model import Floats, Model, Scores
from kgbuild.language.encoder.spans import Spans
from kgbuild.language.encoder.windows import Starts, windows


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was read."""

    words: slice
    scores: Scores
    """Of the sentence read alone."""
    entity: Floats
    """(words, BIO tags): log-probabilities, the mean of both readings."""


class Reader:
    """Reads the words of a text sentence by sentence."""

    def __init__(self, model: Model, spans: Spans) -> None:
        self._model = model
        self._spans = spans

    def __call__(
        self, pieces: Sequence[tuple[int, ...]], edges: npt.NDArray[np.bool_], starts: Starts
    ) -> Iterator[Sentence]:
        """The sentences of a text in order; arguments as those of ``windows``."""
        for window in windows(self._model, pieces, edges, starts):
            context = _log_softmax(window.scores.entity)
            bounds = np.flatnonzero(self._outside_entities(window.starts, context, edges[window.words]))
            for a, b in pairwise([*bounds.tolist(), len(context)]):
                words = slice(window.words.start + a, window.words.start + b)
                alone = window.scores if b - a == len(context) else self._model(pieces[words])
                entity: Floats = np.float32(0.5) * (_log_softmax(alone.entity) + context[a:b])
                yield Sentence(words, alone, entity)

    def _outside_entities(
        self, starts: npt.NDArray[np.bool_], context: Floats, edges: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.bool_]:
        """The starts without those inside a name or a date (``6. November``), but for line breaks."""
        kept = starts.copy()
        for entity in self._spans(context):
            kept[entity.begin + 1 : entity.end] = edges[entity.begin + 1 : entity.end]
        return kept


def _log_softmax(logits: Floats) -> Floats:
    shifted: Floats = logits - logits.max(axis=1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shifted
