from kgbuild.extract.coreference import refer
from kgbuild.extract.references import How, References
from kgbuild.model import Entity, EntityType, Link, Span


def test_every_kind_of_reference_is_found_by_token(discourse):
    found = discourse("[NORP Finnische] [ROLE Außenministerin] [PER Mira Holm] kam nach [LOC Riga].")
    references = refer(found)
    words = {token.text: token.i for token in found.doc}
    how = {word: reference.how for word, i in words.items() if (reference := references.entity_at(i))}
    assert how == {
        "Finnische": How.DEMONYM,
        "Außenministerin": How.OFFICE,
        "Mira": How.NAME,
        "Holm": How.NAME,
        "Riga": How.NAME,
    }
    assert references.entity_at(words["Mira"]).entity == references.entity_at(words["Außenministerin"]).entity
    assert references.mention_at(words["Holm"]) == 2
    assert references.mention_at(words["kam"]) is None


def test_a_metonym_gives_the_state_and_keeps_its_place(discourse):
    found = discourse("[LOC Astana] warnt.")
    found.mentions[0] = found.mentions[0].model_copy(update={"metonym_for": "KZ"})
    place = Entity(type=EntityType.PLACE, names=("Astana",), mentions=(0,))
    state = Entity(type=EntityType.STATE, names=(), mentions=(), indirect=(0,), state="KZ")
    references = References(found, (place, state), ())
    assert references.entity_at(0).entity == 1
    assert references.entity_at(0).how is How.METONYM
    assert references.place_at(0).entity == 0


def test_several_entities_at_one_token(discourse):
    found = discourse("Der [NORP kasachisch-israelische] Handel.")
    references = refer(found)
    assert len(references.entities_at(1)) == 2


def test_a_link_leads_to_its_entity(discourse):
    found = discourse("[PER Mira Holm] kam. Sie ging.")
    person = Entity(type=EntityType.PERSON, names=("Mira Holm",), mentions=(0,))
    link = Link(span=Span(15, 18), sentence=0, entity=0, reason="pronoun: personal", confidence=0.8)
    references = References(found, (person,), (link,))
    token = next(t.i for t in found.doc if t.text == "Sie")
    assert references.entity_at(token).how is How.PRONOUN
    assert references.entity_at(token).confidence == 0.8
