"""Pronouns, descriptions and metonyms with the real pipeline."""

import pytest

from kgbuild.model import EntityType, Label


def link_of(document, words):
    """Names of what the first link on ``words`` means."""
    text = document.article.text
    for link in document.links:
        if text[link.span.begin : link.span.end] == words:
            return document.entities[link.entity].names
    return None


def test_personal_pronoun_agrees_in_gender(document):
    found = document("Außenministerin Mira Holm empfing Präsident Jan Brandt. Sie lobte den Vertrag.")
    assert link_of(found, "Sie") == ("Mira Holm",)


def test_pronoun_never_means_its_coargument(document):
    found = document("Präsident Jan Brandt sprach. Brandt lobte ihn.")
    assert link_of(found, "ihn") is None


def test_possessive_of_the_subject(document):
    found = document("Präsident Jan Brandt verteidigte seine Politik.")
    assert link_of(found, "seine") == ("Jan Brandt",)


def test_relative_possessive(document):
    found = document("Jan Brandt, dessen Partei die Wahl verlor, gratulierte.")
    assert link_of(found, "dessen") == ("Jan Brandt",)


def test_description_of_a_state(document):
    found = document("Finnland ist der Nato beigetreten. Das Land hat eine lange Grenze.")
    assert link_of(found, "Das Land") == ("Finnland",)


def test_description_of_an_agreement(document):
    found = document("Finnland und Schweden schlossen das Fährabkommen von Ystad. Der Vertrag gilt ab Mai.")
    assert link_of(found, "Der Vertrag") == ("Fährabkommen von Ystad",)


def test_both_states(document):
    found = document("Finnland und Schweden haben verhandelt. Beide Staaten wollen liefern.")
    text = found.article.text
    linked = [
        found.entities[link.entity].state
        for link in found.links
        if text[link.span.begin : link.span.end] == "Beide Staaten"
    ]
    assert sorted(linked) == ["FI", "SE"]


def test_two_women_leave_a_pronoun_open(document):
    found = document("Mira Holm und Petra Brandt kamen. Man fragte sie.")
    assert link_of(found, "sie") is None


def test_links_have_reasons_and_confidence(document):
    found = document("Präsident Jan Brandt verteidigte seine Politik.")
    (link,) = found.links
    assert link.reason.startswith("pronoun: possessive")
    assert 0 < link.confidence <= 1


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("Astana warnt vor einem Krieg.", "Astana", "KZ"),
        ("Das ist ein Wandel der Außenpolitik Astanas.", "Astanas", "KZ"),
        ("Die Beziehungen zwischen Astana und Jerusalem bestehen seit 1992.", "Jerusalem", "IL"),
        ("Finnland hat seine Beziehungen zu Moskau abgebrochen.", "Moskau", "RU"),
        ("Aus Washington hieß es, der Plan sei gut.", "Washington", "US"),
        ("Die Strafen wurden von Washington verhängt.", "Washington", "US"),
        ("Finnland bot Ankara Hilfe an.", "Ankara", "TR"),
        ("In Moskau nahm man es übel.", "Moskau", "RU"),
        ("Der Plan sei tot, hieß es in Bratislava.", "Bratislava", "SK"),
        ("Der Vertrag ruht, seit Jakarta ihn 2023 gekündigt hat.", "Jakarta", "ID"),
        ("Die Waffenruhe lehnt Rom ab.", "Rom", "IT"),
        ("Peking, das den Kredit gab, fordert nun Zinsen.", "Peking", "CN"),
        ("Mira Holm will sich bei Washington beliebt machen.", "Washington", "US"),
        ("Das Abkommen mit Seoul liegt seit Mai beim Parlament.", "Seoul", "KR"),
    ],
)
def test_capitals_that_act(document, text, place, code):
    found = document(text)
    mention = next(m for m in found.mentions if m.text == place)
    assert (mention.label, mention.metonym_for) == (Label.LOC, code)
    index = found.mentions.index(mention)
    state = next(e for e in found.entities if e.state == code)
    assert index in state.indirect and index not in state.mentions


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Der Gipfel findet in Astana statt.", "Astana"),
        ("Mira Holm reiste nach Moskau.", "Moskau"),
        ("Vilnius (dpa) – Der Gipfel beginnt.", "Vilnius"),
        ("Quito, Mittwoch, kurz vor elf: Der Gipfel beginnt.", "Quito"),
        ("Die Bürgermeisterin von Astana trat zurück.", "Astana"),
        ("Raketen trafen am Abend die Stadt Kiew.", "Kiew"),
        ("Mira Holm besuchte Jerusalem.", "Jerusalem"),
        ("Die Bahnstrecke zwischen Riga und Vilnius ist gesperrt.", "Riga"),
        ("Sie telefonierte von Tiflis aus.", "Tiflis"),
        ("Astana ist die Hauptstadt.", "Astana"),
    ],
)
def test_capitals_that_are_places(document, text, place):
    found = document(text)
    mention = next(m for m in found.mentions if m.text == place)
    assert mention.metonym_for is None


def test_brussels_is_the_union_where_the_article_names_it(document):
    found = document("Die EU berät. Brüssel warnt vor neuen Zöllen.")
    index = next(i for i, m in enumerate(found.mentions) if m.text == "Brüssel")
    union = next(e for e in found.entities if "EU" in e.names)
    assert index in union.indirect


def test_brussels_is_the_union_where_the_article_does_not_name_it(document):
    found = document("Brüssel warnt vor neuen Zöllen.")
    (union,) = (e for e in found.entities if e.names == ("Europäische Union",))
    assert (union.type, union.mentions) == (EntityType.ORGANIZATION, ())
    assert [found.mentions[i].text for i in union.indirect] == ["Brüssel"]
