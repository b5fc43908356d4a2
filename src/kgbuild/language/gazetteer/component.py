"""The spaCy component ``kgbuild_gazetteer``: mentions that tables and rules propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from kgbuild.gazetteer.territories import Territories
from kgbuild.language.extensions import register
from kgbuild.language.gazetteer import compounds, demonyms, heads
from kgbuild.language.gazetteer.names import names
from kgbuild.model import Label

FACTORY = "kgbuild_gazetteer"

CERTAIN = 1.0
"""Confidence of a proposal that a table makes without doubt."""
UNCERTAIN = 0.6
"""Confidence of a proposal whose words may also mean something else (``Ungarn``: the state, or its people)."""

_Proposal: TypeAlias = tuple[Span, float]


class Gazetteer:
    """Writes its proposals to ``doc.spans["kgbuild_gazetteer"]``, in text order; they may overlap.

    The group's ``attrs["confidence"]`` lists how sure each is, in the same order: ``CERTAIN`` where a table knows the
    name and it means one thing; others less (``UNCERTAIN``, ``heads.RULE``, ``heads.HINT``). It is not kept in
    ``span._.confidence``, because spaCy shares that among all spans with the same offsets, the model's too.

    ``kb_id_`` is the code of a state (``KZ``), of compound adjectives the codes joined by ``+`` (``KZ+IL``).
    Boilerplate gets none.
    """

    def __init__(self, nlp: Language, name: str = FACTORY) -> None:
        """Read the tables with the tokenizer of ``nlp``."""
        register()
        self.name = name
        self._territories = Territories.load()
        self._names = names(nlp.tokenizer)

    def __call__(self, doc: Doc) -> Doc:
        """Propose mentions of a doc."""
        skip = boilerplate(doc)
        readers = (self._named, self._demonyms, self._compounds, self._headed)
        found = [proposal for read in readers for proposal in read(doc, skip)]
        found.sort(key=lambda proposal: (proposal[0].start, -proposal[0].end))
        doc.spans[FACTORY] = SpanGroup(
            doc,
            name=FACTORY,
            spans=[span for span, _ in found],
            attrs={"confidence": [confidence for _, confidence in found]},
        )
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Annotate docs one after the other."""
        for doc in stream:
            yield self(doc)

    def _named(self, doc: Doc, skip: list[bool]) -> Iterator[_Proposal]:
        for begin, end, known in self._names.longest(doc, skip):
            if not known.certain and known.code and _means_people(doc, begin):
                yield _span(doc, begin, end, Label.NORP, known.code, heads.RULE)
            else:
                yield _span(doc, begin, end, known.label, known.code, CERTAIN if known.certain else UNCERTAIN)

    def _demonyms(self, doc: Doc, skip: list[bool]) -> Iterator[_Proposal]:
        for token in doc:
            if skip[token.i] or len(token.text) < 3 or not demonyms.is_demonym(token.text):
                continue
            if demonyms.is_attributive(token.text):
                codes = "+".join(self._territories.by_demonym(token.text))
                confidence = UNCERTAIN if demonyms.is_noun(token.text) else CERTAIN
                yield _span(doc, token.i, token.i + 1, Label.NORP, codes, confidence)

    def _compounds(self, doc: Doc, skip: list[bool]) -> Iterator[_Proposal]:
        for token in doc:
            found = None if skip[token.i] else compounds.state(token.text)
            if found is not None:
                yield _span(doc, token.i, token.i + 1, found.label, found.code, heads.RULE)

    def _headed(self, doc: Doc, skip: list[bool]) -> Iterator[_Proposal]:
        for proposal in heads.proposals(doc, skip):
            yield _span(doc, proposal.begin, proposal.end, proposal.label, "", proposal.confidence)


@Language.factory(FACTORY, assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Gazetteer:
    """The component ``kgbuild_gazetteer`` with the shipped tables."""
    return Gazetteer(nlp, name)


def _means_people(doc: Doc, position: int) -> bool:
    """Whether a name of a state that is a people's, too, has an article: ``die Polen``, never ``das Land Polen``."""
    if position == 0 or doc[position - 1].lower_ not in ("die", "den"):
        return False
    return position == 1 or doc[position - 2].text != ","


def boilerplate(doc: Doc) -> list[bool]:
    """For each token whether it overlaps ``doc._.boilerplate``."""
    flags = [False] * len(doc)
    edges = iter(sorted(doc._.boilerplate))
    edge = next(edges, None)
    for token in doc:
        while edge is not None and edge[1] <= token.idx:
            edge = next(edges, None)
        if edge is None:
            break
        flags[token.i] = edge[0] < token.idx + len(token)
    return flags


def _span(doc: Doc, begin: int, end: int, label: Label, code: str, confidence: float) -> _Proposal:
    return Span(doc, begin, end, label=label.value, kb_id=code), confidence
