from datetime import UTC, datetime

import pytest

from selfassess import __version__, cli, paths
from selfassess.files import lock_file
from selfassess.files.journal import earlier_versions

DIMENSION = {
    "id",
    "value",
    "low",
    "high",
    "band",
    "capped",
    "capped_by",
    "coverage",
    "agreement",
    "confidence",
}
TOPIC = {
    "id",
    "dimension",
    "value",
    "low",
    "high",
    "mode",
    "must_have",
    "votes",
    "dont_know",
    "not_applicable",
    "consensus",
    "range",
    "agreed",
}
BARRIER = {
    "id",
    "name",
    "dimension",
    "strength",
    "strength_high",
    "kind",
    "reach",
    "confidence",
    "because",
    "first_steps",
}

WORKED = """\
Council,A,,LE1,4,,
Council,A,,CU1,4,,
Council,B,,CU1,4,,
Council,C,,CU1,3,,
NHS,A,,CU1,3,,
NHS,B,,CU1,4,,
Charity,A,,CU1,2,,
Council,A,,LA1,4,document,
Council,B,,LA1,3,,
Council,C,,LA1,4,,
NHS,A,,LA1,2,,
NHS,B,,LA1,2,,
Charity,A,,LA1,2,,
Council,A,,PR2,3,,
Council,B,,PR2,3,,
Council,C,,PR2,dk,,
NHS,A,,PR2,dk,,
NHS,B,,PR2,3,,
Charity,A,,PR2,dk,,
Council,A,,LE2,4,,
Council,B,,LE2,5,,
Council,C,,LE2,4,,
NHS,A,,LE2,4,,
NHS,B,,LE2,3,,
Charity,A,,LE2,1,,
Charity,A,,TE1,na,,We use no system.
"""


def _by_id(items):
    return {item["id"]: item for item in items}


def test_the_worked_example_of_the_rules_comes_out_of_the_command_line(shell):
    file = shell.new(WORKED)
    topics = _by_id(shell.json("score", file)["topics"])
    assert (topics["CU1"]["value"], topics["CU1"]["low"], topics["CU1"]["high"]) == (3.5, 3.5, 3.5)
    assert (topics["LA1"]["value"], topics["LA1"]["must_have"]) == (2.0, True)
    assert (topics["PR2"]["value"], topics["PR2"]["low"], topics["PR2"]["high"]) == (3.0, 2.0, 4.0)
    assert (topics["LE2"]["value"], topics["LE2"]["mode"]) == (4.0, "one")
    assert topics["PR2"]["dont_know"] == 3
    assert topics["CU1"]["votes"] == [0, 1, 2, 3, 0]
    assert topics["CU1"]["consensus"] == pytest.approx(0.729, abs=5e-4)
    assert (topics["TE1"]["value"], topics["TE1"]["low"], topics["TE1"]["not_applicable"]) == (
        None,
        None,
        1,
    )


def test_score_has_every_key_of_the_public_interface(shell):
    found = shell.json("score", shell.new(WORKED))
    assert set(found) == {"questionnaire", "step", "readiness", "dimensions", "topics"}
    assert found["questionnaire"]["id"] == "sharing-readiness"
    assert found["step"] == "Design and plan"
    assert found["readiness"]["statement"] == "not-yet"
    assert set(found["readiness"]) == {"statement", "enough", "blocked_by", "conditions"}
    assert found["readiness"]["blocked_by"] == ["PU1", "LA1", "LA2", "GO2", "TR1", "SE1"]
    assert all(set(dimension) == DIMENSION for dimension in found["dimensions"])
    assert all(set(topic) == TOPIC for topic in found["topics"])
    assert len(found["dimensions"]) == 14
    assert [t["id"] for t in found["topics"]][:3] == ["PU1", "PU2", "LE1"]
    assert len(found["topics"]) == 30 + 5


def test_a_must_have_that_depends_on_the_sharing_is_none_where_it_does_not(shell):
    topics = _by_id(shell.json("score", shell.new(WORKED))["topics"])
    assert topics["LA1"]["must_have"]
    assert not topics["GO4"]["must_have"]
    assert not topics["PR3"]["must_have"]


