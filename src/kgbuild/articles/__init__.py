"""Read files into articles: text, metadata, and the parts of the text that are no part of the article.

``discover`` finds the files, ``read_all`` reads them; nothing here knows of language processing.
"""

from __future__ import annotations

from kgbuild.articles.discovery import FoundFile, Ignored, Survey, discover, survey
from kgbuild.articles.failure import Failure, NoSuchInput, UnreadableArticle
from kgbuild.articles.reading import MAX_CODE_POINTS, read, read_all, read_each, without_duplicates

__all__ = [
    "MAX_CODE_POINTS",
    "Failure",
    "FoundFile",
    "Ignored",
    "NoSuchInput",
    "Survey",
    "UnreadableArticle",
    "discover",
    "read",
    "read_all",
    "read_each",
    "survey",
    "without_duplicates",
]
