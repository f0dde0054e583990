import pytest

from selfassess.core.results import work_out
from selfassess.reports.options import Options, prepared
from selfassess.reports.report import build
from selfassess.words import words_in
from tests.core.test_non_attributable import told
from tests.reports.small import ACTIONS, TODAY, WORDS, as_text, small

pytest_plugins = ["tests.golden"]

UPWARDS = Options(attributable=False)


def text_of(results, options, **more):
    return as_text(build(results, WORDS, TODAY, "1", options=options, **more))


def test_names_of_people_stand_beside_their_roles_only_where_they_are_wanted():
    assert "Named Person" not in text_of(small(), Options())
    named = text_of(small(), Options(names=True))
    assert "Named Person, role council-0 (" in named


def test_somebody_without_a_name_or_role_is_counted():
    results = small()
    people = tuple(r.changed(name="", role="") for r in results.assessment.respondents)
    nameless = work_out(results.assessment.changed(respondents=people), results.content)
    assert "role not given (" in text_of(nameless, Options(names=True))


def test_notes_are_left_out_where_they_are_not_wanted_and_reasons_stay():
    results = small(actions=(ACTIONS[0].changed(note="half way"),))
    with_notes, without = (text_of(results, Options(notes=notes)) for notes in (True, False))
    for note in ("We wrote it down.", "Look at it again.", "half way"):
        assert note in with_notes
        assert note not in without
    assert "We have no data." in without
    assert "The police see it otherwise." in without


def test_a_copy_to_hand_upwards_does_not_say_who_said_what(golden):
    text = text_of(told(), UPWARDS, earlier=told())
    assert "SHEET partners" not in text
    assert "SHEET workings_partners" not in text
    assert "LIST Owners" not in text
    for name in ("Haven", "Amin", "Named Person", "role council", "otherwise"):
        assert name not in text, name
    assert "Minority view" not in text
    assert "'Don’t know'" not in text
    assert "This is a copy to hand upwards." in text
    golden("report-upwards", text)


def test_a_copy_says_of_the_story_only_that_words_are_the_same():
    assert "Words of your story" in text_of(told(), UPWARDS)
    assert "Words of your story:" not in text_of(told(), UPWARDS)


def test_the_figures_of_a_copy_are_those_of_the_whole_report():
    whole, copy = (build(told(), WORDS, TODAY, "1", options=o) for o in (Options(), UPWARDS))
    for key in ("profile", "workings", "barriers"):
        figures = [
            [c.value for row in book.sheet(key).rows for c in row.cells if type(c.value) is float]
            for book in (whole, copy)
        ]
        assert figures[0] == figures[1]
        assert figures[0] or key == "barriers"


def test_the_stand_ins_are_in_the_language_of_the_report(monkeypatch):
    welsh = words_in("cy")
    monkeypatch.setattr(
        type(welsh), "__call__", lambda _self, text, **facts: f"«{text.format(**facts)}»"
    )
    names = [o.name for o in prepared(told(), UPWARDS, welsh).round.organisations]
    assert names == ["«Partner 1»", "«Partner 2»", "«Partner 3»"]


@pytest.mark.parametrize("options", [Options(), Options(names=True), Options(notes=False), UPWARDS])
def test_to_prepare_twice_is_to_prepare_once(options):
    once = prepared(told(), options, WORDS)
    assert prepared(once, options, WORDS) == once
