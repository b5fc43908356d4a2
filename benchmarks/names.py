"""Quality and speed of comparing names, beside the libraries that are usually used for it.

    python benchmarks/names.py PAIRS.tsv [--held-out] [--errors]

PAIRS is a table with the columns kind, a, b, same (1 or 0), note. Printed are precision, recall and F1 by kind,
and pairs per second of one process (first pass, with nothing cached; second pass). The other libraries run in
the same process if they are installed (pip install rapidfuzz nomenklatura), each with the threshold that suits
it best on this very file.

With --held-out every row of kgbuild's tables of persons, organisations, agreements, places and states that
contains a name of the file is left out, so that only rules are measured: what to expect of names that no table
knows.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from kgbuild.resolve.names import Kind, compare
from kgbuild.resolve.names.fold import fold

KINDS = [kind.value for kind in Kind]


class Pair(NamedTuple):
    """A judged pair of names."""

    kind: str
    a: str
    b: str
    same: bool


Score = Callable[[Pair], float]


def read(path: Path) -> list[Pair]:
    """The pairs of a table."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [Pair(kind, a, b, same == "1") for kind, a, b, same, *_ in rows]


def hold_out(pairs: list[Pair]) -> int:
    """Make kgbuild's tables forget every thing that has a name of the pairs; the number of rows left out."""
    seen = {fold(name) for pair in pairs for name in (pair.a, pair.b)}
    forgotten = 0

    def filtered(original: Callable[[str], Iterator[tuple[str, tuple[str, ...]]]]):
        def entries(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
            nonlocal forgotten
            for label, names in original(name):
                if seen.isdisjoint(map(fold, names)):
                    yield label, names
                else:
                    forgotten += 1

        return entries

    def filtered_lines(original: Callable[[str], Iterator[list[str]]]):
        def lines(name: str) -> Iterator[list[str]]:
            return (row for row in original(name) if seen.isdisjoint(map(fold, ";".join(row).split(";"))))

        return lines

    for module in ("agreement", "organization", "person_comparison", "place", "state"):
        loaded = importlib.import_module(f"kgbuild.resolve.names.{module}")
        for function, wrap in (("entries", filtered), ("lines", filtered_lines)):
            if hasattr(loaded, function):
                setattr(loaded, function, wrap(getattr(loaded, function)))
    return forgotten


def quality(pairs: list[Pair], judged: list[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = sum(pair.same and verdict for pair, verdict in zip(pairs, judged, strict=True))
    precision = right / max(1, sum(judged))
    recall = right / max(1, sum(pair.same for pair in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best_threshold(pairs: list[Pair], scores: list[float]) -> float:
    """The threshold with the best F1 on the pairs themselves."""
    return max(sorted(set(scores)), key=lambda limit: quality(pairs, [score >= limit for score in scores])[2])


def report(name: str, pairs: list[Pair], judged: list[bool], speeds: list[float]) -> None:
    """Print one line: all kinds, then each."""
    by_kind = defaultdict(list)
    for index, pair in enumerate(pairs):
        by_kind[pair.kind].append(index)
    columns = ["/".join(f"{value:.3f}" for value in quality(pairs, judged))]
    for kind in KINDS:
        part = [pairs[i] for i in by_kind[kind]]
        columns.append("/".join(f"{value:.3f}" for value in quality(part, [judged[i] for i in by_kind[kind]])))
    print(f"| {name} | {' | '.join(columns)} | {' / '.join(f'{speed:,.0f}' for speed in speeds)} |")


def kgbuild(pairs: list[Pair]) -> tuple[list[bool], list[float]]:
    """The verdicts of kgbuild, and pairs per second in a first and in a second pass. Tables are loaded before."""
    for kind in KINDS:
        compare("Erika Mustermann", "Max Mustermann", kind)
    judged, speeds = [], []
    for _ in range(2):
        begin = time.process_time()
        judged = [compare(pair.a, pair.b, pair.kind).same for pair in pairs]
        speeds.append(len(pairs) / (time.process_time() - begin))
    return judged, speeds


def others() -> Iterator[tuple[str, Score]]:
    """The libraries that are installed, as scores of a pair."""
    try:
        from rapidfuzz import fuzz, utils
    except ImportError:
        return
    yield "rapidfuzz WRatio", lambda pair: fuzz.WRatio(pair.a, pair.b, processor=utils.default_process)
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError:
        return

    def entity(name: str, kind: str):
        made = model.make_entity("Person" if kind == "person" else "Organization")
        made.id = name
        made.add("name", name)
        return made

    for name in ("name-based", "logic-v2"):
        algorithm = get_algorithm(name)
        config = algorithm.default_config()

        def score(pair: Pair, algorithm=algorithm, config=config) -> float:
            a, b = entity(pair.a, pair.kind), entity(pair.b, pair.kind)
            return max(algorithm.compare(a, b, config).score, algorithm.compare(b, a, config).score)

        yield f"nomenklatura {name}", score


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--held-out", action="store_true", help="forget the table rows that contain a name of the file")
    parser.add_argument("--errors", action="store_true", help="print kgbuild's wrong verdicts with their reasons")
    options = parser.parse_args()
    pairs = read(options.pairs)
    if options.held_out:
        hold_out(pairs)
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of them the same; P/R/F1\n")
    print(f"| matcher | all | {' | '.join(KINDS)} | pairs/s |")
    print("|" + "---|" * (len(KINDS) + 3))
    judged, speeds = kgbuild(pairs)
    report("kgbuild" + (" (rules only)" if options.held_out else ""), pairs, judged, speeds)
    for name, score in others():
        begin = time.process_time()
        scores = [score(pair) for pair in pairs]
        speed = len(pairs) / (time.process_time() - begin)
        limit = best_threshold(pairs, scores)
        report(f"{name} ≥ {limit:.2f}", pairs, [value >= limit for value in scores], [speed])
    if options.errors:
        print()
        for pair, verdict in zip(pairs, judged, strict=True):
            if pair.same != verdict:
                result = compare(pair.a, pair.b, pair.kind)
                print(f"{'FP' if verdict else 'FN'} {pair.kind}: {pair.a} / {pair.b}: {'; '.join(result.reasons)}")


if __name__ == "__main__":
    main()
