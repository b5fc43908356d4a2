from itertools import product

import numpy as np
import pytest

from kgbuild.language.encoder import trees


def is_tree(heads):
    """One word is its own head, and all lead to it."""
    roots = [i for i, h in enumerate(heads) if h == i]
    if len(roots) != 1:
        return False
    for i in range(len(heads)):
        for _ in heads:
            i = heads[i]
        if i != roots[0]:
            return False
    return True


def best_by_trying_all(arc):
    size = len(arc)
    every = (h for h in product(range(size), repeat=size) if is_tree(h))
    return max(sum(arc[i, h] for i, h in enumerate(heads)) for heads in every)


@pytest.mark.parametrize("seed", range(60))
def test_finds_the_best_tree(seed):
    random = np.random.default_rng(seed)
    arc = random.normal(size=(int(random.integers(1, 7)),) * 2).astype(np.float32) * 5
    heads = trees.heads(arc)
    assert is_tree(heads.tolist())
    assert sum(arc[i, h] for i, h in enumerate(heads)) == pytest.approx(best_by_trying_all(arc), rel=1e-5)


def test_breaks_nested_cycles():
    arc = np.full((4, 4), -10, dtype=np.float32)
    arc[0, 1] = arc[1, 0] = 5
    arc[2, 3] = arc[3, 2] = 5
    arc[0, 2] = 1
    arc[3, 3] = -1
    assert trees.heads(arc).tolist() == [2, 0, 3, 3]


def test_long_sentences_are_trees():
    arc = np.random.default_rng(7).normal(size=(300, 300)).astype(np.float32)
    assert is_tree(trees.heads(arc).tolist())
