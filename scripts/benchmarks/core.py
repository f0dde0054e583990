"""How long an answer takes to scores, barriers and cases, and matching over a big library."""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from scripts.benchmarks.table import Table, print_and_keep
from selfassess.core import edits
from selfassess.core.agenda import strengths
from selfassess.core.asked import asked_in
from selfassess.core.assessment import (
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Reference,
    Respondent,
    Round,
)
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import Set, Step
from selfassess.core.content import Content
from selfassess.core.diagnosis import diagnose
from selfassess.core.levels import ballot
from selfassess.core.library import Library, library_of
from selfassess.core.matching import match_cases
from selfassess.core.readiness import readiness
from selfassess.core.results import work_out
from selfassess.core.scoring import score_dimensions, score_topics
from tests.advice.stories import stories
from tests.shipped import shipped

RESPONDENTS, FEW, MANY = 12, 150, 10_000
GOAL_ANSWER, GOAL_MATCHING = 16.0, 50.0
TIMES = 40
SECTORS = ("local-government", "health", "police", "education", "housing", "voluntary")
AREAS = ("safeguarding-children", "domestic-abuse")


def main() -> None:
    """Measure and print."""
    chance = random.Random(4)  # noqa: S311 - no secret: it makes the same cases each time
    content = replace(shipped(), cases=made_up(FEW, shipped(), chance))
    assessment = answered(content, chance)
    tables = (_answer(assessment, content), _matching(assessment, content, chance))
    facts = {"respondents": RESPONDENTS, "cases": FEW, "many_cases": MANY, "unit": "milliseconds"}
    print_and_keep("core", tables, facts)


def _answer(assessment: Assessment, content: Content) -> Table:
    """Time one answer after another: the edit, and all that follows from it; and its parts."""
    topics = [topic for d in content.questionnaire.dimensions for topic in d.topics]
    respondent = assessment.respondents[0].id
    values = iter(range(TIMES))

    def one_answer() -> None:
        at = next(values)
        edited = edits.say(assessment, respondent, topics[at].id, at % 5 + 1)
        work_out(edited, content)

    round_ = assessment.latest
    organisation_of = {r.id: r.organisation for r in assessment.respondents}
    results = work_out(assessment, content)
    asked, scores, library = results.asked, results.topics, library_of(content)
    parts: dict[str, Callable[[], object]] = {
        "an answer, all of it": one_answer,
        "  what is asked": lambda: asked_in(round_, content.questionnaire, content.modules),
        "  topics": lambda: score_topics(asked, round_, ballot(round_, organisation_of)),
        "  dimensions": lambda: score_dimensions(asked, scores),
        "  statement": lambda: readiness(round_, scores, results.dimensions),
        "  strengths": lambda: strengths(scores, results.dimensions),
        "  barriers": lambda: diagnose(assessment, round_, content.barriers_in(round_), scores),
        "  case studies": lambda: match_cases(
            assessment, round_, results.barriers, scores, library
        ),
    }
    rows = {name: [*_timed(does), None] for name, does in parts.items()}
    rows["an answer, all of it"][-1] = GOAL_ANSWER
    title = f"{RESPONDENTS} people × {len(topics)} questions × {FEW} cases (ms)"
    return Table(title, ("median", "least", "processor", "goal"), rows)


def _matching(assessment: Assessment, content: Content, chance: random.Random) -> Table:
    cases = made_up(MANY, content, chance)
    results = work_out(assessment, content)
    round_, found, scores = results.round, results.barriers, results.topics
    silent = edits.describe(assessment, story="")
    began = time.perf_counter()
    library = Library(cases, len(cases))
    prepared = time.perf_counter()
    library.texts.terms(assessment.partnership.story)
    indexed = time.perf_counter()
    rows: dict[str, list[float | str | None]] = {
        "from answers alone": [
            *_timed(lambda: match_cases(silent, round_, found, scores, library)),
            GOAL_MATCHING,
        ],
        "from answers and story": [
            *_timed(lambda: match_cases(assessment, round_, found, scores, library)),
            GOAL_MATCHING,
        ],
        "preparing the library, once": [1000 * (prepared - began), None, None, None],
        "indexing its words, once": [1000 * (indexed - prepared), None, None, None],
    }
    return Table(
        f"matching over {MANY:,} cases (ms)", ("median", "least", "processor", "goal"), rows
    )


def _timed(does: Callable[[], object]) -> list[float | str | None]:
    """Return the median and least time of many runs, and the median of the processor's, in ms.

    Where other programs share the machine, only the last tells what was used.
    """
    times, used = [], []
    for _ in range(TIMES):
        began, began_to_use = time.perf_counter(), time.process_time()
        does()
        times.append(1000 * (time.perf_counter() - began))
        used.append(1000 * (time.process_time() - began_to_use))
    return [median(times), min(times), median(used)]


def answered(content: Content, chance: random.Random) -> Assessment:
    """Make an assessment in which everybody has answered everything, with a story."""
    organisations = tuple(Organisation(id=s, name=s, sector=s) for s in SECTORS)
    people = tuple(
        Respondent(id=f"p{number}", organisation=SECTORS[number % len(SECTORS)])
        for number in range(RESPONDENTS)
    )
    topics = [topic.id for d in content.questionnaire.dimensions for topic in d.topics]
    answers = tuple(
        Answer.model_validate(
            {"respondent": p.id, "topic": t, "level": chance.choice((1, 2, 2, 3, 3, 4, "dk"))}
        )
        for p in people
        for t in topics
    )
    questionnaire = content.questionnaire
    round_ = Round(
        name="First",
        questionnaire=Reference(id=questionnaire.id, version=questionnaire.version),
        step=Step.DESIGN,
        set=Set.FULL,
        organisations=organisations,
        answers=answers,
    )
    partnership = Partnership(name="Many", policy_areas=AREAS, story=stories()[0].text)
    return Assessment(id="many", partnership=partnership, respondents=people, rounds=(round_,))


def made_up(count: int, content: Content, chance: random.Random) -> tuple[CaseStudy, ...]:
    """Make up cases of pieces of the real ones, so that tags and words are as common as there."""
    real = content.cases
    barriers = [barrier for case in real for barrier in case.barriers]
    enablers = [enabler for case in real for enabler in case.enablers]
    sentences = [sentence for case in real for sentence in case.summary.split(". ")]

    def made(number: int) -> CaseStudy:
        base, other = chance.choice(real), chance.choice(real)
        fields = {
            "id": f"made-up-{number}",
            "sectors": other.sectors,
            "stages": other.stages,
            "barriers": tuple(chance.sample(barriers, 3)),
            "enablers": tuple(chance.sample(enablers, 3)),
            "summary": ". ".join(chance.sample(sentences, 4)),
        }
        return base.changed(**fields)

    return tuple(made(number) for number in range(count))
