"""The shipped model: an ONNX graph with word-level heads, its vocabulary and its inventories.

``data/pipeline/README.md`` says what it is and where it comes from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]

from kgbuild.language.encoder.pieces import BEGIN, END, Pieces

Floats = npt.NDArray[np.float32]

FILES = ("pipeline.onnx", "vocabulary.json", "labels.json", "deprel.npz")
LARGEST = 480
"""Most pieces in a window: what the position embeddings bear."""


def shipped() -> Path:
    """The folder of the pipeline that comes with the package."""
    with as_file(files("kgbuild").joinpath("data", "pipeline")) as folder:
        return folder


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of the W words of one window (logits)."""

    entity: Floats
    """(W, BIO tags)."""
    pos: Floats
    """(W, universal parts of speech)."""
    features: Floats
    """(W, values of all morphological features side by side)."""
    start: Floats
    """(W, 2): whether the word starts a sentence."""
    lemma: Floats
    """(W, lemma scripts)."""
    arc: Floats
    """(W, W): word j as head of word i; a root points to itself."""
    dependent: Floats
    """(W, D): each word as a dependent, for the relation's bilinear score."""
    head: Floats
    """(W, D): each word as a head."""

    def __getitem__(self, part: slice) -> Scores:
        """The scores of a run of words."""
        return Scores(
            self.entity[part],
            self.pos[part],
            self.features[part],
            self.start[part],
            self.lemma[part],
            self.arc[part, part],
            self.dependent[part],
            self.head[part],
        )


@dataclass(frozen=True, slots=True)
class Labels:
    """The inventories of the heads, in the order of their outputs."""

    entity: tuple[str, ...]
    pos: tuple[str, ...]
    relation: tuple[str, ...]
    features: dict[str, tuple[str, ...]]
    scripts: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Labels:
        """Read ``labels.json``."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            entity=tuple(raw["ner"]),
            pos=tuple(raw["upos"]),
            relation=tuple(raw["deprel"]),
            features={name: tuple(values) for name, values in raw["features"].items()},
            scripts=tuple(raw["lemma_scripts"]),
        )


class Model:
    """Runs the graph on one window at a time.

    Weights are int8 with dynamic quantisation: the scale of the activations depends on everything in a batch. One
    window at a time, without padding and on one thread, gives every window the same scores whatever is read beside it.
    """

    _OUTPUTS = ("ner", "upos", "attr", "sent", "lemma", "arc", "dep", "headrep")

    def __init__(self, folder: Path) -> None:
        """Load the model files of ``folder``."""
        self.folder = folder
        self.labels = Labels.read(folder / "labels.json")
        self.pieces = Pieces(folder / "vocabulary.json")
        with np.load(folder / "deprel.npz") as arrays:
            weights: Floats = arrays["weights"].astype(np.float32)
        self._relation_count, self._width, _ = weights.shape
        self._relations: Floats = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(self._width, -1))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "pipeline.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def __reduce__(self) -> tuple[type[Model], tuple[Path]]:
        """Pickle as the folder: the session holds no state."""
        return Model, (self.folder,)

    def __call__(self, words: Sequence[Sequence[int]]) -> Scores:
        """Scores of the words of one window, each given by its pieces; at most ``LARGEST`` pieces in all."""
        ids: list[int] = [BEGIN]
        first: list[int] = []
        for pieces in words:
            first.append(len(ids))
            ids.extend(pieces)
        ids.append(END)
        feed: dict[str, Any] = {
            "ids": np.array([ids], dtype=np.int64),
            "mask": np.ones((1, len(ids)), dtype=np.bool_),
            "first": np.array([first], dtype=np.int64),
        }
        return Scores(*(output[0] for output in self._session.run(self._OUTPUTS, feed)))

    def relations(self, scores: Scores, heads: npt.NDArray[np.int64]) -> Floats:
        """(W, relations): how well each relation names the arc from ``heads[i]`` to word i (bilinear).

        Dozat and Manning, Deep biaffine attention for neural dependency parsing, 2017.
        """
        projected = (scores.dependent @ self._relations).reshape(-1, self._relation_count, self._width)
        scored: Floats = np.einsum("wre,we->wr", projected, scores.head[heads])
        return scored


def fingerprint(folder: Path) -> str:
    """sha256 (hex) over the model files of ``folder``."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(name.encode())
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
