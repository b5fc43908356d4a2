"""The parts that the mentions of an article play in its clauses: subject, object, genitive and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.extract.discourse import Discourse
from kgbuild.language.clause import Clause, Phrase


@dataclass(frozen=True, slots=True)
class Use:
    """One part that a mention plays in a clause."""

    part: str
    clause: Clause
    phrase: Phrase


def uses_of(discourse: Discourse) -> dict[int, list[Use]]:
    """Per mention the parts that it plays, in the order of the clauses."""
    found: dict[int, list[Use]] = {}
    for clause in discourse.clauses:
        for part, phrases in _parts(clause):
            for phrase in phrases:
                mention = discourse.mention_at.get(phrase.head)
                if mention is not None:
                    found.setdefault(mention, []).append(Use(part, clause, phrase))
    return found


def _parts(clause: Clause) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    yield "subject", clause.subject
    yield "agent", clause.agent
    yield "object", clause.objects
    yield "genitive", clause.genitives
    yield "prepositional", clause.prepositional
    yield "predicative", clause.predicative
