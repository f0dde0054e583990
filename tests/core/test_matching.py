from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core import edits
from selfassess.core.assessment import Assessment
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES
from selfassess.core.content import Content
from selfassess.core.library import Library, ReasonKind, library_of
from selfassess.core.matching import FIRST, LIKENESS_COSTS, WEIGHTS, Match, Matches
from selfassess.core.results import work_out
from tests.core.worlds import barrier, case_study, world

BARRIERS = (barrier("fear", "PU1<=2"), barrier("basis", "PU2<=2"))


def place(*cases: CaseStudy, said: str, **facts) -> tuple[Assessment, Content]:
    """A partnership of the police in early years that answers `"PU1=2 PU2=dk"`."""
    theirs = dict(part.split("=") for part in said.split())
    partnership = {"policy_areas": ("early-years",), **facts.pop("partnership", {})}
    facts = {"barriers": BARRIERS, "sectors": {"council": "police"}, **facts}
    assessment, content = world(
        {"PU1": "shared", "PU2": "shared"},
        {"council": theirs},
        cases=cases,
        **facts,
    )
    return edits.describe(assessment, **partnership), content


def matched(*cases, said: str = "PU1=1 PU2=5", unlike: tuple[str, ...] = (), **facts) -> Matches:
    assessment, content = place(*cases, said=said, **facts)
    for case in unlike:
        assessment = edits.mark_not_like_us(assessment, case, unlike=True)
    return work_out(assessment, content).cases


def ids(found: Matches) -> list[str]:
    return [match.case.id for match in found.ranked]


def share_of(match: Match, kind: ReasonKind) -> float:
    return sum(reason.share for reason in match.reasons if reason.kind is kind)


def kinds(match: Match) -> set[ReasonKind]:
    return {reason.kind for reason in match.reasons}


def test_a_case_of_the_same_barrier_matches_and_says_so():
    (match,) = matched(case_study("a", "fear")).ranked
    assert ReasonKind.BARRIER in kinds(match)
    assert match.reasons[0].quote == "How fear showed."


def test_a_case_that_did_something_about_the_barrier_says_that_first():
    both = matched(case_study("a", "fear"), case_study("b", "fear", did=("fear",))).ranked
    assert [m.case.id for m in both] == ["b", "a"]
    assert both[0].reasons[0].kind is ReasonKind.DONE


def test_a_case_without_a_reason_is_not_listed():
    assert not matched(case_study("a")).ranked


def test_shares_are_above_0_and_add_up_to_the_score():
    cases = [
        case_study("a", "fear", sectors=("police",), policy_areas=("early-years",)),
        case_study("b", "basis", stages=("need", "no-stage"), country="GB-WLS"),
        case_study("c", sectors=("police", "health")),
    ]
    ranked = matched(*cases).ranked
    assert {m.case.id for m in ranked} == {"a", "b", "c"}
    for match in ranked:
        assert match.score == pytest.approx(sum(r.share for r in match.reasons))
        assert all(r.share > 0 for r in match.reasons)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"policy_areas": ("early-years",)}, ReasonKind.POLICY_AREA),
        ({"sectors": ("police",)}, ReasonKind.SECTOR),
        ({"stages": ("need",)}, ReasonKind.STEP),
        ({"country": "GB-ENG"}, ReasonKind.COUNTRY),
        ({"country": "GB-SCT"}, ReasonKind.COUNTRY),
    ],
)
def test_the_setting_is_a_reason_too(fields, kind):
    (match,) = matched(case_study("a", **fields)).ranked
    assert kinds(match) == {kind}


def test_the_same_topic_and_dimension_are_reasons_too():
    told = [{"code": "purpose", "how": "So.", "topics": ["PU1", "PU2"]}]
    (match,) = matched(case_study("a").changed(barriers=told)).ranked
    assert {ReasonKind.TOPIC, ReasonKind.DIMENSION} <= kinds(match)


def test_not_like_us_moves_a_case_out_of_rank():
    cases = case_study("a", "fear"), case_study("b", "fear")
    found = matched(*cases, unlike=("a",))
    assert [m.case.id for m in found.ranked] == ["b"]
    assert [c.id for c in found.not_like_us] == ["a"]


