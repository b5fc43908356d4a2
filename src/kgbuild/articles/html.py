"""HTML pages: the article's text and metadata, found by trafilatura (Barbaresi, ACL 2021)."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura

from kgbuild.articles.calendar import iso_date
from kgbuild.articles.decoding import decode
from kgbuild.articles.failure import Unusable
from kgbuild.articles.formats import Content, under_title
from kgbuild.articles.metadata import Metadata, clean, split_names

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Where HTML's standard has the declaration, with some generosity."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page that it cannot read is our one-line failure


def from_html(data: bytes) -> Content:
    """The article of an HTML page: its text, under its title, and title, authors, date, site and address.

    Only a date that the page's markup states is taken; guesses from its text and address are not.

    Raises:
        Unusable: no article text was found, or the bytes are no text.
    """
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # its parsers raise whatever broken pages make them raise
        raise Unusable(f"broken HTML ({type(error).__name__})") from None
    text = clean(found.text or "") if found is not None else ""
    if not text.strip():
        raise Unusable("no article text found in the HTML")
    title = " ".join(clean(found.title).split()) if found.title else None
    metadata = Metadata(
        title=title,
        published=iso_date(found.date) if found.date else None,
        authors=tuple(dict.fromkeys(split_names(clean(found.author)))) if found.author else (),
        publisher=clean(found.sitename) if found.sitename else None,
        url=found.url or None,
    )
    return Content(under_title(text, title), metadata)
