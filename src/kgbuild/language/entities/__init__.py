"""Where the readings of names come together: model, gazetteer and figures → the final ``doc.ents``."""

from kgbuild.language.entities.component import FACTORY, Entities

__all__ = ["FACTORY", "Entities"]
