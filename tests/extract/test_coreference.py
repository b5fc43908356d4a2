"""Entities of one article by their names, offices and demonyms."""

import pytest

from kgbuild.extract.coreference import cluster
from kgbuild.extract.coreference.folding import fold, near, stems
from kgbuild.extract.coreference.gender import is_feminine, masculine, of_given_name
from kgbuild.extract.coreference.offices import same_office
from kgbuild.extract.coreference.persons import Fit, fit, words_of
from kgbuild.model import EntityType


def groups(discourse, type):
    entities = cluster(discourse).entities()
    return [[discourse.mentions[m].text for m in e.mentions] for e in entities if e.type is type]


def indirect(discourse, type):
    entities = cluster(discourse).entities()
    return [[discourse.mentions[m].text for m in e.indirect] for e in entities if e.type is type]


def test_fold_ignores_diacritics_apostrophes_and_hyphens():
    assert fold("Sa’ar") == fold("Saar") == "saar"
    assert fold("Erdoğan") == fold("Erdogan")
    assert fold("Şahin-Işık") == "sahin isik"


def test_stems_ignore_inflection():
    assert stems("Kaspischen Meeres") == stems("Kaspische Meer")
    assert stems("Abraham-Abkommens") == stems("Abraham-Abkommen")


def test_near_spellings():
    assert near("schemtow", "shemtov")
    assert not near("schulz", "scholten")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Holm", "Mira Holm", Fit.SURNAME),
        ("Mira", "Mira Holm", Fit.GIVEN),
        ("bin Salman", "Mohammed bin Salman", Fit.SURNAME),
        ("Sisi", "Abdel Fattah al-Sisi", Fit.SURNAME),
        ("M. Holm", "Mira Holm", Fit.EQUAL),
        ("Yun Suk-yeol", "Yoon Suk Yeol", Fit.EQUAL),
        ("Schulz", "Olaf Scholz", Fit.NONE),
        ("Jana Nowak", "Jan Nowak", Fit.NONE),
    ],
)
def test_fit_of_personal_names(short, full, expected):
    assert fit(words_of(short), words_of(full)) is expected


def test_surname_joins_the_full_name_before_or_after(discourse):
    found = discourse("[PER Holm] reist ab.\n[PER Mira Holm] kam gestern, [PER Holms] Gast auch.")
    assert groups(found, EntityType.PERSON) == [["Holm", "Mira Holm", "Holms"]]


def test_two_people_with_one_surname_stay_two(discourse):
    found = discourse(
        "[ROLE Energieminister] [PER Jan Brandt] sprach mit dem Forscher [PER Ulf Brandt].\n"
        "[ROLE Minister] [PER Brandt] lehnte ab."
    )
    assert groups(found, EntityType.PERSON) == [["Jan Brandt", "Brandt"], ["Ulf Brandt"]]


def test_gender_tells_namesakes_apart(discourse):
    found = discourse(
        "[PER Ulf Brandt] und [PER Petra Brandt] kamen.\nHerr [PER Brandt] schwieg, Frau [PER Brandt] nicht."
    )
    persons = cluster(found).entities()
    assert [len(person.mentions) for person in persons] == [2, 2]
    assert persons[1].names == ("Petra Brandt", "Brandt")


def test_states_by_code(discourse):
    found = discourse(
        "Die [STATE USA] und [STATE Kasachstan].\nDie [STATE Vereinigten Staaten], [STATE Kasachstans] Partner."
    )
    assert groups(found, EntityType.STATE) == [["USA", "Vereinigten Staaten"], ["Kasachstan", "Kasachstans"]]


def test_demonyms_make_and_find_their_states(discourse):
    found = discourse("Der [NORP kasachisch-israelische] Handel wächst; [STATE Israel] lobt ihn.")
    entities = {e.state: e for e in cluster(found).entities()}
    assert set(entities) == {"KZ", "IL"}
    assert entities["KZ"].names == () and entities["KZ"].indirect == entities["IL"].indirect == (0,)


