"""Resolving entities across articles."""

import itertools
import random

from kgbuild.model import Entity, EntityType, Label
from kgbuild.resolve import Decision, DecisionKind, resolve

from .documents import agreement, claim, document, event, organization, person, place, state


def paths(resolution):
    return [entity.iri_path for entity in resolution.entities]


def test_transliterations_of_one_person_are_one():
    resolution = resolve([
        document("a", person("Kassym-Jomart Tokajew", "Tokajew")),
        document("b", person("Qasym-Jomart Toqaev")),
        document("c", person("Qassym-Schomart Tokayev")),
    ])  # fmt: skip
    (entity,) = resolution.entities
    assert entity.iri_path == "person/kassym-jomart-tokajew"
    assert entity.label == "Kassym-Jomart Tokajew"
    assert entity.alt_labels == ("Qassym-Schomart Tokayev", "Qasym-Jomart Toqaev", "Tokajew")
    assert (entity.mention_count, entity.article_count) == (4, 3)


def test_transliterations_of_an_unknown_person_are_one():
    resolution = resolve([
        document("a", person("Schamil Dschumagulow")),
        document("b", person("Shamil Jumagulov")),
        document("c", person("Ruslan Dschumagulow")),
    ])  # fmt: skip
    assert len(resolution.entities) == 2
    assert resolution.entity("a", 0) == resolution.entity("b", 0) != resolution.entity("c", 0)


def test_states_by_code_whatever_their_names():
    resolution = resolve([document("a", state("KZ", "Kasachstan")), document("b", state("KZ", "Republik Kasachstan"))])
    (entity,) = resolution.entities
    assert (entity.iri_path, entity.label, entity.state_code, entity.qid) == ("state/KZ", "Kasachstan", "KZ", "Q232")


def test_states_that_only_demonyms_and_metonyms_name_are_one_across_articles():
    def article(key, *named, label, metonym_for=None):
        doc = document(key, *named)
        mention = doc.mentions[0].model_copy(update={"label": label, "metonym_for": metonym_for})
        entity = Entity(type=EntityType.STATE, names=(), mentions=(), indirect=(0,), state="NO")
        return doc.model_copy(update={"mentions": (mention,), "entities": (*doc.entities[1:], entity)})

    resolution = resolve([
        article("a", place("Oslo"), label=Label.LOC, metonym_for="NO"),
        article("b", state("NO", "norwegisch"), label=Label.NORP),
        document("c", state("NO", "Norwegen")),
    ])  # fmt: skip
    (entity,) = resolution.entities
    assert (entity.iri_path, entity.label, entity.alt_labels) == ("state/NO", "Norwegen", ())
    assert entity.article_count == 3
    assert entity.mention_count == 2, "a metonym names its place"


def test_common_nouns_never_merge_across_articles():
    resolution = resolve([
        document("a", agreement("Memorandum of Understanding"), organization("Regierung"), event("Parlamentswahl")),
        document("b", agreement("Memorandum of Understanding"), organization("Regierung"), event("Parlamentswahl")),
    ])  # fmt: skip
    assert paths(resolution) == [
        "agreement/memorandum-of-understanding-a",
        "agreement/memorandum-of-understanding-b",
        "event/parlamentswahl-a",
        "event/parlamentswahl-b",
        "organization/regierung-a",
        "organization/regierung-b",
    ]


def test_a_common_agreement_is_shared_by_its_parties():
    def article(key):
        return document(
            key,
            agreement("Grenzvertrag"),
            state("KG", "Kirgisistan"),
            state("TJ", "Tadschikistan"),
            claims=[claim("partyTo", 1, 0), claim("partyTo", 2, 0)],
        )

    resolution = resolve([article("a"), article("b")])
    assert resolution.entity("a", 0) == resolution.entity("b", 0)


def test_a_recurring_event_is_told_apart_by_year():
    resolution = resolve([
        document("a", event("C5+1-Gipfel"), published="2025-11-06"),
        document("b", event("C5+1-Gipfel"), published="2025-11-10"),
        document("c", event("C5+1-Gipfel"), published="2023-09-20"),
    ])  # fmt: skip
    assert resolution.entity("a", 0) == resolution.entity("b", 0) != resolution.entity("c", 0)


def test_organisations_by_acronym_and_language():
    resolution = resolve([
        document("a", organization("Weltgesundheitsorganisation")),
        document("b", organization("WHO")),
        document("c", organization("WTO")),
    ])  # fmt: skip
    assert resolution.entity("a", 0) == resolution.entity("b", 0) != resolution.entity("c", 0)


def test_a_short_name_of_something_unknown_is_not_that_of_something_known():
    resolution = resolve([
        document("a", person("Inés Salazar", "Salazar"), organization("Dorische Allianz", "DA")),
        document("b", person("António de Oliveira Salazar", "Salazar"), organization("Democratic Alliance", "DA")),
    ])  # fmt: skip
    assert len(resolution.entities) == 4


