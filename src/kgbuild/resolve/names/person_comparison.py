"""Comparing two personal names."""

from __future__ import annotations

from functools import cache, lru_cache

from kgbuild.resolve.names.east_asian import compare_east_asian, surname_groups
from kgbuild.resolve.names.fold import fold
from kgbuild.resolve.names.person import PersonName, parse
from kgbuild.resolve.names.surnames import ALIKE, CLOSE, SAME_SOUND, given_match, last_match, without_genitive
from kgbuild.resolve.names.tables import entries, lines, shared
from kgbuild.resolve.names.verdict import Comparison

SAME = 0.85

_BODIES = frozenset(("eu", "us", "un", "uno", "nato", "ex"))
_PAPAL = frozenset(("papst", "pope", "pape", "papa"))


def compare_persons(a: str, b: str) -> Comparison:
    """Compare two personal names; the order does not matter."""
    one, other = parse(a), parse(b)
    known_a, known_b = known(a), known(b)
    if known_a and known_b:
        shared = known_a & known_b
        if shared:
            return Comparison(1.0, True, (f"both name {min(shared)} (persons.tsv)",), partial=one.bare != other.bare)
        return Comparison(0.0, False, (f"two known persons: {min(known_a)} / {min(known_b)}",), veto=True)
    result = _compare(one, other)
    if result.same or not (known_a or known_b):
        return result
    return _through_table(known_a, other, result) if known_a else _through_table(known_b, one, result)


@lru_cache(maxsize=65_536)
def known(name: str) -> frozenset[str]:
    """The preferred labels of the well-known persons whom a name alone, or with its title, names."""
    table = _table()
    folded = fold(name)
    found = table.get(folded)
    if found:
        return found
    parsed = parse(name)
    key = _key(parsed)
    if len(parsed.tokens) > 1 or parsed.suffix or not parsed.titles:
        found = table.get(key) or table.get(without_genitive(key) or "")
        return found or frozenset()
    surname = parsed.folded[0]
    holders = _holders().get(surname) or _holders().get(without_genitive(surname) or "") or ()
    return frozenset(
        label for office, label in holders if any(title == office or title.endswith(office) for title in parsed.titles)
    )


def _key(name: PersonName) -> str:
    return " ".join((*name.folded, *((name.suffix,) if name.suffix else ())))


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, names in entries("persons.tsv"):
        for name in names:
            parsed = parse(name)
            reduced = _key(parsed) if len(parsed.tokens) > 1 or parsed.suffix or not parsed.titles else fold(name)
            for key in {fold(name), reduced}:
                found.setdefault(key, set()).add(label)
    return shared(found)


@cache
def _holders() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each surname: folded offices with the label of the person who holds or held them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in lines("persons.tsv"):
        if len(row) > 2 and (parsed := parse(row[0])).folded:
            first = bool(surname_groups(parsed.plain[0]))
            surname = parsed.folded[0] if first and len(parsed.plain) == 3 else parsed.folded[-1]
            found.setdefault(surname, []).extend((fold(office), row[0]) for office in row[2].split(";"))
    return {surname: tuple(holders) for surname, holders in found.items()}


@cache
def _forms() -> dict[str, tuple[PersonName, ...]]:
    return {label: tuple(parse(name) for name in names) for label, names in entries("persons.tsv")}


def _through_table(labels: frozenset[str], name: PersonName, direct: Comparison) -> Comparison:
    """Whether the other names of a known person match better."""
    best = direct
    for label in sorted(labels):
        for form in _forms()[label]:
            if form.bare:
                continue
            result = _compare(form, name)
            if result.same and result.score > best.score:
                best = Comparison(
                    result.score, True, (f"a name of {label} (persons.tsv)", *result.reasons), partial=result.partial
                )
    return best


def _compare(a: PersonName, b: PersonName) -> Comparison:
    if not a.tokens or not b.tokens:
        return Comparison(0.0, False, ("no name in one of them",))
    if conflict := _suffixes_conflict(a, b):
        return Comparison(0.0, False, (conflict,), veto=True)
    east = compare_east_asian(a.plain, b.plain)
    if east is not None:
        score, why = east
        return Comparison(score, score >= SAME, (why,), veto=not score)
    if len(a.tokens) > len(b.tokens):
        a, b = b, a
    if len(a.tokens) == 1:
        return _compare_bare(a, b)
    return _aligned(a, b)


def _suffixes_conflict(a: PersonName, b: PersonName) -> str | None:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return f"different suffixes: {a.suffix} / {b.suffix}"
    return None


