"""States and other territories by their German names, adjectives, demonyms and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kgbuild.gazetteer import paradigm
from kgbuild.gazetteer.paradigm import Paradigm
from kgbuild.gazetteer.tables import parts, rows

_IS_ADJECTIVE = re.compile(r"sch(?:e[nrsm]?)?$").search


class Kind(StrEnum):
    """What a territory is."""

    STATE = "S"
    FORMER = "F"
    """A state that no longer exists."""
    TERRITORY = "T"
    """No state: dependent, part of another or recognised by few; its names are places."""
    UNION = "U"
    """A union of states, known here for its seat only."""


@dataclass(frozen=True, slots=True)
class Territory:
    """One row of ``data/gazetteer/territories.tsv``, in citation forms."""

    code: str
    """Upper case: ISO 3166-1 alpha-2 (``KZ``, ``XK``), ISO 3166-3 for former states, else rigour's (``GB-SCT``)."""
    kind: Kind
    qid: str
    """Wikidata id."""
    label: str
    """Preferred German name: ``Vereinigte Staaten``."""
    names: tuple[str, ...]
    """All German names, the label first: ``Kasachstan``, ``Republik Kasachstan`` …"""
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Masculine singular."""
    capitals: tuple[str, ...]
    """The capital first, then other seats of government."""

    @property
    def capital(self) -> str | None:
        """The capital's German name; None if it is the state itself (Singapur) or not in the table."""
        return self.capitals[0] if self.capitals else None


class Territories:
    """The table with its indexes. Get the shared one with ``Territories.load()``."""

    def __init__(self, table: Iterator[dict[str, str]]) -> None:
        """Build the indexes from the rows of a table with the columns of ``territories.tsv``."""
        self._by_code: dict[str, Territory] = {}
        self._names: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._demonyms: dict[str, tuple[str, ...]] = {}
        self._bases: dict[str, str] = {}
        self._demonym_bases: dict[str, str] = {}
        for row in table:
            names = [paradigm.name(text) for text in parts(row["names"])]
            adjectives = [paradigm.adjective(text) for text in parts(row["adjectives"])]
            demonyms = [paradigm.demonym(text) for text in parts(row["demonyms"])]
            capitals = [paradigm.name(text) for text in parts(row["capitals"])]
            code = row["code"]
            self._by_code[code] = Territory(
                code,
                Kind(row["kind"]),
                row["qid"],
                names[0].base,
                *(tuple(dict.fromkeys(p.base for p in group)) for group in (names, adjectives, demonyms, capitals)),
            )
            self._index(self._names, names, code)
            self._index(self._capitals, capitals, code)
            for entry in (*adjectives, *demonyms):
                for form in entry.forms:
                    self._demonym_bases.setdefault(form, entry.base)
                    known = self._demonyms.get(form, ())
                    self._demonyms[form] = known if code in known else (*known, code)

    def _index(self, index: dict[str, str], entries: list[Paradigm], code: str) -> None:
        for entry in entries:
            for form in entry.forms:
                index.setdefault(form, code)
                self._bases.setdefault(form, entry.base)

    @staticmethod
    @cache
    def load() -> Territories:
        """The shipped table, read once."""
        return Territories(rows("territories.tsv"))

    def __iter__(self) -> Iterator[Territory]:
        """All territories in the order of the table."""
        return iter(self._by_code.values())

    def territory(self, code: str) -> Territory:
        """The territory with this code.

        Raises:
            KeyError: there is none.
        """
        return self._by_code[code]

    def is_state(self, code: str) -> bool:
        """Whether the code is a state's, present or former; False for a code that is unknown."""
        entry = self._by_code.get(code)
        return entry is not None and entry.kind in (Kind.STATE, Kind.FORMER)

    def by_name(self, surface: str) -> str | None:
        """The code of the territory that a German name means, in any inflected form.

        Where two share a name (``Kongo``) the first in the table has it.
        """
        return self._names.get(surface)

    def by_capital(self, surface: str) -> str | None:
        """The code of the territory whose capital or seat a name is: ``Astanas`` → KZ, ``Kreml`` → RU.

        ``Brüssel`` → EU: the news means the union by it, seldom Belgium.
        """
        return self._capitals.get(surface)

    def by_demonym(self, surface: str) -> tuple[str, ...]:
        """The codes of the states that an adjective or demonym certainly belongs to; of a compound one for each part.

        ``kasachischen`` → (KZ,), ``kasachisch-israelische`` → (KZ, IL), ``deutsch-arabisch`` → (DE,); empty if none or
        uncertain (``koreanisch``, see ``demonym_candidates``).
        """
        return tuple(group[0] for group in self._demonym_parts(surface) if len(group) == 1)

    def demonym_candidates(self, surface: str) -> tuple[str, ...]:
        """All states that an adjective or demonym may belong to: ``koreanisch`` → (KP, KR)."""
        return tuple(dict.fromkeys(code for group in self._demonym_parts(surface) for code in group))

    def base(self, surface: str) -> str | None:
        """The citation form of a name or capital: ``Vereinigten Staaten`` → ``Vereinigte Staaten``."""
        return self._bases.get(surface)

    def demonym_base(self, surface: str) -> str | None:
        """The citation form of an adjective or demonym as the table has it: ``kasachischen`` → kasachisch."""
        return self._demonym_bases.get(surface)

    def forms(self) -> Iterator[tuple[str, str]]:
        """Every form of every name with its code, in the order of the table."""
        return iter(self._names.items())

    def seats(self) -> Iterator[tuple[str, str]]:
        """Every form of every capital and seat with its code."""
        return iter(self._capitals.items())

    def _demonym_parts(self, surface: str) -> list[tuple[str, ...]]:
        for form in (surface, surface[:1].lower() + surface[1:]):
            if form in self._demonyms:
                return [self._demonyms[form]]
        for cut in (index for index, char in enumerate(surface) if char == "-"):
            first, rest = surface[:cut], surface[cut + 1 :]
            if not _IS_ADJECTIVE(rest) and rest not in self._demonyms:
                continue
            head = self._demonyms.get(first) or self._demonyms.get(first[:1].lower() + first[1:])
            found = [head] if head else self._demonym_parts(first)
            return [*found, *self._demonym_parts(rest)]
        return []
