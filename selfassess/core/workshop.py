"""Workshop: what a room says about a topic, each a pure edit, and when it has talked enough.

Votes keep the first vote and one re-vote beside it. Whoever calls says whether the room votes for
the second time: the assessment itself can't tell a correction from a change of mind.
"""

from enum import StrEnum
from typing import Any, Literal

from selfassess.core import edits
from selfassess.core.agreement import LEVELS
from selfassess.core.assessment import (
    Assessment,
    Counts,
    Decision,
    Level,
    OrganisationLevel,
    Parked,
    Round,
    Tally,
    TopicNote,
    Vote,
    WorkshopPlan,
)
from selfassess.core.averages import median

Voted = Level | Literal["dk"]
"""What can be voted: a level or `dk` (don't know)."""

NO_HANDS: Counts = (0, 0, 0, 0, 0)

NEAR = 1
"""So many levels from the middle a view still counts as near it."""

SETTLED_FROM = 0.75
"""The share of views near the middle from which a topic counts as settled."""


class StopRule(StrEnum):
    """What the stop rule says; it is shown to the room and never forced on it."""

    NOBODY = "nobody"  # there is no view yet
    SETTLED = "settled"  # most stand near each other, and nobody far away
    SETTLED_BUT = "settled-but"  # most stand near each other; a far view should be written down
    AGAIN = "again"  # too far apart: talk, then vote once more
    NOT_AGREED = "not-agreed"  # still too far apart after the second vote: keep both views


def stop_rule(counts: Counts, *, voted_twice: bool, has_minority_view: bool) -> StopRule:
    """Say whether the room can stop.

    Settled is a topic when at least three quarters of the views lie within one level of their
    middle, and nobody further away, unless that view is written down. There are at most two votes.

    Args:
        counts: How many views there are at each level, lowest first; last votes only.
        voted_twice: The room has voted a second time.
        has_minority_view: A view is written down beside the agreed level.
    """
    views = [level for level, count in zip(LEVELS, counts, strict=True) for _ in range(count)]
    if not views:
        return StopRule.NOBODY
    middle = median(views)
    far = sum(abs(view - middle) > NEAR for view in views)
    if 1 - far / len(views) < SETTLED_FROM:
        return StopRule.NOT_AGREED if voted_twice else StopRule.AGAIN
    return StopRule.SETTLED if not far or has_minority_view else StopRule.SETTLED_BUT


def vote_of(round_: Round, topic: str, organisation: str) -> Vote | None:
    """Return how an organisation voted on a topic, if it did."""
    mine = (topic, organisation)
    return next((v for v in round_.votes if (v.topic, v.organisation) == mine), None)


def tally_of(round_: Round, topic: str) -> Tally | None:
    """Return the show of hands on a topic, if there was one."""
    return next((t for t in round_.tallies if t.topic == topic), None)


def has_voted_again(round_: Round, topic: str) -> bool:
    """Say whether a second vote was opened, or some vote or tally differs from the first."""
    if topic in planned(round_).again:
        return True
    votes = (v.first != v.last for v in round_.votes if v.topic == topic)
    tally = tally_of(round_, topic)
    return any(votes) or (tally is not None and tally.first != tally.last)


def voted_again(round_: Round) -> tuple[tuple[str, str], ...]:
    """Return topic and organisation of each second vote that differs from the first.

    A show of hands has no organisation.
    """
    votes = [(v.topic, v.organisation) for v in round_.votes if v.first != v.last]
    hands = [(t.topic, "") for t in round_.tallies if t.first != t.last]
    return (*votes, *hands)


def vote(
    assessment: Assessment,
    topic: str,
    organisation: str,
    voted: Voted,
    *,
    again: bool = False,
    stood: Voted | None = None,
) -> Assessment:
    """Record an organisation's vote; the second time its first vote is kept beside it.

    Args:
        assessment: The assessment.
        topic: The topic's id.
        organisation: The organisation's id.
        voted: Its vote.
        again: The room votes for the second time; otherwise an earlier vote is corrected.
        stood: What the room saw of it before, where that came by form and not by a vote.
    """
    before = vote_of(assessment.latest, topic, organisation)
    first = voted
    if again and before is not None:
        first = before.first
    elif again and stood is not None:
        first = stood
    given = Vote(organisation=organisation, topic=topic, first=first, last=voted)
    return _with_vote(assessment, topic, organisation, given)


def take_vote_back(
    assessment: Assessment, topic: str, organisation: str, *, again: bool = False
) -> Assessment:
    """Take a vote back: the second time back to the first vote, otherwise whole."""
    before = vote_of(assessment.latest, topic, organisation)
    first = before.changed(last=before.first) if before and again else None
    return _with_vote(assessment, topic, organisation, first)