def _compare_bare(a: PersonName, b: PersonName) -> Comparison:
    """A single word against a name of one word or more."""
    word = a.tokens[0]
    if a.titles and b.titles and not _titles_agree(a.titles, b.titles):
        return Comparison(0.5, False, (f"other offices: {' '.join(a.titles)} / {' '.join(b.titles)}",), partial=True)
    if len(b.tokens) == 1:
        if bool(a.suffix) != bool(b.suffix) and not (a.titles or b.titles):
            return Comparison(0.4, False, ("one has an ordinal",))
        score = given_match(word, b.tokens[0]) if a.suffix else last_match(word, b.tokens[0])
        same = score >= (SAME if a.suffix else ALIKE)
        return Comparison(score, same, ("surnames match" if same else "surnames differ",), partial=not a.suffix)
    if len(word) > 3 and a.folded[0] == "".join(b.folded):
        return Comparison(0.95, True, ("the same but for spaces",))
    if a.suffix:
        return Comparison(0.0, False, ("a regnal name and a name with surname",))
    if surname_groups(b.plain[0]) and len(b.plain) >= 2:  # surname first, or a Western given name: Lee Harvey Oswald
        last = without_genitive(a.folded[0]) or a.folded[0]
        score = max(last_match(word, b.tokens[0]), 1.0 if b.folded[-1] in (last, a.folded[0]) else 0.0)
    else:
        score = max(last_match(word, b.tokens[i]) for i in range(1, len(b.tokens)))
    if score < ALIKE and len(b.tokens) > 2:
        score = max(score, last_match(word, "".join(b.tokens[-2:])))
    if score < ALIKE and (tails := [t[3:] for t in b.tokens[1:] if t.startswith("abd")]):
        score = max(last_match(word, tail) for tail in tails)
    if score < ALIKE and len(b.plain) > 2 and a.folded[0] == "".join(word[0] for word in b.plain):
        return Comparison(ALIKE, True, (f"{a.folded[0].upper()} are the initials of the other",), partial=True)
    same = score >= ALIKE
    return Comparison(score, same, ("a bare surname that fits" if same else "surnames differ",), partial=True)


def _titles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether any two titles are the same, or one ends in the other, feminine forms taken for masculine ones."""
    plain_a, plain_b = ([t.removesuffix("in") for t in titles if t not in _BODIES] for titles in (a, b))
    if not plain_a or not plain_b or (_PAPAL.issuperset(plain_a) and _PAPAL.issuperset(plain_b)):
        return True
    return any(x.endswith(y) or y.endswith(x) for x in plain_a for y in plain_b)


def _aligned(a: PersonName, b: PersonName) -> Comparison:
    """Two names of two words or more: surname against surname, given names against given names."""
    if len(a.tokens) > len(b.tokens):
        a, b = b, a
    surname = last_match(a.tokens[-1], b.tokens[-1])
    if surname < CLOSE:
        return _misaligned(a, b)
    given, gaps = _given(a.tokens[:-1], b.tokens[:-1])
    if given < CLOSE:
        shown = f"{' '.join(a.tokens[:-1])} / {' '.join(b.tokens[:-1])}"
        return Comparison(0.2, False, (f"other given names: {shown}",), veto=True)
    score = surname * 0.6 + given * 0.4 - (0.05 if gaps else 0.0)
    same = surname >= ALIKE or given >= SAME_SOUND
    reasons = [f"surnames match ({surname:.2f})", f"given names match ({given:.2f})"]
    if gaps:
        reasons.append("one has further names")
    if same and "junior" in (a.suffix, b.suffix) and a.suffix != b.suffix:
        return Comparison(0.6, False, (*reasons, "only one is junior"))
    return Comparison(score, same, tuple(reasons))


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, bool]:
    """How well given names match: those of the shorter list must be found in the longer one, in order."""
    if len(a) > len(b):
        a, b = b, a
    joined = given_match("".join(a), "".join(b))
    if joined >= ALIKE:
        return joined, False
    if len(a) > 1 and len(b) > len(a) and min(map(len, (*a, *b))) == 1:
        scores = [given_match(x, y) for x, y in zip(a, b, strict=False)]  # H. W. is not W.
        return (min(scores), True) if min(scores) >= CLOSE else (0.0, False)
    scores, position = [], 0
    for word in a:
        found = max(range(position, len(b)), key=lambda i: (given_match(word, b[i]), -i), default=None)
        if found is None or given_match(word, b[found]) < CLOSE:
            return 0.0, False
        scores.append(given_match(word, b[found]))
        position = found + 1
    return min(scores), len(a) != len(b)


def _misaligned(a: PersonName, b: PersonName) -> Comparison:
    """Surnames that stand elsewhere: Spanish double surnames, surname first, a married name added."""
    rest = b.tokens[: len(a.tokens)]
    if len(b.tokens) - len(a.tokens) in (1, 2) and len(a.tokens) == len(rest):
        scores = [given_match(x, y) for x, y in zip(a.tokens[:-1], rest[:-1], strict=True)]
        scores.append(last_match(a.tokens[-1], rest[-1]))
        extra = len(b.tokens) - len(a.tokens)
        if min(scores) >= ALIKE and (extra == 1 or (len(a.tokens) == 2 and extra == 2)):
            return Comparison(min(scores) - 0.05, True, ("one has a second surname",), partial=True)
    if len(b.tokens) > len(a.tokens):  # Amirabdollahian, Amir-Abdollahian
        tail = "".join(b.tokens[len(a.tokens) - 1 :])
        firsts = zip(a.tokens[:-1], b.tokens, strict=False)
        fits = abs(len(tail) - len(a.tokens[-1])) < 4 and all(given_match(x, y) >= ALIKE for x, y in firsts)
        if fits and last_match(a.tokens[-1], tail) >= ALIKE:
            return Comparison(ALIKE, True, ("the same but for spaces and spelling",))
    for begin in range(1, len(b.tokens) - len(a.tokens)):  # José [Pedro Castillo] Terrones
        if all(given_match(x, y) >= ALIKE for x, y in zip(a.tokens, b.tokens[begin:], strict=False)):
            return Comparison(ALIKE, True, ("one has further names before and after",))
    if len(a.tokens) == len(b.tokens) == 2:
        swapped = min(last_match(a.tokens[0], b.tokens[1]), last_match(a.tokens[1], b.tokens[0]))
        if swapped >= ALIKE:
            return Comparison(swapped - 0.02, True, ("the same words, surname first in one",))
    return Comparison(0.0, False, ("surnames differ",), veto=True)