def test_demonym_of_an_unknown_state_by_its_stem(discourse):
    found = discourse("[STATE Karwenien] wählt.\nDie [NORP karwenische] Opposition feiert.")
    assert indirect(found, EntityType.STATE) == [["karwenische"]]


@pytest.mark.parametrize("text", ["[ORG Bund für Küstenschutz] ([ORG BfK])", "[ORG BfK] ([ORG Bund für Küstenschutz])"])
def test_acronyms_in_brackets_either_way_round(discourse, text):
    found = discourse(f"Der {text} warnt.\nDer [ORG BfK] klagt.")
    (entity,) = cluster(found).entities()
    assert entity.acronyms == ("BfK",)
    assert len(entity.mentions) == 3
    assert entity.names[0] == "Bund für Küstenschutz"


def test_party_in_brackets_is_not_the_person(discourse):
    found = discourse("[PER Mira Holm] ([ORG SPD]) sprach.")
    assert len(cluster(found).entities()) == 2


def test_an_acronym_compound_is_its_own_body(discourse):
    found = discourse("Die [ORG PKK] schweigt, die [ORG PKK-Führung] spricht.")
    assert groups(found, EntityType.ORGANIZATION) == [["PKK"], ["PKK-Führung"]]


def test_governments_of_two_states_stay_two_and_have_fuller_names(discourse):
    found = discourse(
        "Die [NORP kasachische] [ORG Regierung] warnt, die [ORG Regierung] [STATE Finnlands] lobt.\n"
        "Die [ORG Regierung] ging."
    )
    names = [e.names for e in cluster(found).entities() if e.type is EntityType.ORGANIZATION]
    assert names == [("kasachische Regierung", "Regierung"), ("Regierung Finnlands", "Regierung")]


def test_gazetteer_aliases_are_one(discourse):
    found = discourse("Die [ORG EU] berät.\nDie [ORG Europäische Union] zögert, die [ORG Union] hofft.")
    assert groups(found, EntityType.ORGANIZATION) == [["EU", "Europäische Union", "Union"]]


def test_shorter_agreement_joins_the_longer(discourse):
    found = discourse("Das [AGREEMENT Fährabkommen von Ystad] gilt.\nDem [AGREEMENT Fährabkommen] fehlt Geld.")
    assert groups(found, EntityType.AGREEMENT) == [["Fährabkommen von Ystad", "Fährabkommen"]]


def test_a_new_agreement_with_a_topic_of_its_own_stays_apart(discourse):
    found = discourse("Das [AGREEMENT Stromabkommen] gilt.\nEin [AGREEMENT Abkommen] zur Fischerei folgt.")
    for token in found.doc:
        token.pos_ = "NOUN" if token.text == "Fischerei" else "X"
    entities = cluster(found).entities()
    assert [e.names for e in entities] == [("Stromabkommen",), ("Abkommen zur Fischerei", "Abkommen")]


def test_a_kind_may_be_left_off_an_organisation(discourse):
    found = discourse("Die [ORG Nordwind-Partei] siegt.\nBei [ORG Nordwind] jubelt man.")
    assert groups(found, EntityType.ORGANIZATION) == [["Nordwind-Partei", "Nordwind"]]


def test_office_beside_and_alone_lead_to_the_person(discourse):
    found = discourse(
        "[ROLE Außenministerin] [PER Mira Holm] traf [PER Jan Brandt], den [ROLE Sprecher] der [ORG Bank].\n"
        "Die [ROLE Ministerin] schwieg.\nEine [ROLE Ministerin] lachte."
    )
    assert indirect(found, EntityType.PERSON) == [["Außenministerin", "Ministerin"], ["Sprecher"]]


def test_offices():
    assert same_office("Minister", "Außenminister")
    assert same_office("Staatschef", "Präsident")
    assert not same_office("Präsident", "Außenminister")
    assert is_feminine("Präsidentin") and masculine("Präsidentin") == "prasident"
    assert not is_feminine("Kapitän")
    assert of_given_name("Petra Brandt") == "f" and of_given_name("Brandt") is None
