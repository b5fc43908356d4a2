"""All readers run on an article, and their candidates decided."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.extract.claims.candidate import Candidate
from kgbuild.extract.claims.decide import decide
from kgbuild.extract.claims.fields import Fields
from kgbuild.extract.claims.offices import read_offices
from kgbuild.extract.claims.reading import Reading
from kgbuild.extract.claims.speech import read_speech
from kgbuild.extract.claims.status import Circumstances
from kgbuild.extract.discourse import Discourse
from kgbuild.extract.frames.match import read_frames
from kgbuild.extract.references import References
from kgbuild.model import Claim


def read_claims(discourse: Discourse, references: References) -> tuple[Claim, ...]:
    """What one article claims.

    Args:
        discourse: its Doc, sentences, mentions and clauses.
        references: its entities and what its words refer to.

    Returns:
        Claims in text order; entity indices are those of ``references.entities``.
    """
    return decide(candidates(Reading(discourse, references)))


def candidates(reading: Reading) -> Iterator[Candidate]:
    """What every reader proposes."""
    fields = Fields(reading)
    said, speakers = read_speech(reading, fields)
    yield from said
    yield from read_offices(reading)
    yield from read_frames(reading, fields, Circumstances(reading, fields, speakers))
