"""The frames turned round: from a word to the units that it may evoke."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kgbuild.extract.frames.schema import Frame, Unit, load_frames
from kgbuild.extract.frames.words import Verb, adjective_bases, noun_bases, verb_forms, verb_parts
from kgbuild.model import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit and the frame it belongs to."""

    frame: Frame
    unit: Unit
    rule: str
    """``frame/word``: what a claim names as its reason."""


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """An entry with the reading of the form that leads to it."""

    entry: Entry
    reading: Verb
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words → entries; verbs by each of their forms."""

    verbs: dict[str, list[VerbEntry]] = field(default_factory=dict)
    """Lower-case form → the verbs that it may be a form of."""
    any_verb: list[Entry] = field(default_factory=list)
    """Units of ``*``."""
    nouns: dict[str, list[Entry]] = field(default_factory=dict)
    compounds: dict[str, list[Entry]] = field(default_factory=dict)
    """Last parts of compounds, lower case."""
    adjectives: dict[str, list[Entry]] = field(default_factory=dict)
    mentions: dict[EntityType, list[Entry]] = field(default_factory=dict)

    def verb(self, form: str, particle: str | None, reflexive: bool) -> list[Entry]:
        """Entries of the verb that has this form in a clause with this separated prefix.

        Args:
            form: the main verb as it stands in the text.
            particle: the separable prefix that the clause has, attached or not.
            reflexive: whether the clause has a reflexive pronoun.
        """
        lower = form.lower()
        kept = [r for r in self.verbs.get(lower, ()) if r.reflexive == reflexive]
        if particle is None or particle in verb_parts().ambiguous:
            return [r.entry for r in kept if r.reading.particle in (None, particle)]
        return [r.entry for r in kept if r.reading.particle == particle]

    def noun(self, surface: str) -> list[Entry]:
        """Entries of a noun in any of its forms, by itself or as the last part of a compound."""
        found: list[Entry] = []
        for base in noun_bases(surface):
            found += self.nouns.get(base, ())
            for tail, entries in self.compounds.items():
                if base.lower().endswith(tail):
                    found += entries
        return list({id(entry): entry for entry in found}.values())

    def adjective(self, surface: str) -> list[Entry]:
        """Entries of an adjective in any of its forms."""
        found = [entry for base in adjective_bases(surface) for entry in self.adjectives.get(base, ())]
        return list({id(entry): entry for entry in found}.values())


@cache
def lexicon() -> Lexicon:
    """The lexicon of the shipped frames."""
    return compile_lexicon(load_frames())


def compile_lexicon(frames: tuple[Frame, ...]) -> Lexicon:
    """Index the units of ``frames`` by the forms of their words."""
    words = Lexicon()
    for frame in frames:
        for unit in frame.units:
            for verb in unit.verbs:
                _add_verb(words, Entry(frame, unit, f"{frame.id}/{verb}"), verb)
            for noun in unit.nouns:
                entry = Entry(frame, unit, f"{frame.id}/{noun}")
                if noun.startswith("-"):
                    words.compounds.setdefault(noun[1:].lower(), []).append(entry)
                else:
                    words.nouns.setdefault(noun, []).append(entry)
            for adjective in unit.adjectives:
                words.adjectives.setdefault(adjective, []).append(Entry(frame, unit, f"{frame.id}/{adjective}"))
            for type_ in unit.mentions:
                slots = "-".join(slot for slots in unit.roles.values() for slot in slots if slot != "self")
                words.mentions.setdefault(type_, []).append(Entry(frame, unit, f"{frame.id}/{type_}+{slots}"))
    return words


def _add_verb(words: Lexicon, entry: Entry, verb: str) -> None:
    if verb == "*":
        words.any_verb.append(entry)
        return
    reflexive, infinitive = verb.startswith("sich "), verb.removeprefix("sich ")
    seen: set[tuple[str, str | None]] = set()
    for form, reading in verb_forms(infinitive):
        if (form, reading.particle) not in seen:
            seen.add((form, reading.particle))
            words.verbs.setdefault(form, []).append(VerbEntry(entry, reading, reflexive))
