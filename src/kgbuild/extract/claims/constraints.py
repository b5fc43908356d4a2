"""What each predicate may connect: the type constraints, read from ``predicates.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from kgbuild.model import EntityType


class Constraint(BaseModel):
    """The types that one predicate admits."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: tuple[EntityType, ...]
    object: tuple[EntityType, ...] = ()
    literal: Literal["words", "date"] | None = None
    symmetric: bool = False


@cache
def constraints() -> dict[str, Constraint]:
    """Predicate → what it admits.

    Raises:
        pydantic.ValidationError: the table names an unknown type or field.
    """
    source = files("kgbuild").joinpath("data/extract/claims/predicates.yaml").read_text(encoding="utf-8")
    return {name: Constraint.model_validate(entry) for name, entry in yaml.safe_load(source).items()}
