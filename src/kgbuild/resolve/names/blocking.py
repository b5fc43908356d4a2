"""Blocking keys: two names that can be the same share at least one."""

from __future__ import annotations

from kgbuild.resolve.names.comparison import Kind
from kgbuild.resolve.names.fold import fold


def blocking_keys(name: str, kind: Kind) -> frozenset[str]:
    """The keys under which a name is looked for."""
    return frozenset(token for token in fold(name).split() if len(token) > 2)
