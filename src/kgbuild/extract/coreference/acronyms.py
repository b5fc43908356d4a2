"""Acronyms that an article introduces in brackets, either way round: ``Bundesamt für Migration (BAMF)``."""

from __future__ import annotations

from kgbuild.extract.coreference.clusters import Clusters
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.discourse import Discourse
from kgbuild.model import ENTITY_TYPE, EntityType, Mention

_BRACKETED = frozenset({EntityType.ORGANIZATION, EntityType.AGREEMENT, EntityType.STATE, EntityType.EVENT})


def is_acronym(name: str) -> bool:
    """Whether a name is written like an acronym: one short word with two capitals: ``BAMF``, ``EuGH``; not ``Bafu``."""
    return " " not in name and sum(char.isupper() for char in name) >= 2 and len(name) <= 12


def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of ``acronym`` occur in ``name`` in order, the first one at its beginning."""
    letters = [char for char in fold(acronym) if char.isalnum()]
    words = fold(name)
    if not letters or len(letters) < 2 or not words.startswith(letters[0]) or len(words) <= len(letters):
        return False
    rest = iter(words)
    return all(letter in rest for letter in letters)


def introduce(discourse: Discourse, clusters: Clusters) -> None:
    """Join a name and the acronym in brackets after it, or the acronym and its name in brackets.

    Labels that differ are no obstacle between organisation, agreement and event; the long name decides the type.
    """
    for index in range(len(discourse.mentions) - 1):
        following = index + 1
        if not _in_brackets_after(discourse, index, following):
            continue
        first, second = clusters.of.get(index), clusters.of.get(following)
        if first is None or second is None or first is second:
            continue
        a, b = discourse.mentions[index], discourse.mentions[following]
        if not _bracketable(a) or not _bracketable(b):
            continue
        long, short = (index, following) if len(a.name) >= len(b.name) else (following, index)
        acronym = discourse.mentions[short].name
        # Acronyms of another language are common, so the letters need not fit: Vereinte Nationen (UNO), … (Caricom).
        several_words = " " in discourse.mentions[long].name and " " not in acronym
        if not (several_words or is_acronym(acronym) or stands_for(acronym, discourse.mentions[long].name)):
            continue
        kept, gone = clusters.of[long], clusters.of[short]
        if EntityType.STATE in (kept.type, gone.type) and kept.type is not gone.type:
            continue
        kept.acronyms.append(acronym)
        clusters.merge(kept, gone)


def _bracketable(mention: Mention) -> bool:
    return ENTITY_TYPE.get(mention.label) in _BRACKETED


def _in_brackets_after(discourse: Discourse, first: int, second: int) -> bool:
    end, start = discourse.bounds[first][1], discourse.bounds[second][0]
    doc = discourse.doc
    if not (end < start <= end + 3 and doc[end].text == "("):
        return False
    after = discourse.bounds[second][1]
    return after < len(doc) and doc[after].text in {")", ",", ";"}
