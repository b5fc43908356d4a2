"""One place decides between candidates, whoever read them."""

from dataclasses import replace

import pytest

from kgbuild.extract.claims.candidate import Argument, Candidate
from kgbuild.extract.claims.constraints import constraints
from kgbuild.extract.claims.decide import admitted, decide
from kgbuild.model import DateValue, EntityType

PERU = Argument(0, EntityType.STATE, "name", 1.0, 0)
CHILE = Argument(1, EntityType.STATE, "name", 1.0, 2)
PACT = Argument(2, EntityType.AGREEMENT, "name", 1.0, 4)


def candidate(predicate: str, subject: Argument, other: Argument | str, **more: object) -> Candidate:
    return replace(Candidate(predicate, subject, other, 0, "test", "test/rule", 0.8), **more)


def test_types_must_fit():
    assert admitted(candidate("partyTo", PERU, PACT))
    assert not admitted(candidate("partyTo", PACT, PERU))
    assert not admitted(candidate("visited", PERU, CHILE))
    assert not admitted(candidate("swallowed", PERU, CHILE))


def test_nothing_relates_to_itself():
    assert decide([candidate("recognizes", PERU, PERU)]) == ()


@pytest.mark.parametrize(("words", "fits"), [("2024-05-03", True), ("2024", True), ("im Mai", False)])
def test_dates_must_be_dates(words, fits):
    assert admitted(candidate("concluded", PACT, words)) is fits


def test_words_must_have_letters():
    assert not admitted(candidate("said", PERU, "…"))


def test_the_surer_of_two_stays_and_the_fuller_of_equals():
    weak, strong = candidate("partyTo", PERU, PACT, score=0.6), candidate("partyTo", PERU, PACT, score=0.9)
    assert [c.confidence for c in decide([weak, strong])] == [0.9]
    dated = candidate("partyTo", PERU, PACT, date=DateValue(begin="2024"))
    assert [c.date for c in decide([candidate("partyTo", PERU, PACT), dated])] == [DateValue(begin="2024")]


def test_symmetric_claims_are_stated_once():
    pairs = [candidate("cooperatesWith", PERU, CHILE), candidate("cooperatesWith", CHILE, PERU)]
    assert len(decide(pairs)) == 1
    assert len(decide([candidate("recognizes", PERU, CHILE), candidate("recognizes", CHILE, PERU)])) == 2


def test_what_is_likelier_wrong_than_right_is_not_stated():
    assert decide([candidate("partyTo", PERU, PACT, score=0.49)]) == ()
    unsure = replace(PERU, confidence=0.5)
    assert decide([candidate("partyTo", unsure, PACT)]) == ()


def test_the_order_of_candidates_does_not_matter():
    given = [candidate("partyTo", PERU, PACT), candidate("partyTo", CHILE, PACT), candidate("signed", PERU, PACT)]
    assert decide(given) == decide(reversed(given))


def test_every_predicate_of_the_guide_is_constrained():
    assert len(constraints()) == 33
    assert all(c.object or c.literal for c in constraints().values())
