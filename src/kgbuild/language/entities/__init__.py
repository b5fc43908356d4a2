"""Where the readings of names come together: model, gazetteer and figures → the final ``doc.ents``."""

from kgbuild.language.entities.component import FACTORY, Entities
from kgbuild.language.entities.offsets import offsets

__all__ = ["FACTORY", "Entities", "offsets"]
