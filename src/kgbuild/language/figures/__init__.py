"""Figures: amounts of money, shares and counted things, proposed by grammar and read as numbers."""

from kgbuild.language.figures.component import KEY, propose
from kgbuild.language.figures.parse import parse_figure

__all__ = ["KEY", "parse_figure", "propose"]
