"""The contract's shapes, term by term, on two articles extracted by hand."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgbuild.graph import DEFAULT_BASE, PREFIXES, build, dumps
from kgbuild.model import Article, Document, Mention
from kgbuild.resolve import Resolution
from tests.graph.example import documents, harbour, resolution


@pytest.fixture(scope="module")
def store():
    store = ox.Store()
    store.bulk_extend(build(documents(), resolution()).quads())
    return store


def ask(store, pattern):
    return bool(
        store.query(f"ASK {{ {pattern} }}", prefixes=PREFIXES | {"d": DEFAULT_BASE}, use_default_graph_as_union=True)
    )


def values(store, pattern):
    rows = store.query(f"SELECT DISTINCT ?x {{ {pattern} }}", prefixes=PREFIXES, use_default_graph_as_union=True)
    return sorted(row["x"].value for row in rows)


ARTICLE = f"<{DEFAULT_BASE}article/001-hafen>"
OTHER = f"<{DEFAULT_BASE}article/002-besuch>"


@pytest.mark.parametrize(
    "pattern",
    [
        f"{ARTICLE} a schema:NewsArticle, nif:Context ; schema:inLanguage 'de'",
        f"{ARTICLE} schema:headline 'Portugal und Japan schließen Hafenabkommen'@de",
        f"{ARTICLE} schema:datePublished '2024-03-06'^^xsd:date ; kg:dateBasis kg:fromMetadata",
        f"{OTHER} schema:datePublished '2024-03'^^xsd:gYearMonth",
        f"{ARTICLE} schema:author 'Rosa Lind' ; schema:publisher 'Küstenbote'",
        f"{ARTICLE} schema:url <https://kuestenbote.example/hafen%20abkommen>",
        f"{ARTICLE} dcterms:source '001-hafen.txt' ; dcterms:identifier 'sha256:{'0' * 64}'",
        # a mention, and the sentence it stands in
        f"?m a nif:Phrase ; nif:referenceContext {ARTICLE} ; nif:beginIndex 43 ; nif:endIndex 52 ; "
        "nif:anchorOf 'Portugals' ; itsrdf:taClassRef kg:State ; itsrdf:taIdentRef <d:state/PT> ; "
        "itsrdf:taConfidence 0.9 ; nif:sentence ?s . ?s a nif:Sentence ; nif:beginIndex 43 ; nif:endIndex 140",
        # an office leads to its person, a demonym to its state, a metonym keeps its place
        "?m nif:anchorOf 'Außenministerin' ; itsrdf:taClassRef kg:Office ; itsrdf:taIdentRef <d:person/ines-valadao>",
        "?m nif:anchorOf 'portugiesische' ; itsrdf:taClassRef kg:Demonym ; itsrdf:taIdentRef <d:state/PT>",
        "?m nif:anchorOf 'Santiago' ; itsrdf:taClassRef schema:Place ; itsrdf:taIdentRef <d:place/santiago> ; "
        "kg:metonymFor <d:state/CL>",
        "?m nif:anchorOf 'Sie' ; a kg:Reference ; kg:refersTo <d:person/ines-valadao>",
        # figures and dates
        "?m a nif:Phrase, schema:MonetaryAmount ; schema:value 2500000000.0 ; schema:currency 'EUR' ; "
        "kg:modifier kg:about ; schema:description 'Hafenabkommen'@de ; itsrdf:taClassRef schema:MonetaryAmount",
        "?m a schema:QuantitativeValue ; schema:value 40.0 ; schema:minValue 40.0 ; schema:maxValue 60.0 ; "
        "schema:unitText 'Schiff'@de ; kg:modifier kg:exact",
        "?m a kg:Percentage ; schema:value 12.0",
        "?m itsrdf:taClassRef kg:DateMention ; kg:date '2024-03-04'^^xsd:date",
        "?m itsrdf:taClassRef kg:DateMention ; kg:date '2020'^^xsd:gYear ; kg:endDate '2023'^^xsd:gYear",
        # entities
        "<d:person/ines-valadao> a schema:Person ; skos:prefLabel 'Inês Valadão'@de ; skos:altLabel 'Valadao'@de ; "
        "kg:mentionCount 4 ; kg:articleCount 2",
        "<d:state/PT> a kg:State ; owl:sameAs wd:Q45 ; kg:iso3166 'PT'",
        # claims with their qualifiers
        "?c a kg:Claim ; rdf:subject <d:state/PT> ; rdf:predicate kg:signed ; rdf:object <d:agreement/hafenabkommen> ; "
        "kg:status kg:asserted ; kg:with <d:state/JP> ; kg:confidence 0.8 ; kg:figure/schema:currency 'EUR' ; "
        f"kg:evidence/nif:anchorOf ?words ; prov:wasDerivedFrom {ARTICLE} ; kg:reader 'frames'",
        "?c rdf:predicate kg:holdsOffice ; kg:office 'Außenministerin'@de",
        "?c rdf:predicate kg:negotiatesWith ; kg:field 'Häfen'@de ; kg:agreement <d:agreement/hafenabkommen> ; "
        "kg:date '2020'^^xsd:gYear ; kg:endDate '2023'^^xsd:gYear",
        "?c rdf:predicate kg:metWith ; kg:place <d:place/porto> ; kg:trigger 'traf'",
        "?c rdf:predicate kg:partyTo ; kg:status kg:denied ; kg:attributedTo <d:person/ines-valadao>",
        "?c rdf:predicate kg:said ; rdf:object 'Der Vertrag öffnet Türen'@de",
        "?c rdf:predicate kg:concluded ; rdf:object '2024-03-04'^^xsd:date",
        # direct triples, symmetric ones both ways
        "<d:state/JP> kg:partyTo <d:agreement/hafenabkommen>",
        "<d:person/ines-valadao> kg:metWith <d:person/kenji-morita> . "
        "<d:person/kenji-morita> kg:metWith <d:person/ines-valadao>",
        "<d:person/ines-valadao> kg:said 'Der Vertrag öffnet Türen'@de",
    ],
)  # fmt: skip
def test_states(store, pattern):
    assert ask(store, pattern.replace("<d:", f"<{DEFAULT_BASE}"))


def test_what_is_not_settled_has_no_direct_triple(store):
    parties = values(store, "?x kg:partyTo ?agreement")
    assert parties == [f"{DEFAULT_BASE}state/{code}" for code in ("JP", "PT")]


def test_the_text_is_kept_unchanged(store):
    assert values(store, f"{ARTICLE} nif:isString ?x") == [harbour().article.text]


def test_claims_of_one_content_are_one_with_both_readers(store):
    claims = values(store, "?x rdf:predicate kg:metWith")
    assert len(claims) == 1
    assert values(store, f"<{claims[0]}> kg:reader ?x") == ["frames", "head"]
    assert values(store, f"<{claims[0]}> kg:confidence ?x") == ["0.8"]


def test_an_articles_triples_are_in_its_graph_and_entities_in_the_default_graph():
    graph = build(documents(), resolution())
    for quad in graph.quads():
        subject = quad.subject.value
        own = "/article/" in subject or "/claim/" in subject
        assert (quad.graph_name != ox.DefaultGraph()) == own
        if "/article/" in subject:
            assert quad.graph_name.value == subject.partition("#")[0]


def test_order_of_documents_does_not_matter():
    docs = documents()
    assert dumps(build(docs, resolution())) == dumps(build(docs[::-1], resolution()))


def test_an_articles_claims_keep_their_iris_when_another_comes():
    def claims(graph):
        return {q.subject.value for q in graph.quads() if "/claim/" in q.subject.value}

    alone = (harbour(),)
    assert claims(build(alone, resolution(alone))) < claims(build(documents(), resolution()))


def test_a_sentence_that_is_one_mention_is_described_once():
    document = harbour()
    mention = document.mentions[0]
    sentences = (mention.span, *document.sentences)
    mentions = [m.model_copy(update={"sentence": m.sentence + 1}) for m in document.mentions]
    mentions[0] = mention
    changes = {"sentences": sentences, "mentions": tuple(mentions), "claims": (), "links": ()}
    shifted = document.model_copy(update=changes)
    text = dumps(build((shifted,), resolution((shifted,))))
    subject = f"<{DEFAULT_BASE}article/001-hafen#char=0,8> a nif:Sentence , nif:Phrase ;"
    assert text.count(subject) == 1


def test_base_iri_is_the_users():
    graph = build(documents(), resolution(), "https://example.org/kg")
    assert graph.base_iri == "https://example.org/kg/"
    assert "person: <https://example.org/kg/person/>" in dumps(graph)
    assert DEFAULT_BASE not in dumps(graph)


@pytest.mark.parametrize("base", ["kg/", "", "//example.org/", "https://exa mple.org/"])
def test_base_iri_must_be_absolute(base):
    with pytest.raises(ValueError):
        build(documents(), resolution(), base)


def test_two_articles_cannot_share_a_key():
    with pytest.raises(ValueError, match="001-hafen"):
        build((harbour(), harbour()), resolution())


@settings(deadline=None)  # the first call may be slow on a busy machine
@given(st.data(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_text_keeps_its_code_points(data, text):
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    mention = Mention(span=(begin, end), label="PERCENT", text="x", name="x", sentence=0, confidence=1)
    article = Article(key="a", source="a", digest="sha256:" + "0" * 64, text=text, title=text, publisher=text)
    document = Document(article=article, sentences=((0, len(text)),), mentions=(mention,), entities=())
    graph = build((document,), Resolution(()))
    read = {}
    for quad in ox.parse(dumps(graph), ox.RdfFormat.TURTLE):
        names = quad.subject.value.partition("#")[2], quad.predicate.value.rpartition("#")[2]
        read.setdefault(names, quad.object.value)
    assert read["", "isString"] == text
    assert read[f"char={begin},{end}", "anchorOf"] == text[begin:end]
    assert Document.model_validate_json(document.model_dump_json()) == document
