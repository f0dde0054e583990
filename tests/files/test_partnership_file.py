import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.assessment import Area, Organisation, Partnership, Purpose
from selfassess.core.codes import Step
from selfassess.files.letters import ALLOWED, letter_for
from selfassess.files.partnership_file import read_partnership
from tests.files.values import problems_of, said, written

FULL = """\
name: Northbridge
purpose: {what: concerns about children, between: council and NHS, so_that: no child is missed}
story: Nobody rings back.
policy_areas: [early-years, mental-health, early-years]
step: Design and plan
country: GB-SCT
high_risk: false
safety_at_stake: false
organisations:
- {name: Northbridge Council, sector: local-government, people: 3}
- {name: Ruby’s House, sector: voluntary}
- {name: NHS Tayside, sector: health}
"""


@pytest.fixture
def partnership(tmp_path):
    return lambda text: read_partnership(written(tmp_path / "p.yaml", text))


def ends(problems) -> list[str]:
    return [sentence.partition("p.yaml:")[2] for sentence in said(problems)]


def test_a_partnership_is_read(partnership):
    facts = partnership(FULL)
    assert facts.partnership == Partnership(
        name="Northbridge",
        purpose=Purpose(
            what="concerns about children",
            between="council and NHS",
            so_that="no child is missed",
        ),
        story="Nobody rings back.",
        policy_areas=("early-years", "mental-health"),
        country="GB-SCT",
    )
    assert (facts.step, facts.high_risk, facts.safety_at_stake) == (Step.DESIGN, False, False)
    assert facts.organisations == (
        Organisation(
            id="northbridge-council",
            name="Northbridge Council",
            sector="local-government",
            letter="N",
            people=3,
        ),
        Organisation(id="rubys-house", name="Ruby’s House", sector="voluntary", letter="U"),
        Organisation(id="nhs-tayside", name="NHS Tayside", sector="health", letter="H"),
    )


def test_what_is_missing_or_left_empty_has_its_default(partnership):
    facts = partnership(
        "name: N\nstep:\npurpose: {what: x, between: }\norganisations: [{name: A, sector: health}]"
    )
    assert facts.partnership.purpose == Purpose(what="x")
    assert facts.partnership.country == "GB-ENG"
    assert (facts.step, facts.high_risk, facts.safety_at_stake) == (Step.VISION, True, True)


def test_everything_that_is_wrong_is_told(partnership):
    text = """\
name: Northbridge
policy_areas: [early-year]
country: Scotland
organisations:
- {name: Leeds Council, sector: local-goverment}
- {name: leeds council, sector: health}
"""
    assert ends(problems_of(partnership, text)) == [
        "2:16: There is no policy area “early-year”. Did you mean “early-years”?",
        (
            "3:10: “Scotland” is no code of a country. Write a two-letter code, such as NL, or a UK"
            " nation. Did you mean “GB-SCT”?"
        ),
        "5:33: There is no sector “local-goverment”. Did you mean “local-government”?",
        (
            "6:10: “leeds council” is there twice (see line 5)."
            " Give each organisation a name of its own."
        ),
    ]


def test_fields_that_do_not_fit_are_told(partnership):
    text = "name: 2026\nstep: Planning\nhigh_risk: maybe\norganizations: []\n"
    assert ends(problems_of(partnership, text)) == [
        "1:7: “name” must be a text, and 2026 is read as a value. Put quotes round it.",
        (
            "2:7: “Planning” is no value for “step”. Write one of: Vision, Scoping,"
            " Design and plan, Pre-implementation, Implementation, Review."
        ),
        "3:12: “high_risk” is a yes or no. Write true or false, without quotes.",
        "4:1: “organizations” is no field here. Did you mean “organisations”?",
    ]


def test_fields_that_do_not_fit_hide_nothing_else(partnership):
    text = "name: N\nstep: Visoin\ncountry: UK\norganisations: [{name: A, sector: helth}, {}]\n"
    assert ends(problems_of(partnership, text)) == [
        "2:7: “Visoin” is no value for “step”. Did you mean “Vision”?",
        (
            "3:10: “UK” is no code of a country. Write a two-letter code, such as NL, or a UK"
            " nation. Did you mean “GB”?"
        ),
        "4:35: There is no sector “helth”. Did you mean “health”?",
        "4:43: Missing here: name, sector. Add what is missing.",
    ]


def test_at_least_one_organisation_with_a_name_is_needed(partnership):
    assert ends(problems_of(partnership, "name: ' '\norganisations: []")) == [
        "1:7: “name” is empty. Fill it in, or delete the line if it may be left out.",
        "2:16: “organisations” has 0 items and needs 1. Add what is missing.",
    ]
    assert ends(problems_of(partnership, "name: N\norganisations: [null]")) == [
        "2:17: “organisations” is empty. Fill it in, or delete the line if it may be left out.",
    ]


def test_organisations_whose_names_look_alike_have_ids_of_their_own(partnership):
    text = "name: N\norganisations:\n- {name: A&B, sector: health}\n- {name: A+B, sector: health}\n"
    text += "- {name: '&', sector: health}\n- {name: a b, sector: health}\n"
    facts = partnership(text)
    assert [o.id for o in facts.organisations] == ["a-b", "a-b-2", "organisation", "a-b-3"]


def test_a_letter_is_the_first_of_the_name_that_fits():
    assert letter_for("Barnado’s", ()) == "A"
    assert letter_for("RB 1", ()) == "A"
    assert letter_for("Éclair", ()) == "E"
    assert letter_for("Council", ("C", "O")) == "U"
    assert letter_for("CCC", ("C", "A")) == "D"
    assert letter_for("Last", ALLOWED) == "AA"


@given(st.lists(st.text(max_size=6), max_size=60))
def test_letters_are_unique_and_never_one_that_the_room_needs(names):
    letters: list[str] = []
    for name in names:
        letters.append(letter_for(name, letters))
    assert len(set(letters)) == len(letters)
    assert not set("".join(letters)) & {"R", "B", *string.digits}


def test_a_partnership_can_say_its_area(partnership):
    with_area = FULL + "area: {code: s12 000036, name: Edinburgh}\n"
    assert partnership(with_area).partnership.area == Area(code="S12000036", name="Edinburgh")
    assert partnership(FULL + "area: {name: Edinburgh}\n").partnership.area.code == ""
    assert partnership(FULL).partnership.area == Area()


def test_a_code_of_an_area_that_is_none_or_elsewhere_is_told(partnership):
    assert ends(problems_of(partnership, FULL + "area: {code: Edinburgh}\n")) == [
        (
            "13:14: “Edinburgh” is no code of the Office for National Statistics. It has a letter "
            "and eight figures, such as E08000003."
        )
    ]
    assert ends(problems_of(partnership, FULL + "area: {code: E08000003}\n")) == [
        "13:14: “E08000003” is a code of another nation than the country here. Change one of them."
    ]
    elsewhere = FULL.replace("GB-SCT", "Scotland") + "area: {code: S12000036}\n"
    assert len(problems_of(partnership, elsewhere)) == 1
