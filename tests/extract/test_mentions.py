from kgbuild.extract.mentions import read_mentions
from kgbuild.extract.sentences import read_sentences
from kgbuild.model import Boilerplate, BoilerplateKind, Label, Span


def test_sentences_are_trimmed_and_outside_boilerplate(blank):
    doc = blank.make_doc("Von Anna Beispiel\n\n  Der Gipfel endet.  \nFoto: Agentur\n")
    byline = Boilerplate(span=Span(0, 17), kind=BoilerplateKind.BYLINE)
    caption = Boilerplate(span=Span(40, 54), kind=BoilerplateKind.CAPTION)
    sentences = read_sentences(doc, (byline, caption))
    assert [doc.text[s.begin : s.end] for s in sentences] == ["Der Gipfel endet."]


def test_a_sentence_across_boilerplate_is_cut(blank):
    doc = blank.make_doc("Eins zwei drei vier")
    middle = Boilerplate(span=Span(5, 9), kind=BoilerplateKind.REPEATED)
    assert [doc.text[s.begin : s.end] for s in read_sentences(doc, (middle,))] == ["Eins", "drei vier"]


def test_no_mention_lies_in_boilerplate(discourse, blank):
    found = discourse("[PER Mira Holm] spricht.\nFoto: [ORG Agentur]")
    caption = Boilerplate(span=Span(20, 34), kind=BoilerplateKind.CAPTION)
    mentions = read_mentions(found.doc, read_sentences(found.doc, (caption,)))
    assert [mention.text for mention in mentions] == ["Mira Holm"]


def test_mentions_carry_name_state_and_sentence(discourse):
    found = discourse("Der Gast kam.\nDie Haltung [STATE Kasachstans] und der [NORP kasachischen] Führung.")
    state, demonym = found.mentions
    assert (state.name, state.state, state.sentence) == ("Kasachstan", "KZ", 1)
    assert (demonym.name, demonym.state, demonym.label) == ("kasachisch", "KZ", Label.NORP)


def test_unknown_labels_are_passed_over(discourse):
    assert discourse("Ein [MISC Etwas] liegt hier.").mentions == []


def test_figures_and_dates_are_read(document):
    found = document("Die Firma Nordkessel zahlte am 3. März 2024 rund 2,5 Millionen Euro.", "2024-03-05")
    by_label = {mention.label: mention for mention in found.mentions}
    assert by_label[Label.DATE].date.begin == "2024-03-03"
    assert by_label[Label.MONEY].figure.value == 2.5e6


def test_publication_date_from_the_text(document):
    found = document("Am 3. März 2024 unterzeichnete Finnland den Vertrag.")
    assert found.article.published == "2024-03"
    assert found.article.published_basis == "text"


def test_the_full_stop_of_a_sentence_is_no_part_of_a_mention(discourse):
    found = discourse("Mira Holm schrieb auf [ORG X.]")
    (mention,) = read_mentions(found.doc, found.sentences)
    assert (mention.text, mention.name, mention.span[1] - mention.span[0]) == ("X", "X", 1)
