"""The graph as a value: subjects with what is said about each, in an order that does not depend on any input order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import merge

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple


class Section(IntEnum):
    """Where in a file a subject stands."""

    ARTICLE = 0
    SENTENCE = 1
    PHRASE = 2
    ENTITY = 3
    CLAIM = 4


@dataclass(slots=True)
class Description:
    """All statements about one subject in one graph."""

    section: Section
    order: tuple[str | int, ...]
    """Sorts the subjects of a section; unique among them."""
    subject: NamedNode
    _statements: dict[NamedNode, dict[NamedNode | Literal, None]] = field(default_factory=dict)

    def add(self, predicate: NamedNode, *objects: NamedNode | Literal) -> None:
        """State something about the subject; stating it again changes nothing."""
        self._statements.setdefault(predicate, {}).update(dict.fromkeys(objects))

    def triples(self) -> Iterator[Triple]:
        """The statements, grouped by predicate in the order in which these were first used."""
        for predicate, objects in self._statements.items():
            for item in objects:
                yield Triple(self.subject, predicate, item)


class Descriptions:
    """Collects the descriptions of one named graph, one per subject.

    A sentence that is one single mention shares its IRI with it; then one description holds both.
    """

    def __init__(self) -> None:
        self._by_subject: dict[NamedNode, Description] = {}

    def of(self, subject: NamedNode, section: Section, order: tuple[str | int, ...]) -> Description:
        """The description of a subject, made on first use."""
        found = self._by_subject.get(subject)
        if found is None:
            found = self._by_subject[subject] = Description(section, order, subject)
        return found

    def sorted(self) -> tuple[Description, ...]:
        """All of them, by section and order."""
        return tuple(sorted(self._by_subject.values(), key=_position))


@dataclass(frozen=True)
class NamedGraph:
    """What one article says: its text, mentions, claims and figures."""

    name: NamedNode
    """The article's IRI."""
    descriptions: tuple[Description, ...]


@dataclass(frozen=True)
class Graph:
    """The whole: one named graph per article, and the default graph with entities and direct triples."""

    base_iri: str
    articles: tuple[NamedGraph, ...]
    """Sorted by article."""
    default: tuple[Description, ...]
    """Entities with their direct triples."""

    def quads(self) -> Iterator[Quad]:
        """Every statement with the graph it belongs to: articles first, the default graph last."""
        for article in self.articles:
            yield from _quads(article.descriptions, article.name)
        yield from _quads(self.default, DefaultGraph())

    def triples(self) -> Iterator[Triple]:
        """Every statement without its graph: articles, sentences, mentions, entities, claims."""
        graphs: list[Iterable[Description]] = [self.default, *(a.descriptions for a in self.articles)]
        for description in merge(*graphs, key=_position):
            yield from description.triples()

    def __len__(self) -> int:
        """The number of statements."""
        return sum(1 for _ in self.quads())


def _quads(descriptions: Iterable[Description], graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
    for description in descriptions:
        for triple in description.triples():
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _position(description: Description) -> tuple[int, tuple[str | int, ...]]:
    return description.section, description.order
