"""Find the articles among what the user named: folders, files and glob patterns."""

from __future__ import annotations

import glob
import itertools
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgbuild.articles import keys
from kgbuild.articles.failure import NoSuchInput
from kgbuild.articles.sidecar import is_sidecar

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl")
"""What can be read; compared without regard to case."""
_SEVERAL = (".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read."""

    path: Path
    source: str
    """Path relative to the ingested folder, ``/`` as separator; the name of a file that was named itself."""
    key: str
    """Key of its article; the n-th article of a collection has ``-n`` appended."""

    @property
    def suffix(self) -> str:
        """Lower-case suffix, which tells the format."""
        return self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file in a named folder that is left out, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What the inputs hold."""

    files: tuple[FoundFile, ...]
    """Sorted by source."""
    ignored: tuple[Ignored, ...]
    """Sorted by source; hidden files are not listed."""


def discover(inputs: Sequence[str | Path]) -> list[FoundFile]:
    """The files to read, sorted by source: ``survey(inputs).files``."""
    return list(survey(inputs).files)


def survey(inputs: Sequence[str | Path]) -> Survey:
    """Look through folders (with all below them), files and glob patterns.

    The source of a file is its path relative to the folder that was named, or to the fixed part of a pattern; of a
    file that was named itself, its name. Where two files would have the same source, as many of their parent folders
    are put before it as tell them apart. Hidden files and folders (a leading dot) are skipped. A file reached twice
    counts once, under its longest source. Metadata beside an article (``a.meta.yaml``) are
    read with it. Links to files are followed, links to folders are not (they may lead round in circles).

    Args:
        inputs: paths or patterns such as ``news/**/*.txt``.

    Raises:
        NoSuchInput: one of them leads nowhere.
    """
    reached: dict[Path, tuple[Path, Path]] = {}
    ignored: dict[str, Ignored] = {}
    for path, relative, named in _walk_all(inputs):
        if not named and is_sidecar(path):
            continue
        if not named and path.suffix.lower() not in SUFFIXES:
            source = as_source(relative)
            ignored[source] = Ignored(source, unknown_format(path))
            continue
        # The link itself, not its target, is the article's identity: two links to one file are duplicates, reported.
        place = Path(os.path.abspath(path))  # noqa: PTH100 (Path.absolute keeps "..", resolve follows the link)
        if place not in reached or len(reached[place][1].parts) < len(relative.parts):
            reached[place] = (path, relative)
    return Survey(files=_files(reached), ignored=tuple(ignored[source] for source in sorted(ignored)))


def unknown_format(path: Path) -> str:
    """Why a file of this name cannot be read, in one line."""
    kind = f"unknown format {path.suffix}" if path.suffix else "no suffix that tells its format"
    return f"{kind} (known: {', '.join(SUFFIXES)})"


def as_source(relative: Path) -> str:
    """A relative path with ``/`` as separator, valid Unicode and on one line, whatever bytes the file's name has."""
    name = os.fsencode(relative.as_posix()).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def _files(reached: dict[Path, tuple[Path, Path]]) -> tuple[FoundFile, ...]:
    depth = {place: len(relative.parts) for place, (_, relative) in reached.items()}
    while True:
        sources = {place: as_source(Path(*place.parts[-depth[place] :])) for place in reached}
        count = Counter(sources.values())
        alike = [place for place in reached if count[sources[place]] > 1 and depth[place] < len(place.parts) - 1]
        if not alike:
            break
        for place in alike:
            depth[place] += 1
    several = [source for source in sources.values() if source.lower().endswith(_SEVERAL)]
    assigned = keys.assign(sources.values(), several)
    found = (FoundFile(path, sources[place], assigned[sources[place]]) for place, (path, _) in reached.items())
    return tuple(sorted(found, key=lambda file: (file.source, str(file.path))))


def _walk_all(inputs: Sequence[str | Path]) -> Iterator[tuple[Path, Path, bool]]:
    """Each file with its path relative to what was named, and whether it was named itself."""
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            yield from _walk(path, path)
        elif os.path.lexists(path):
            yield path, Path(path.name), True
        else:
            matches = sorted(glob.glob(str(given), recursive=True))  # noqa: PTH207 (absolute patterns too)
            if not matches:
                raise NoSuchInput(f"{given}: no such file or folder, and no pattern that matches one")
            root = _fixed_part(path)
            for match in map(Path, matches):
                if match.is_dir():
                    yield from _walk(match, root)
                else:
                    yield match, match.relative_to(root), False


def _fixed_part(pattern: Path) -> Path:
    """The folder before the first part of a pattern that has a wildcard."""
    fixed = itertools.takewhile(lambda part: not glob.has_magic(part), pattern.parts)
    return Path(*fixed)


def _walk(folder: Path, root: Path) -> Iterator[tuple[Path, Path, bool]]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(here, name)
                yield path, path.relative_to(root), False
