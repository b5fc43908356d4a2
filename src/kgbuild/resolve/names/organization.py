"""Names of organisations: looked up, reduced to concepts that languages share, and matched with acronyms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kgbuild.resolve.names.acronyms import abbreviates, looks_like_acronym
from kgbuild.resolve.names.concepts import lexicon, stem
from kgbuild.resolve.names.fold import fold, fold_german, split_elision
from kgbuild.resolve.names.nations import mark_nations, nation
from kgbuild.resolve.names.surnames import ALIKE, without_genitive, word_match
from kgbuild.resolve.names.tables import data, entries, shared, words
from kgbuild.resolve.names.transliteration import readings
from kgbuild.resolve.names.verdict import Comparison

_TABLE = "organizations.tsv"
_AFFIXES = "organization_affixes.yaml"
_WORDS = "organization_words.tsv"
_SPELLED = re.compile(r"\b[a-z](?: [a-z])+\b")
_GROUPS = frozenset(("gruppe", "group", "groupe"))
_UNITED_NATIONS = frozenset(("united", "nations"))


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name of an organisation, reduced."""

    folded: str
    core: tuple[str, ...]
    """Folded tokens without legal forms, articles, prepositions and words for a kind of organisation."""
    concepts: frozenset[str]
    """Concepts and unknown stems of the core; ``UN`` and ``Vereinte Nationen`` are one."""
    acronym: str
    """The name as spelled, if it can be an acronym; else ``""``."""


def compare_organizations(a: str, b: str) -> Comparison:
    """Compare two names of organisations; the order does not matter."""
    known_a, known_b = known(a), known(b)
    if known_a and known_b:
        if shared := known_a & known_b:
            return Comparison(1.0, True, (f"both name {min(shared)} ({_TABLE})",))
        return Comparison(0.0, False, (f"two known organisations: {min(known_a)} / {min(known_b)}",), veto=True)
    one, other = parse(a), parse(b)
    result = _compare(_unguessed(one, known_a), _unguessed(other, known_b))
    if result.same or not (known_a or known_b):
        return result
    labels, name = (known_a, other) if known_a else (known_b, one)
    if len(name.acronym) < 3:
        name = replace(name, acronym="")  # two letters stand for too much
    for label in sorted(labels):
        for form in _forms()[label]:
            if form.acronym:
                continue  # what a known acronym stands for is in the table; another expansion is another organisation
            found = _compare(form, name)
            if found.same:
                return Comparison(found.score, True, (f"a name of {label} ({_TABLE})", *found.reasons))
    return result


def _unguessed(name: OrganizationName, labels: frozenset[str]) -> OrganizationName:
    """A name that is no acronym any more if it is a short one whose owners are known."""
    return replace(name, acronym="") if labels and 0 < len(name.acronym) < 4 else name


@lru_cache(maxsize=32_768)
def known(name: str) -> frozenset[str]:
    """The preferred labels of the organisations in the table that a name can mean."""
    table = _table()
    parsed = parse(name)
    keys = [parsed.folded, fold_german(name), " ".join(parsed.core), "".join(parsed.core), _stemmed(parsed.core)]
    keys += [shorter for key in keys[:1] + keys[2:3] if (shorter := without_genitive(key))]
    for key in keys:
        if found := table.get(key):
            return found
    if len(parsed.concepts) > 2 and (found := _by_concepts().get(parsed.concepts)):
        return found if len(found) == 1 else frozenset()
    sounds = {sound for sound in readings("".join(parsed.core)) if len(sound) > 5}
    heard = frozenset(label for sound in sounds for label in _by_sound().get(sound, ()))
    return heard if len(heard) == 1 else frozenset()


def is_wordy(name: str) -> bool:
    """Whether a name is made of the words of organisations, or of a legal form."""
    parsed, lists = parse(name), words(_AFFIXES)
    return bool(parsed.concepts & lexicon(_WORDS).english.keys()) or not lists["legal"].isdisjoint(
        parsed.folded.split()[1:]
    )


