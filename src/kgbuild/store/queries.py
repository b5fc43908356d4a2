"""Ready queries: SPARQL files with a header that says what they tell and which arguments they take.

A file ``ontologies/queries/NAME.rq`` begins with comments::

    # title: Parties of an agreement
    # args: agreement:Agreement
    # example: Abraham-Abkommen

``args`` lists positional arguments as ``name:kind``. A kind is an entity type (``Person``, ``State``, ``Place``,
``Organization``, ``Agreement``, ``Event``) or ``entity`` for any of them: the argument is a name in any spelling, and
the entity's IRI takes its place; or ``text``: a string. In the query an argument stands as ``$name``, which is a SPARQL
variable too, so the file is valid SPARQL by itself and then asks about everything. ``example`` gives arguments that
make sense, separated by commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kgbuild.model import EntityType
from kgbuild.resources import ontology
from kgbuild.store.errors import QueryError
from kgbuild.store.naming import UnknownEntityError, find

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER = re.compile(r"#\s*(title|args|example):\s*(.*?)\s*")
_KINDS = {type_.value: type_ for type_ in EntityType}


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query that is run by its name."""

    name: str
    title: str
    """What it tells, one line."""
    args: tuple[str, ...]
    """Names of its arguments."""
    kinds: tuple[str, ...]
    """Their kinds, see the module."""
    example: tuple[str, ...]
    """Arguments that make sense with it."""
    text: str
    """SPARQL with ``$name`` for each argument."""

    def bind(self, values: Sequence[str], database: pyoxigraph.Store) -> str:
        """The query with its arguments in place.

        Args:
            values: one per argument.
            database: where entities are looked up.

        Raises:
            QueryError: the number of arguments is wrong, or a name is unknown or ambiguous.
        """
        if len(values) != len(self.args):
            wanted = " ".join(arg.upper() for arg in self.args) or "no argument"
            raise QueryError(f"{self.name} takes {wanted}, {len(values)} given")
        terms = {a: _term(k, v, database) for a, k, v in zip(self.args, self.kinds, values, strict=True)}
        return re.sub(r"\$(\w+)", lambda m: str(terms[m[1]]) if m[1] in terms else m[0], self.text)


def ready_queries() -> tuple[ReadyQuery, ...]:
    """All ready queries, by name.

    Raises:
        QueryError: a file's name or header is wrong.
    """
    return _read_all(ontology("queries"))


def ready_query(name: str) -> ReadyQuery:
    """The ready query with this name.

    Raises:
        QueryError: there is none.
    """
    known = {query.name: query for query in ready_queries()}
    if name not in known:
        raise QueryError(f"no ready query is called {name!r}; there are: {', '.join(known)}")
    return known[name]


def read_query(path: Path) -> ReadyQuery:
    """Read a query file.

    Raises:
        QueryError: its name is not of lower-case words joined by hyphens, or its header lacks or garbles something.
    """
    if not _NAME.fullmatch(path.stem):
        raise QueryError(f"{path.name}: the name of a ready query is lower-case words joined by hyphens")
    text = path.read_text(encoding="utf-8")
    header = {m[1]: m[2] for line in text.splitlines() if (m := _HEADER.fullmatch(line))}
    if not header.get("title"):
        raise QueryError(f"{path.name}: the header lacks `# title:`")
    args: list[tuple[str, str]] = []
    for part in header.get("args", "").split():
        name, _, kind = part.partition(":")
        if kind not in (*_KINDS, "entity", "text") or f"${name}" not in text:
            raise QueryError(f"{path.name}: argument {part!r} has no known kind or does not occur as ${name}")
        args.append((name, kind))
    example = tuple(re.findall(r"[^\s,](?:[^,]*[^\s,])?", header.get("example", "")))
    names, kinds = tuple(name for name, _ in args), tuple(kind for _, kind in args)
    return ReadyQuery(path.stem, header["title"], names, kinds, example, text)


@cache
def _read_all(folder: Path) -> tuple[ReadyQuery, ...]:
    return tuple(read_query(path) for path in sorted(folder.glob("*.rq")))


def _term(kind: str, value: str, database: pyoxigraph.Store) -> NamedNode | Literal:
    if kind == "text":
        return Literal(value)
    try:
        return find(database, value, _KINDS.get(kind)).iri
    except UnknownEntityError as error:
        raise QueryError(str(error)) from None
