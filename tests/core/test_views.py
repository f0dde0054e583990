import pytest

from selfassess.core.assessment import Answer, Conflict
from selfassess.core.edits import change_round
from selfassess.core.results import Results, work_out
from selfassess.core.views import Apart, Role, by_organisation, by_role, role_of
from tests.core.worlds import module, results, world

TOPICS = {"PU1": "shared", "PU2": "shared", "LE1": "each"}


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Children’s social worker", Role.FRONT_LINE),
        ("School nurse", Role.FRONT_LINE),
        ("Designated safeguarding lead", Role.FRONT_LINE),
        ("Police constable", Role.FRONT_LINE),
        ("Early help manager", Role.MANAGER),
        ("HEAD TEACHER", Role.MANAGER),
        ("Chief officer", Role.MANAGER),
        ("Information governance manager", Role.ADVISER),
        ("Data protection officer", Role.ADVISER),
        ("Bishop", None),
        ("", None),
    ],
)
def test_roles_are_sorted_by_their_words(role, kind):
    assert role_of(role) is kind


# by organisation


def test_an_organisation_sees_each_dimension_by_its_own_levels():
    council, police = by_organisation(
        results(
            TOPICS,
            {"council": {"PU1": "2 4", "PU2": "5"}, "police": {"PU1": "1", "LE1": "dk"}},
        )
    )
    assert council.organisation == "council"
    assert council.values == (("purpose", 4), ("leadership", None))
    assert police.values == (("purpose", 1), ("leadership", None))


def test_an_organisation_stands_apart_two_levels_from_the_middle_of_the_others():
    said = {
        "council": {"PU1": "5", "PU2": "3"},
        "police": {"PU1": "2", "PU2": "4"},
        "health": {"PU1": "3", "PU2": "4", "LE1": "1"},
    }
    council, police, health = by_organisation(results(TOPICS, said))
    assert council.apart == (Apart("PU1", 5, 2.5),)
    assert police.apart == (Apart("PU1", 2, 4),)
    assert health.apart == ()


def test_the_widest_stands_first():
    said = {"council": {"PU1": "3", "PU2": "1"}, "police": {"PU1": "5", "PU2": "5"}}
    council, _police = by_organisation(results(TOPICS, said))
    assert [apart.topic for apart in council.apart] == ["PU2", "PU1"]


def test_what_an_organisation_does_not_know_and_how_much_it_answered():
    said = {"council": {"PU1": "dk", "PU2": "3 dk", "LE1": "na"}, "police": {"LE1": "3"}}
    council, police = by_organisation(results(TOPICS, said))
    assert council.unknown == ("PU1",)
    assert council.answered == 0.5
    assert police.answered == pytest.approx(1 / 3)


def test_who_takes_part_in_nothing_has_answered():
    (view,) = by_organisation(results({"PU1": "shared"}, {"council": {"PU1": "na"}}))
    assert view.answered == 1


# by role

ROLES = ("Social worker", "Nurse", "Constable", "Team manager", "Director", "Head of service")


def people(said: dict[str, str], roles: tuple[str, ...] = ROLES, **facts: object) -> Results:
    """Several people of one council, each with a role, say `{"PU1": "1 2 …"}`."""
    assessment, content = world(TOPICS, {"council": said}, **facts)
    named = [p.changed(role=r) for p, r in zip(assessment.respondents, roles, strict=False)]
    return work_out(assessment.changed(respondents=(*named,)), content)


def test_front_line_and_managers_are_set_side_by_side():
    views = by_role(people({"PU1": "1 2 2 4 4 3", "PU2": "3 3 3 3 3 4"}))
    assert views is not None
    assert views.people == {Role.FRONT_LINE: 3, Role.MANAGER: 3, Role.ADVISER: 0}
    assert [(g.of, g.front_line, g.managers) for g in views.gaps] == [
        ("PU1", 2, 4),
        ("PU2", 3, 3),
    ]
    assert [gap.of for gap in views.apart] == ["PU1"]
    assert views.apart[0].difference == 2


def test_a_dimension_is_the_mean_of_its_gaps():
    views = by_role(people({"PU1": "1 2 2 4 4 3", "PU2": "3 3 3 3 3 4"}))
    assert views is not None
    (purpose,) = views.dimensions
    assert (purpose.of, purpose.front_line, purpose.managers) == ("purpose", 2.5, 3.5)


def test_what_fewer_than_three_people_said_is_not_shown():
    views = by_role(people({"PU1": "1 1 dk 4 4 4", "PU2": "1 1 1 4 4 -"}))
    assert views is not None
    assert views.gaps == views.dimensions == views.apart == ()


def test_roles_that_belong_to_no_kind_are_named():
    views = by_role(people({"PU1": "1 2 3"}, ("Bishop", "", "Data analyst")))
    assert views is not None
    assert views.unsorted == ("", "Bishop")
    assert views.people[Role.ADVISER] == 1


def test_disputed_answers_and_those_of_strangers_do_not_count():
    base = people({"PU1": "1 2 2 4 4 3"})
    first = base.assessment.respondents[0].id
    answers = tuple(Answer(respondent=first, topic="PU1", level=level) for level in (1, 5))
    stranger = Answer(respondent="stranger", topic="PU1", level=5)
    changed = change_round(
        base.assessment,
        conflicts=(Conflict(respondent=first, topic="PU1", answers=answers),),
        answers=(*base.round.answers, stranger),
    )
    views = by_role(work_out(changed, base.content))
    assert views is not None
    assert views.gaps == ()
    assert views.people[Role.FRONT_LINE] == 2


def test_module_topics_are_set_side_by_side_too():
    extra = module("homes", ("early-years",), {"HO1": ("purpose", "shared")})
    views = by_role(people({"HO1": "1 1 1 5 5 5"}, modules=(extra,)))
    assert views is not None
    assert [gap.of for gap in views.apart] == ["HO1"]


def test_an_anonymous_assessment_shows_neither_view():
    base = people({"PU1": "1 2 2 4 4 3"})
    hidden = work_out(base.assessment.changed(anonymous=True), base.content)
    assert by_organisation(hidden) == ()
    assert by_role(hidden) is None
