"""Tables of what is known before any text is read; nothing here knows of spaCy, so every room may look things up.

``Territories`` answers what a German name, adjective or capital means. The tables lie in ``data/gazetteer`` and say
how to extend them.
"""

from kgbuild.gazetteer.territories import Kind, Territories, Territory

__all__ = ["Kind", "Territories", "Territory"]
