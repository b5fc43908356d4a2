"""What is known of names before any text is read: territories, places, organisations, agreements, events.

``Territories`` answers what a German name, adjective or capital means; ``aliases`` lists names of the same thing;
the component ``kgbuild_gazetteer`` proposes mentions. The tables lie in ``data/gazetteer`` and say how to extend them.
"""

from kgbuild.language.gazetteer.component import FACTORY, Gazetteer
from kgbuild.language.gazetteer.names import Known, aliases, known
from kgbuild.language.gazetteer.territories import Kind, Territories, Territory

__all__ = ["FACTORY", "Gazetteer", "Kind", "Known", "Territories", "Territory", "aliases", "known"]
