import pytest

from kgbuild.articles.failure import Unusable
from kgbuild.articles.german import require_german


@pytest.mark.parametrize(
    "text",
    [
        "Astana (dpa) – Kasachstan tritt bei.",
        "Tokajew trifft Trump",
        "Der Bundesrat hat gutgeheissen, dass die grossen Verträge mit Brüssel schliesslich unterzeichnet werden.",
        "Bearbeitet von: Иван Примеров\nDie Minister reisten am Montag nach Osch und sprachen dort über das Wasser.",
        "RIO DE JANEIRO, 5. Juli (dpa).",
    ],
)
def test_german_texts_pass(text):
    require_german(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The minister said on Friday that the border will be closed for two weeks, which is more than planned.",
            "English",
        ),
        (
            "Het kabinet heeft vrijdag besloten dat de grens met Duitsland wordt gesloten, omdat er "
            "te weinig agenten zijn.",
            "Dutch",
        ),
        (
            "Le ministre a dit vendredi que la frontière sera fermée pour deux semaines, selon les autorités du pays.",
            "French",
        ),
        (
            "D'Regierung huet decidéiert, datt d'Steieren am nächste Joer net sollen eropgoen, sot den Minister.",
            "Luxembourgish",
        ),
        ("Президент объявил в пятницу о закрытии границы на две недели.", "not in Latin letters"),
        (
            "Suomen hallitus päätti perjantaina että raja Venäjän kanssa pysyy suljettuna ainakin kesään "
            "asti, sanoi ministeri Helsingissä",
            "hardly any",
        ),
    ],
)
def test_other_languages_do_not(text, language):
    with pytest.raises(Unusable, match=language):
        require_german(text)


def test_no_words_are_no_german():
    with pytest.raises(Unusable, match="no words"):
        require_german("12 345 – …")
