"""Put together what the parts of the layout tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgbuild.articles.layout.byline import read_byline
from kgbuild.articles.layout.dateline import read_dateline
from kgbuild.articles.layout.heading import title_index
from kgbuild.articles.layout.lines import Line
from kgbuild.articles.layout.lines import lines as lines_of
from kgbuild.articles.layout.zones import body_bounds, classify
from kgbuild.model import Boilerplate, DateBasis, IsoDate, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """What the text itself says about its parts and its origin."""

    boilerplate: tuple[Boilerplate, ...]
    """In text order, not overlapping."""
    title: str | None = None
    title_span: Span | None = None
    published: IsoDate | None = None
    basis: DateBasis | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None


def read_layout(
    text: str, *, known_title: str | None = None, authors: Sequence[str] = (), marked: Sequence[Boilerplate] = ()
) -> Layout:
    """Read the layout of an article's text.

    Args:
        text: the whole text.
        known_title: the title that the metadata give.
        authors: the authors that the metadata give.
        marked: spans that are boilerplate already (front matter, Markdown's marks), sorted and not overlapping.
    """
    lines = list(_without(marked, lines_of(text)))
    title = title_index(lines, known_title)
    first, last = body_bounds(lines, () if title is None else (title,))
    byline = read_byline(lines, first, last, title)
    dateline = read_dateline(lines, first, title)
    kinds = classify(lines, (first, last), title, [*authors, *byline.authors])
    found = [Boilerplate(span=lines[index].span, kind=kind) for index, kind in kinds.items()]
    return Layout(
        boilerplate=tuple(sorted([*marked, *found], key=lambda item: item.span)),
        title=lines[title].text if title is not None else None,
        title_span=lines[title].span if title is not None else None,
        published=dateline.published,
        basis=dateline.basis,
        authors=byline.authors,
        publisher=byline.publisher or dateline.agency,
    )


def _without(marked: Sequence[Boilerplate], lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without the marked spans at their edges; a line that is all marked vanishes."""
    ends = [item.span.end for item in marked]
    for line in lines:
        begin, end = line.span
        at = bisect_right(ends, begin)
        while at < len(marked) and marked[at].span.begin < end:
            span = marked[at].span
            if span.begin <= begin:
                begin = min(span.end, end)
            elif span.end >= end:
                end = span.begin
            at += 1
        content = line.text[begin - line.span.begin : end - line.span.begin]
        bare = content.strip()
        if bare:
            begin += len(content) - len(content.lstrip())
            yield Line(Span(begin, begin + len(bare)), bare, line.part)
