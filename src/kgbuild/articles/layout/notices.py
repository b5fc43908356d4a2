"""The wordings by which newspapers' notices are known, from ``data/articles/notices.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.articles.layout.lines import Line
from kgbuild.model import BoilerplateKind


class Zone(StrEnum):
    """Where in an article a line stands."""

    HEAD = "head"  # before the first paragraph of the body
    BODY = "body"
    TAIL = "tail"  # after the last


@dataclass(frozen=True, slots=True)
class Notice:
    """One wording of boilerplate."""

    kind: BoilerplateKind
    zones: frozenset[Zone]
    pattern: re.Pattern[str]
    max_length: int
    opens_list: bool
    """Whether what follows it, up to the next paragraph of the body, belongs to it."""

    def fits(self, line: Line, zone: Zone) -> bool:
        """Whether a line in this zone has this wording."""
        return zone in self.zones and len(line.text) <= self.max_length and self.pattern.search(line.text) is not None


@cache
def notices() -> tuple[Notice, ...]:
    """All wordings, in the order of the file: the first that fits decides the kind."""
    table = yaml.safe_load(files("kgbuild").joinpath("data/articles/notices.yaml").read_text(encoding="utf-8"))
    words = {name: "(?:" + re.sub(r"\s*\|\s*", "|", parts) + ")" for name, parts in table["words"].items()}
    return tuple(
        Notice(
            kind=BoilerplateKind(entry["kind"]),
            zones=frozenset(Zone(zone) for zone in entry.get("zones", ("head", "body", "tail"))),
            pattern=re.compile(re.sub(r"<(\w+)>", lambda name: words[name[1]], entry["pattern"])),
            max_length=entry.get("max_length", 300),
            opens_list=entry.get("opens_list", False),
        )
        for entry in table["notices"]
    )


def match(line: Line, zone: Zone) -> Notice | None:
    """The first wording that a line in this zone has."""
    return next((notice for notice in notices() if notice.fits(line, zone)), None)
