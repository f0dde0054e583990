"""Rail view: what the rail of the walk shows, worked out of the assessment without any widget."""

from selfassess.core.asked import Asked
from selfassess.core.assessment import Answer, Round
from selfassess.core.questionnaire import Dimension, Topic
from selfassess.core.walk import answers_of
from selfassess.ui.parts.pips import Pip
from selfassess.ui.parts.rail import RailEntry, RailGroup
from selfassess.words import plural


def rail_groups(
    asked: Asked, round_: Round, respondent: str, topic: str, language: str
) -> tuple[RailGroup, ...]:
    """Say how the rail looks for a respondent, with the topic in view."""
    said = answers_of(round_, respondent)
    return tuple(
        RailGroup(
            group.name.say(language),
            tuple(
                _entry(dimension, asked.under(dimension), said, topic, language)
                for dimension in asked.questionnaire.dimensions
                if dimension.group == group.id and asked.under(dimension)
            ),
        )
        for group in asked.questionnaire.groups
    )


def unknown_words(count: int) -> str:
    """Say how many answers are don't-knows; empty for none."""
    return plural("{count} unknown", "{count} unknown", count) if count else ""


def _entry(
    dimension: Dimension,
    topics: tuple[Topic, ...],
    said: dict[str, Answer],
    topic: str,
    language: str,
) -> RailEntry:
    ids = [t.id for t in topics]
    return RailEntry(
        id=dimension.id,
        code=next((id_[:2] for id_ in ids if id_[:2].isalpha()), dimension.id[:2].upper()),
        name=dimension.name.say(language),
        pips=tuple(_pip(said.get(id_)) for id_ in ids),
        current=ids.index(topic) if topic in ids else -1,
    )


def _pip(answer: Answer | None) -> Pip:
    if answer is None or answer.level is None:
        return Pip.OPEN
    return Pip.UNKNOWN if answer.level == "dk" else Pip.ANSWERED
