"""The direction of a date, with hand-built parses and without one."""

import pytest
import spacy
from spacy.tokens import Doc

from kgbuild.language.dates import Direction, direction_of, read_dates

NLP = spacy.blank("de")


def doc(*rows: tuple[str, str, str, int, str]) -> Doc:
    """A Doc from (word, part of speech, relation, head, lemma)."""
    words, pos, deps, heads, lemmas = zip(*rows, strict=True)
    return Doc(NLP.vocab, words=list(words), pos=list(pos), deps=list(deps), heads=list(heads), lemmas=list(lemmas))


def test_a_weak_past_tense_looks_back() -> None:
    read = doc(
        ("Sie", "PRON", "nsubj", 1, "sie"),
        ("unterzeichneten", "VERB", "ROOT", 1, "unterzeichnen"),
        ("am", "ADP", "case", 3, "an"),
        ("Montag", "PROPN", "obl", 1, "Montag"),
        (".", "PUNCT", "punct", 1, "."),
    )
    assert direction_of(read[3:4]) is Direction.PAST


def test_an_infinitive_in_ten_is_no_past_tense() -> None:
    read = doc(
        ("Sie", "PRON", "nsubj", 1, "sie"),
        ("arbeiten", "VERB", "ROOT", 1, "arbeiten"),
        ("am", "ADP", "case", 3, "an"),
        ("Montag", "PROPN", "obl", 1, "Montag"),
    )
    assert direction_of(read[3:4]) is not Direction.PAST


def test_the_perfect_looks_back_over_the_whole_bracket() -> None:
    read = doc(
        ("Er", "PRON", "nsubj", 5, "er"),
        ("hat", "AUX", "aux", 5, "haben"),
        ("am", "ADP", "case", 3, "an"),
        ("Montag", "PROPN", "obl", 5, "Montag"),
        ("Rom", "PROPN", "obj", 5, "Rom"),
        ("besucht", "VERB", "ROOT", 5, "besuchen"),
    )
    assert direction_of(read[3:4]) is Direction.PAST


@pytest.mark.parametrize("modal", ["wird", "soll", "will", "könnte"])
def test_modals_and_the_future_look_ahead(modal: str) -> None:
    read = doc(
        ("Er", "PRON", "nsubj", 5, "er"),
        (modal, "AUX", "aux", 5, modal),
        ("am", "ADP", "case", 3, "an"),
        ("Montag", "PROPN", "obl", 5, "Montag"),
        ("Rom", "PROPN", "obj", 5, "Rom"),
        ("besuchen", "VERB", "ROOT", 5, "besuchen"),
    )
    assert direction_of(read[3:4]) is Direction.FUTURE


def test_an_attributive_participle_looks_back() -> None:
    read = doc(
        ("Das", "DET", "det", 5, "der"),
        ("am", "ADP", "case", 3, "an"),
        ("5.", "ADJ", "amod", 3, "5."),
        ("Mai", "PROPN", "obl", 4, "Mai"),
        ("beschlossene", "ADJ", "amod", 5, "beschlossen"),
        ("Gesetz", "NOUN", "nsubj", 6, "Gesetz"),
        ("gilt", "VERB", "ROOT", 6, "gelten"),
    )
    assert direction_of(read[2:4]) is Direction.PAST


@pytest.mark.parametrize(
    ("preposition", "expected"), [("seit", Direction.PAST), ("für", Direction.FUTURE), ("ab", Direction.FUTURE)]
)
def test_some_prepositions_decide(preposition: str, expected: Direction) -> None:
    read = doc(
        ("Er", "PRON", "nsubj", 1, "er"),
        ("plant", "VERB", "ROOT", 1, "planen"),
        (preposition, "ADP", "case", 3, preposition),
        ("Mai", "PROPN", "obl", 1, "Mai"),
    )
    assert direction_of(read[3:4]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Montag reisten sie nach Rom.", Direction.PAST),
        ("Am Montag haben sie in Rom getagt.", Direction.PAST),
        ("Am Montag wird er in Rom reden.", Direction.FUTURE),
        ("Von Montag an gilt das Verbot.", Direction.FUTURE),
    ],
)
def test_without_a_parse_the_forms_tell(text: str, expected: Direction) -> None:
    read = NLP(text)
    span = read.char_span(text.index("Montag"), text.index("Montag") + 6)
    assert direction_of(span) is expected


def spans(text: str, *dates: str):
    read = NLP(text)
    return [read.char_span(text.index(date), text.index(date) + len(date), label="DATE") for date in dates]


def test_dates_are_read_with_the_ones_before_in_mind() -> None:
    text = "Am 2. Oktober 2025 traf er ein. Noch am selben Abend sprach er. Am Tag darauf flog er ab."
    values = read_dates(spans(text, "2. Oktober 2025", "selben Abend", "Tag darauf"), "2025-11-06")
    assert [value.begin if value else None for value in values] == ["2025-10-02", "2025-10-02", "2025-10-03"]


def test_unknown_publication_falls_back_on_dated_context() -> None:
    text = "Im August 2024 tagten sie, am 6. November traf man sich wieder."
    values = read_dates(spans(text, "August 2024", "6. November"), None)
    assert [value.begin if value else None for value in values] == ["2024-08", "2024-11-06"]


def test_nothing_is_guessed_without_any_year() -> None:
    assert read_dates(spans("Am Dienstag und am 6. November.", "Dienstag", "6. November"), None) == (None, None)
