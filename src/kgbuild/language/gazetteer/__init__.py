"""Names and nouns of the tables, found in a text: the component ``kgbuild_gazetteer`` proposes mentions.

``aliases`` lists names of the same thing; what states are called lies in ``kgbuild.gazetteer``.
"""

from kgbuild.language.gazetteer.component import FACTORY, Gazetteer
from kgbuild.language.gazetteer.names import Known, aliases, known

__all__ = ["FACTORY", "Gazetteer", "Known", "aliases", "known"]
