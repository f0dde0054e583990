"""Walk view: what the walk page shows, worked out of the assessment without any widget."""

from typing import NamedTuple

from selfassess.core.asked import Asked, is_must_have
from selfassess.core.assessment import Answer, Assessment, Organisation, Respondent, Round
from selfassess.core.questionnaire import Dimension, Topic
from selfassess.core.walk import answers_of
from selfassess.ui.parts.hints import Hint
from selfassess.words import _, plural

ESSENTIAL = 3
"""The level at which a must-have no longer holds its dimension."""


class Where(NamedTuple):
    """A question's place: its dimension, and which of how many it is there."""

    dimension: Dimension
    number: int
    of: int


def where_is(asked: Asked, topic: str) -> Where:
    """Say where on the walk a topic stands."""
    dimension = next(d for d in asked.questionnaire.dimensions if d.id == asked.dimension_of[topic])
    ids = [t.id for t in asked.under(dimension)]
    return Where(dimension, ids.index(topic) + 1, len(ids))


def hints(*, in_note: bool) -> tuple[Hint, ...]:
    """Return the keys for the status bar; while a note is written they are others."""
    if in_note:
        return (
            Hint((_("Ctrl"), _("Enter")), _("next")),
            Hint((_("Esc"),), _("back to the levels")),
        )
    return (
        Hint(("1", "–", "5"), _("choose a level")),
        Hint((_("Enter"),), _("next")),
        Hint(("N",), _("note")),
        Hint(("E",), _("evidence")),
        Hint(("P",), _("another partner")),
        Hint((_("Ctrl"), "G"), _("grid")),
        Hint((_("Del"),), _("clear")),
    )


def held_sentence(
    topic: Topic, where: Where, round_: Round, answer: Answer | None, language: str
) -> str:
    """Say what an unmet must-have holds back; empty when it holds nothing."""
    level = answer.level if answer else None
    if topic.must_have is None or not is_must_have(topic, round_):
        return ""
    if not isinstance(level, int) or level >= ESSENTIAL:
        return ""
    name = where.dimension.name.say(language)
    if topic.must_have.from_.place <= round_.step.place:
        return _("This holds {dimension} at 2 until it reaches 3.", dimension=name)
    step = _(topic.must_have.from_.value)
    return _(
        "From {step} on, this holds {dimension} at 2 until it reaches 3.", step=step, dimension=name
    )


def person_name(respondent: Respondent, number: int) -> str:
    """Return what a respondent is called: role, name or a number among the colleagues."""
    return respondent.role or respondent.name or _("Person {number}", number=number)


def people_of(assessment: Assessment, organisation: str) -> tuple[tuple[str, str], ...]:
    """Return id and name of those who answer for an organisation."""
    here = [r for r in assessment.respondents if r.organisation == organisation]
    return tuple((r.id, person_name(r, place + 1)) for place, r in enumerate(here))


def organisation_of(round_: Round, id_: str) -> Organisation | None:
    """Return an organisation of the round."""
    return next((o for o in round_.organisations if o.id == id_), None)


def open_first(round_: Round, respondent: str, topics: list[str]) -> str:
    """Return the first of some topics without an answer, or the first where all have one."""
    said = answers_of(round_, respondent)
    still = [t for t in topics if t not in said or said[t].level is None]
    return (still or topics)[0]


def last_sentence(round_: Round, respondents: tuple[Respondent, ...]) -> str:
    """Say that there is no further question, and who has not answered yet."""
    of = {one.id: one.organisation for one in respondents}
    heard = {of.get(a.respondent) for a in round_.answers if a.level is not None}
    heard |= {vote.organisation for vote in round_.votes}
    silent = [one.name for one in round_.organisations if one.id not in heard]
    last = _("This is the last question.")
    if not silent:
        return last
    one, many = "{name} has not answered yet.", "{count} partners have not answered yet."
    return f"{last} {plural(one, many, len(silent), name=silent[0])}"
