"""The small words and classes of words that slots are found by, read from ``slots.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The lists of ``slots.yaml``."""

    copulas: frozenset[str]
    asking: frozenset[str]
    envoys: frozenset[str]
    reciprocal: frozenset[str]
    accusatives: frozenset[str]
    before_noun: frozenset[str]


@cache
def frame_words() -> FrameWords:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/frames/slots.yaml").read_text(encoding="utf-8")
    return FrameWords(**{name: frozenset(words) for name, words in yaml.safe_load(source).items()})
