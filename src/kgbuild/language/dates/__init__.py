"""Dates: found by grammar, read into expressions, resolved against the publication and the tense of their clause."""

from kgbuild.language.dates.expressions import Expression, Unit
from kgbuild.language.dates.patterns import Found, find, read
from kgbuild.language.dates.reading import parse_date, read_dates
from kgbuild.language.dates.resolve import resolve
from kgbuild.language.dates.tense import Direction, direction_of, tense_at

__all__ = [
    "Direction",
    "Expression",
    "Found",
    "Unit",
    "direction_of",
    "find",
    "parse_date",
    "read",
    "read_dates",
    "resolve",
    "tense_at",
]
