"""Checks of a case study while it is written: what it lacks, and names to look at."""

from collections.abc import Iterator

from selfassess.core.case_draft import Gap, gaps, names_in
from selfassess.core.case_twins import twin_of
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.reports.pack_lines import twin_words
from selfassess.ui.models.report_checks import Check, Verdict
from selfassess.words import Words

_NAMES_SHOWN = 12


def case_checks(case: CaseStudy, content: Content, words: Words) -> tuple[Check, ...]:
    """Return the checks: what keeps it out of the library, then what to look at, then the rest.

    Args:
        case: The case study as it stands.
        content: The content in use, in which doubles are looked for.
        words: The words of the interface.
    """
    lacks = gaps(case)
    checks = [
        *(_gap(gap, words) for gap in lacks if gap.is_needed),
        *(_gap(gap, words) for gap in lacks if not gap.is_needed),
        *_double(case, content, words),
        _names(case, words),
    ]
    if not lacks:
        title = words("Everything that is asked for is there")
        checks.insert(0, Check(Verdict.PASSED, title))
    return tuple(checks)


def _gap(gap: Gap, words: Words) -> Check:
    title, text = {
        Gap.TITLE: (words("It needs a title"), words("Say what changed, in a few words.")),
        Gap.SITUATION: (words("Tell the situation"), words("What went wrong, and for whom?")),
        Gap.BARRIERS: (
            words("Name what stood in the way"),
            words("Choose at least one barrier."),
        ),
        Gap.HOW: (
            words("Say how each barrier showed"),
            words("One sentence for each, as you met it."),
        ),
        Gap.DONE: (
            words("Nothing done is told yet"),
            words("What others can copy is what they look for."),
        ),
        Gap.LESSONS: (words("No lesson is told yet"), words("What would you tell another place?")),
        Gap.SOURCE: (
            words("Say where this comes from"),
            words("A web address, or “our own, not published”."),
        ),
        Gap.PLACE: (words("Say where it was"), words("A place or region is enough.")),
        Gap.AREAS: (words("Choose a policy area"), words("Others find it by this.")),
        Gap.SECTORS: (words("Choose who took part"), words("Others find it by this.")),
        Gap.STEP: (words("Choose a step"), words("How far had you come?")),
    }[gap]
    verdict = Verdict.BLOCKS if gap.is_needed else Verdict.LOOK
    return Check(verdict, title, text, link=words("Go to it"), at=gap.value)


def _double(case: CaseStudy, content: Content, words: Words) -> Iterator[Check]:
    others = (other for other in content.cases if other.id != case.id)
    twin = twin_of(case, others)
    if twin is not None:
        yield Check(
            Verdict.LOOK, words("It may be in the library already"), twin_words(twin, words)
        )


def _names(case: CaseStudy, words: Words) -> Check:
    found = names_in(case)
    if not found:
        return Check(Verdict.PASSED, words("No word in it looks like a name"))
    shown = ", ".join(found[:_NAMES_SHOWN])
    if len(found) > _NAMES_SHOWN:
        shown = words("{names} and {count} more", names=shown, count=len(found) - _NAMES_SHOWN)
    return Check(
        Verdict.LOOK,
        words("Words that may name somebody"),
        words("{names}. Take out people’s names before you pass it on.", names=shown),
    )
