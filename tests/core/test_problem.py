from selfassess.core.problem import FileProblemsError, Problem


def test_a_problem_without_a_place_has_none():
    problem = Problem("disk.full")
    assert (problem.file, problem.line, problem.column, problem.place) == ("", 0, 0, "")
    assert problem.facts == {}


def test_every_problem_of_a_file_is_carried_never_just_the_first():
    both = Problem("content.unknown-id", "a.yaml", 3, 1), Problem("content.twice", "a.yaml", 9, 1)
    error = FileProblemsError(*both)
    assert error.problems == both
    assert str(error) == "('content.unknown-id', 'content.twice')"
