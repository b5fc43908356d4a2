"""Names in a row that were read as one: ``hatte Gideon Sa’ar | Aserbaidschan besucht``, ``dass Trump | Toqaevs …``.

German puts subject and object side by side, and both may be bare names. Such a span is parted only where the article
itself, or a table, tells that both parts stand on their own: the first is the surname of a person who is named in full
elsewhere (or a name of several words before a state), the second the name of a state or place, or of another person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kgbuild.language.entities.candidate import Candidate
from kgbuild.language.entities.persons import surname
from kgbuild.language.entities.surfaces import Words, surface
from kgbuild.language.gazetteer.names import known
from kgbuild.model import Label


def parted(doc: Doc, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each row of names as its parts, in text order."""
    names = _Names(doc, candidates)
    return [part for c in candidates for part in names.parts(c)]


class _Names:
    """The persons of an article by their full names."""

    def __init__(self, doc: Doc, candidates: Sequence[Candidate]) -> None:
        self.doc = doc
        self.words = Words(doc)
        persons = [c for c in candidates if c.label == Label.PER and c.length > 1]
        self.times = Counter(surface(doc, c) for c in persons)
        self.full = sorted({self._name(c) for c in persons})
        self.inner = {run for name in self.full for run in _runs(name) if run != name}
        self.by_last: dict[str, list[tuple[str, ...]]] = {}
        for name in self.full:
            self.by_last.setdefault(name[-1], []).append(name)
        self.given = Counter(name[0] for name in self.full)

    def _name(self, c: Candidate) -> tuple[str, ...]:
        words = surface(self.doc, c).split()
        return (*words[:-1], surname(self.words.bare(words[-1])))

    def parts(self, c: Candidate) -> Iterator[Candidate]:
        """The parts of a row of names, else the candidate itself."""
        row = c.label == Label.PER and c.length > 1 and not self._is_established(c)
        cuts = range(c.begin + 1, c.end) if row else ()
        for cut in cuts:
            label = self._second(c, cut)
            if label is not None:
                yield c._replace(end=cut)
                yield c._replace(begin=cut, label=label)
                return
        yield c

    def _is_established(self, c: Candidate) -> bool:
        """Whether the words stand together elsewhere, too, alone or in a longer name: ``Semedo Évora``."""
        return self._name(c) in self.inner or self.times[surface(self.doc, c)] > 1

    def _second(self, c: Candidate, cut: int) -> Label | None:
        """What the words from ``cut`` on name, if they and those before it are two names; else None."""
        before, after = c._replace(end=cut), c._replace(begin=cut)
        first = surface(self.doc, before).split()
        if first[-1].islower() or not self.doc[cut - 1].whitespace_:
            return None
        surname_first = len(first) == 1 and self._is_surname(first[0], c)
        table = known(surface(self.doc, after))
        if table is not None and table.label in (Label.STATE, Label.LOC):
            several = len(first) > 1 and table.label == Label.STATE
            return table.label if several or surname_first else None
        arabic = surname_first and surname(first[0]) != first[0]
        return Label.PER if arabic or (surname_first and self._is_another(after, before, c)) else None

    def _is_surname(self, word: str, within: Candidate) -> bool:
        """Whether it is the surname of somebody named in full elsewhere, and nobody's given name."""
        bare, within_name = surname(word), self._name(within)
        named = any(name != within_name for name in self.by_last.get(bare, ()))
        given = self.given[word] - (within_name[0] == word) > 0
        return named and (bare != word or not given)

    def _is_another(self, second: Candidate, first: Candidate, within: Candidate) -> bool:
        """Whether words name a person whom the article calls by other given names than the words before them."""
        name = self._name(second)
        before = set(surface(self.doc, first).split())
        for full in self.by_last.get(name[-1], ()):
            if full != self._name(within) and before.isdisjoint(full) and (len(name) == 1 or full == name):
                return True
        return False


def _runs(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All runs of two or more words of a name."""
    for begin in range(len(name)):
        for end in range(begin + 2, len(name) + 1):
            yield name[begin:end]
