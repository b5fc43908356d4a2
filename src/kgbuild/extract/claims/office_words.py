"""Words around an office: the lists of ``offices.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The lists of ``offices.yaml``."""

    former: tuple[str, ...]
    former_prefixes: tuple[str, ...]
    coming: tuple[str, ...]
    prepositions: frozenset[str]
    titles: frozenset[str]
    bodies: tuple[str, ...]
    seats: tuple[str, ...]
    envoys: tuple[str, ...]
    transnational: tuple[str, ...]
    personal: tuple[str, ...]
    colleagues: dict[str, str]
    """Form → nominative singular."""


@cache
def office_words() -> OfficeWords:
    """The shipped lists."""
    source = files("kgbuild").joinpath("data/extract/claims/offices.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(source)
    return OfficeWords(
        former=tuple(table["former"]),
        former_prefixes=tuple(table["former_prefixes"]),
        coming=tuple(table["coming"]),
        prepositions=frozenset(table["prepositions"]),
        titles=frozenset(table["titles"]),
        bodies=tuple(table["bodies"]),
        seats=tuple(table["seats"]),
        envoys=tuple(table["envoys"]),
        transnational=tuple(table["transnational"]),
        personal=tuple(table["personal"]),
        colleagues={form: forms[0] for forms in table["colleagues"] for form in forms},
    )
