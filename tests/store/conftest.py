"""A published graph of the two hand-made articles."""

import pytest

from kgbuild.store import Store
from tests.graph.example import documents, resolution


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kg")
    with Store.open(folder) as store:
        for document in documents():
            store.put(document, "pipeline-1")
        store.publish(store.documents(), resolution())
        yield store