def raise_hands(
    assessment: Assessment,
    topic: str,
    counts: Counts,
    dont_know: int,
    *,
    again: bool = False,
    stood: Counts | None = None,
) -> Assessment:
    """Record a show of hands; the second time the first is kept beside it.

    No hand at all takes it back: the second time back to the first, otherwise whole. A first vote
    that had come by forms or partners is not one of hands, so there the whole of it goes too.

    Args:
        assessment: The assessment.
        topic: The topic's id.
        counts: How many hands at each level, lowest first.
        dont_know: How many said that they don't know.
        again: The room votes for the second time.
        stood: What the room saw before, where that came by forms or partners and not by hands.
    """
    latest = assessment.latest
    before = tally_of(latest, topic)
    given: tuple[Tally, ...] = ()
    if any(counts) or dont_know:
        first = counts
        if again:
            first = before.first if before else stood or counts
        given = (Tally(topic=topic, first=first, last=counts, dont_know=dont_know),)
    elif before and again and before.first != stood:
        given = (before.changed(last=before.first),)
    kept = tuple(t for t in latest.tallies if t.topic != topic)
    return edits.change_round(assessment, tallies=(*kept, *given))


def settle(
    assessment: Assessment, topic: str, level: Level | str, stood: tuple[OrganisationLevel, ...]
) -> Assessment:
    """Settle a topic at a level or at `none` (not agreed); a minority view stays beside it."""
    return edits.agree(assessment, topic, level, stood, _minority_view(assessment.latest, topic))


def unsettle(assessment: Assessment, topic: str) -> Assessment:
    """Open a topic again; the minority view that stood beside it goes too."""
    kept = tuple(a for a in assessment.latest.agreed if a.topic != topic)
    return edits.change_round(assessment, agreed=kept)


def dissent(assessment: Assessment, topic: str, view: str) -> Assessment:
    """Write down the minority view beside what was settled; nothing settled: nothing changes."""
    agreed = tuple(
        a.changed(minority_view=view) if a.topic == topic else a for a in assessment.latest.agreed
    )
    return edits.change_round(assessment, agreed=agreed)


def note_on(round_: Round, topic: str) -> str:
    """Return the room's note on a topic; empty where there is none."""
    return next((note.text for note in round_.notes if note.topic == topic), "")


def note(assessment: Assessment, topic: str, text: str) -> Assessment:
    """Write the room's note on a topic; an empty one takes it away."""
    kept = tuple(n for n in assessment.latest.notes if n.topic != topic)
    written = (TopicNote(topic=topic, text=text),) if text.strip() else ()
    return edits.change_round(assessment, notes=(*kept, *written))


def park(assessment: Assessment, text: str, topic: str | None = None) -> Assessment:
    """Put a thing aside for later."""
    parking = (*assessment.latest.parking, Parked(text=text, topic=topic))
    return edits.change_round(assessment, parking=parking)


def unpark(assessment: Assessment, place: int) -> Assessment:
    """Take the thing at a place, from 0, out of the parking lot."""
    return edits.change_round(assessment, parking=_without(assessment.latest.parking, place))


def decide(assessment: Assessment, text: str, topic: str | None = None) -> Assessment:
    """Record what the room decided."""
    decisions = (*assessment.latest.decisions, Decision(text=text, topic=topic))
    return edits.change_round(assessment, decisions=decisions)


def undecide(assessment: Assessment, place: int) -> Assessment:
    """Take the decision at a place, from 0, off the record."""
    return edits.change_round(assessment, decisions=_without(assessment.latest.decisions, place))


def planned(round_: Round) -> WorkshopPlan:
    """Return the plan of the workshop, or an empty one."""
    return round_.plan or WorkshopPlan()


def send_away(assessment: Assessment, organisation: str, *, away: bool) -> Assessment:
    """Say that an organisation is not in the room, or is back; nobody waits for its vote."""
    others = tuple(o for o in planned(assessment.latest).away if o != organisation)
    told = (*others, organisation) if away else others
    return plan(assessment, away=told) if told != planned(assessment.latest).away else assessment


def plan(assessment: Assessment, **fields: Any) -> Assessment:
    """Change the minutes, people or topics of the workshop, or where and how the room is."""
    return edits.change_round(assessment, plan=planned(assessment.latest).changed(**fields))


def _minority_view(round_: Round, topic: str) -> str:
    return next((a.minority_view for a in round_.agreed if a.topic == topic), "")


def _with_vote(
    assessment: Assessment, topic: str, organisation: str, given: Vote | None
) -> Assessment:
    votes = list(assessment.latest.votes)
    places = [
        place
        for place, vote in enumerate(votes)
        if (vote.topic, vote.organisation) == (topic, organisation)
    ]
    if places:
        votes[places[0] : places[0] + 1] = [given] if given else []
    elif given:
        votes.append(given)
    return edits.change_round(assessment, votes=tuple(votes))


def _without(things: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    return things[:place] + things[place + 1 :]
