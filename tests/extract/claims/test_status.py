"""How surely a sentence states something, read by the real pipeline."""

import pytest

from kgbuild.extract.claims.status import combine, status_words
from kgbuild.model import Status

CASES = [
    ("Kenia ratifizierte das Klimaschutzabkommen.", Status.ASSERTED),
    ("Kenia will das Klimaschutzabkommen ratifizieren.", Status.INTENDED),
    ("Kenia wird das Klimaschutzabkommen ratifizieren.", Status.INTENDED),
    ("Kenia könnte das Klimaschutzabkommen ratifizieren.", Status.POSSIBLE),
    ("Kenia hat das Klimaschutzabkommen nicht ratifiziert.", Status.DENIED),
    ("Kenia weigert sich, das Klimaschutzabkommen zu ratifizieren.", Status.DENIED),
    ("Kenia tritt am Montag dem Klimaschutzabkommen bei.", Status.INTENDED),
    ("Kenia trat am Montag dem Klimaschutzabkommen bei.", Status.ASSERTED),
    ("Uganda gab bekannt, dass Kenia dem Klimaschutzabkommen beitreten werde.", Status.ANNOUNCED),
    ("Kenia plant, das Klimaschutzabkommen zu ratifizieren.", Status.INTENDED),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status(document, text, status):
    read = document(text, published="2025-03-10")
    assert [c.status for c in read.claims if c.predicate == "partyTo"] == [status]


def test_the_weakest_status_wins():
    assert combine() is Status.ASSERTED
    assert combine(Status.ANNOUNCED, None, Status.POSSIBLE) is Status.POSSIBLE
    assert combine(Status.DENIED, Status.INTENDED) is Status.DENIED


def test_the_lists_name_each_word_once():
    assert status_words().governors["ablehnen"] is Status.DENIED
