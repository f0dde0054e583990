"""Left out: what a copy to hand upwards leaves out, and what people typed that stays in it."""

from enum import StrEnum

from selfassess.core.naming import Naming, naming, own_steps
from selfassess.core.results import Results


class LeftOut(StrEnum):
    """What goes."""

    PARTNERS = "partners"  # names of organisations, and what each of them said or voted
    PEOPLE = "people"  # names and roles
    OWNERS = "owners"  # of actions
    NOTES = "notes"  # and reasons, of answers, actions and the room; the parking lot
    VIEWS = "views"  # minority views
    STORY = "story"
    TEXTS = "texts"  # that name a partner or a person


def left_out(results: Results) -> dict[LeftOut, tuple[str, ...]]:
    """Return what goes, each kind with its texts in order; kinds of which there is nothing miss."""
    assessment, round_ = results.assessment, results.round
    names = naming(assessment, results.content)
    typed = _typed(results)
    told = {
        LeftOut.PARTNERS: [o.name for o in round_.organisations],
        LeftOut.PEOPLE: [", ".join(filter(None, (r.name, r.role))) for r in assessment.respondents],
        LeftOut.OWNERS: [action.owner for action in assessment.actions],
        LeftOut.NOTES: _notes(results),
        LeftOut.VIEWS: [agreed.minority_view for agreed in round_.agreed],
        LeftOut.STORY: [assessment.partnership.story],
        LeftOut.TEXTS: [text for text, in_full in typed if _names(names, text, in_full=in_full)],
    }
    kept = {kind: tuple(filter(None, dict.fromkeys(texts))) for kind, texts in told.items()}
    return {kind: texts for kind, texts in kept.items() if texts}


def texts_that_stay(results: Results) -> tuple[str, ...]:
    """Return the texts that people typed and that stay, for somebody to look at each."""
    names = naming(results.assessment, results.content)
    typed = _typed(results)
    stay = (text for text, in_full in typed if not _names(names, text, in_full=in_full))
    return tuple(filter(None, dict.fromkeys(stay)))


def _typed(results: Results) -> list[tuple[str, bool]]:
    """What people typed and what may stay; with True, only a whole name counts as naming."""
    assessment, round_ = results.assessment, results.round
    partnership = assessment.partnership
    purpose = partnership.purpose
    ours = own_steps(results.content)
    return [
        (partnership.name, True),
        (purpose.what, True),
        (purpose.between, True),
        (purpose.so_that, True),
        (partnership.area.name, True),
        (round_.name, True),
        *((one.text, False) for one in round_.decisions),
        *((action.text, False) for action in assessment.actions if action.text not in ours),
        *((one.reason, False) for one in assessment.set_aside),
    ]


def _notes(results: Results) -> list[str]:
    round_ = results.round
    of_answers = [text for a in round_.answers for text in (a.note, a.reason)]
    in_conflict = [a.note for conflict in round_.conflicts for a in conflict.answers]
    return [
        *of_answers,
        *in_conflict,
        *(action.note for action in results.assessment.actions),
        *(note.text for note in round_.notes),
        *(parked.text for parked in round_.parking),
    ]


def _names(names: Naming, text: str, *, in_full: bool) -> bool:
    return names.in_full(text) if in_full else names.somehow(text)
