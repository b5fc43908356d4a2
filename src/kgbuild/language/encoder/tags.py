"""Word-level heads to the values of spaCy's token attributes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.vocab import Vocab

from kgbuild.language.encoder.layout import Layout
from kgbuild.language.encoder.lemmas import CANDIDATES, lemma
from kgbuild.language.encoder.model import Floats, Labels, Scores

ATTRIBUTES = ("POS", "TAG", "MORPH", "LEMMA", "DEP")
"""The columns that ``Tags`` fills."""
ROOT = "ROOT"
"""spaCy's name of the relation of a root, in place of ``root``."""


class Tags:
    """Turns scores into attribute values, strings into the hashes of a vocabulary."""

    def __init__(self, labels: Labels, vocab: Vocab) -> None:
        strings = vocab.strings
        self._vocab = vocab
        self._scripts = labels.scripts
        self._names = labels.pos
        self._pos = np.array([strings.add(pos) for pos in labels.pos], dtype=np.uint64)
        self._relation = np.array([strings.add(ROOT if r == "root" else r) for r in labels.relation], dtype=np.uint64)
        self.root = strings.add(ROOT)
        self._root = labels.relation.index("root")
        self._unread = strings.add("dep")
        self._space = strings.add("SPACE")
        self._features = labels.features
        self._bounds = np.cumsum([0, *(len(values) for values in labels.features.values())])
        self._morph = lru_cache(maxsize=1 << 14)(self._morph_uncached)
        self._lemma = lru_cache(maxsize=1 << 16)(self._lemma_uncached)

    def __call__(
        self, words: Sequence[str], scores: Scores, relations: Floats, heads: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.uint64]:
        """(words, ``ATTRIBUTES``): the values of the words of a window whose trees are known."""
        pos = scores.pos.argmax(axis=1)
        roots = heads == np.arange(len(heads))
        free = relations.copy()
        free[:, self._root] = -np.inf
        relation = np.where(roots, self._root, free.argmax(axis=1))
        features = np.column_stack(
            [scores.features[:, a:b].argmax(axis=1) for a, b in zip(self._bounds[:-1], self._bounds[1:], strict=True)]
        )
        morphs = [self._morph(tuple(row)) for row in features.tolist()]
        order = np.argsort(-scores.lemma, axis=1, kind="stable")[:, :CANDIDATES].tolist()
        lemmas = [
            self._lemma(word, int(p), morph, tuple(scripts))
            for word, p, morph, scripts in zip(words, pos, morphs, order, strict=True)
        ]
        return np.column_stack(
            [
                self._pos[pos],
                self._pos[pos],
                np.array(morphs, dtype=np.uint64),
                np.array(lemmas, dtype=np.uint64),
                self._relation[relation],
            ]
        )

    def unread(self, layout: Layout) -> npt.NDArray[np.uint64]:
        """(tokens, ``ATTRIBUTES``) before anything is read: boilerplate has a relation only, white space its tag."""
        values = np.zeros((len(layout.blank), len(ATTRIBUTES)), dtype=np.uint64)
        values[:, ATTRIBUTES.index("DEP")] = self._unread
        for column in ("POS", "TAG"):
            values[layout.blank, ATTRIBUTES.index(column)] = self._space
        return values

    def _morph_uncached(self, row: tuple[int, ...]) -> int:
        pairs = zip(self._features.items(), row, strict=True)
        named = [f"{name}={values[value]}" for (name, values), value in pairs if values[value] != "_"]
        return int(self._vocab.morphology.add("|".join(named)))

    def _lemma_uncached(self, word: str, pos: int, morph: int, scripts: tuple[int, ...]) -> int:
        features = str(self._vocab.morphology.get(morph)) if morph else ""
        found = lemma(word, self._names[pos], features, [self._scripts[script] for script in scripts])
        return int(self._vocab.strings.add(found))
