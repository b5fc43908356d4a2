"""The assembled pipeline: the shipped encoder, or another German one, with kgbuild's components on top."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kgbuild.language.extensions import register
from kgbuild.model import Article

COMPONENTS = {
    "kgbuild_encoder": "kgbuild.language.encoder",
    "kgbuild_figures": "kgbuild.language.figures",
    "kgbuild_gazetteer": "kgbuild.language.gazetteer",
    "kgbuild_entities": "kgbuild.language.entities",
}
"""Factory and the module that registers it, in the order in which they run."""


class MissingPipelineError(ValueError):
    """The spaCy pipeline that was asked for is not installed or not German."""


def load(model: str | None = None) -> Language:
    """A German pipeline with kgbuild's components.

    Args:
        model: name or path of another spaCy pipeline that takes the place of the shipped encoder.

    Raises:
        MissingPipelineError: ``model`` is not installed, or is not German.
    """
    register()
    nlp = spacy.blank("de") if model is None else _foreign(model)
    for factory, module in COMPONENTS.items():
        if factory == "kgbuild_encoder" and model is not None:
            continue
        importlib.import_module(module)
        if factory not in nlp.pipe_names:
            nlp.add_pipe(factory, last=True)
    return nlp


def _foreign(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError:
        raise MissingPipelineError(f"the spaCy pipeline {model!r} is not installed") from None
    if nlp.lang != "de":
        raise MissingPipelineError(f"the spaCy pipeline {model!r} is for {nlp.lang!r}, not for German")
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """The tokens of an article, with its boilerplate marked, before any component runs."""
    nlp.max_length = max(nlp.max_length, len(article.text) + 1)
    doc = nlp.make_doc(article.text)
    doc._.boilerplate = tuple((part.span.begin, part.span.end) for part in article.boilerplate)
    return doc


def read(nlp: Language, article: Article) -> Doc:
    """Run the pipeline on an article; ``token.idx`` counts in ``article.text``."""
    doc: Doc = nlp(prepare(nlp, article))
    return doc


def fingerprint(nlp: Language) -> str:
    """sha256 (hex) over all that decides what the pipeline reads out of a text.

    That is the model files, the code and data of this room, and of another spaCy pipeline all its files.
    """
    digest = hashlib.sha256()
    root = files("kgbuild")
    for name, part in (*_walk(root / "language", ".py"), *_walk(root / "data", "")):
        digest.update(name.encode())
        digest.update(hashlib.sha256(part).digest())
    digest.update(" ".join(nlp.pipe_names).encode())
    if nlp.path is not None:
        for path in sorted(Path(nlp.path).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(nlp.path).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _walk(folder: Traversable, suffix: str, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _walk(entry, suffix, f"{name}/")
        elif entry.is_file() and entry.name.endswith(suffix):
            yield name, entry.read_bytes()
