import numpy as np

from kgbuild.language.sentences import sentence_starts


def starts(text, likely, edges=()):
    """Indices of the words that start a sentence; ``likely`` those that the encoder would start one with."""
    words = text.split()
    joined = [word.startswith("_") for word in words]
    words = [word.removeprefix("_") for word in words]
    probability = np.array([likely.get(i, 0.0) for i in range(len(words))])
    edge = np.array([i in edges for i in range(len(words))])
    return np.flatnonzero(sentence_starts(words, [not j for j in joined], probability, edge)).tolist()


def test_the_encoder_decides_after_a_final_mark():
    assert starts("Er kam _. Sie ging _.", {3: 0.9}) == [0, 3]
    assert starts("Er kam _. Sie ging _.", {3: 0.2}) == [0]


def test_no_start_without_a_final_mark():
    assert starts("Die »Alte Brücke _« steht", {1: 0.99}) == [0]
    assert starts("Er sagte _: Wir gehen _.", {3: 0.99}) == [0]


def test_line_breaks_always_start_one():
    assert starts("Gipfel in Astana Die Nato tagt", {}, edges={3}) == [0, 3]


def test_closing_quotation_marks_stay_with_their_sentence():
    assert starts("» Wir gehen _. _« Er ging _.", {4: 0.9}) == [0, 5]


def test_abbreviations_go_on():
    assert starts("Laut Art. 5 gilt", {2: 0.99}) == [0]


def test_a_question_before_a_capital_ends_sooner():
    assert starts("Warum _? Niemand weiß es _.", {2: 0.2}) == [0, 2]
    assert starts("Warum _? fragte er _.", {2: 0.2}) == [0]
