import babel
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rigour.territories import get_territories, get_territory

from kgbuild.gazetteer import Kind, Territories

OWN_IDS = {"DK": "Q35", "NL": "Q55", "YU": "Q36704"}
"""Where the table has the country's Wikidata id and rigour the realm's, or none."""


@pytest.fixture(scope="module")
def territories() -> Territories:
    return Territories.load()


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("Kasachstan", "KZ"),
        ("Kasachstans", "KZ"),
        ("Republik Kasachstan", "KZ"),
        ("Vereinigten Staaten", "US"),
        ("Vereinigter Staaten", "US"),
        ("USA", "US"),
        ("Amerikas", "US"),
        ("Vereinigten Arabischen Emiraten", "AE"),
        ("VAE", "AE"),
        ("Staates Israel", "IL"),
        ("Islamischen Republik Iran", "IR"),
        ("Qatar", "QA"),
        ("Kirgisien", "KG"),
        ("Weißrussland", "BY"),
        ("Republik Moldau", "MD"),
        ("Birma", "MM"),
        ("Großbritanniens", "GB"),
        ("Vereinigten Königreichs", "GB"),
        ("Kosovo", "XK"),
        ("Sowjetunion", "SU"),
        ("DDR", "DD"),
        ("Grönlands", "GL"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_names(territories, surface, code):
    assert territories.by_name(surface) == code


@pytest.mark.parametrize(
    ("surface", "codes"),
    [
        ("kasachischen", ("KZ",)),
        ("Kasachische", ("KZ",)),
        ("kasachstanisch", ("KZ",)),
        ("Kasachin", ("KZ",)),
        ("Palästinensern", ("PS",)),
        ("US-amerikanischer", ("US",)),
        ("Schweizer", ("CH",)),
        ("kasachisch-israelische", ("KZ", "IL")),
        ("Deutsch-kirgisisches", ("DE", "KG")),
        ("saudi-arabische", ("SA",)),
        ("deutsch-zentralasiatischen", ("DE",)),
        ("zentralasiatisch", ()),
        ("Saudi-Arabien", ()),
        ("koreanische", ()),
        ("-", ()),
    ],
)
def test_adjectives_and_demonyms(territories, surface, codes):
    assert territories.by_demonym(surface) == codes


def test_an_adjective_of_two_states_has_both_as_candidates(territories):
    assert set(territories.demonym_candidates("koreanischen")) == {"KP", "KR"}


@pytest.mark.parametrize(
    ("surface", "code"),
    [("Astanas", "KZ"), ("Washington", "US"), ("Kreml", "RU"), ("Weißen Hauses", "US"), ("Tel Aviv", "IL")],
)
def test_capitals_and_seats(territories, surface, code):
    assert territories.by_capital(surface) == code


def test_brussels_stands_for_the_union_and_is_no_state(territories):
    assert territories.by_capital("Brüssel") == "EU"
    assert not territories.is_state("EU")


def test_labels_are_those_that_news_prefer(territories):
    assert [territories.territory(code).label for code in ("US", "RU", "QA", "TR", "AE")] == [
        "Vereinigte Staaten",
        "Russland",
        "Katar",
        "Türkei",
        "Vereinigte Arabische Emirate",
    ]


def test_what_is_a_state(territories):
    assert territories.is_state("TW")
    assert territories.is_state("SU")
    assert not territories.is_state("GL")
    assert not territories.is_state("XX")


def test_every_state_that_rigour_knows_is_in_the_table(territories):
    codes = {entry.code for entry in territories}
    wanted = {t.code.upper() for t in get_territories() if t.is_country and t.parent is None and not t.is_historical}
    small = {"CC", "CX", "FK", "NF", "PN", "SH", "GS", "IO", "WF"}  # dependent, though rigour names no parent
    assert wanted - codes <= small


def test_wikidata_ids_are_those_of_rigour(territories):
    for entry in territories:
        known = get_territory(entry.code.lower())
        if known is None or entry.code in OWN_IDS:
            assert entry.qid == OWN_IDS[entry.code]
        else:
            assert entry.qid == known.qid, entry.code


def test_the_names_of_cldr_lead_to_their_states(territories):
    for code, name in babel.Locale("de").territories.items():
        if code.isalpha() and len(code) == 2 and territories.is_state(code) and code != "PS":
            assert territories.by_name(name) == code, name


def test_no_name_has_two_states_but_congo(territories):
    seen: dict[str, str] = {}
    for entry in territories:
        if entry.kind == Kind.STATE:
            for name in entry.names:
                assert seen.setdefault(name, entry.code) == entry.code or name == "Kongo"


@given(st.text())
def test_any_text_may_be_asked_for(surface):
    territories = Territories.load()
    assert territories.by_name(surface) is None or territories.base(surface)
    assert isinstance(territories.by_demonym(surface), tuple)
