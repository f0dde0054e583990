"""Room view: what the facilitator's page says, worked out without any widget."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from selfassess.core import workshop
from selfassess.core.pace import minutes_for_topics, pace
from selfassess.core.patterns import see
from selfassess.core.workshop import stop_rule
from selfassess.reports import room
from selfassess.reports.phrases import dimension_name, said
from selfassess.reports.room import Line
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models.slide import mark_of
from selfassess.ui.parts.agenda_rail import AgendaEntry, PaceShown
from selfassess.ui.stage import Stage
from selfassess.words import Words
from selfassess.words.names import level_name


@dataclass(frozen=True, slots=True)
class Asked:
    """The question in hand: its dimension, code, which vote it is, and its words."""

    dimension: str
    code: str
    vote: str
    question: str
    must_have: bool


@dataclass(frozen=True, slots=True)
class Start:
    """What stands before the first question: a heading, a sentence, lines, and if it is warm-up."""

    title: str
    about: str
    lines: tuple[str, ...]
    warm: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """What the room settled on: a code, the level's name and words, and the minority view."""

    code: str
    name: str
    says: str
    minority_view: str


def agenda_entries(
    facilitating: Facilitating, stage: Stage, words: Words
) -> tuple[AgendaEntry, ...]:
    """Return the topics for the rail."""
    return tuple(
        AgendaEntry(
            id=one.id,
            title=said(one.topic.topic.title, words),
            second=room.where_it_stands(one, facilitating.results, words),
            state=_state(one.topic.agreed),
            here=one.id == stage.topic,
        )
        for one in facilitating.topics
    )


def pace_shown(facilitating: Facilitating, stage: Stage, now: datetime, words: Words) -> PaceShown:
    """Return how far the room is; without times before the workshop has begun."""
    topics = facilitating.topics
    done = sum(one.settled for one in topics)
    if stage.began is None:
        return PaceShown(done, len(topics), "", None)
    minutes = workshop.planned(facilitating.results.round).minutes
    told = pace(minutes, len(topics), done, stage.minutes_since_beginning)
    ends = stage.began + timedelta(minutes=minutes_for_topics(minutes))
    times = (_time(stage.began), words("now {time}", time=_time(now)), _time(ends))
    return PaceShown(done, len(topics), room.pace_in_words(told, words), times)


def asked(facilitating: Facilitating, words: Words) -> Asked | None:
    """Return the question in hand; None where there is none."""
    score = facilitating.score
    if score is None:
        return None
    number = 2 if facilitating.has_voted_twice else 1
    return Asked(
        dimension=dimension_name(score.dimension, facilitating.results, words),
        code=score.id,
        vote=words("Vote {number} of 2", number=number),
        question=said(score.topic.question, words),
        must_have=score.must_have,
    )


def settled(facilitating: Facilitating, words: Words) -> Settled:
    """Return what the room settled on for the topic in hand."""
    score = facilitating.score
    if score is None or score.agreed is None:
        return Settled("", "", "", "")
    if isinstance(score.agreed, int):
        says = said(score.topic.levels[score.agreed - 1], words)
        name = level_name(score.agreed, words)
        return Settled(str(score.agreed), name, says, score.minority_view)
    says = words("All views are kept. Write down what they turn on.")
    return Settled("none", words("Not agreed"), says, score.minority_view)


def to_say(
    facilitating: Facilitating, stage: Stage, words: Words
) -> tuple[str, str, tuple[Line, ...]]:
    """Return what the votes look like, what the stop rule says, and what to say next."""
    score, sight = facilitating.score, facilitating.sight
    book = facilitating.results.content.prompts
    if score is None or sight is None or not stage.revealed:
        return "", "", room.prompts_before(book, words)
    seen = see(sight)
    has_view = bool(score.minority_view.strip())
    twice = facilitating.has_voted_twice
    rule = stop_rule(sight.last, voted_twice=twice, has_minority_view=has_view)
    return (
        room.pattern_in_words(seen, facilitating.results, words),
        room.stop_rule_in_words(rule, words),
        room.prompts_for(seen, score.topic, facilitating.results, words),
    )


def first_vote(facilitating: Facilitating, words: Words) -> str:
    """Say what the first vote was, where the second differs; empty otherwise."""
    sight = facilitating.sight
    if sight is None or sight.first == sight.last:
        return ""
    levels = [str(level) for level, count in enumerate(sight.first, 1) for _ in range(count)]
    return words("First vote: {levels}", levels=", ".join(levels))


def kept_here(facilitating: Facilitating, stage: Stage, words: Words) -> str:
    """Say what was parked and decided on the topic in hand."""
    latest = facilitating.results.round
    parked = [one.text for one in latest.parking if one.topic == stage.topic]
    decided = [one.text for one in latest.decisions if one.topic == stage.topic]
    told = [words("Parked: {what}", what="; ".join(parked))] if parked else []
    told += [words("Decided: {what}", what="; ".join(decided))] if decided else []
    return "\n".join(told)


def before_the_first(facilitating: Facilitating, stage: Stage, words: Words) -> Start:
    """Return what stands before the first question, or the warm-up while it is on show."""
    warm_up = facilitating.results.content.prompts.warm_up
    count = len(facilitating.topics)
    mark = mark_of(facilitating, words)
    if stage.warming_up and warm_up is not None:
        texts = enumerate(warm_up.levels, start=1)
        lines = tuple(f"{level}   {said(text, words)}" for level, text in texts)
        about = words("Warm-up: nothing of it is kept.")
        marked = (*lines, mark) if mark else lines
        return Start(said(warm_up.question, words), about, marked, warm=True)
    if not count:
        title = words("Nothing for the room yet")
        return Start(title, words("Choose the questions first."), (), warm=False)
    title = words.plural("{count} question for the room", "{count} questions for the room", count)
    about = words("Each partner votes by its letter and a digit. All see who stands where.")
    if facilitating.results.assessment.anonymous:
        about = words(
            "This workshop is anonymous: you count hands, and no partner’s level is shown."
        )
    told = words("Open the presenter with F5. Votes stay hidden until you press R.")
    nobody = not facilitating.results.round.organisations
    missing = words("No partner is named yet. Add them under Set up, or vote by show of hands.")
    lines = (told, missing if nobody else "", mark)
    return Start(title, about, tuple(line for line in lines if line), warm=False)


def _state(agreed: int | str | None) -> str:
    if agreed is None:
        return "open"
    return "agreed" if isinstance(agreed, int) else "not"


def _time(when: datetime) -> str:
    return f"{when:%H:%M}"