def test_failures_are_marked_as_warnings():
    cases = case_study("a", "fear", failure="yes"), case_study("b", "fear", failure="no")
    assert {m.case.id: m.is_warning for m in matched(*cases).ranked} == {"a": True, "b": False}


def test_ties_stand_by_place_in_the_library():
    same = [case_study(f"fear-{n}", "fear") for n in range(3)]
    assert ids(matched(*same)) == ["fear-0", "fear-1", "fear-2"]


def test_the_first_five_differ_and_the_rest_stands_by_score():
    same = [case_study(f"fear-{n}", "fear", policy_areas=("early-years",)) for n in range(FIRST)]
    setting = {"country": "GB-ENG", "stages": ("need",)}
    nearly_as_good = case_study("basis", "basis", did=("basis",), **setting)
    found = matched(*same, nearly_as_good, said="PU1=1 PU2=1")
    scores = {match.case.id: match.score for match in found.ranked}
    assert 0.85 * scores["fear-0"] < scores["basis"] < scores["fear-0"]
    assert ids(found) == ["fear-0", "basis", "fear-1", "fear-2", "fear-3", "fear-4"]


def test_the_ranking_can_be_counted_sliced_and_looked_at_from_its_end():
    ranked = matched(*(case_study(f"fear-{n}", "fear") for n in range(4))).ranked
    assert len(ranked) == 4
    assert [m.case.id for m in ranked[1:3]] == ["fear-1", "fear-2"]
    assert ranked[-1].case.id == "fear-3"
    assert ranked[-1] is ranked[3]


# how much a reason weighs


def test_a_barrier_counts_by_its_strength_and_by_how_far_it_stands_out():
    case = case_study("a", "fear").changed(country="FR")
    alone = matched(case, said="PU1=1 PU2=5")
    beside = matched(case, said="PU1=1 PU2=2")
    weak = matched(case, said="PU1=2 PU2=5")
    assert share_of(alone.ranked[0], ReasonKind.BARRIER) == pytest.approx(WEIGHTS["barrier"])
    # Beside a barrier of 0.5 the mean is 0.75, so that this one stands out by 0.25.
    assert share_of(beside.ranked[0], ReasonKind.BARRIER) == pytest.approx(0.6 * 1.25)
    assert share_of(weak.ranked[0], ReasonKind.BARRIER) == pytest.approx(0.6 * 0.5)


def test_what_was_set_aside_or_is_to_be_found_out_first_is_no_reason():
    case = case_study("a", "fear")
    assert not matched(case, said="PU1=dk PU2=5").ranked
    assessment, content = place(case, said="PU1=1 PU2=5")
    aside = edits.set_aside(assessment, "fear", "No longer")
    assert not work_out(aside, content).cases.ranked


def test_a_tag_tells_less_the_more_cases_have_it():
    common = [case_study(f"fear-{n}", "fear") for n in range(3)]
    found = matched(*common, case_study("basis", "basis"), said="PU1=1 PU2=1")
    by_id = {m.case.id: share_of(m, ReasonKind.BARRIER) for m in found.ranked}
    assert by_id["basis"] > by_id["fear-0"] > 0


def test_a_tag_tells_less_the_more_of_its_kind_the_case_has():
    found = matched(case_study("both", "fear", "other"), case_study("one", "fear"))
    by_id = {m.case.id: share_of(m, ReasonKind.BARRIER) for m in found.ranked}
    assert by_id["both"] == pytest.approx(by_id["one"] / 2**0.5)


def test_another_nation_of_the_kingdom_counts_half_and_another_country_nothing():
    def share(country: str, ours: str = "GB-ENG") -> float:
        found = matched(case_study("a", country=country), partnership={"country": ours})
        return sum(share_of(match, ReasonKind.COUNTRY) for match in found.ranked)

    assert share("GB-ENG") == WEIGHTS["country"]
    assert share("GB-SCT") == share("GB") == WEIGHTS["country"] / 2
    assert share("NL") == 0
    assert (share("IE", "IE"), share("GB-ENG", "IE")) == (WEIGHTS["country"], 0)


