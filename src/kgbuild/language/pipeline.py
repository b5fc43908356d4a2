"""The assembled pipeline: the shipped encoder, or another German one, with kgbuild's components on top."""

from __future__ import annotations

import hashlib
import importlib
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

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
        raise _missing(model) from None
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


def identity(model: str) -> str:
    """What tells one installed spaCy pipeline from another, without loading it.

    Args:
        model: name or path, as for ``load``.

    Returns:
        Name and version of a package; of a folder the sha256 (hex) over its files.

    Raises:
        MissingPipelineError: ``model`` is not installed.
    """
    if is_package(model):
        return f"{model}=={version(model)}"
    if not (Path(model) / "meta.json").is_file():
        raise _missing(model)
    digest = hashlib.sha256()
    for path in sorted(path for path in Path(model).rglob("*") if path.is_file()):
        digest.update(path.relative_to(model).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _missing(model: str) -> MissingPipelineError:
    return MissingPipelineError(f"the spaCy pipeline {model!r} is not installed")
