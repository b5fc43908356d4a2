"""Each example of ``frames.yaml``, read by the real pipeline, gives exactly its claims."""

import pytest

from kgbuild.extract.frames.schema import Example, load_frames

EXAMPLES = [(frame.id, example) for frame in load_frames() for example in frame.examples]


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{frame}: {e.text}") for frame, e in EXAMPLES])
def test_example(document, example: Example):
    read = document(example.text, published="2025-03-10")

    def name(index: int | str) -> str:
        if isinstance(index, str):
            return index
        return read.entities[index].names[0] if read.entities[index].names else str(read.entities[index].state)

    claims = [
        f"{c.predicate}({name(c.subject)}, {name(c.object)})" + ("" if c.status == "asserted" else f" !{c.status}")
        for c in read.claims
        if c.reader == "frames"
    ]
    assert claims == list(example.claims)