def test_stages_of_cases_are_steps_of_the_journey():
    for stage, step in CASE_STAGES.items():
        (match,) = matched(case_study("a", stages=(stage,)), step=step).ranked
        assert kinds(match) == {ReasonKind.STEP}


def test_the_words_of_the_story_are_reasons_each():
    cases = (
        case_study("nurse", summary="The school nurse was never told."),
        case_study("fax", summary="It went by fax to the school."),
    )
    story = {"story": "Our school has no nurse and no telephone."}
    found = matched(*cases, said="PU1=5 PU2=5", partnership=story)
    assert ids(found) == ["nurse", "fax"]
    told = {r.code: r.share for r in found.ranked[0].reasons}
    assert set(told) == {"school", "nurse"}
    assert told["nurse"] > told["school"]
    assert found.ranked[0].score == pytest.approx(sum(told.values()))


def test_without_a_story_no_word_is_a_reason():
    assert not matched(case_study("a", summary="School."), said="PU1=5 PU2=5").ranked


def test_a_case_that_was_marked_and_is_no_longer_there_is_no_trouble():
    found = matched(case_study("a", "fear"), unlike=("gone",))
    assert ids(found) == ["a"]
    assert found.not_like_us == ()


# whether anything fits


def test_a_case_of_the_same_barrier_fits():
    assert matched(case_study("a", "fear", did=("fear",))).fits


def test_nothing_fits_where_only_partners_and_country_are_the_same():
    found = matched(case_study("a", sectors=("police",), country="GB-ENG", stages=("need",)))
    assert found.ranked
    assert not found.fits


def test_nothing_fits_in_an_empty_library():
    assert not matched().fits


# the library


def test_the_same_cases_are_prepared_only_once():
    _assessment, content = place(case_study("a", "fear"), said="PU1=1")
    again = replace(content, packs=("other",))
    assert library_of(content) is library_of(again)
    copied = replace(content, cases=(*content.cases,))
    assert library_of(copied) is not library_of(content)


def test_a_library_without_built_in_cases_works():
    library = Library((case_study("a", "fear"),), built_in=0)
    assert dict(library.telling((ReasonKind.BARRIER, "fear"))) == {0: 1.0}
    assert dict(library.telling((ReasonKind.BARRIER, "unknown"))) == {}


# properties

TAGS = ("fear", "basis", "further")
some_tags = st.lists(st.sampled_from(TAGS), max_size=3, unique=True)
some_words = st.lists(st.sampled_from(["school", "fax", "nurse"]), max_size=3).map(" ".join)


@st.composite
def cases(draw, id_: str = "case") -> CaseStudy:
    return case_study(
        id_,
        *draw(some_tags),
        did=tuple(draw(some_tags)),
        sectors=tuple(draw(st.lists(st.sampled_from(["police", "health"]), unique=True))),
        policy_areas=tuple(draw(st.lists(st.sampled_from(["early-years", "other"]), unique=True))),
        stages=tuple(draw(st.lists(st.sampled_from(["need", "review"]), unique=True))),
        country=draw(st.sampled_from(["GB-ENG", "GB-SCT", "NL"])),
        summary=draw(some_words),
    )


@st.composite
def libraries(draw) -> list[CaseStudy]:
    return [draw(cases(f"case-{n}")) for n in range(draw(st.integers(0, 8)))]


answers = st.sampled_from(["PU1=1 PU2=2", "PU1=2 PU2=5", "PU1=1 PU2=dk", "PU1=3 PU2=3"])


@given(libraries(), answers, some_words)
def test_shares_are_positive_and_add_up_whatever_the_library(library, said, story):
    for match in matched(*library, said=said, partnership={"story": story}).ranked:
        assert match.score == pytest.approx(sum(r.share for r in match.reasons))
        assert all(r.share > 0 for r in match.reasons)
        done = [r.kind is ReasonKind.DONE for r in match.reasons]
        assert done == sorted(done, reverse=True)


