"""What resolving costs as the number of mentions grows: seconds of one core, peak memory, and both per mention.

    python benchmarks/resolve.py [MENTIONS …]          default: 1000 10000 100000

Generated articles of 40 mentions name persons (in full and then by surname, one in five in another transliteration,
one in ten by the surname only), states, organisations and agreements, drawn by Zipf's law out of a stock that grows
with the number of mentions to the power of 0.7, as vocabularies of names do (Heaps' law); three persons share a
surname. Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from kgbuild.model import Article, Claim, Document, Entity, EntityType, Label, Mention, Span
from kgbuild.resolve import resolve

PER_ARTICLE = 40
SYLLABLES = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "si",
    "ta",
    "vo",
    "we",
    "ja",
    "du",
    "fe",
    "gi",
    "ho",
    "pa",
    "schi",
    "tscha",
    "dro",
    "bren",
)
VARIANTS = (("sch", "sh"), ("tsch", "ch"), ("w", "v"), ("j", "y"))
STATES = ("KZ", "DE", "FR", "US", "IL", "NO", "TR", "UA", "PL", "JP")
HEADS = ("Institut", "Verband", "Agentur", "Stiftung", "Partei")
TREATIES = ("abkommen", "vertrag", "pakt", "protokoll")


def word(number: int, syllables: int) -> str:
    """The number-th of the words with this many syllables."""
    parts = []
    for _ in range(syllables):
        number, rest = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[rest])
    return "".join(parts).capitalize()


def spelled(name: str, chance: random.Random) -> str:
    """The name, one time in five in another transliteration."""
    if chance.random() < 0.2:
        for one, other in VARIANTS:
            name = name.replace(one, other)
    return name


def documents(mentions: int) -> Iterator[Document]:
    """Articles that hold this many mentions in all; the same ones for the same number."""
    chance = random.Random(0)
    stock = max(10, int(mentions**0.7))
    for number in range(mentions // PER_ARTICLE):
        yield article(f"a{number:07}", stock, chance)


def drawn(stock: int, chance: random.Random) -> int:
    """One of a stock by Zipf's law: the n-th with a chance that falls as 1 / n."""
    return int(stock ** chance.random()) - 1


def article(key: str, stock: int, chance: random.Random) -> Document:
    """One article: its entities with their mentions, no text to speak of."""
    found: list[tuple[EntityType, Label, tuple[str, ...], str | None]] = []
    for _ in range(6):
        person = drawn(stock, chance)
        given, surname = word(person * 7919, 3), word(person // 3, 4)
        full = spelled(f"{given} {surname}", chance)
        last = full.split()[1]
        names = (last,) * 3 if chance.random() < 0.1 else (full, last, last)
        found.append((EntityType.PERSON, Label.PER, names, None))
    for _ in range(4):
        code = chance.choice(STATES)
        found.append((EntityType.STATE, Label.STATE, (code, code), code))
    for _ in range(4):
        body = drawn(stock, chance)
        found.append((EntityType.ORGANIZATION, Label.ORG, (f"{HEADS[body % 5]} {word(body, 4)}",) * 2, None))
    for _ in range(3):
        treaty = drawn(stock, chance)
        found.append((EntityType.AGREEMENT, Label.AGREEMENT, (f"{word(treaty, 4)}-{TREATIES[treaty % 4]}",) * 2, None))
    mentions: list[Mention] = []
    entities: list[Entity] = []
    for type_, label, names, code in found:
        first = len(mentions)
        for name in names:
            span = Span(len(mentions), len(mentions) + 1)
            mentions.append(
                Mention(span=span, label=label, text=name, name=name, sentence=0, confidence=1.0, state=code)
            )
        entities.append(
            Entity(
                type=type_,
                names=tuple(dict.fromkeys(names)),
                mentions=tuple(range(first, len(mentions))),
                state=code,
            )
        )
    return Document(
        article=Article(key=key, source=f"{key}.txt", digest=f"sha256:{key}", text="x" * (len(mentions) + 1)),
        sentences=(Span(0, len(mentions) + 1),),
        mentions=tuple(mentions),
        entities=tuple(entities),
        claims=tuple(
            Claim(
                predicate="holdsOffice",
                subject=person,
                object=6 + person % 4,
                office="Minister",
                sentence=0,
                reader="benchmark",
                rule="benchmark",
                confidence=1.0,
            )
            for person in range(0, 6, 2)
        ),
    )


def measure(size: int) -> None:
    """Resolve one size and print its line."""
    given = list(documents(size))
    count = sum(len(document.mentions) for document in given)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begin = time.process_time()
    resolution = resolve(given)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>9}  {len(resolution.entities):>8}  {seconds:>8.2f}  {seconds / count * 1e6:>9.0f}  "
        f"{peak:>9.0f}  {(peak - before) / count * 1024:>9.2f}",
        flush=True,
    )


def main() -> None:
    """Print a line for each size."""
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
        return
    print("mentions   entities   seconds  µs/mention  peak MiB  KiB/mention")
    for size in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
