from dataclasses import replace

from selfassess.core.results import Results, work_out
from selfassess.reports.plain import case_lines
from tests.reports.small import WORDS, case, small


def with_cases(*cases) -> Results:
    results = small()
    return work_out(results.assessment, replace(results.content, cases=cases))


def test_cases_are_listed_with_their_reasons_and_source():
    lines = list(case_lines(with_cases(case("leeds", "A promise in Leeds")), WORDS))
    assert lines[0].startswith("1. A promise in Leeds (")
    assert lines[-1] == "   Council: https://example.org/r"


def test_an_empty_library_says_so():
    assert list(case_lines(with_cases(), WORDS)) == ["No case study in the library fits."]


def test_cases_that_have_only_partners_and_country_in_common_are_said_to_fit_loosely():
    far = case("far", "A list far away", policy_areas=["other"], barriers=[], enablers=[])
    assert next(case_lines(with_cases(far), WORDS)) == (
        "No case study fits closely; these come nearest."
    )


def test_an_account_that_is_not_published_has_no_address_in_the_list():
    source = {"title": "Ours", "publisher": "Council", "url": "", "unpublished": True}
    lines = list(case_lines(with_cases(case("leeds", "A promise", source=source)), WORDS))
    assert lines[-1] == "   Council"


def test_a_case_that_tells_of_a_failure_says_so():
    told = next(case_lines(with_cases(case("leeds", "A promise", failure="yes")), WORDS))
    assert told.startswith("1. A promise (what went wrong) (")
