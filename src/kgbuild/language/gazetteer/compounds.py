"""Words with a state's name as their last part: ``Nachkriegs-Israel`` is the state, ``Nordsyrien`` a region."""

from __future__ import annotations

import re

from kgbuild.language.gazetteer.names import Known, known
from kgbuild.model import Label

_REGION = re.compile(r"(?:Nord|Süd|Ost|West|Nordost|Nordwest|Südost|Südwest|Zentral|Mittel)(?=-?[A-ZÄÖÜa-zäöü]{4})")


def state(word: str) -> Known | None:
    """What a compound with a state's name at its end denotes; None if it is none, or stands in the tables."""
    if not word[:1].isupper() or known(word) is not None:
        return None
    region = _REGION.match(word)
    if region:
        rest = word[region.end() :].lstrip("-")
        entry = known(rest[:1].upper() + rest[1:])
        return Known(Label.LOC, word) if entry is not None and entry.label == Label.STATE else None
    first, hyphen, last = word.rpartition("-")
    entry = known(last) if hyphen and first and not first.isupper() and known(first) is None else None
    if entry is None or entry.label != Label.STATE or not entry.certain:
        return None
    return Known(Label.STATE, f"{first}-{entry.base}", entry.code)