def test_a_bare_surname_needs_evidence():
    alone = resolve([document("a", person("Alva Brenning")), document("b", person("Brenning"))])
    assert len(alone.entities) == 2
    assert alone.entity("b", 0).iri_path == "person/brenning-b"
    claims = [claim("holdsOffice", 0, 1, "Ministerin")]
    supported = resolve([
        document("a", person("Alva Brenning"), state("SE", "Schweden"), claims=claims),
        document("b", person("Brenning"), state("SE", "Schweden"), claims=claims),
    ])  # fmt: skip
    assert supported.entity("a", 0) == supported.entity("b", 0)


def test_a_bare_surname_that_fits_two_stays_apart():
    def article(key, *names):
        return document(key, person(*names), state("SE", "Schweden"), claims=[claim("holdsOffice", 0, 1, "Ministerin")])

    resolution = resolve([article("a", "Alva Brenning"), article("b", "Stig Brenning"), article("c", "Brenning")])
    assert len({resolution.entity(key, 0).iri_path for key in "abc"}) == 3


def test_two_people_with_one_surname_in_one_article_stay_two():
    resolution = resolve([document("a", person("Heydar Alijew"), person("Ilham Alijew"))])
    assert len(resolution.entities) == 2


def test_spelling_variants_in_one_article_are_one():
    resolution = resolve(
        [document("a", person("Recep Tayyip Erdogan"), person("Erdoğan"), person("Gideon Sa’ar"), person("Sa‘ar"))]
    )
    assert len(resolution.entities) == 2
    assert resolution.entity("a", 0).merges


def test_a_bridge_does_not_glue_contradicting_names():
    """A middle name that fits both must not make one of two people whom their given names keep apart."""
    resolution = resolve([
        document("a", person("Jonas Maria Veltkamp")),
        document("b", person("J. Veltkamp")),
        document("c", person("Jesper Veltkamp")),
    ])  # fmt: skip
    assert resolution.entity("a", 0) != resolution.entity("c", 0)


def corpus():
    names = ["Kassym-Jomart Tokajew", "Tokajew", "Qasym-Jomart Toqaev", "Toqaev", "Schawkat Mirsijojew", "Mirziyoyev"]
    rng = random.Random(7)
    return [
        document(
            f"article-{n:02}",
            person(rng.choice(names)),
            state("KZ", "Kasachstan"),
            organization(rng.choice(["Nato", "NATO", "Regierung", "Vereinte Nationen", "UN"])),
            place(rng.choice(["Kiew", "Kyjiw", "Astana", "Nur-Sultan"])),
            agreement(rng.choice(["Abraham-Abkommen", "Memorandum", "Pariser Klimaabkommen"])),
            claims=[claim("holdsOffice", 0, 1, "Präsident")],
        )
        for n in range(30)
    ]


def test_the_order_of_articles_does_not_matter():
    documents = corpus()
    expected = resolve(documents)
    for seed in range(3):
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled) == expected


def test_adding_an_article_keeps_other_iris():
    documents = corpus()
    before = resolve(documents)
    after = resolve([*documents, document("zz", person("Alva Brenning"), place("Haldenburg"))])
    for doc in documents:
        for index in range(len(doc.entities)):
            key = doc.article.key
            assert before.entity(key, index).iri_path == after.entity(key, index).iri_path


def test_iris_are_unique_ascii_and_sorted():
    listed = paths(resolve(corpus()))
    assert listed == sorted(set(listed))
    assert all(path.isascii() and " " not in path for path in listed)


def test_every_in_article_entity_is_in_exactly_one():
    documents = corpus()
    resolution = resolve(documents)
    members = list(itertools.chain.from_iterable(entity.members for entity in resolution.entities))
    assert sorted(members) == sorted((d.article.key, i) for d in documents for i in range(len(d.entities)))


def test_decisions_hold_against_the_machine():
    documents = [
        document("a", person("Alva Brenning")),
        document("b", person("Signe Odelius")),
        document("c", person("Alva Brenning")),
    ]
    same = Decision(DecisionKind.SAME, "Alva Brenning", "Signe Odelius", "married in 2024")
    merged = resolve(documents, [same])
    assert len(merged.entities) == 1
    assert any("married in 2024" in reason for merge in merged.entities[0].merges for reason in merge.reasons)
    different = Decision(DecisionKind.DIFFERENT, "Alva Brenning@a", "Alva Brenning@c", "two people")
    apart = resolve(documents, [different])
    assert apart.entity("a", 0) != apart.entity("c", 0)
    labelled = resolve(documents, [Decision(DecisionKind.LABEL, "Signe Odelius", "Signe Brenning-Odelius")])
    assert labelled.entity("b", 0).label == "Signe Brenning-Odelius"


def test_nothing_in_nothing_out():
    assert resolve([]).entities == ()
    assert resolve([document("a")]).entities == ()
