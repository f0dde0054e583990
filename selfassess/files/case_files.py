"""Reads libraries of case studies."""

from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES, DIMENSIONS, NATIONAL, POLICY_AREAS, SECTORS
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files.countries import problems_of_countries
from selfassess.files.ids import EACH, misnamed, problems_of_sources, refuse_any, repeated, written
from selfassess.files.validation import validate
from selfassess.files.yaml_reader import Document, Place


def cases_in(document: Document) -> tuple[CaseStudy, ...]:
    """Make case studies of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    if not isinstance(document.plain, list):
        raise FileProblemsError(document.problem("content.no-list-of-cases", ()))
    cases: list[CaseStudy] = []
    problems = _problems_in(document)
    for number in range(len(document.plain)):
        try:
            cases.append(validate(CaseStudy, document, (number,)))
        except FileProblemsError as error:
            problems += error.problems
    refuse_any(problems)
    return tuple(cases)


def _addresses(document: Document) -> list[tuple[Place, str]]:
    """Return the addresses of sources; that of an account that is not published may be empty."""
    given = written(document, EACH, "source", "url")
    return [
        (place, url)
        for place, url in given
        if url or document.root.inside[place[0]].plain["source"].get("unpublished") is not True
    ]


def _problems_in(document: Document) -> list[Problem]:
    """Find ids that stand twice, and codes that are none."""
    areas = written(document, EACH, "policy_areas", EACH)
    sectors = written(document, EACH, "sectors", EACH)
    stages = written(document, EACH, "stages", EACH)
    codes = [
        *written(document, EACH, "barriers", EACH, "code"),
        *written(document, EACH, "enablers", EACH, "code"),
    ]
    return [
        *repeated(document, written(document, EACH, "id")),
        *misnamed(document, areas, POLICY_AREAS, "content.unknown-policy-area"),
        *misnamed(document, sectors, SECTORS, "content.unknown-sector"),
        *misnamed(document, stages, CASE_STAGES, "content.unknown-stage"),
        *misnamed(document, codes, (*DIMENSIONS, NATIONAL), "content.unknown-dimension"),
        *problems_of_countries(document, written(document, EACH, "country")),
        *problems_of_sources(document, _addresses(document)),
    ]
