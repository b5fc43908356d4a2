"""The spaCy component ``kgbuild_encoder``: all that a tagger, a parser and an entity recogniser would set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kgbuild.language.encoder import model, trees
from kgbuild.language.encoder.layout import Layout
from kgbuild.language.encoder.model import Model, Scores
from kgbuild.language.encoder.reading import Reader
from kgbuild.language.encoder.spans import EntitySpan, Spans
from kgbuild.language.encoder.tags import ATTRIBUTES, Tags
from kgbuild.language.extensions import register
from kgbuild.language.sentences import sentence_starts

FACTORY = "kgbuild_encoder"


class Encoder:
    """Sets ``pos_``, ``tag_`` (the same), ``morph``, ``lemma_``, ``dep_``, ``head``, sentence starts and ``ents``.

    Labels are those of Universal Dependencies (the root ``ROOT``) and the twelve of the annotation guide; an entity's
    ``_.confidence`` is the lowest probability of its words' tags. Words inside ``doc._.boilerplate`` are not read;
    they hang on the first word of their run with the relation ``dep``, as white space hangs on the word before it.
    The output of a text does not depend on what else is read, on batch size or on the number of processes.
    """

    def __init__(self, vocab: Vocab, name: str = FACTORY, folder: Path | None = None) -> None:
        """Load the shipped model, or the one in ``folder``."""
        register()
        self.name = name
        self.vocab = vocab
        self._model = Model(folder or model.shipped())
        self._spans = Spans(self._model.labels.entity)
        self._reader = Reader(self._model, self._spans)
        self._tags = Tags(self._model.labels, vocab)

    def __reduce__(self) -> tuple[type[Encoder], tuple[Vocab, str, Path]]:
        """Pickle as what it takes to load it again."""
        return Encoder, (self.vocab, self.name, self._model.folder)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a doc in place."""
        if len(doc) == 0:
            return doc
        layout = Layout(doc)
        pieces = [self._model.pieces(*word) for word in zip(layout.texts, layout.spaced, strict=True)]
        values = self._tags.unread(layout)
        parents = np.full(len(doc), -1, dtype=np.int64)
        entities: list[EntitySpan] = []
        for sentence in self._reader(pieces, layout.edges, partial(self._starts, layout)):
            indices = layout.words[sentence.words]
            heads = trees.heads(sentence.scores.arc)
            parents[indices] = indices[heads]
            relations = self._model.relations(sentence.scores, heads)
            values[indices] = self._tags(layout.texts[sentence.words], sentence.scores, relations, heads)
            entities.extend(
                entity._replace(begin=int(indices[entity.begin]), end=int(indices[entity.end - 1]) + 1)
                for entity in self._spans(sentence.entity)
            )
        layout.attach(parents)
        values[parents == np.arange(len(doc)), ATTRIBUTES.index("DEP")] = self._tags.root
        _write(doc, values, parents)
        doc.set_ents(_named(doc, entities))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Annotate docs one after the other; ``batch_size`` changes nothing."""
        for doc in stream:
            yield self(doc)

    @property
    def fingerprint(self) -> str:
        """sha256 over the model files."""
        return model.fingerprint(self._model.folder)

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """The fingerprint of the model files: they stay where the package has them."""
        return self.fingerprint.encode()

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> Encoder:
        """Check that this installation has the model that was serialised.

        Raises:
            ValueError: it has another.
        """
        if data.decode() != self.fingerprint:
            raise ValueError("this pipeline was saved with another kgbuild model than the one installed")
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the fingerprint."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "fingerprint").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Encoder:
        """Check the fingerprint, as ``from_bytes`` does."""
        return self.from_bytes((Path(path) / "fingerprint").read_bytes())

    @staticmethod
    def _starts(layout: Layout, scores: Scores, part: slice) -> npt.NDArray[np.bool_]:
        odds = scores.start[:, 1].astype(np.float64) - scores.start[:, 0]
        return sentence_starts(layout.texts[part], layout.spaced[part], 1 / (1 + np.exp(-odds)), layout.edges[part])


@Language.factory(
    FACTORY,
    assigns=[
        "token.pos",
        "token.tag",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc.sents",
        "doc.ents",
    ],
)
def create(nlp: Language, name: str) -> Encoder:
    """The component ``kgbuild_encoder`` with the shipped model."""
    return Encoder(nlp.vocab, name)


def _write(doc: Doc, values: npt.NDArray[np.uint64], parents: npt.NDArray[np.int64]) -> None:
    offsets = (parents - np.arange(len(doc))).astype(np.uint64)
    columns: Any = np.column_stack([values, offsets])
    doc.from_array([*ATTRIBUTES, "HEAD"], columns)


def _named(doc: Doc, entities: Sequence[EntitySpan]) -> list[Span]:
    spans = []
    for entity in entities:
        span = Span(doc, entity.begin, entity.end, label=entity.label)
        span._.confidence = entity.confidence
        spans.append(span)
    return spans
