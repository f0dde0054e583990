import pytest

from selfassess.core.assessment import Area
from selfassess.core.portfolio import By, portfolio_of
from selfassess.core.returning import place_of
from selfassess.files import assessment_file, portfolio_files, return_file
from selfassess.files.portfolio_files import files_in, gather, read_one, refuse_too_few
from tests.core.returned import number, returned
from tests.files.values import problems_of, said
from tests.reports.small import example


@pytest.fixture
def content():
    return example({})[1]


def put(path, made):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(return_file.to_bytes(made))
    return path


def put_assessment(path, id_="a", **round_facts):
    assessment, content = example(round_facts)
    data = assessment_file.to_bytes(
        assessment.changed(id=id_), (content.questionnaire,), content.modules
    )
    path.write_bytes(data)
    return path


def test_assessments_and_returns_are_read_from_files_and_folders(tmp_path, content):
    first = put_assessment(tmp_path / "one.selfassess")
    put(tmp_path / "more" / "deep" / "two.json", returned(2))
    put(tmp_path / "more" / "three.json", returned(3))
    gathered = gather([first, tmp_path / "more"], content)
    assert (gathered.files, gathered.repeated, gathered.skipped) == (3, 0, ())
    assert {p.place for p in gathered.portfolio.places} == {place_of("a"), number(2), number(3)}
    assert not gathered.stopped


def test_a_file_that_is_named_twice_is_read_once(tmp_path, content):
    path = put(tmp_path / "two.json", returned(2))
    assert gather([path, tmp_path], content).files == 1


def test_an_assessment_and_its_return_count_once(tmp_path, content):
    put_assessment(tmp_path / "one.selfassess")
    assessment, _content = example({})
    file = assessment_file.read(tmp_path / "one.selfassess")
    put(tmp_path / "one.json", return_file.return_of(file, content, "one"))
    gathered = gather([tmp_path], content)
    assert (gathered.files, gathered.repeated, len(gathered.portfolio.places)) == (2, 1, 1)
    assert gathered.portfolio.places[0].groups[By.STEP] == (str(assessment.latest.step),)


def test_many_files_come_to_the_same_as_few(tmp_path, content, monkeypatch):
    put_assessment(tmp_path / "one.selfassess")
    put(tmp_path / "two.json", returned(2))
    few = gather([tmp_path], content)
    monkeypatch.setattr(portfolio_files, "_MANY", 2)
    assert gather([tmp_path], content) == few


def test_the_order_of_files_does_not_matter(tmp_path, content):
    made = [returned(1), returned(2), returned(1, round_={"month": "2026-09"})]
    paths = [put(tmp_path / f"{at}.json", one) for at, one in enumerate(made)]
    assert gather(paths, content).portfolio == gather(reversed(paths), content).portfolio
    assert gather(paths, content).portfolio == portfolio_of(made)


def test_broken_files_are_listed_and_the_others_counted(tmp_path, content):
    put(tmp_path / "whole.json", returned(1))
    (tmp_path / "broken.json").write_bytes(b"{")
    (tmp_path / "broken.selfassess").write_bytes(b"PK\x03\x04")
    assessment, content_ = example({})
    empty = assessment.changed(rounds=(assessment.latest.changed(answers=(), agreed=()),))
    (tmp_path / "empty.selfassess").write_bytes(
        assessment_file.to_bytes(empty, (content_.questionnaire,), content_.modules)
    )
    gathered = gather([tmp_path], content)
    assert gathered.files == len(gathered.portfolio.places) == 1
    assert [(p.file.rpartition("/")[2], p.code) for p in gathered.skipped] == [
        ("broken.json", "return.damaged"),
        ("broken.selfassess", "zip.damaged"),
        ("empty.selfassess", "return.no-answers"),
    ]


def test_hidden_files_and_others_in_a_folder_are_left_alone(tmp_path):
    for name in (".two.json", "notes.txt", "two.json"):
        put(tmp_path / name, returned(2))
    assert [path.name for path in files_in([tmp_path])] == ["two.json"]


def test_a_path_where_nothing_is_stops_everything(tmp_path, content):
    problems = problems_of(gather, [tmp_path / "gone", tmp_path / "lost.json"], content)
    assert [p.code for p in problems] == ["file.missing", "file.missing"]


def test_progress_is_told_after_each_file_and_can_end_the_reading(tmp_path, content):
    for at in range(4):
        put(tmp_path / f"{at}.json", returned(at))
    heard = []

    def progress(done, of):
        heard.append((done, of))
        return done < 2

    gathered = gather([tmp_path], content, progress)
    assert heard == [(1, 4), (2, 4)]
    assert (gathered.files, gathered.stopped) == (2, True)
    assert not gather([tmp_path], content, lambda done, of: done < of).stopped


def test_fewer_than_three_places_are_refused():
    refuse_too_few(portfolio_of([returned(at) for at in range(3)]))
    (problem,) = problems_of(refuse_too_few, portfolio_of([returned(1)]))
    assert said([problem]) == [
        "There are too few places here (1), and fewer than three are never shown. Add more."
    ]


def test_an_assessment_counts_in_its_area(tmp_path, content):
    assessment, _content = example({})
    area = Area(code="E08000003", name="Manchester")
    there = assessment.changed(partnership=assessment.partnership.changed(area=area))
    path = tmp_path / "a.selfassess"
    path.write_bytes(assessment_file.to_bytes(there, (content.questionnaire,), content.modules))
    assert read_one(path, content).area == "E08000003"
