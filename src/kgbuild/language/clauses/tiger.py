"""Trees from a parse with TIGER labels, as the ``de_core_news`` pipelines of spaCy give.

TIGER (Brants et al. 2004) lets a preposition head its noun phrase, an auxiliary its participle (``oc``), a copula its
predicative (``pd``), and chains conjuncts through their conjunctions (``cd``, ``cj``). Here all four are turned over.
No such pipeline can be installed from a package registry: this module is tested with hand-built Docs only.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kgbuild.language.clauses.tree import NOMINAL, Tree
from kgbuild.language.encoder.verbs import infinitive

_AUXILIARIES = frozenset(("sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"))
_COPULAS = frozenset(("sein", "werden", "bleiben"))
_PLAIN = {
    **{"sb": "nsubj", "sp": "nsubj", "oa": "obj", "oa2": "obj", "da": "iobj", "og": "obl:arg", "ag": "nmod"},
    **{"app": "appos", "rc": "acl", "svp": "compound:prt", "ng": "advmod", "pnc": "flat", "nmc": "flat", "uc": "flat"},
    **{"conj": "conj", "cc": "cc", "case": "case", "aux": "aux", "cop": "cop"},
    **{"cp": "mark", "pm": "mark", "cm": "case", "ac": "case", "par": "parataxis", "rs": "ccomp", "re": "ccomp"},
    **{"ju": "cc", "ep": "expl", "ph": "expl", "vo": "vocative", "dm": "discourse", "adc": "amod", "punct": "punct"},
}
"""TIGER edge labels that mean the same wherever they stand; the others depend on what they join."""


def tree(doc: Doc) -> Tree:
    """The tree of a doc with TIGER labels."""
    turned = _Turned(doc)
    turned.prepositions()
    turned.conjuncts()
    turned.auxiliaries()
    turned.copulas()
    return Tree(doc, turned.heads, turned.named(), [(s.start, s.end) for s in doc.sents])


class _Turned:
    """Heads and labels while they are being turned over."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.heads = [token.head.i for token in doc]
        self._labels = ["root" if token.head.i == token.i else token.dep_.lower() for token in doc]
        self._pos = [token.pos_ for token in doc]
        self._bounds = [(s.start, s.end) for s in doc.sents for _ in s]

    def prepositions(self) -> None:
        for i, pos in enumerate(self._pos):
            if pos != "ADP" or self._labels[i] in ("svp", "ac"):
                continue
            inner = [c for c in self._children(i) if self._labels[c] == "nk"]
            nominal = [c for c in inner if self._pos[c] in NOMINAL] or inner
            if nominal:
                self._swap(i, nominal[-1], "case")

    def conjuncts(self) -> None:
        tops = {i: self._top(i) for i, label in enumerate(self._labels) if label == "cj"}
        junctions = [i for i, label in enumerate(self._labels) if label == "cd"]
        joined = {i: next((c for c in self._children(i) if self._labels[c] == "cj"), None) for i in junctions}
        for i, top in tops.items():
            self.heads[i], self._labels[i] = top, "conj"
        for i, conjunct in joined.items():
            if conjunct is not None:
                self.heads[i] = conjunct
            self._labels[i] = "cc"

    def auxiliaries(self) -> None:
        for _ in range(3):  # hat … unterzeichnet werden sollen
            for i in range(len(self.heads)):
                if self._infinitive(i) not in _AUXILIARIES:
                    continue
                verb = next((c for c in self._children(i) if self._labels[c] == "oc" and self._is_complex(i, c)), None)
                if verb is not None:
                    self._swap(i, verb, "aux")

    def copulas(self) -> None:
        for i in range(len(self.heads)):
            if self._infinitive(i) in _COPULAS:
                predicative = next((c for c in self._children(i) if self._labels[c] == "pd"), None)
                if predicative is not None:
                    self._swap(i, predicative, "cop")

    def named(self) -> list[str]:
        """The relations by the names of Universal Dependencies."""
        return [_PLAIN.get(label) or self._by_place(i, label) for i, label in enumerate(self._labels)]

    def _by_place(self, i: int, label: str) -> str:
        """The relation of token i by its part of speech and that of its head."""
        if label == "root":
            return "root"
        pos, marked = self._pos[i], any(self._labels[c] == "case" for c in self._children(i))
        verbal = pos in ("VERB", "AUX") or any(self._labels[c] == "cop" for c in self._children(i))
        if label == "nk" and pos in ("DET", "ADJ", "VERB", "NUM"):
            possessive = self._doc[i].morph.to_dict().get("Poss") == "Yes"
            return {"DET": "det:poss" if possessive else "det", "NUM": "nummod"}.get(pos, "amod")
        if label == "nk" and pos in NOMINAL and self._pos[self.heads[i]] in NOMINAL and not marked:
            return "appos"
        if label == "oc" and self._pos[self.heads[i]] in NOMINAL and not self._is_predicate(self.heads[i]):
            return "acl"
        if label == "oc":
            return "ccomp" if self._doc[i].morph.to_dict().get("VerbForm") == "Fin" or self._has_finite(i) else "xcomp"
        if label == "sbp":
            return "obl:agent"
        if verbal:
            return "advcl"
        if pos in NOMINAL:
            nominal = self._pos[self.heads[i]] in NOMINAL and not self._is_predicate(self.heads[i])
            return "nmod" if nominal or label in ("mnr", "pg") else "obl"
        return "advmod" if pos in ("ADV", "ADJ", "PART", "ADP") else "dep"

    def _is_predicate(self, i: int) -> bool:
        return any(self._labels[c] == "cop" for c in self._children(i))

    def _has_finite(self, i: int) -> bool:
        return any(
            self._labels[c] in ("aux", "cop") and self._doc[c].morph.to_dict().get("VerbForm") == "Fin"
            for c in self._children(i)
        )

    def _is_complex(self, auxiliary: int, verb: int) -> bool:
        """Whether an auxiliary and its clausal object are one verb complex: no subordinator, zu only after sein."""
        marks = [self._labels[c] for c in self._children(verb)]
        infinitive_with_zu = "pm" in marks or self._doc[verb].tag_ == "VVIZU"
        return (
            self._pos[verb] in ("VERB", "AUX")
            and "cp" not in marks
            and "sb" not in marks
            and (not infinitive_with_zu or self._infinitive(auxiliary) == "sein")
        )

    def _infinitive(self, i: int) -> str:
        return infinitive(self._doc[i].text) if self._pos[i] in ("VERB", "AUX") else ""

    def _top(self, i: int) -> int:
        """The first conjunct of a chain."""
        while self._labels[i] in ("cj", "cd"):
            i = self.heads[i]
        return i

    def _children(self, i: int) -> list[int]:
        begin, end = self._bounds[i]
        return [c for c in range(begin, end) if self.heads[c] == i and c != i]

    def _swap(self, upper: int, lower: int, label: str) -> None:
        """Put ``lower`` into the place of ``upper``, with all its dependents, and ``upper`` below it as ``label``."""
        for child in self._children(upper):
            self.heads[child] = lower
        self.heads[lower] = lower if self.heads[upper] == upper else self.heads[upper]
        self._labels[lower] = self._labels[upper]
        self.heads[upper], self._labels[upper] = lower, label
