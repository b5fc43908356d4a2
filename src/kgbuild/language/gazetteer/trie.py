"""Exact matching of many names at once, token by token (a trie over token texts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from spacy.tokens import Doc

V = TypeVar("V")


class Match(NamedTuple, Generic[V]):
    """A run of tokens that is one of the names."""

    begin: int
    end: int
    value: V


class _Node(Generic[V]):
    __slots__ = ("children", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[V]] = {}
        self.value: V | None = None


class Trie(Generic[V]):
    """Names with a value each; the first value given to a name stays."""

    def __init__(self) -> None:
        """An empty trie."""
        self._root: _Node[V] = _Node()

    def add(self, words: Iterable[str], value: V) -> None:
        """Enter a name, given as the texts of its tokens."""
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if node.value is None:
            node.value = value

    def longest(self, doc: Doc, skip: Sequence[bool] = ()) -> Iterator[Match[V]]:
        """The longest match at each place, from left to right, none overlapping another.

        Args:
            doc: the text.
            skip: one flag per token; a match holds no flagged token. Empty: none is flagged.
        """
        words = [token.text for token in doc]
        position = 0
        while position < len(words):
            match = self._at(words, position, skip)
            if match is None:
                position += 1
            else:
                yield match
                position = match.end

    def _at(self, words: Sequence[str], begin: int, skip: Sequence[bool]) -> Match[V] | None:
        node, found = self._root, None
        for position in range(begin, len(words)):
            following = None if skip and skip[position] else node.children.get(words[position])
            if following is None:
                break
            node = following
            if node.value is not None:
                found = Match(begin, position + 1, node.value)
        return found
