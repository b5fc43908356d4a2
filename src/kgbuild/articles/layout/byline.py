"""Who wrote an article, and for which paper, where a line of it says so plainly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.articles.layout import notices
from kgbuild.articles.layout.lines import Line
from kgbuild.articles.layout.notices import Zone
from kgbuild.model import BoilerplateKind

_NAME = r"[^\W\d_][\w’'ʼ.-]*(?:\s(?:(?:von|van|de|der|den|al|el|bin|di|da|du|ten|zu)\s)*[^\W\d_a-zäöü][\w’'ʼ.-]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:,\s|\sund\s|\s&\s){_NAME})*"
_BY = re.compile(
    r"(?:(?:Eine?\s)?(?:\w+\s)?[Vv]on|Autor(?:in|en|innen)?:|Text:|Text und Fotos:|Verfasst von:?)\s"
    rf"(?P<names>{_NAMES})"
    r"(?P<rest>(?:,\s[A-ZÄÖÜ][\w’/ -]+)?)(?:\s\([\w/]{2,8}\))?\.?"
)
_FOR = re.compile(rf"(?P<names>{_NAME})\sfür\s(?:die\s|das\s|den\s)?(?P<publisher>[A-ZÄÖÜ][\w’. -]{{1,40}})")
_BARE = re.compile(rf"(?P<names>{_NAME})(?P<rest>(?:,\s[A-ZÄÖÜ][\w’/ -]+)?)\s\((?P<sign>[\w-]{{2,5}})\)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors and publisher of a byline."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None


def is_byline(text: str) -> bool:
    """Whether a line is ``Von Ada Muster`` or the like and nothing else."""
    return (_BY.fullmatch(text) or _BARE.fullmatch(text)) is not None


def read_byline(lines: Sequence[Line], first: int, last: int, title: int | None) -> Byline:
    """The first byline before or after the body.

    ``Von Ada Muster, Bern``; ``Text: Ada Muster``; ``Ada Muster, Genf (sdn)``; ``Ada Muster für Wochenblatt``, which
    names the paper too. Editors and translators are not authors.

    Args:
        lines: the lines of the article.
        first: index of the first line of the body.
        last: index of the last line of the body.
        title: index of the headline.
    """
    for index in [*range(first), *range(last + 1, len(lines))]:
        line = lines[index]
        zone = Zone.HEAD if index < first else Zone.TAIL
        notice = notices.match(line, zone) if index != title else None
        if notice is None or notice.kind is not BoilerplateKind.BYLINE:
            continue
        if found := _FOR.fullmatch(line.text):
            return Byline((found["names"],), found["publisher"])
        if found := _BY.fullmatch(line.text) or _BARE.fullmatch(line.text):
            return Byline(tuple(dict.fromkeys(_persons(found["names"]))))
    return Byline()


def _persons(names: str) -> list[str]:
    """The persons of a byline: ``A und B``, ``A, B und C``; what follows the last of them after a comma is a place."""
    *others, last = re.split(r"\sund\s|\s&\s", names)
    return [name for part in others for name in part.split(", ")] + last.split(", ")[:1]
