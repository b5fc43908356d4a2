"""A published graph of the two hand-made articles."""

import pytest

from graph.example import documents, resolution
from kgbuild.store import Store


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg")
    with Store.open(folder) as store:
        for document in documents():
            store.put(document, "pipeline-1")
        store.publish(store.documents(), resolution())
        yield store
