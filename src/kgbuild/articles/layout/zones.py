"""Where the body begins and ends, and which lines before, in and after it are boilerplate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kgbuild.articles.layout import notices
from kgbuild.articles.layout.lines import LONG, Line
from kgbuild.articles.layout.notices import Zone
from kgbuild.model import BoilerplateKind

_BIOGRAPHY = re.compile(r"\s(?:ist|war|lebt|lehrt|leitet|arbeitet|forscht|schreibt|berichtet)\b")
_MASTHEAD_WORDS = 4


def classify(
    lines: Sequence[Line], bounds: tuple[int, int], title: int | None, authors: Sequence[str]
) -> dict[int, BoilerplateKind]:
    """The kind of each boilerplate line, by its index.

    Three things decide: the wording (``data/articles/notices.yaml``), the position and the shape. After the body's
    last paragraph a line that is no sentence has nothing to head and is boilerplate; a link or source list goes on
    until a paragraph follows; short labels that come again are mastheads.

    Args:
        lines: the lines of the article.
        bounds: indices of the first and the last line of the body, as ``body_bounds`` gives them.
        title: index of the title among them, which is never boilerplate.
        authors: names from the byline or the metadata; a note on one of them at the end is boilerplate.
    """
    kinds = _by_wording(lines, bounds, title)
    kinds |= {index: kind for index, kind in _tail(lines, kinds, title, authors).items() if index not in kinds}
    kinds |= {index: kind for index, kind in _mastheads(lines).items() if index not in kinds and index != title}
    return dict(sorted(kinds.items()))


def body_bounds(lines: Sequence[Line], excluded: Sequence[int] = ()) -> tuple[int, int]:
    """Indices of the first and the last line of the body's running text; (len(lines), -1) if there is none.

    Running text is a paragraph, or a sentence without the wording of a notice that may stand at the edges.
    """
    running = [
        index
        for index, line in enumerate(lines)
        if index not in excluded
        and (line.is_paragraph or line.is_sentence)
        and notices.match(line, Zone.TAIL) is None
        and notices.match(line, Zone.HEAD) is None
    ]
    return (running[0], running[-1]) if running else (len(lines), -1)


def _by_wording(lines: Sequence[Line], bounds: tuple[int, int], title: int | None) -> dict[int, BoilerplateKind]:
    first, last = bounds
    kinds: dict[int, BoilerplateKind] = {}
    open_list: BoilerplateKind | None = None
    for index, line in enumerate(lines):
        if index == title:
            continue
        zone = Zone.HEAD if index < first else Zone.TAIL if index > last else Zone.BODY
        notice = notices.match(line, zone)
        if notice is not None:
            kinds[index] = notice.kind
            open_list = notice.kind if notice.opens_list and _is_bare_label(line) else None
        elif open_list is not None and not line.is_paragraph and (not line.is_sentence or zone is Zone.TAIL):
            kinds[index] = open_list
        else:
            open_list = None
    return kinds


def _is_bare_label(line: Line) -> bool:
    """Whether a lead-in stands alone, so that what it leads to comes in the next lines."""
    return line.text.endswith(":") or (":" not in line.text and line.words <= 6)


def _tail(
    lines: Sequence[Line], kinds: dict[int, BoilerplateKind], title: int | None, authors: Sequence[str]
) -> dict[int, BoilerplateKind]:
    found: dict[int, BoilerplateKind] = {}
    running = next((index for index, line in enumerate(lines) if line.is_paragraph or line.is_sentence), len(lines))
    for index in range(len(lines) - 1, running, -1):
        line = lines[index]
        if index in kinds or index == title:
            continue
        if len(line.text) < LONG * 2 and any(
            line.text.startswith(name) and _BIOGRAPHY.match(line.text[len(name) :]) for name in authors
        ):
            found[index] = BoilerplateKind.BYLINE
        elif not line.is_sentence and len(line.text) < LONG:
            found[index] = BoilerplateKind.NAVIGATION
        else:
            break
    return found


def _mastheads(lines: Sequence[Line]) -> dict[int, BoilerplateKind]:
    count = Counter(line.text for line in lines)
    return {
        index: BoilerplateKind.REPEATED
        for index, line in enumerate(lines)
        if count[line.text] > 1 and line.words <= _MASTHEAD_WORDS and not line.stops
    }
