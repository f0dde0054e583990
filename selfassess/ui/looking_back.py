"""Looking back: what people now say that a question was at the round before."""

from selfassess.core import edits
from selfassess.core.assessment import Assessment, Given, LookBack
from selfassess.ui.walk_view import people_of
from selfassess.words import _


def people_who_answered(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Return id and name of those who answered in the latest round, by partner."""
    latest = assessment.latest
    heard = {answer.respondent for answer in latest.answers if answer.level is not None}
    if assessment.anonymous:
        return tuple((id_, _("person {id}", id=id_[:6])) for id_ in sorted(heard))
    return tuple(
        (id_, _("{partner}, {person}", partner=organisation.name, person=name))
        for organisation in latest.organisations
        for id_, name in people_of(assessment, organisation.id)
        if id_ in heard
    )


def looked_back(assessment: Assessment, respondent: str, topic: str) -> Given | None:
    """Return what a person says now that a question was then."""
    for back in assessment.latest.look_back:
        if (back.respondent, back.topic) == (respondent, topic):
            return back.level
    return None


def look_back(assessment: Assessment, respondent: str, topic: str, level: Given) -> Assessment:
    """Keep what a person says now that a question was then."""
    kept = tuple(
        back
        for back in assessment.latest.look_back
        if (back.respondent, back.topic) != (respondent, topic)
    )
    told = LookBack(respondent=respondent, topic=topic, level=level)
    return edits.change_round(assessment, look_back=(*kept, told))
