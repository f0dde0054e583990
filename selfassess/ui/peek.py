"""Peek: how far the work in a file has come, for the list of recent files."""

from datetime import datetime
from pathlib import Path

from selfassess.core.asked import asked_in
from selfassess.core.codes import Step
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file, disk
from selfassess.files.settings_file import Recent
from selfassess.ui.dates import lately
from selfassess.ui.parts.recent_row import RecentFile
from selfassess.words import _


def plain(recent: Recent, now: datetime) -> RecentFile:
    """Return what is known of a recent file without reading it."""
    return RecentFile(
        path=recent.path,
        name=recent.name or Path(recent.path).stem,
        when=_when(recent.opened, now),
        is_missing=not disk.is_there(Path(recent.path)),
    )


def with_progress(recent: Recent, now: datetime) -> RecentFile:
    """Return the same with the step and the count of answers, read from the file."""
    known = plain(recent, now)
    if known.is_missing:
        return known
    try:
        read = assessment_file.read(Path(recent.path))
    except FileProblemsError:
        return known
    latest = read.assessment.latest
    reference = latest.questionnaire
    versions = (
        q for q in read.questionnaires if (q.id, q.version) == (reference.id, reference.version)
    )
    questionnaire = next(versions, None)
    if questionnaire is None:
        return known
    asked = {topic.id for topic in asked_in(latest, questionnaire, read.modules).topics}
    answered = {a.topic for a in latest.answers if a.level is not None} & asked
    return RecentFile(
        path=recent.path,
        name=known.name,
        when=known.when,
        step=latest.step.place + 1,
        step_words=_(
            "Step {number} of {all}, {step}",
            number=latest.step.place + 1,
            all=len(Step),
            step=_(latest.step.value).lower(),
        ),
        answered=_("{answered} of {all} answered", answered=len(answered), all=len(asked)),
    )


def _when(opened: str, now: datetime) -> str:
    try:
        when = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    return lately(when if when.tzinfo else when.replace(tzinfo=now.tzinfo), now)
