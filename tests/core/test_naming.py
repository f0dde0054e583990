import pytest

from selfassess.core.assessment import Action, Respondent
from selfassess.core.naming import naming, own_steps
from tests.core import worlds


def names(*, organisations=("Northbridge Council", "Haven"), people=(), owners=()):
    assessment, content = worlds.world(
        {"PU1": "shared"},
        {"a": {}},
        barriers=(worlds.barrier("afraid", "PU1<=2"),),
    )
    told = (o for o in zip("abcdef", organisations, strict=False))
    round_ = assessment.latest.changed(
        organisations=tuple(
            assessment.latest.organisations[0].changed(id=id_, name=name) for id_, name in told
        )
    )
    return naming(
        assessment.changed(
            rounds=(round_,),
            respondents=tuple(
                Respondent(id=str(n), organisation="a", name=name, role=role)
                for n, (name, role) in enumerate(people)
            ),
            actions=tuple(Action(id=o, text="Do", owner=o) for o in owners),
        ),
        content,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Haven",
        "ask HAVEN first",
        "Northbridge  council’s turn",
        "a line\nof Northbridge Council",
        "Havens? No: Haven.",
    ],
)
def test_a_whole_name_is_found_whatever_its_letters_and_spaces(text):
    assert names().in_full(text)


@pytest.mark.parametrize(
    "text", ["", "Havens", "Northbridge", "a council in Northbridge", "hav en"]
)
def test_what_is_no_whole_name_is_not_taken_for_one(text):
    assert not names().in_full(text)


def test_a_telling_part_of_a_name_is_found_too():
    found = names(people=(("Jo O’Brien-Smith", "good level"),), owners=("Sgt P. Amin",))
    for text in (
        "O'Brien did it",
        "smith",
        "Amin to sign",
        "Northbridge to sign",
        "the good level",
    ):
        assert found.somehow(text), text
    for text in ("the level", "Sgt", "Go", "P"):
        assert not found.somehow(text), text


def test_everyday_words_of_the_questionnaire_name_nobody():
    topic = worlds.world({"PU1": "shared"}, {"a": {}})[1].questionnaire.dimensions[0].topics[0]
    word = max(topic.question.say().split(), key=len).strip("?.")
    found = names(people=(("", word),), owners=(word,))
    assert not found.somehow(f"the {word} here")
    assert names(organisations=(word,)).somehow(f"the {word} here")


def test_what_the_program_offers_is_known():
    content = worlds.world(
        {"PU1": "shared"},
        {"a": {}},
        barriers=(worlds.barrier("afraid", "PU1<=2"),),
    )[1]
    steps = own_steps(content)
    assert steps == {s.text.say() for b in content.barriers for s in b.first_steps}
