from kgbuild.gazetteer import paradigm


def test_a_name_of_one_word_takes_a_genitive():
    assert paradigm.name("Kasachstan") == ("Kasachstan", ("Kasachstan", "Kasachstans"))


def test_a_name_that_ends_in_a_sibilant_takes_none():
    assert paradigm.name("Honduras").forms == ("Honduras",)


def test_adjectives_are_inflected_and_cited_with_their_strong_ending():
    entry = paradigm.name("Vereinigt~e Arabisch~e Emirate/n")
    assert entry.base == "Vereinigte Arabische Emirate"
    assert {"Vereinigten Arabischen Emiraten", "Vereinigter Arabischer Emirate"} <= set(entry.forms)


def test_a_hyphen_after_the_slash_means_no_ending():
    assert paradigm.name("Schweiz/-").forms == ("Schweiz",)


def test_demonyms_by_their_ending():
    assert "Kasachinnen" in paradigm.demonym("Kasache").forms
    assert "Palästinensern" in paradigm.demonym("Palästinenser").forms
    assert {"Ungarn", "Ungarin"} <= set(paradigm.demonym("Ungar/n").forms)
    assert paradigm.demonym("Israeli").forms == ("Israeli", "Israelis")


def test_adjectives_that_do_not_inflect():
    assert paradigm.adjective("Schweizer").forms == ("Schweizer",)
    assert "kasachischen" in paradigm.adjective("kasachisch").forms
