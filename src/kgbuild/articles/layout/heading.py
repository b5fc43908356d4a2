"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgbuild.articles.layout import notices
from kgbuild.articles.layout.byline import is_byline
from kgbuild.articles.layout.dateline import is_dateline
from kgbuild.articles.layout.lines import LONG, Line
from kgbuild.articles.layout.notices import Zone

MIN_SHARED = 0.5
"""Share of a last line's capitalised words that the article above must hold for it to be its headline."""
_NAME = re.compile(r"[A-ZÄÖÜ][\w’-]{3,}")


def title_index(lines: Sequence[Line], known: str | None = None) -> int | None:
    """Index of the headline among the lines, or None.

    It is the line equal to a title that the metadata give; else the first line if it is shaped like a headline (short,
    no full stop at its end, more text below), passing over a masthead, that is a label of few words that comes again
    below; else a last line of that shape whose names the article above tells of, as some sites print the headline
    under the text.
    """
    if known is not None:
        folded = _fold(known)
        for index, line in enumerate(lines):
            if _fold(line.text) == folded:
                return index
    if not lines:
        return None
    first = _after_mastheads(lines)
    if first < len(lines) - 1 and _is_headline(lines[first], Zone.BODY) and not is_byline(lines[first].text):
        return first
    last = len(lines) - 1
    if last > 0 and _is_headline(lines[last], Zone.TAIL) and _is_told_above(lines):
        return last
    return None


def _after_mastheads(lines: Sequence[Line]) -> int:
    later = [line.text for line in lines[1:]]
    return 1 if lines[0].text in later and lines[0].words <= 4 and not lines[0].stops else 0


def _is_headline(line: Line, zone: Zone) -> bool:
    # Only a wording that is a notice anywhere speaks against the first line: headlines sound like many others.
    return (
        not line.part
        and len(line.text) < LONG
        and not line.text.endswith((".", ":", ";", ","))
        and not (line.stops and line.several_sentences and line.text.endswith("."))
        and not is_dateline(line.text)
        and notices.match(line, zone) is None
    )


def _is_told_above(lines: Sequence[Line]) -> bool:
    *above, last = lines
    names = set(_NAME.findall(last.text))
    told = set(_NAME.findall("\n".join(line.text for line in above if line.is_paragraph)))
    return len(names) >= 2 and len(names & told) >= MIN_SHARED * len(names)


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
