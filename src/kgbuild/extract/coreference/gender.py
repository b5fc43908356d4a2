"""Grammatical gender and number of what mentions name, as far as words tell."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kgbuild.extract.coreference.folding import fold

_FEMININE = re.compile(
    r"(?<=\w{3})(?:er|ent|ant|or|eur|ist|chef|log|an|ig|at|ier|oge|tt|herr|wirt|arzt|arzt)in(?:nen)?$"
)


def masculine(office: str) -> str:
    """The folded masculine form of an office: ``Ministerin`` → ``minister``."""
    folded = fold(office)
    return re.sub(r"in(?:nen)?$", "", folded) if is_feminine(office) else folded


def is_feminine(office: str) -> bool:
    """Whether the office noun is feminine by its ending: ``Präsidentin``, ``Chefin``."""
    last = fold(office).split()[-1:] or [""]
    return bool(_FEMININE.search(last[0]))


@cache
def _given_names() -> dict[str, str]:
    path = files("kgbuild") / "data" / "extract" / "coreference" / "given_names.tsv"
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            gender, names = line.split("\t")
            table.update({fold(name): gender for name in names.split()})
    return table


def of_given_name(name: str) -> str | None:
    """``m`` or ``f`` of a full personal name, by its first word that the table knows; None of a lone surname."""
    words = name.split()
    if len(words) < 2:
        return None
    return next((gender for word in words[:-1] if (gender := _given_names().get(fold(word)))), None)