def test_barriers_have_every_key_and_say_because_of_what(shell):
    found = shell.json("barriers", shell.new(WORKED))
    assert found
    assert all(set(barrier) == BARRIER for barrier in found)
    raised = [b for b in found if b["strength"] >= 0.25]
    assert all(b["because"] and b["because"][0]["text"] for b in raised)
    assert all(len(b["first_steps"]) == 3 for b in found)


def test_cases_have_reasons_whose_shares_add_up(shell):
    found = shell.json("cases", shell.new(WORKED), "--top", "7")
    assert len(found) == 7
    for case in found:
        assert set(case) == {"id", "title", "score", "failure", "reasons", "source"}
        assert set(case["source"]) == {"title", "url"}
        assert sum(reason["share"] for reason in case["reasons"]) == pytest.approx(case["score"])


def test_an_agreed_level_counts_and_not_agreed_is_said(shell):
    file = shell.new(WORKED, "CU1,2,\nLA1,none,The NHS sees it otherwise\n")
    topics = _by_id(shell.json("score", file)["topics"])
    assert (topics["CU1"]["value"], topics["CU1"]["agreed"]) == (2.0, 2)
    assert topics["LA1"]["agreed"] == "none"
    assert topics["PR2"]["agreed"] is None


def test_results_are_said_in_plain_words_too(shell):
    file = shell.new(WORKED)
    assert "Too early to say" in shell("score", file)[1]
    assert "1. " in shell("barriers", file)[1]
    assert "http" in shell("cases", file, "--top", "2")[1]


def test_a_later_answer_replaces_the_earlier_one_and_a_blank_does_not(shell):
    file = shell.new("Council,A,Manager,PU1,2,document,We wrote it\n")
    later = shell.write("later.csv", "organisation,respondent,topic,level\nCouncil,A,PU1,4\n")
    assert shell("answer", file, "--answers", later)[0] == 0
    topics = _by_id(shell.json("score", file)["topics"])
    assert topics["PU1"]["votes"] == [0, 0, 0, 1, 0]
    blank = shell.write(
        "blank.csv", "organisation,respondent,topic,level,note\nCouncil,A,PU1,,Hm\n"
    )
    assert shell("answer", file, "--answers", blank)[0] == 0
    assert _by_id(shell.json("score", file)["topics"])["PU1"]["value"] == 4


def test_a_new_round_begins_without_answers_and_the_old_one_stays(shell):
    file = shell.new("Council,A,,PU1,2,,\n")
    assert shell("answer", file, "--round", "Second")[0] == 0
    assert _by_id(shell.json("score", file)["topics"])["PU1"]["value"] is None
    first = shell.json("score", file, "--round", "First round")
    assert _by_id(first["topics"])["PU1"]["value"] == 2


def test_a_round_that_is_over_takes_no_more_answers(shell):
    file = shell.new("Council,A,,PU1,2,,\n")
    shell("answer", file, "--round", "Second")
    answers = shell.folder / "a.csv"
    code, _out, err = shell("answer", file, "--round", "First round", "--answers", answers)
    assert code == 1
    assert err.count("\n") == 1


def test_the_worked_example_shows_what_it_should(shell):
    file = shell.folder / "e.selfassess"
    assert shell("example", file)[0] == 0
    found = shell.json("score", file)
    assert found["readiness"]["statement"] == "not-yet"
    assert found["readiness"]["blocked_by"] == ["TR1"]
    assert sum(t["dont_know"] for t in found["topics"]) > 10
    assert any(d["capped"] for d in found["dimensions"])
    assert "made-up example" in shell("score", file)[1]


def test_a_report_is_written_and_nothing_else_is(shell):
    file = shell.new(WORKED)
    out = shell.folder / "r.xlsx"
    before = set(shell.folder.iterdir())
    assert shell("report", file, "-o", out)[0] == 0
    assert out.read_bytes()[:2] == b"PK"
    assert set(shell.folder.iterdir()) - before == {out}


def test_an_assessment_that_is_there_is_never_written_over(shell):
    file = shell.new("Council,A,,PU1,2,,\n")
    before = file.read_bytes()
    assert shell("example", file)[0] == 1
    assert file.read_bytes() == before


