"""Tables as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgbuild.store import Answer, Result, Table
from kgbuild.store.results import plain

if TYPE_CHECKING:
    import pandas as pd


def frame(result: Result) -> pd.DataFrame:
    """A query's answer with Python values in its cells; what is not bound is missing (``isna``).

    An ASK gives one cell ``answer``; a CONSTRUCT the columns ``subject``, ``predicate`` and ``object``. Dates stay
    text, because some are known to the month or year only.
    """
    import pandas as pd  # costs half a second, which a card on the terminal need not wait for

    if isinstance(result, Answer):
        return pd.DataFrame({"answer": [result.value]})
    if isinstance(result, Table):
        return pd.DataFrame(result.records(), columns=list(result.columns))
    rows = [(plain(t.subject), plain(t.predicate), plain(t.object)) for t in result.triples]
    return pd.DataFrame(rows, columns=["subject", "predicate", "object"])
