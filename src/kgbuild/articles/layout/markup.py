"""Marks of Markdown, as boilerplate spans: the text itself stays as it is, so that offsets hold."""

from __future__ import annotations

import re

from kgbuild.model import Boilerplate, BoilerplateKind, Span

_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)+(?=\S)|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:[-*_=][ \t]*){3,}|```.*|~~~.*)$", re.MULTILINE)
_IMAGE = re.compile(r"^[ \t]*!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$", re.MULTILINE)
_LINK = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?(?:\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]+\]:[ \t]*\S+.*|<https?://[^>\n]*>)[ \t]*$",
    re.MULTILINE,
)
_FIRST_HEADING = re.compile(r"^#[ \t]+(\S.*)$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)
_MARKS = (
    (_IMAGE, BoilerplateKind.CAPTION),
    (_LINK, BoilerplateKind.LINKS),
    (_RULE, BoilerplateKind.NAVIGATION),
    (_HEADING, BoilerplateKind.NAVIGATION),
    (_PREFIX, BoilerplateKind.NAVIGATION),
)
"""Where two of them begin at the same place, the first one counts."""


def marks(text: str) -> list[Boilerplate]:
    """Images, lines that are nothing but a link, rules, and the marks that begin a line; sorted, not overlapping."""
    candidates = sorted(
        (match.start(), rank, match.end(), kind)
        for rank, (pattern, kind) in enumerate(_MARKS)
        for match in pattern.finditer(text)
    )
    found: list[Boilerplate] = []
    end = 0
    for begin, _, mark_end, kind in candidates:
        if begin >= end:
            found.append(Boilerplate(span=Span(begin, mark_end), kind=kind))
            end = mark_end
    return found


def heading(text: str) -> str | None:
    """The first heading of the first level, without its marks; None if there is none."""
    match = _FIRST_HEADING.search(text)
    return (match[1] or match[2]).strip().rstrip("#").rstrip() if match is not None else None
