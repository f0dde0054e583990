from dataclasses import FrozenInstanceError

import pytest
from pydantic import ValidationError

from selfassess.core.barriers import Condition
from selfassess.core.questionnaire import Group, MustHave
from selfassess.core.text import Text


def test_a_plain_string_is_english():
    text = Text.model_validate("Purpose")
    assert text.say() == "Purpose"
    assert text.languages == ("en",)


def test_a_text_speaks_a_language_that_it_has_and_english_otherwise():
    text = Text.model_validate({"cy": "Pwrpas", "en": "Purpose"})
    assert (text.say("cy"), text.say("fr"), text.say()) == ("Pwrpas", "Purpose", "Purpose")
    assert text.languages == ("cy", "en")


@pytest.mark.parametrize("plain", [{"cy": "Pwrpas"}, {}, {"said": (("cy", "Pwrpas"),)}])
def test_a_text_without_english_is_refused(plain):
    with pytest.raises(ValidationError, match="the English text is missing"):
        Text.model_validate(plain)


@pytest.mark.parametrize("plain", [3, None, ["Purpose"], {"en": 3}])
def test_what_is_no_text_is_refused(plain):
    with pytest.raises(ValidationError):
        Text.model_validate(plain)


@pytest.mark.parametrize("plain", ["Purpose", {"en": "Purpose", "cy": "Pwrpas"}])
def test_a_text_is_written_as_it_was_read(plain):
    text = Text.model_validate(plain)
    assert text.model_dump() == plain
    assert Text.model_validate(text.model_dump()) == text


def test_the_schema_of_a_text_is_a_string_or_languages_with_english():
    string, languages = Text.model_json_schema()["anyOf"]
    assert string == {"type": "string"}
    assert languages["required"] == ["en"]


# values in general


def test_a_value_is_never_changed_in_place():
    group = Group(id="why", name="Why")
    with pytest.raises(FrozenInstanceError):
        group.id = "what"
    with pytest.raises(FrozenInstanceError):
        del group.id


def test_a_changed_value_is_another_and_is_checked_again():
    group = Group(id="why", name="Why")
    assert group.changed(id="what").id == "what"
    assert group.id == "why"
    with pytest.raises(ValidationError):
        group.changed(id="No id!")


def test_a_value_knows_its_fields_only():
    with pytest.raises(ValidationError):
        Group(id="why", name="Why").changed(colour="red")


def test_a_value_is_read_by_alias_and_by_name_and_written_by_alias():
    must = MustHave.model_validate({"from": "Vision"})
    assert must == MustHave.model_validate({"from_": "Vision"})
    assert must.model_dump()["from"] == "Vision"
    assert must.changed(from_="Scoping").from_ == "Scoping"


@pytest.mark.parametrize(
    "said", [{}, {"agreement": []}, {"at_least": 3, "at_most": 4}, {"at_least": None}]
)
def test_a_condition_says_exactly_one_thing_about_its_topic(said):
    with pytest.raises(ValidationError, match="exactly one thing"):
        Condition.model_validate({"topic": "PU1", **said})


def test_a_condition_can_be_changed():
    assert Condition(topic="PU1", at_least=3).changed(at_least=4).at_least == 4
