"""A file of frames is checked when it is read."""

import pytest
import yaml
from pydantic import ValidationError

from kgbuild.extract.frames.lexicon import compile_lexicon
from kgbuild.extract.frames.schema import Frame, load_frames

FRAME = """
id: buying
about: one firm buys another
units:
  - verbs: [übernehmen, sich einverleiben]
    roles: {buyer: subject, firm: acc}
  - nouns: [-übernahme]
    roles: {buyer: durch, firm: genitive}
claims:
  - {predicate: investedIn, subject: buyer, object: firm}
"""


def frame(**changes: object) -> Frame:
    return Frame.model_validate({**yaml.safe_load(FRAME), **changes})


def test_the_shipped_frames_are_sound():
    frames = load_frames()
    assert len({f.id for f in frames}) == len(frames) > 20
    assert all(f.examples for f in frames if f.id != "appointing")


def test_unknown_predicates_are_refused():
    with pytest.raises(ValidationError, match="no predicate of the guide"):
        frame(claims=[{"predicate": "swallowed", "subject": "buyer", "object": "firm"}])


def test_roles_that_no_unit_fills_are_refused():
    with pytest.raises(ValidationError, match="no unit fills the role 'seller'"):
        frame(claims=[{"predicate": "investedIn", "subject": "buyer", "object": "seller"}])


def test_unknown_slots_are_refused():
    with pytest.raises(ValidationError, match="neither a slot nor a preposition"):
        frame(units=[{"verbs": ["kaufen"], "roles": {"buyer": "Subject!", "firm": "acc"}}])


def test_a_unit_has_one_kind_of_word():
    with pytest.raises(ValidationError, match="exactly one of"):
        frame(units=[{"verbs": ["kaufen"], "nouns": ["Kauf"], "roles": {"buyer": "subject", "firm": "acc"}}])


def test_frames_of_the_same_id_are_refused(tmp_path):
    path = tmp_path / "frames.yaml"
    path.write_text(yaml.safe_dump({"frames": [yaml.safe_load(FRAME)] * 2}), encoding="utf-8")
    with pytest.raises(ValueError, match="same id"):
        load_frames(path)


def test_words_lead_to_their_units():
    words = compile_lexicon((frame(),))
    assert [e.rule for e in words.verb("übernahm", None, False)] == ["buying/übernehmen"]
    assert words.verb("übernahm", None, True) == []
    assert [e.rule for e in words.verb("verleibte", "ein", True)] == ["buying/sich einverleiben"]
    assert [e.rule for e in words.noun("Firmenübernahmen")] == ["buying/-übernahme"]
    assert words.noun("Firma") == []