def test_all_problems_of_all_tables_are_listed_and_nothing_is_written(shell):
    answers = """\
Counsil,A,,PU1,2,,
Council,A,,PU9,2,,
Council,A,,PU1,7,,
Council,A,,PU2,3,,
Council,A,,PU2,4,,
"""
    shell.write("p.yaml", PARTNERSHIP_WITH_TWO_PROBLEMS)
    out = shell.folder / "b.selfassess"
    code, _, err = shell(
        "new",
        out,
        "--partnership",
        shell.write("good.yaml", GOOD),
        "--answers",
        shell.write("a.csv", "organisation,respondent,role,topic,level,evidence,note\n" + answers),
        "--agreed",
        shell.write("g.csv", "topic,level,minority_view\nPU1,6,\n"),
    )
    assert code == 1
    assert not out.exists()
    assert err.count("\n") == 5
    assert "Did you mean" in err
    code, _, err = shell("new", out, "--partnership", shell.folder / "p.yaml")
    assert code == 1
    assert err.count("\n") == 2


GOOD = """\
name: Good
organisations:
- {name: Council, sector: local-government}
"""
PARTNERSHIP_WITH_TWO_PROBLEMS = """\
name: Bad
step: Visions
organisations:
- {name: Council, sector: councils}
"""


@pytest.mark.parametrize("command", ["score", "barriers", "cases"])
def test_a_file_that_is_missing_broken_or_a_folder_gets_one_sentence(shell, command):
    broken = shell.write("broken.selfassess", "PK\x03\x04 not a zip")
    for path in (shell.folder / "none.selfassess", broken, shell.folder):
        code, out, err = shell(command, path)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
        assert str(path) in err


@pytest.mark.parametrize(
    "call",
    [
        ("frobnicate",),
        ("scor", "a.selfassess"),
        ("score",),
        ("score", "--nonsense", "a.selfassess"),
        ("cases", "a.selfassess", "--top", "many"),
        ("new", "a.selfassess"),
        ("new", "a.selfassess", "--partnership", "p.yaml", "--set", "tiny"),
    ],
)
def test_a_wrong_call_gets_one_sentence_and_exit_code_2(shell, call):
    code, out, err = shell(*call)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_round_that_is_not_there_gets_one_sentence(shell):
    code, _, err = shell("score", shell.new(), "--round", "Never")
    assert code == 1
    assert "Never" in err


def test_a_report_of_an_unknown_kind_gets_one_sentence(shell):
    code, _, err = shell("report", shell.new(), "-o", shell.folder / "r.odt")
    assert code == 1
    assert err.count("\n") == 1


def test_version_help_and_selftest_answer(shell):
    assert shell("--version") == (0, f"selfassess {__version__}\n", "")
    assert all(name in shell("--help")[1] for name in cli.COMMANDS)
    assert all(shell(name, "--help")[0] == 0 for name in cli.COMMANDS)
    code, out, _ = shell("selftest")
    assert code == 0
    assert "Everything is whole." in out


def test_check_lists_every_problem_and_passes_good_files(shell):
    bad = shell.write(
        "bad.yaml", "id: bad\nversion: 1\ntitle: Bad\ngroups: []\ndimensions:\n- {id: purpose}\n"
    )
    code, _, err = shell("check", bad)
    assert code == 1
    assert err.count("\n") > 1
    assert shell("check", shell.new(WORKED))[0] == 0


def test_a_file_that_somebody_has_open_is_not_written(shell):
    file = shell.new("Council,A,,PU1,2,,\n")
    sam = lock_file.Who("sam", "desk-2", 77)
    lock = lock_file.take(file, datetime.now(UTC), sam)
    later = shell.write("later.csv", "organisation,respondent,topic,level\nCouncil,A,PU1,4\n")
    before = file.read_bytes()
    code, _out, complaint = shell("answer", file, "--answers", later)
    assert (code, file.read_bytes()) == (1, before)
    assert "open elsewhere (sam @ desk-2)" in complaint
    lock.release()
    assert shell("answer", file, "--answers", later)[0] == 0


def test_what_a_command_writes_over_is_kept_as_an_earlier_version(shell):
    file = shell.new("Council,A,,PU1,2,,\n")
    before = file.read_bytes()
    later = shell.write("later.csv", "organisation,respondent,topic,level\nCouncil,A,PU1,4\n")
    assert shell("answer", file, "--answers", later)[0] == 0
    (kept,) = earlier_versions(paths.data_folder(), file)
    assert kept.path.read_bytes() == before
