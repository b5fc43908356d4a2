import pytest

from kgbuild.language.encoder.model import shipped
from kgbuild.language.encoder.pieces import LONGEST, UNKNOWN, Pieces


@pytest.fixture(scope="module")
def pieces():
    return Pieces(shipped() / "vocabulary.json")


def test_a_space_before_makes_other_pieces(pieces):
    assert pieces("der", True) != pieces("der", False)


def test_long_words_are_cut(pieces):
    assert len(pieces("Donaudampfschiffahrtsgesellschaft" * 90, True)) == LONGEST


@pytest.mark.parametrize("word", ["\u200b", "", "\x01", "総"])
def test_every_word_has_a_piece(pieces, word):
    assert len(pieces(word, False)) >= 1
    assert UNKNOWN in pieces("総", False)
