"""Case draft: turns a finished assessment and its plan into the draft of a case study."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import pairwise

from selfassess.core.assessment import Action
from selfassess.core.barriers import Barrier
from selfassess.core.cases import CaseBarrier, CaseEnabler, CaseSource, CaseStudy
from selfassess.core.codes import CASE_STAGES, SECTORS, ActionStatus, Failure, Step
from selfassess.core.free_text import marks
from selfassess.core.results import Results

NEW_ID = "new-case"
"""The id of a draft, until it is kept under one of its own."""

RAISED_AT_MOST = 3
"""So many raised barriers are in a draft beside those on which something was done."""

_ID_AT_MOST = 60
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_SENTENCE_ENDS = ".!?:\n•→"
_QUOTES = "“‘\"'("
_NO_NAMES = ("I", "I’m", "I'm")


class Gap(StrEnum):
    """Something that a case study still lacks."""

    TITLE = "title"
    PLACE = "place"
    SITUATION = "situation"
    BARRIERS = "barriers"
    HOW = "how"
    AREAS = "areas"
    SECTORS = "sectors"
    STEP = "step"
    SOURCE = "source"
    DONE = "done"
    LESSONS = "lessons"

    @property
    def is_needed(self) -> bool:
        """Without it the case study can't be kept; the others make it better."""
        return self not in (Gap.DONE, Gap.LESSONS)


def draft_of(results: Results, language: str, source_title: str) -> CaseStudy:
    """Draft the case study of an assessment, for people to finish.

    Its barriers are those on which something was done, then the first that are raised; how each
    showed is said in the words of the catalogue until people say it in theirs.

    Args:
        results: What follows from the assessment.
        language: The language of the catalogue's words.
        source_title: What the partnership's own account is called.
    """
    partnership, round_ = results.assessment.partnership, results.round
    done = tuple(a for a in results.assessment.actions if a.status is ActionStatus.DONE)
    purpose = (partnership.purpose.what.strip(), partnership.purpose.so_that.strip())
    sectors = {organisation.sector for organisation in round_.organisations}
    return CaseStudy(
        id=NEW_ID,
        title="",
        failure=Failure.NO,
        place=partnership.name.strip(),
        country=partnership.country,
        years=round_.date[:4] or None,
        policy_areas=partnership.policy_areas,
        sectors=tuple(code for code in SECTORS if code in sectors),
        stages=(stage_of(round_.step),),
        barriers=tuple(case_barrier(b, language) for b in _barriers(results, done)),
        enablers=tuple(e for a in done if (e := _enabler(a, results)) is not None),
        summary=partnership.story.strip() or " → ".join(text for text in purpose if text),
        source=CaseSource(
            title=source_title, publisher=partnership.name.strip(), url="", unpublished=True
        ),
        read="full",
    )


def case_barrier(barrier: Barrier, language: str) -> CaseBarrier:
    """Return a barrier of the catalogue as one that a case met."""
    return CaseBarrier(
        code=barrier.dimension, how=barrier.description.say(language), catalogue=(barrier.id,)
    )


def stage_of(step: Step) -> str:
    """Return the stage by which case studies name a journey step."""
    return next(stage for stage, meant in CASE_STAGES.items() if meant is step)


def gaps(case: CaseStudy) -> tuple[Gap, ...]:
    """Return what a case study still lacks, in the order in which it is written."""
    return tuple(gap for gap, lacks in _lacks(case) if lacks)


def id_for(title: str, taken: Collection[str]) -> str:
    """Return an id that says what a case study is about, and that no other has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    wanted = _NO_LETTER.sub("-", plain.casefold()).strip("-")[:_ID_AT_MOST].strip("-")
    id_ = wanted or "case"
    number = 2
    while id_ in taken or id_ == NEW_ID:
        id_ = f"{wanted or 'case'}-{number}"
        number += 1
    return id_


def texts_of(case: CaseStudy) -> tuple[str, ...]:
    """Return all that people wrote in a case study, in reading order."""
    return (
        *(case.title, case.place, case.summary),
        *(barrier.how for barrier in case.barriers),
        *(enabler.what for enabler in case.enablers),
        *(case.result, *case.lessons, case.take),
        *(case.source.title, case.source.publisher),
    )


def names_in(case: CaseStudy) -> tuple[str, ...]:
    """Return the words that may name a person or an organisation, each once.

    The first word of a sentence has a capital letter anyway; it counts only where it stands
    elsewhere too, or where another such word follows it.
    """
    found: dict[str, None] = {}
    for text in texts_of(case):
        found |= dict.fromkeys(_names(text))
    return tuple(found)


def _barriers(results: Results, done: tuple[Action, ...]) -> Iterator[Barrier]:
    raised = [d.barrier for d in results.barriers if d.raised and not d.aside]
    acted_on = (results.content.barrier(action.barrier) for action in done)
    wanted = (*(b for b in acted_on if b is not None), *raised[:RAISED_AT_MOST])
    yield from {barrier.id: barrier for barrier in wanted}.values()


def _enabler(action: Action, results: Results) -> CaseEnabler | None:
    barrier = results.content.barrier(action.barrier)
    if barrier is None:
        return None
    return CaseEnabler(code=barrier.dimension, what=action.text, catalogue=(barrier.id,))


def _lacks(case: CaseStudy) -> Iterator[tuple[Gap, bool]]:
    source = case.source
    yield Gap.TITLE, not case.title.strip()
    yield Gap.SITUATION, not case.summary.strip()
    yield Gap.BARRIERS, not case.barriers
    yield Gap.HOW, any(not barrier.how.strip() for barrier in case.barriers)
    yield Gap.DONE, not any(enabler.what.strip() for enabler in case.enablers)
    yield Gap.LESSONS, not any(lesson.strip() for lesson in case.lessons)
    is_told = bool(source.title.strip() and source.publisher.strip())
    has_address = source.unpublished or source.url.startswith(("https://", "http://"))
    yield Gap.SOURCE, not (is_told and has_address)
    yield Gap.PLACE, not case.place.strip()
    yield Gap.AREAS, not case.policy_areas
    yield Gap.SECTORS, not case.sectors
    yield Gap.STEP, not case.stages


def _names(text: str) -> Iterator[str]:
    capital = [mark for mark in marks(text) if mark.word[:1].isupper()]
    found = [mark for mark in capital if mark.word not in _NO_NAMES]
    follows = {b.start for a, b in pairwise(found) if not text[a.end : b.start].strip()}
    ends = {a.end for a, b in pairwise(found) if b.start in follows}
    for mark in found:
        if mark.end in ends or not _begins(text, mark.start):
            yield mark.word


def _begins(text: str, start: int) -> bool:
    quoted = text[:start].rstrip(_QUOTES) != text[:start]
    before = text[:start].rstrip().rstrip(_QUOTES).rstrip()
    return quoted or not before or before[-1] in _SENTENCE_ENDS