@lru_cache(maxsize=32_768)
def parse(name: str) -> OrganizationName:
    """Reduce a name; any string is accepted."""
    lists = words(_AFFIXES)
    tokens = _SPELLED.sub(lambda match: match[0].replace(" ", ""), fold(split_elision(name))).split()
    if len(tokens) > 1 and tokens[0] in _GROUPS and (number := _number(tokens[-1])):
        tokens = [f"g{number}"]
    elif len(tokens) > 1 and tokens[0] == "g" and tokens[1].isdigit():
        tokens = [tokens[0] + tokens[1], *tokens[2:]]
    core = [t for t in tokens if t not in lists["stop"]]
    core = [t for t in core if t not in lists["legal"]] or core
    found: list[str] = []
    lexical = lexicon(_WORDS)
    for token in mark_nations(core or tokens):
        if token in lists["united_nations"]:
            found += ["united", "nations"]
        elif token.startswith("@"):
            found.append(token)
        else:
            found += map(nation, lexical.concepts(token))
    trimmed = _without_kinds(core) or tokens
    folded = " ".join(tokens)
    plain = folded.replace(" ", "")
    acronym = name.strip() if 2 <= len(plain) <= 7 and len(trimmed) == 1 and looks_like_acronym(name.strip()) else ""
    return OrganizationName(folded, tuple(trimmed), frozenset(found), acronym)


def _without_kinds(core: list[str]) -> list[str]:
    """The words without those for a kind of organisation, if a name remains: ``Atomkonzern Rosatom``."""
    kinds, heads, lexical = words(_AFFIXES)["kinds"], _kind_heads(), lexicon(_WORDS)
    proper = [t for t in core if t not in kinds and lexical.split(t) is None and not nation(t).startswith("@")]
    proper = [t for t in proper if t not in words(_AFFIXES)["united_nations"]]
    compounds = {t for t in core[:-1] if len(t) > 8 and t.endswith(heads)}  # UN-Expertengruppe is not the UN
    names = [t for t in core if t not in kinds and t not in compounds]
    if not set(proper) - compounds or len(names) == len(core):
        return core
    rest = [t for t in names if not nation(t).startswith("@")]
    return rest if len(rest) == 1 and len(rest[0]) > 2 else names


@cache
def _kind_heads() -> tuple[str, ...]:
    return tuple(sorted(words(_AFFIXES)["kind_heads"]))


def _compare(a: OrganizationName, b: OrganizationName) -> Comparison:
    if not a.core or not b.core:
        return Comparison(0.0, False, ("no name in one of them",))
    nations_a, nations_b = ({c for c in name.concepts if c.startswith("@")} for name in (a, b))
    if nations_a and nations_b and not nations_a & nations_b:
        return Comparison(0.0, False, ("of different states",), veto=True)
    if a.core == b.core or "".join(a.core) == "".join(b.core):
        return Comparison(0.97, True, ("the same but for legal form, article or kind of organisation",))
    if _shouted(a) and _shouted(b):
        return Comparison(0.0, False, ("two acronyms",), veto=True)
    if _numbers(a) != _numbers(b):
        return Comparison(0.0, False, ("different numbers",), veto=bool(_numbers(a) and _numbers(b)))
    if len(a.concepts) > 1 and a.concepts == b.concepts:
        return Comparison(0.95, True, ("the same words, in another language or order",))
    if a.concepts ^ b.concepts == _UNITED_NATIONS and len(a.concepts & b.concepts) > 1:
        return Comparison(0.9, True, ("the same but for the United Nations",))
    if why := _same_but_for_weak_words(a, b):
        return Comparison(0.9, True, (why,))
    for short, full in ((a, b), (b, a)):
        if short.acronym and (
            why := abbreviates(short.acronym, tuple(full.folded.split()), words(_AFFIXES)["stop"], lexicon(_WORDS))
        ):
            shown = f"{short.acronym.upper()} abbreviates the other: {why}"
            return Comparison(0.9, True, (shown,), partial=len(short.acronym) < 3)
    if len(a.core) == len(b.core) and all(_alike(x, y) for x, y in zip(a.core, b.core, strict=True)):
        return Comparison(0.9, True, ("the same in another transliteration",))
    joined = "".join(a.core), "".join(b.core)
    if min(map(len, joined)) > 5 and not readings(joined[0]).isdisjoint(readings(joined[1])):
        return Comparison(0.9, True, ("the same in another transliteration",))
    shared = len(a.concepts & b.concepts) / len(a.concepts | b.concepts)
    return Comparison(0.6 * shared, False, (f"share {shared:.0%} of their words",))


