"""Where sentences start: the encoder's judgement, corrected by what German typography makes certain.

The encoder says of each word how likely it starts a sentence. Rules then say what cannot be: no sentence starts with
a closing mark, none inside a number with its ordinal point, none after an abbreviation that always goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

_CLOSING = frozenset(".,;:!?…)]}%“”’\"'«‹›»")
_OPENING = frozenset("„‚([{»›«‹“\"'‘–—-•*")
_FINAL = frozenset(".!?…:")


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations with their point that no sentence ends with (``data/language/abbreviations.txt``)."""
    source = files("kgbuild").joinpath("data", "language", "abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in source.splitlines() if line.strip() and not line.startswith("#"))


def sentence_starts(
    words: Sequence[str], probability: npt.NDArray[np.float64], edges: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Which words start a sentence.

    Args:
        words: the words of a window.
        probability: (words,) how likely each starts a sentence.
        edges: (words,) whether a line break or the edge of boilerplate stands before the word.
    """
    starts = probability > 0.5
    starts |= edges
    if len(starts):
        starts[0] = True
    return starts
