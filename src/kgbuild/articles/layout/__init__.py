"""What stands where in an article: headline, byline, dateline, running text and boilerplate."""

from __future__ import annotations

from kgbuild.articles.layout.reading import Layout, read_layout

__all__ = ["Layout", "read_layout"]
