"""Cards: what they say, and that no word of an article becomes markup."""

import json
from html.parser import HTMLParser

import pytest

from kgbuild.explore.wording import wording
from tests.explore.conftest import HOSTILE


def test_a_person(graph):
    card = graph.entity("valadao")
    assert (card.label, card.type, card.mentions, card.articles) == ("Inês Valadão", "Person", 4, 2)
    assert card.labels == ("Ines Valadao", "Valadao", "Valadão")
    assert {s.text: s.sources for s in card.spellings} == {
        "Inês Valadão": ("001-hafen.txt",), "Valadão": ("001-hafen.txt",),
        "Ines Valadao": ("002-besuch.txt",), "Valadao": ("002-besuch.txt",),
    }  # fmt: skip
    assert [f.text for f in card.offices] == ["Außenministerin, Portugal", "Ministerin, Portugal"]
    assert [(f.text, f.date) for f in card.meetings] == [
        ("visited Chile", None), ("met with Kenji Morita (place Porto)", "2024-03-04"),
    ]  # fmt: skip
    assert [f.text for f in card.quotations] == ["»Der Vertrag öffnet Türen«"]
    assert len(card.claims) == 6
    evidence = card.offices[1].evidence[0]
    assert evidence.sentence == "Die portugiesische Ministerin Ines Valadao besuchte Chile."
    assert (evidence.source, evidence.published) == ("002-besuch.txt", "2024-03")


def test_the_other_side_of_a_symmetric_claim(graph):
    assert "met with Inês Valadão (place Porto)" in [f.text for f in graph.entity("Kenji Morita").meetings]


def test_a_state(graph):
    card = graph.entity("Portugal")
    assert (card.iso3166, card.wikidata) == ("PT", "Q45")
    assert "Inês Valadão, Außenministerin" in [f.text for f in card.offices]
    assert "signed Hafenabkommen (with Japan, figure rund 2,5 Milliarden Euro)" in [f.text for f in card.agreements]


def test_an_agreement_tells_status_and_who_says_so(graph):
    text = str(graph.entity("Hafenabkommen"))
    assert "Chile party to Hafenabkommen [intended]" in text
    assert "Peru party to Hafenabkommen [denied]" in text
    assert "001-hafen.txt, 2024-03-06, according to Inês Valadão: Sie bestritt" in text


def test_text_shows_a_sentence_and_an_article_behind_each_line(graph):
    lines = str(graph.entity("Inês Valadão")).splitlines()
    assert lines[0] == "Inês Valadão (Person)"
    assert lines[1] == "4 mentions in 2 articles"
    start = lines.index("Offices")
    for line, following in zip(lines[start:], lines[start + 1 :], strict=False):
        if line.startswith("  ") and not line.startswith("      "):
            assert following.startswith("      00"), line


def test_json(graph):
    read = json.loads(json.dumps(graph.entity("Portugal").to_dict()))
    assert read["sections"]["Offices"][0]["evidence"][0]["source"] == "001-hafen.txt"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()
        self.words = []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("name", ["Inês Valadão", "Portugal", "Hafenabkommen"])
def test_html_is_escaped(hostile, name):
    parser = Tags()
    parser.feed(hostile.entity(name)._repr_html_())
    assert parser.seen <= {"div", "h3", "h4", "p", "b", "ul", "li", "details", "summary", "blockquote", "br", "small"}
    assert HOSTILE in "".join(parser.words)


def test_wording_comes_from_the_ontology():
    assert wording("partyTo") == "party to"
    assert wording("partyTo", "de") == "ist Partei von"
    assert wording("ownRelation") == "ownRelation"
