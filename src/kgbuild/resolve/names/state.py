"""Names of states: looked up first, compared by sound only where the tables are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale
from rigour.territories import get_territory

from kgbuild.gazetteer.territories import Territories
from kgbuild.resolve.names.fold import fold, fold_german
from kgbuild.resolve.names.place import compare_places
from kgbuild.resolve.names.tables import data, lines
from kgbuild.resolve.names.transliteration import readings
from kgbuild.resolve.names.verdict import Comparison

_LANGUAGES = ("de", "en", "fr")
_ARTICLE = re.compile("(der|die|das|den|dem|des|the|le|la|les|l) ")
_SAINT = re.compile(r"\b(sankt|st|saint|sainte|san|santa|ste)\b")
_AND = re.compile(r"\b(und|and|et|y|e)\b( (die|the|les))?")
_ISLANDS = re.compile(" (inseln|islands)$")
_FORM = re.compile(
    r"^((demokratische|islamische|foderative|sozialistische|autonome|vereinigte|bundes) ?)*"
    r"(republik|volksrepublik|konigreich|staat|bundesrepublik|furstentum|grossherzogtum|sultanat|emirat|commonwealth|union"
    r"|freistaat|sonderverwaltungszone|svr|republica( del?| da| do)?|republic of( the)?|kingdom of( the)?"
    r"|state of|sultanate of|republique( de| du| d)?|royaume( de| du| d)?)"
    r" (of |der |des |von |de |du )?"
)


def compare_states(a: str, b: str) -> Comparison:
    """Compare two names of states; known names by their codes, two different codes are a veto."""
    code_a, code_b = code(a), code(b)
    if code_a and code_b:
        if code_a == code_b:
            return Comparison(1.0, True, (f"both name {code_a}",))
        return Comparison(0.0, False, (f"different territory codes: {code_a} / {code_b}",), veto=True)
    if code_a or code_b:
        return Comparison(0.2, False, (f"only one is a known state: {code_a or code_b}",))
    result = compare_places(_FORM.sub("", fold(a)), _FORM.sub("", fold(b)))
    return Comparison(result.score, result.same, ("no known states", *result.reasons), partial=result.same)


def known(name: str) -> frozenset[str]:
    """The code of the state that a name means, as a set of one or none."""
    found = code(name)
    return frozenset((found,)) if found else frozenset()


@lru_cache(maxsize=16_384)
def code(name: str) -> str | None:
    """The code of the state or territory that a name means; ``x-…`` for those without an official one."""
    known = Territories.load().by_name(name.strip())
    if known:
        return known
    table = _table()
    for folded in (fold(name), fold_german(name)):
        for form in _forms(folded):
            if form in table:
                return table[form]
    if owner := _by_adjective(name):
        return owner
    sounds = {sound for sound in readings(_plain(name.casefold()).replace(" ", "")) if len(sound) > 4}
    found = {_sounds()[sound] for sound in sounds if sound in _sounds()}
    return found.pop() if len(found) == 1 else None


def _by_adjective(name: str) -> str | None:
    """The code of ``Ungarische Volksrepublik``: an adjective that is certainly one state's, and a word for a state."""
    adjective, _, form = name.strip().partition(" ")
    codes = Territories.load().by_demonym(adjective) if form in data("state_forms.yaml")["after_adjective"] else ()
    return codes[0] if len(codes) == 1 else None


def _forms(folded: str) -> Iterator[str]:
    plain = _plain(folded)
    yield from (folded, plain)
    if plain.endswith("s"):
        yield plain[:-1]
    if len(tokens := plain.split()) > 1:
        yield " ".join(t[:-1] if t.endswith(("en", "es", "er")) else t for t in tokens)
    if (stripped := _FORM.sub("", plain)) != plain:
        yield stripped
    yield _ISLANDS.sub("", plain)


def _plain(folded: str) -> str:
    return _AND.sub("und", _SAINT.sub("st", _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded))


@cache
def _table() -> dict[str, str]:
    """Folded names to codes: German ones first, then our own, then CLDR's English and French, then rigour's."""
    found: dict[str, str] = {}
    for name, owner in _named():
        for folded in (fold(name), fold_german(name)):
            for form in (folded, _plain(folded)):
                found.setdefault(form, owner)
            if "und" in (tokens := _plain(folded).split())[1:-1]:
                found.setdefault(" ".join(token for token in tokens if token != "und"), owner)
            if len(tokens) > 1:
                found.setdefault(" ".join(t[:-1] if t.endswith(("en", "es", "er")) else t for t in tokens), owner)
    found.pop("", None)
    return found


@cache
def _sounds() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for form, owner in _table().items():
        for sound in readings(form.replace(" ", "")):
            found.setdefault(sound, set()).add(owner)
    return {sound: min(owners) for sound, owners in found.items() if len(owners) == 1}


def _named() -> Iterator[tuple[str, str]]:
    territories = Territories.load()
    for territory in territories:
        yield from ((name, territory.code) for name in territory.names)
    for row in lines("states.tsv"):
        yield from ((name.strip(), row[0]) for name in row[1].split(";"))
    for language in _LANGUAGES:
        for owner, name in sorted(Locale(language).territories.items()):
            if len(owner) == 2 and owner.isalpha():
                yield name, owner
    for territory in territories:
        entry = get_territory(territory.code.lower())
        if entry is not None:
            yield entry.name, territory.code
            if entry.full_name:
                yield entry.full_name, territory.code
