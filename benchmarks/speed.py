"""What reading an article costs, as ratios measured in one run on one core.

    python benchmarks/speed.py [FOLDER]          default: seeds/

Prints the time of each stage beside the ONNX run (the transformer, which everything else should be small against)
and beside bare tokenisation with ``spacy.blank("de")``, words per second, peak memory, and the wall time of the
whole command ``kgbuild ingest FOLDER`` in a process of its own.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy and onnxruntime start their threads

import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnxruntime
import spacy

from kgbuild.articles import Failure, read_all
from kgbuild.extract import extract
from kgbuild.language import load, read
from kgbuild.resolve import resolve
from kgbuild.store import Store

SECONDS: dict[str, float] = defaultdict(float)
ROUNDS = 3


@contextmanager
def timed(stage: str) -> Iterator[None]:
    """Add the time of the block to a stage."""
    begin = time.perf_counter()
    yield
    SECONDS[stage] += time.perf_counter() - begin


def count_onnx() -> None:
    """Make every ONNX run add its time to the stage ``onnx``."""
    run = onnxruntime.InferenceSession.run

    def counted(self: onnxruntime.InferenceSession, *args: object, **kwargs: object) -> object:
        with timed("onnx"):
            return run(self, *args, **kwargs)

    onnxruntime.InferenceSession.run = counted


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    with timed("articles"):
        articles = [item for item in read_all([folder]) if not isinstance(item, Failure)]
    blank = spacy.blank("de")
    words = sum(not token.is_space for article in articles for token in blank(article.text))
    with timed("load"):
        nlp = load()
    count_onnx()
    read(nlp, articles[0])  # first use fills caches
    SECONDS["onnx"] = 0.0
    for _ in range(ROUNDS):
        with timed("bare"):
            for article in articles:
                blank(article.text)
        with timed("language"):
            docs = [read(nlp, article) for article in articles]
        with timed("extract"):
            documents = [extract(doc, article) for doc, article in zip(docs, articles, strict=True)]
    for stage in ("bare", "language", "extract", "onnx"):
        SECONDS[stage] /= ROUNDS
    with timed("resolve"):
        resolution = resolve(documents)
    with tempfile.TemporaryDirectory() as out, timed("publish"), Store.open(Path(out) / "kg") as store:
        for document in documents:
            store.put(document, "benchmark")
        store.publish(documents, resolution)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as out, timed("command"):
        command = [sys.executable, "-m", "kgbuild", "ingest", str(folder), "--out", str(Path(out) / "kg")]
        subprocess.run(command, check=True, capture_output=True)

    total = SECONDS["articles"] + SECONDS["language"] + SECONDS["extract"] + SECONDS["resolve"] + SECONDS["publish"]
    print(f"{len(articles)} articles, {words} words; one core, mean of {ROUNDS} rounds")
    print(f"{'stage':<34}{'seconds':>9}{'× ONNX run':>12}{'× bare nlp':>12}")
    for name, seconds in (
        ("bare spacy.blank('de')", SECONDS["bare"]),
        ("ONNX run", SECONDS["onnx"]),
        ("language, all but the ONNX run", SECONDS["language"] - SECONDS["onnx"]),
        ("extract", SECONDS["extract"]),
        ("read files", SECONDS["articles"]),
        ("resolve", SECONDS["resolve"]),
        ("write graph and store", SECONDS["publish"]),
        ("all stages", total),
    ):
        print(f"{name:<34}{seconds:>9.3f}{seconds / SECONDS['onnx']:>12.2f}{seconds / SECONDS['bare']:>12.1f}")
    print(f"outside the ONNX run              {1 - SECONDS['onnx'] / total:>9.0%} of all stages")
    per_second = words / (SECONDS["language"] + SECONDS["extract"])
    print(f"words per second                  {per_second:>9.0f} language and extract")
    print(f"load the pipeline                 {SECONDS['load']:>9.2f} s")
    print(f"kgbuild ingest, whole command     {SECONDS['command']:>9.2f} s")
    print(f"peak memory                       {peak:>9.0f} MiB")


if __name__ == "__main__":
    main()
