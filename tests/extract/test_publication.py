"""The publication date that the text itself tells."""

import pytest
import spacy

from kgbuild.extract.publication import publication_date
from kgbuild.model import DateBasis

NLP = spacy.blank("de")


def told(text: str, *dates: str):
    doc = NLP(text)
    spans = [doc.char_span(text.index(date), text.index(date) + len(date), label="DATE") for date in dates]
    return publication_date(doc, spans)


def test_a_day_in_the_lead_gives_the_month() -> None:
    text = "Ein Bund wächst\n\nAm 6. November 2025 unterzeichneten beide den Pakt.\n\nSchon 1992 hatten sie verhandelt."
    assert told(text, "6. November 2025", "1992") == ("2025-11", DateBasis.TEXT)


def test_a_month_named_again_without_its_year_is_news() -> None:
    text = (
        "Titel\nEins.\nZwei.\nDrei.\n\nIm November 2025 war er in Wien. "
        "Am 7. November reiste er ab. 2023 hatte er gefehlt."
    )
    assert told(text, "November 2025", "7. November", "2023") == ("2025-11", DateBasis.TEXT)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # background beside news that is dated by weekday
        (
            "Titel\nAm Dienstag trafen sie sich. Am 17. Februar 2008 hatte er gewonnen.",
            ("Dienstag", "17. Februar 2008"),
        ),
        # what is to come
        ("Titel\nAm 1. Januar 2030 soll das Gesetz gelten.", ("1. Januar 2030",)),
        # a later year shows that the full date is old
        ("Titel\nAm 15. September 2020 wurde er gewählt, seit 2024 herrschte Ruhe.", ("15. September 2020", "2024")),
        # nothing with a year
        ("Titel\nAm 6. November trafen sie sich.", ("6. November",)),
        ("Titel\nNiemand kam.", ()),
    ],
)
def test_background_and_plans_tell_nothing(text: str, dates: tuple[str, ...]) -> None:
    assert told(text, *dates) is None


def test_the_dates_of_the_document_are_the_default() -> None:
    text = "Ein Bund wächst\n\nAm 6. November 2025 unterzeichneten beide den Pakt."
    doc = NLP(text)
    begin = text.index("6. November")
    doc.ents = [doc.char_span(begin, begin + len("6. November 2025"), label="DATE")]
    assert publication_date(doc) == ("2025-11", DateBasis.TEXT)
