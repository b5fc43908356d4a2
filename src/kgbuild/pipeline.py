"""Joins the rooms: files → articles → documents → entities → graph."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language

from kgbuild.articles import Failure, read_each, survey, without_duplicates
from kgbuild.curation import decisions
from kgbuild.extract import extract
from kgbuild.language import identity, load, read
from kgbuild.model import Article, Document
from kgbuild.resolve import Resolution, resolve
from kgbuild.resolve.effects import remarks
from kgbuild.resources import ontology
from kgbuild.store import Store

_PACKAGE = Path(__file__).resolve().parent
_LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "numpy", "rigour", "babel")


@dataclass(frozen=True, slots=True)
class Summary:
    """What one ingest did and what the graph holds now."""

    read: int
    """Articles read in this run."""
    unchanged: int
    """Articles that were stored already, by the same pipeline."""
    articles: int
    """Articles in the graph."""
    entities: dict[str, int]
    """Entities by type, in the order of the types."""
    claims: int
    figures: int
    merges: int
    """How often the resolver took two articles' entities, or two of one article, for one."""
    warnings: tuple[str, ...]
    failures: tuple[Failure, ...]
    ignored: tuple[str, ...]
    """Files in the folders that are no articles by their suffix."""

    def lines(self) -> list[str]:
        """The summary for people."""
        types = ", ".join(f"{count} {name}" for name, count in self.entities.items())
        return [
            f"articles   {self.articles} ({self.read} read now, {self.unchanged} unchanged, "
            f"{len(self.failures)} not usable)",
            f"entities   {sum(self.entities.values())} ({types})",
            f"claims     {self.claims}",
            f"figures    {self.figures}",
            f"merges     {self.merges}",
            f"warnings   {len(self.warnings)}",
            *(f"           {warning}" for warning in self.warnings),
            *([f"ignored    {', '.join(self.ignored)} (no article format)"] if self.ignored else []),
        ]


def ingest(
    inputs: Sequence[str | Path],
    out: Path,
    *,
    model: str | None = None,
    workers: int = 1,
    base_iri: str = "https://w3id.org/kgbuild/data/",
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:
    """Read articles into the store at ``out`` and publish the graph of all articles that it holds.

    An article that cannot be read, or whose reading fails, becomes a ``Failure``; the rest is processed, and what
    the store held stays. An article stored under the same path is replaced when its bytes or the pipeline changed.

    Args:
        inputs: folders, files and glob patterns.
        out: folder of the store; created if absent.
        model: an installed German spaCy pipeline instead of the shipped one.
        workers: processes that read articles; the graph is the same for any number.
        base_iri: instance IRIs are minted below it.
        progress: called with the number of articles done and their total, at the start and after each.

    Raises:
        kgbuild.articles.NoSuchInput: one of the inputs leads nowhere.
        kgbuild.language.MissingPipelineError: ``model`` is not installed or not German.
        kgbuild.resolve.decision_file.DecisionFileError: ``out/aliases.yaml`` is not valid or contradicts itself.
        kgbuild.store.StoreError: ``out`` is in use or not a store that this version can open.
    """
    found = survey(inputs)
    taken = decisions(out)
    pipeline = fingerprint(model)
    failures: list[Failure] = []
    unchanged = done = 0
    with Store.open(out, write=True) as store:
        pending: list[Article] = []
        for item in without_duplicates(item for file in found.files for item in read_each(file)):
            if isinstance(item, Failure):
                failures.append(item)
            elif (twin := store.source_of(item.digest)) not in (None, item.source):
                failures.append(Failure(item.source, f"duplicate of {twin}, which is stored"))
            elif store.holds(item.source, item.digest, _mark(item, pipeline)):
                unchanged += 1
            else:
                pending.append(item)
        progress(0, len(pending))
        results = zip(pending, _documents(pending, model, workers), strict=True)
        for number, (article, result) in enumerate(results, start=1):
            if isinstance(result, Failure):
                failures.append(result)
            else:
                store.put(result, _mark(article, pipeline))
                done += 1
            progress(number, len(pending))
        documents = store.documents()
        resolution = resolve(documents, taken)
        store.publish(documents, resolution, base_iri)
    return _summary(documents, resolution, done, unchanged, failures, tuple(file.source for file in found.ignored))


def _documents(articles: Sequence[Article], model: str | None, workers: int) -> Iterator[Document | Failure]:
    """What each article says, in the order of the articles."""
    if not articles:
        return
    if workers == 1 or len(articles) == 1:
        _load(model)
        yield from map(_read, articles)
        return
    if model is not None:
        load(model)  # says in this process what is wrong with it
    # A fresh process per worker: forking a process that holds onnxruntime's threads is not safe.
    with ProcessPoolExecutor(
        min(workers, len(articles)), mp_context=get_context("spawn"), initializer=_load, initargs=(model,)
    ) as pool:
        yield from pool.map(_read, articles)


def _mark(article: Article, pipeline: str) -> str:
    """What a document was made from: all that is known of the article, and the pipeline's fingerprint."""
    return hashlib.sha256(f"{pipeline} {article.model_dump_json()}".encode()).hexdigest()


_pipeline: Language | None = None


def _load(model: str | None) -> None:
    global _pipeline
    _pipeline = load(model)


def _read(article: Article) -> Document | Failure:
    assert _pipeline is not None
    try:
        return extract(read(_pipeline, article), article)
    except Exception as error:  # one article must never end the run for the others
        return Failure(article.source, f"could not be processed ({type(error).__name__}: {error})")


@cache
def fingerprint(model: str | None = None) -> str:
    """What a document's content depends on besides the article: kgbuild's files, the model, the libraries.

    Returns:
        A sha256 hex digest; another one means that stored documents are stale.
    """
    digest = hashlib.sha256()
    files = [p for p in _PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    rules = ontology().rglob("*.yaml")
    for path in sorted(files, key=lambda p: p.relative_to(_PACKAGE).as_posix()) + sorted(rules):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library}=={version(library)}".encode())
    if model is not None:
        digest.update(identity(model).encode())
    return digest.hexdigest()


def _summary(
    documents: Sequence[Document],
    resolution: Resolution,
    done: int,
    unchanged: int,
    failures: Sequence[Failure],
    ignored: tuple[str, ...],
) -> Summary:
    types = Counter(entity.type.value for entity in resolution.entities)
    return Summary(
        read=done,
        unchanged=unchanged,
        articles=len(documents),
        entities=dict(sorted(types.items())),
        claims=sum(len(document.claims) for document in documents),
        figures=sum(mention.figure is not None for document in documents for mention in document.mentions),
        merges=sum(len(entity.members) - 1 for entity in resolution.entities),
        warnings=(
            *(f"{document.article.source}: {warning}" for document in documents for warning in document.warnings),
            *map(str, remarks(resolution)),
        ),
        failures=tuple(failures),
        ignored=ignored,
    )