@given(libraries(), cases("added"), answers, some_words)
def test_a_case_that_scores_0_reorders_nothing(library, added, said, story):
    assessment, content = place(*library, said=said, partnership={"story": story})
    more = replace(content, cases=(*content.cases, added), added_cases=1)
    before, after = work_out(assessment, content).cases, work_out(assessment, more).cases
    if "added" not in ids(after):
        assert ids(after) == ids(before)
        scores = [match.score for match in after.ranked]
        assert scores == [match.score for match in before.ranked]


@given(libraries(), answers)
def test_each_of_the_first_five_gains_most_less_what_its_likeness_costs(library, said):
    ranked = list(matched(*library, said=said).ranked)
    by_place = sorted(ranked, key=lambda m: [c.id for c in library].index(m.case.id))
    rest, first = sorted(by_place, key=lambda m: -m.score), []
    while rest and len(first) < FIRST:
        best = max(rest, key=lambda m: m.score * (1 - LIKENESS_COSTS * likeness(m, first)))
        rest.remove(best)
        first.append(best)
    assert ranked == [*first, *rest]


def likeness(match: Match, above: list[Match]) -> float:
    def marks(case: CaseStudy) -> set[str]:
        return {t for b in case.barriers for t in b.catalogue} | set(case.policy_areas)

    mine = marks(match.case)
    others = [marks(other.case) for other in above]
    return max((len(mine & o) / len(mine | o) if mine | o else 0.0 for o in others), default=0.0)


def test_the_order_of_organisations_is_nothing():
    library = [
        case_study("a", "fear", sectors=("police", "health")),
        case_study("b", "basis", sectors=("voluntary",), policy_areas=("early-years",)),
        case_study("c", "fear", "basis", sectors=("health", "voluntary")),
    ]
    said = {
        "police": {"PU1": "1", "PU2": "2"},
        "health": {"PU1": "2", "PU2": "dk"},
        "voluntary": {"PU1": "1", "PU2": "3"},
    }
    found = set()
    for order in permutations(said):
        assessment, content = world(
            {"PU1": "shared", "PU2": "each"},
            {name: said[name] for name in order},
            barriers=BARRIERS,
            cases=tuple(library),
            sectors={name: name for name in said},
        )
        ranked = work_out(assessment, content).cases.ranked
        found.add(tuple((m.case.id, m.score) for m in ranked))
    assert len(found) == 1


def test_the_own_account_of_a_partnership_is_shown_to_others_and_not_to_itself():
    source = {"title": "Ours", "publisher": "Riverside ", "url": "", "unpublished": True}
    mine = case_study("mine", "fear", source=source)
    published = case_study("published", "fear", source={**source, "unpublished": False})
    theirs = case_study("theirs", "fear", source={**source, "publisher": "Quayside"})
    cases = (mine, published, theirs)
    assert set(ids(matched(*cases, partnership={"name": "riverside"}))) == {"published", "theirs"}
    assert set(ids(matched(*cases, partnership={"name": "Elsewhere"}))) == {
        "mine",
        "published",
        "theirs",
    }


def test_a_ranking_is_asked_for_the_match_of_a_case_and_for_those_that_met_a_barrier():
    cases = case_study("a", "fear"), case_study("b", "basis"), case_study("c", did=("fear",))
    ranked = matched(*cases, said="PU1=1 PU2=5").ranked
    of_a = ranked.of("a")
    assert of_a is not None
    assert of_a.case.id == "a"
    assert ranked.of("nowhere") is None
    assert {match.case.id for match in ranked.meeting("fear")} == {"a", "c"}
    assert list(ranked.meeting("basis")) == []
    assert ranked.met == {"fear"}
    assert [case.id for case in ranked.cases] == [match.case.id for match in ranked]


def test_a_match_can_be_told_in_another_way():
    ranked = matched(case_study("a", "fear")).ranked
    told = ranked.told_as(lambda match: replace(match, reasons=()))
    assert [match.reasons for match in told] == [()]
    assert ranked[0].reasons


def test_what_a_case_has_in_common_with_us_is_told_by_kind():
    ranked = matched(case_study("a", "fear")).ranked
    assert ranked.common("a", (ReasonKind.BARRIER,)) == [(ReasonKind.BARRIER, "fear")]
    assert ranked.common("a", ()) == []
    with pytest.raises(LookupError):
        ranked.common("nowhere", (ReasonKind.BARRIER,))
