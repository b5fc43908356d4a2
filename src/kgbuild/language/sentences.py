"""Where sentences start: the encoder's judgement, corrected by what German typography makes certain.

The encoder says of each word how likely it starts a sentence. Within a line rules then say what cannot be: a sentence
starts only after a final mark (a colon is none), never with a closing mark, never after an abbreviation that always
goes on. A question or exclamation mark before a capital lowers the bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

_FINAL = (".", "!", "?", "…")
_CLOSING = frozenset("“”\"'’‘«»‹›)]")
"""Marks that may close what a sentence holds; ``“`` and ``»`` open in other styles, so a space before them tells."""
_NEVER_FIRST = frozenset(".,;:!?…)]}%")
_LIKELY, _AFTER_QUESTION = 0.5, 0.1


def sentence_starts(
    words: Sequence[str], spaced: Sequence[bool], probability: npt.NDArray[np.float64], edges: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Which words start a sentence; the first always does.

    Args:
        words: the words of a window.
        spaced: whether white space stands before each.
        probability: (words,) how likely each starts a sentence.
        edges: (words,) whether a line break or the edge of boilerplate stands before the word.
    """
    starts = edges.copy()
    starts[:1] = True
    for position in range(1, len(words)):
        word = words[position]
        if starts[position] or word in _NEVER_FIRST or _closes(word, spaced[position]):
            continue
        last = _last_before(words, spaced, position)
        if not last.endswith(_FINAL) or last in abbreviations():
            continue
        odds = probability[position]
        if last != words[position - 1]:  # the encoder may have put the start on the closing mark
            odds = max(odds, probability[position - 1])
        asked = last in ("?", "!") and last == words[position - 1] and word[:1].isupper()
        starts[position] = odds > (_AFTER_QUESTION if asked else _LIKELY)
    return starts


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations with their point that no sentence ends with (``data/language/abbreviations.txt``)."""
    source = files("kgbuild").joinpath("data", "language", "abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in source.splitlines() if line.strip() and not line.startswith("#"))


def _closes(word: str, spaced: bool) -> bool:
    return word in _CLOSING and not spaced


def _last_before(words: Sequence[str], spaced: Sequence[bool], position: int) -> str:
    """The last word before ``position`` that is not a closing quotation mark or bracket."""
    last = position - 1
    while last > 0 and _closes(words[last], spaced[last]):
        last -= 1
    return words[last]
