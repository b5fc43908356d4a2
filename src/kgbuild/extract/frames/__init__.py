"""Frames: which German words express which predicates, and reading claims by them.

``schema`` is the form of ``ontologies/frames.yaml``, ``words`` and ``lexicon`` lead from a word of the text to the
units that it may evoke, ``slots`` finds the roles around it, ``match`` makes the candidate claims.
"""
