"""The best dependency tree of a sentence under arc scores.

Chu and Liu, On the shortest arborescence of a directed graph, 1965; Edmonds, Optimum branchings, 1967; used for
parsing by McDonald et al. 2005. German is not projective, so the tree need not be either.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_ONE_ROOT = 1e6
"""Taken off each root score: the best tree then has as few roots as a tree can have, one."""


def heads(arc: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The head of each word in the best tree with exactly one root, which is its own head.

    ``arc[i, j]`` scores word j as head of word i, ``arc[i, i]`` word i as the root.
    """
    size = len(arc)
    greedy: npt.NDArray[np.int64] = arc.argmax(axis=1)
    if _is_tree(greedy):
        return greedy
    scores = np.full((size + 1, size + 1), -np.inf)
    scores[1:, 1:] = arc
    scores[1:, 0] = arc.diagonal() - _ONE_ROOT
    np.fill_diagonal(scores, -np.inf)
    best = _arborescence(scores)[1:]
    return np.where(best == 0, np.arange(size), best - 1)


def _is_tree(heads: npt.NDArray[np.int64]) -> bool:
    """Whether one word is its own head and every other leads to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    return len(roots) == 1 and _cycle(heads, int(roots[0])) is None


def _cycle(heads: npt.NDArray[np.int64], root: int) -> list[int] | None:
    """The words of a cycle among the heads, if there is one."""
    parent = heads.tolist()
    state = [0] * len(parent)
    state[root] = len(parent) + 1
    for start in range(len(parent)):
        mark, node = start + 1, start
        while state[node] == 0:
            state[node] = mark
            node = parent[node]
        if state[node] == mark and node != root:
            cycle, walker = [node], parent[node]
            while walker != node:
                cycle.append(walker)
                walker = parent[walker]
            return sorted(cycle)
    return None


def _arborescence(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The head of each node in the best tree below node 0 (whose own entry is 0)."""
    best: npt.NDArray[np.int64] = scores.argmax(axis=1)
    best[0] = 0
    cycle = _cycle(best, 0)
    if cycle is None:
        return best
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    nodes = np.array(cycle)
    gain = scores[nodes][:, outside] - scores[nodes, best[nodes]][:, None]
    contracted = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    contracted[:-1, :-1] = scores[np.ix_(outside, outside)]
    contracted[-1, :-1] = gain.max(axis=0)
    enters = gain.argmax(axis=0)
    leaving = scores[np.ix_(outside, nodes)]
    contracted[:-1, -1] = leaving.max(axis=1)
    leaves = leaving.argmax(axis=1)
    inner = _arborescence(contracted)
    result = best.copy()
    for position, node in enumerate(outside.tolist()):
        head = int(inner[position])
        result[node] = nodes[leaves[position]] if head == len(outside) else outside[head]
    entry = int(inner[-1])
    result[nodes[enters[entry]]] = outside[entry]
    result[0] = 0
    return result
