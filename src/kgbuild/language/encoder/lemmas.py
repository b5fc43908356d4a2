"""Lemma scripts: how a lemma is cut out of its word.

After Chrupała 2006 and the edit scripts of UDPipe (Straka 2018): ``i|prefix|j|suffix|case`` cuts i characters in
front and j at the end of the lower-cased word and puts prefix and suffix around what remains.
"""

from __future__ import annotations


def apply(script: str, word: str) -> str:
    """The lemma of ``word`` under ``script``; the word itself where the script cuts more than there is.

    The case is ``L`` lower, ``C`` capitalised or ``K`` as the word has it.
    """
    front, prefix, back, suffix, case = script.split("|")
    begin, end = int(front), len(word) - int(back)
    if begin > end or (begin == end and not prefix + suffix):
        return word
    stem = word[begin:end]
    lemma = prefix + (stem if case == "K" else stem.lower()) + suffix
    if case == "C":
        return lemma[:1].upper() + lemma[1:]
    return lemma
