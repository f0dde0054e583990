"""Renaming: results that speak of partners by other ids, for copies that don't name them."""

from collections.abc import Mapping
from dataclasses import replace

from selfassess.core.diagnosis import Diagnosis
from selfassess.core.readiness import Readiness
from selfassess.core.scoring import TopicScore

Ids = Mapping[str, str]
"""The other id of each partner, by its own."""


def renamed_topic(score: TopicScore, ids: Ids, minority_view: str) -> TopicScore:
    """Return what a topic comes to by other ids, with this minority view."""
    return replace(
        score,
        minority_view=minority_view,
        stands=tuple(
            stand._replace(organisation=ids[stand.organisation]) for stand in score.stands
        ),
        lone=tuple(ids[organisation] for organisation in score.lone),
    )


def renamed_readiness(stated: Readiness, ids: Ids) -> Readiness:
    """Return the readiness statement by other ids."""
    return replace(
        stated,
        not_answered=tuple(ids[organisation] for organisation in stated.not_answered),
        below_agreed=tuple(
            replace(below, organisation=ids[below.organisation]) for below in stated.below_agreed
        ),
    )


def renamed_barrier(
    found: Diagnosis, topics: Mapping[str, TopicScore], reasons: Mapping[str, str]
) -> Diagnosis:
    """Return a barrier that rests on these topics.

    Args:
        found: The barrier.
        topics: The topics, by their ids.
        reasons: Why barriers were set aside, by their ids.
    """
    because = tuple(one._replace(topic=topics[one.topic.id]) for one in found.because)
    aside = reasons[found.barrier.id] if found.aside else ""
    return replace(found, because=because, aside=aside)
