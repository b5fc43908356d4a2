"""A published graph of the two hand-made articles, and one with hostile words."""

from dataclasses import replace

import pytest

from kgbuild.explore import load
from kgbuild.resolve import Resolution
from kgbuild.store import Store
from tests.graph.example import documents, harbour, resolution

HOSTILE = "<script>alert('x')</script>&\"“"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg")
    with Store.open(folder) as store:
        store.publish(documents(), resolution())
    return load(folder)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The harbour article, with markup for words wherever an article's words go."""
    folder = tmp_path_factory.mktemp("hostile")
    document = harbour()
    text = document.article.text
    article = document.article.model_copy(
        update={"text": text[:-6] + "<i>x<i", "source": f"{HOSTILE}.txt", "title": HOSTILE, "publisher": HOSTILE}
    )
    claims = tuple(c.model_copy(update={"office": HOSTILE, "field": HOSTILE}) for c in document.claims)
    document = document.model_copy(update={"article": article, "claims": claims})
    entities = resolution((document,)).entities
    renamed = (replace(e, label=f"{e.label} {HOSTILE}") for e in entities)
    with Store.open(folder) as store:
        store.publish((document,), Resolution(tuple(renamed)))
    return load(folder)
