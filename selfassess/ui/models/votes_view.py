"""Votes view: how the votes on the topic in hand look to the facilitator."""

from dataclasses import dataclass
from enum import Enum

from selfassess.core.assessment import Organisation
from selfassess.core.levels import Stand
from selfassess.core.workshop import vote_of
from selfassess.reports.phrases import short_figure
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.stage import Stage, Way
from selfassess.words import Words

HIDDEN, UNSURE = "•", "?"


class BoxState(Enum):
    """What a partner's box stands for."""

    OPEN = "open"
    IN = "in"
    FROM_FORM = "from-form"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class VoteBox:
    """A partner's vote.

    Attributes:
        organisation: Its id.
        place: Its place in set-up order.
        letter: Its letter.
        name: Its name.
        state: What the box stands for.
        shown: What it shows: a level, a dot while hidden, a question mark, or nothing.
        beside: What stands beside it: the first vote, or that it came by form.
        spoken: The whole of it for screen readers.
    """

    organisation: str
    place: int
    letter: str
    name: str
    state: BoxState
    shown: str
    beside: str
    spoken: str


def vote_boxes(facilitating: Facilitating, stage: Stage, words: Words) -> tuple[VoteBox, ...]:
    """Return a box for each partner, in set-up order; none where hands are raised."""
    score = facilitating.score
    if score is None or stage.way is Way.HANDS:
        return ()
    here = facilitating.results.round.organisations
    pairs = zip(here, score.stands, strict=True)
    return tuple(
        _box(place, organisation, stand, facilitating, stage, words)
        for place, (organisation, stand) in enumerate(pairs)
    )


def count_in(facilitating: Facilitating) -> tuple[int, int]:
    """Return how many views are in, of how many that are expected."""
    score = facilitating.score
    if score is None:
        return 0, 0
    expected = [s for s in score.stands if s.organisation not in facilitating.away]
    return sum(facilitating.is_in(stand) for stand in expected), len(expected)


def in_words(facilitating: Facilitating, stage: Stage, words: Words) -> str:
    """Say how many views are in, and what to do next."""
    if stage.way is Way.HANDS:
        count = sum(facilitating.hands)
        return words.plural("{count} hand", "{count} hands", count)
    count, expected = count_in(facilitating)
    if expected and count == expected:
        return words("All {count} in", count=count)
    return words("{count} of {expected} in", count=count, expected=expected)


def reveal_words(facilitating: Facilitating, stage: Stage, words: Words) -> str:
    """Say what stands in the place of the spread while votes are hidden."""
    told = in_words(facilitating, stage, words)
    return words("{told}. Press R to reveal.", told=told)


def _box(
    place: int,
    organisation: Organisation,
    stand: Stand,
    facilitating: Facilitating,
    stage: Stage,
    words: Words,
) -> VoteBox:
    state = _state(stand, facilitating, stage)
    shown = _shown(stand, state, stage)
    beside = _beside(stand, state, facilitating, stage, words)
    told = (organisation.name, _said(state, shown, words), beside)
    return VoteBox(
        organisation=organisation.id,
        place=place,
        letter=organisation.letter,
        name=organisation.name,
        state=state,
        shown=shown,
        beside=beside,
        spoken=", ".join(part for part in told if part),
    )


def _state(stand: Stand, facilitating: Facilitating, stage: Stage) -> BoxState:
    if facilitating.is_in(stand):
        voted = stage.again or facilitating.has_vote(stand.organisation)
        return BoxState.IN if voted else BoxState.FROM_FORM
    return BoxState.AWAY if stand.organisation in facilitating.away else BoxState.OPEN


def _shown(stand: Stand, state: BoxState, stage: Stage) -> str:
    if state in (BoxState.OPEN, BoxState.AWAY):
        return ""
    if not stage.revealed:
        return HIDDEN
    if stand.level is None:
        return UNSURE if "dk" in stand.given else "–"
    return short_figure(stand.level)


def _beside(
    stand: Stand, state: BoxState, facilitating: Facilitating, stage: Stage, words: Words
) -> str:
    if state is BoxState.AWAY:
        return words("away")
    if state is BoxState.FROM_FORM:
        return words("from the form")
    latest = facilitating.results.round
    vote = vote_of(latest, stage.topic, stand.organisation)
    if stage.revealed and vote is not None and vote.first != vote.last:
        first = UNSURE if vote.first == "dk" else str(vote.first)
        return words("first {vote}", vote=first)
    return ""


def _said(state: BoxState, shown: str, words: Words) -> str:
    if state is BoxState.OPEN:
        return words("no vote yet")
    if state is BoxState.AWAY:
        return ""
    if shown == HIDDEN:
        return words("in, hidden")
    return words("don’t know") if shown == UNSURE else words("level {level}", level=shown)
