"""Typed literals: text with its language, numbers without loss, dates as precise as they are known."""

from __future__ import annotations

from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kgbuild.graph.vocabulary import XSD

_DATE_TYPE: dict[int, NamedNode] = {4: XSD["gYear"], 7: XSD["gYearMonth"], 10: XSD["date"]}
_DECIMAL_LIMIT = 1e18
"""SPARQL engines compute decimals in 128 bits; beyond this a double is the honest type."""


def text(value: str, language: str = "de") -> Literal:
    """A string with its language tag."""
    return Literal(value, language=language)


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=XSD["integer"])


def number(value: float) -> Literal:
    """An ``xsd:decimal`` like ``12400000000.0``; an ``xsd:double`` where it is too large for one.

    The decimal has exactly the digits of the shortest representation of ``value``.
    """
    if not abs(value) < _DECIMAL_LIMIT:
        return Literal(value)
    digits = format(Decimal(repr(float(value))), "f")
    return Literal(digits if "." in digits else digits + ".0", datatype=XSD["decimal"])


def share(value: float) -> Literal:
    """A confidence in [0, 1] as ``xsd:decimal``, rounded to four digits."""
    return number(round(value, 4))


def date(iso: str) -> Literal:
    """``2025-11-06`` as ``xsd:date``, ``2025-11`` as ``xsd:gYearMonth``, ``2025`` as ``xsd:gYear``."""
    return Literal(iso, datatype=_DATE_TYPE[len(iso)])
