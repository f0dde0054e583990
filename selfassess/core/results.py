"""Results: everything that follows from an assessment, worked out once."""

from dataclasses import dataclass
from functools import lru_cache

from selfassess.core.agenda import Strengths, strengths
from selfassess.core.agreement import krippendorff_alpha
from selfassess.core.asked import Asked, asked_in
from selfassess.core.assessment import Assessment, Organisation, OrganisationLevel, Round
from selfassess.core.codes import Mode
from selfassess.core.content import Content
from selfassess.core.diagnosis import Diagnosis, diagnose
from selfassess.core.identity import Same
from selfassess.core.levels import ballot
from selfassess.core.library import library_of
from selfassess.core.matching import Matches, match_cases
from selfassess.core.readiness import Readiness, readiness
from selfassess.core.scoring import (
    DimensionScore,
    TopicScore,
    score_dimensions,
    score_topics,
)


@dataclass(frozen=True, slots=True)
class Results:
    """What follows from one round of an assessment.

    Attributes:
        assessment: The assessment.
        round: The round they speak of.
        content: The content they were worked out with.
        asked: What is asked in that round.
        topics: The chosen set in walk order, then module topics.
        dimensions: All dimensions in walk order.
        readiness: The readiness statement.
        strengths: What to build on.
        barriers: Raised barriers in order, then "find out first", then set aside.
        cases: Ranked case studies.
        alpha: Krippendorff's alpha of the whole run, for the method note; None if not defined.
        withheld: Who said what was taken out, for a copy to hand upwards.
        lettered: Letters stand for the partners.
    """

    assessment: Assessment
    round: Round
    content: Content
    asked: Asked
    topics: tuple[TopicScore, ...]
    dimensions: tuple[DimensionScore, ...]
    readiness: Readiness
    strengths: Strengths
    barriers: tuple[Diagnosis, ...]
    cases: Matches
    alpha: float | None
    withheld: bool = False
    lettered: bool = False

    def topic(self, id_: str) -> TopicScore | None:
        """Return the score of a topic that is asked."""
        return next((topic for topic in self.topics if topic.id == id_), None)

    def dimension(self, id_: str) -> DimensionScore | None:
        """Return the score of a dimension."""
        return next((d for d in self.dimensions if d.id == id_), None)

    def organisation(self, id_: str) -> Organisation | None:
        """Return an organisation of the round."""
        return next((o for o in self.round.organisations if o.id == id_), None)

    def standing(self, topic: str) -> tuple[OrganisationLevel, ...]:
        """Return where the organisations stand on a topic now, to keep with an agreed level."""
        score = self.topic(topic)
        stands = score.stands if score else ()
        return tuple(OrganisationLevel(organisation=s.organisation, level=s.level) for s in stands)

    def organisation_value(self, organisation: str, dimension: str) -> float | None:
        """Return the mean of an organisation's levels in a dimension, over the chosen set.

        Raises:
            KeyError: the round has no such organisation, or the questionnaire no such dimension.
        """
        return _organisation_values(Same(self))[organisation, dimension]


@lru_cache(maxsize=4)
def _organisation_values(results: Same[Results]) -> dict[tuple[str, str], float | None]:
    """Work out all of them at once, since whoever asks for one soon asks for the others."""
    found = results.thing
    names = [organisation.id for organisation in found.round.organisations]
    values: dict[tuple[str, str], float | None] = {}
    for dimension in found.dimensions:
        topics = [t for t in found.topics if t.dimension == dimension.id and not t.of_module]
        for place, organisation in enumerate(names):
            said = [topic.stands[place].level for topic in topics]
            levels = [level for level in said if level is not None]
            values[organisation, dimension.id] = sum(levels) / len(levels) if levels else None
    return values


class NoSuchRoundError(LookupError):
    """The assessment has no round of that name."""


def round_named(assessment: Assessment, name: str | None) -> Round:
    """Return the round of that name, or the latest where none is named.

    Raises:
        NoSuchRoundError: there is none of that name.
    """
    if name is None:
        return assessment.latest
    for round_ in assessment.rounds:
        if round_.name == name:
            return round_
    raise NoSuchRoundError(name)


def round_before(results: Results) -> Results | None:
    """Work out the round before, to compare with; None where another questionnaire was asked."""
    rounds = results.assessment.rounds
    place = [round_.name for round_ in rounds].index(results.round.name)
    before = rounds[place - 1] if place else None
    if before is None or before.questionnaire != results.round.questionnaire:
        return None
    return work_out(results.assessment, results.content, before.name)


def work_out(assessment: Assessment, content: Content, round_name: str | None = None) -> Results:
    """Work out everything that follows from a round, by default the latest.

    `content` has the questionnaire and modules that the round was answered with.

    Raises:
        NoSuchRoundError: the assessment has no round of that name.
    """
    round_ = round_named(assessment, round_name)
    asked = asked_in(round_, content.questionnaire, content.modules)
    organisation_of = {r.id: r.organisation for r in assessment.respondents}
    topics = score_topics(asked, round_, ballot(round_, organisation_of))
    dimensions = score_dimensions(asked, topics)
    found = diagnose(assessment, round_, content.barriers_in(round_), topics)
    return Results(
        assessment=assessment,
        round=round_,
        content=content,
        asked=asked,
        topics=topics,
        dimensions=dimensions,
        readiness=readiness(round_, topics, dimensions),
        strengths=strengths(topics, dimensions),
        barriers=found,
        cases=match_cases(assessment, round_, found, topics, library_of(content)),
        alpha=krippendorff_alpha(
            [
                [s.level for s in topic.stands if s.level is not None]
                for topic in topics
                if topic.topic.mode is Mode.SHARED
            ]
        ),
    )
