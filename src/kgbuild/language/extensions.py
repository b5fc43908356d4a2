"""The custom attributes that kgbuild sets on spaCy objects, registered once."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def register() -> None:
    """Register the attributes; calling it again changes nothing.

    - ``Doc._.boilerplate``: tuple of ``(begin, end)`` character spans that no component reads (set by the caller).
    - ``Span._.confidence``: float in [0, 1], of an entity span; 1.0 where a table is certain.
    """
    if not Doc.has_extension("boilerplate"):
        Doc.set_extension("boilerplate", default=())
    if not Span.has_extension("confidence"):
        Span.set_extension("confidence", default=1.0)
