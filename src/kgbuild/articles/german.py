"""Is a text German? Told by its function words, which every running text of some length has.

Names, source lists and quotations in other languages hardly hold function words, so they do not count against a
German article; an article in another language is full of its own. The rule is that of Ingle (1976) and Grefenstette
(1995, "Comparing two language identification schemes"): the language whose most frequent short words cover most of
the text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from kgbuild.articles.failure import Unusable

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_SURE = 30
"""From this many words on, a German text has function words for sure."""
_FEW = 8
"""Below this many words, nothing can be told from their absence."""
_MARGIN = 1.2
"""How many times more function words another language must have."""
_EVIDENCE = 3
"""That many of its function words must stand there: chance finds one or two in names."""
MIN_SHARE = 0.12
"""Smallest share of German function words in a longer German text; 286 articles have 0.31 and more."""


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Frequent function words by language name, from ``data/articles/function_words.yaml``."""
    resource = files("kgbuild").joinpath("data/articles/function_words.yaml")
    table: dict[str, str] = yaml.safe_load(resource.read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table.items()}


def shares(text: str) -> dict[str, float]:
    """Share of the text's words, in [0, 1], that are function words of each language of the table."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return {
        language: sum(word in known for word in words) / len(words) if words else 0.0
        for language, known in function_words().items()
    }


def require_german(text: str) -> None:
    """Let a German text pass.

    Raises:
        Unusable: the text is in another language, or has no words.
    """
    words = _WORD.findall(text)
    if not words:
        raise Unusable("no words in it")
    latin = sum(word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00" for word in words)
    if latin < len(words) / 2:
        raise Unusable("not German (not in Latin letters)")
    share = shares(text)
    german = share["German"]
    best = max(share, key=lambda language: (share[language], language == "German"))
    if share[best] > max(_MARGIN * german, MIN_SHARE) and share[best] * len(words) >= _EVIDENCE:
        raise Unusable(f"not German (looks like {best})")
    without = german == 0 and (len(words) >= 2 * _FEW or not re.search("[äöüßÄÖÜ]", text))
    if (len(words) >= _SURE and german < MIN_SHARE) or (len(words) >= _FEW and without):
        raise Unusable("not German (hardly any German function words)")