def _shouted(name: OrganizationName) -> bool:
    """Whether it is an acronym in capitals, which has no other spelling."""
    return sum(c.isupper() for c in name.acronym) > 2


def _number(token: str) -> str | None:
    """A number from 2 in figures or words, as figures."""
    if token.isdigit():
        return token
    return {fold(word): str(n) for n, listed in data(_AFFIXES)["numbers"].items() for word in listed}.get(token)


def _same_but_for_weak_words(a: OrganizationName, b: OrganizationName) -> str | None:
    """Why two sets of concepts are one but for words that tell no organisations apart."""
    common, differing = a.concepts & b.concepts, a.concepts ^ b.concepts
    rest_a, rest_b = sorted(a.concepts - b.concepts), sorted(b.concepts - a.concepts)
    if common and len(rest_a) == len(rest_b) == 1 and all(map(_is_proper, differing)) and _alike(rest_a[0], rest_b[0]):
        return "the same words, one in another spelling"
    weak = words(_AFFIXES)["weak"]
    proper = {concept for concept in common if _is_proper(concept)}
    descriptive = words(_AFFIXES)["descriptive"]
    national = words(_AFFIXES)["national"]
    if common <= proper | weak | descriptive:  # Telekom, but not NATO-Rat and NATO-Russland-Rat
        national = national | {concept for concept in differing if concept.startswith("@")}
    if proper and differing <= weak | national:
        return "the same name, with other words for what it is"
    if proper and (not rest_a or not rest_b) and differing <= weak | national | descriptive:
        return "the same name, once with a word for what it is"
    if len(common - weak) > 1 and differing <= weak - {"state"}:
        return "the same but for words as organisation or group"
    if "federal" in common and differing == {"@DE"}:
        return "the same but for the adjective of the country"
    return None


def _is_proper(concept: str) -> bool:
    """Whether a concept is a word that the lexicon does not know, long enough to be a name."""
    return len(concept) > 3 and not concept.startswith("@") and concept not in lexicon(_WORDS).english


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and word_match(a, b, False) >= ALIKE)


def _numbers(name: OrganizationName) -> frozenset[str]:
    return frozenset(token for token in name.folded.split() if token.isdigit())


def _stemmed(core: tuple[str, ...]) -> str:
    """The words without inflection, marked so that it is no name of its own."""
    return "~" + " ".join(map(stem, core))


@cache
def _table() -> dict[str, frozenset[str]]:
    """Folded names of the table, then reduced ones that are nobody's full name, with the labels that they mean."""
    full: dict[str, set[str]] = {}
    reduced: dict[str, set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            parsed = parse(name)
            for key in (parsed.folded, fold_german(name)):
                full.setdefault(key, set()).add(label)
            for key in (" ".join(parsed.core), "".join(parsed.core), _stemmed(parsed.core)):
                if len(key) > 3:
                    reduced.setdefault(key, set()).add(label)
    merged = {**{k: v for k, v in reduced.items() if len(v) == 1}, **full}
    merged.pop("", None)
    return shared(merged)


@cache
def _by_concepts() -> dict[frozenset[str], frozenset[str]]:
    found: dict[frozenset[str], set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            concepts = parse(name).concepts
            if len(concepts) > 1:
                found.setdefault(concepts, set()).add(label)
    return shared(found)


@cache
def _by_sound() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, names in entries(_TABLE):
        for name in names:
            for sound in readings("".join(parse(name).core)):
                found.setdefault(sound, set()).add(label)
    return shared(found)


@cache
def _forms() -> dict[str, tuple[OrganizationName, ...]]:
    """For each label the names that others may be compared with: none that says less than which state's it is."""
    found: dict[str, tuple[OrganizationName, ...]] = {}
    for label, names in entries(_TABLE):
        parsed = tuple(parse(name) for name in names)
        if any(map(_has_nation, parsed)):
            parsed = tuple(name for name in parsed if _has_nation(name) or any(map(_is_proper, name.concepts)))
        found[label] = parsed
    return found


def _has_nation(name: OrganizationName) -> bool:
    return any(concept.startswith("@") for concept in name.concepts)
