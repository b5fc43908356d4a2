"""Words to pieces: the unigram tokenizer that the encoder was pruned to.

Each word is normalised character by character and then cut alone (Kudo 2018, subword regularisation; the Viterbi
best segmentation), with a leading ``▁`` where white space stands before it. The ``tokenizers`` library does the work.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
LONGEST = 12
"""Pieces of a word that the encoder sees; it reads a word from the first."""
_READ = 200
"""Characters of a word that are looked at: more than ``LONGEST`` pieces can hold."""


class Pieces:
    """Cuts words into piece ids; remembers the words it has met lately."""

    def __init__(self, path: Path) -> None:
        """Read ``vocabulary.json`` (``pieces``, ``scores``, ``normalisation``)."""
        vocabulary = json.loads(path.read_text(encoding="utf-8"))
        self._normal: dict[int, str] = str.maketrans(vocabulary["normalisation"])
        scored = list(zip(vocabulary["pieces"], vocabulary["scores"], strict=True))
        self._spaced = _tokenizer(scored, "always")
        self._joined = _tokenizer(scored, "never")
        self._cut = lru_cache(maxsize=1 << 16)(self._uncached)

    def __call__(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Piece ids of one word, between 1 and ``LONGEST``; ``spaced`` if white space stands before it."""
        return self._cut(word, spaced)

    def _uncached(self, word: str, spaced: bool) -> tuple[int, ...]:
        tokenizer = self._spaced if spaced else self._joined
        ids = tokenizer.encode(word[:_READ].translate(self._normal)).ids
        return tuple(ids[:LONGEST]) or (UNKNOWN,)


def _tokenizer(scored: list[tuple[str, float]], prepend: str) -> Tokenizer:
    tokenizer = Tokenizer(Unigram(scored, unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme=prepend)
    return tokenizer
