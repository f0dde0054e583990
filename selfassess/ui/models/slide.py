"""Slide: all that the projector shows, and nothing else; what is not in it can't be seen."""

from dataclasses import dataclass
from enum import Enum

from selfassess.core.patterns import see
from selfassess.core.scoring import TopicScore
from selfassess.reports.meanings import agreement_in_words
from selfassess.reports.phrases import dimension_name, lowered, said
from selfassess.reports.room import pattern_in_words
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models.partners import Partner, partners_to_show
from selfassess.ui.models.spread_view import SpreadView, spread_view
from selfassess.ui.models.votes_view import count_in
from selfassess.ui.stage import Stage, Way
from selfassess.words import Words
from selfassess.words.names import LEVELS, level_name


class SlideKind(Enum):
    """What the projector shows."""

    BLANK = "blank"
    WELCOME = "welcome"
    WARM_UP = "warm-up"
    QUESTION = "question"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True)
class Voter:
    """A partner, and whether its vote is in, also in words; never which vote."""

    place: int
    name: str
    is_in: bool
    state: str


@dataclass(frozen=True, slots=True)
class SlideLevel:
    """A level with its name and what it says."""

    number: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Slide:
    """What the projector shows.

    Attributes:
        kind: What it is.
        dimension: The name of the dimension.
        code: The code of the question.
        where: “Question 7 of 14”.
        question: The question; of a welcome the name of the partnership.
        hint: The line under it.
        levels: The five levels with their words.
        voters: Who is in and who is thinking; empty where partners are not told apart.
        counted: “3 of 5 votes in”.
        spread: Where the views lie; only on a reveal.
        verdict: “Split: two groups, 3 levels apart”.
        agreed: The agreed level, `none` for not agreed, or None.
        agreed_words: The agreed level by name, or that it is not agreed.
        agreed_text: What the agreed level says for this question.
        minority_view: The view that is kept beside it.
        progress: How far the workshop is.
        following: What is next.
        mark: That all of it is made up; empty where it is not.
    """

    kind: SlideKind
    dimension: str = ""
    code: str = ""
    where: str = ""
    question: str = ""
    hint: str = ""
    levels: tuple[SlideLevel, ...] = ()
    voters: tuple[Voter, ...] = ()
    counted: str = ""
    spread: SpreadView | None = None
    verdict: str = ""
    agreed: int | str | None = None
    agreed_words: str = ""
    agreed_text: str = ""
    minority_view: str = ""
    progress: str = ""
    following: str = ""
    mark: str = ""

    @property
    def reading(self) -> str:
        """All of it in words, for screen readers."""
        levels = (f"{level.number} {level.name}. {level.words}" for level in self.levels)
        told = (
            self.mark,
            self.dimension,
            self.where,
            self.question,
            self.verdict,
            self.hint,
            *levels,
            ", ".join(f"{voter.name} {voter.state}" for voter in self.voters),
            self.spread.reading if self.spread else "",
            self.agreed_words,
            self.agreed_text,
            self.minority_view,
            self.counted,
            self.progress,
            self.following,
        )
        return "\n".join(part for part in told if part)


def slide_of(facilitating: Facilitating, stage: Stage, words: Words) -> Slide:
    """Return what the projector shows at the moment."""
    if stage.blank:
        return Slide(SlideKind.BLANK)
    mark = mark_of(facilitating, words)
    if stage.warming_up:
        return _warm_up(facilitating, mark, words)
    score = facilitating.score
    if score is None:
        return _welcome(facilitating, stage, mark, words)
    if stage.revealed:
        return _reveal(score, facilitating, stage, mark, words)
    return _question(score, facilitating, stage, mark, words)


def mark_of(facilitating: Facilitating, words: Words) -> str:
    """Say on every screen that a rehearsal is one; empty where it is none."""
    if facilitating.results.assessment.fictional:
        return words("Rehearsal. All answers are made up.")
    return ""


def _welcome(facilitating: Facilitating, stage: Stage, mark: str, words: Words) -> Slide:
    return Slide(
        SlideKind.WELCOME,
        question=facilitating.results.assessment.partnership.name,
        hint=_ways(facilitating, stage, words),
        counted=words.plural(
            "{count} question for today", "{count} questions for today", len(facilitating.topics)
        ),
        mark=mark,
    )


def _ways(facilitating: Facilitating, stage: Stage, words: Words) -> str:
    if facilitating.results.assessment.anonymous:
        return words("This workshop is anonymous. Nobody’s level is shown by partner.")
    if stage.way is Way.HANDS:
        return words("We vote by show of hands.")
    return words("We vote by partner. After each vote all see which partner stands where.")


def _warm_up(facilitating: Facilitating, mark: str, words: Words) -> Slide:
    warm_up = facilitating.results.content.prompts.warm_up
    if warm_up is None:
        return Slide(SlideKind.BLANK)
    return Slide(
        SlideKind.WARM_UP,
        dimension=words("Warm-up"),
        question=said(warm_up.question, words),
        hint=words("This is practice. Nothing of it is kept."),
        levels=_levels(tuple(said(level, words) for level in warm_up.levels), words),
        mark=mark,
    )


def _question(
    score: TopicScore, facilitating: Facilitating, stage: Stage, mark: str, words: Words
) -> Slide:
    hint = words("Choose on your own first. Nobody sees a vote until all are in.")
    if stage.again:
        hint = words("Second vote, the last one. Choose on your own again.")
    texts = tuple(said(level, words) for level in score.topic.levels)
    return Slide(
        SlideKind.QUESTION,
        dimension=dimension_name(score.dimension, facilitating.results, words),
        code=score.id,
        where=_where(score, facilitating, words),
        question=said(score.topic.question, words),
        hint=hint,
        levels=_levels(texts, words),
        voters=_voters(facilitating, stage, words),
        counted=_counted(facilitating, stage, words),
        mark=mark,
    )


def _reveal(
    score: TopicScore, facilitating: Facilitating, stage: Stage, mark: str, words: Words
) -> Slide:
    agreed = score.agreed
    name, text = _agreed(score, words)
    following = facilitating.next_title(words.language)
    done = sum(one.settled for one in facilitating.topics)
    return Slide(
        SlideKind.REVEAL,
        dimension=dimension_name(score.dimension, facilitating.results, words),
        code=score.id,
        where=_where(score, facilitating, words),
        question=said(score.topic.question, words),
        spread=spread_view(facilitating, stage, words),
        verdict=verdict(facilitating, words),
        agreed=agreed,
        agreed_words=name,
        agreed_text=text,
        minority_view=score.minority_view,
        progress=words("{done} of {all} done", done=done, all=len(facilitating.topics)),
        following=words("Next: {title}", title=following) if following else "",
        mark=mark,
    )


def verdict(facilitating: Facilitating, words: Words) -> str:
    """Say how far views agree and what they look like; never who stands where."""
    sight, score = facilitating.sight, facilitating.in_room
    if sight is None or score is None:
        return ""
    what = pattern_in_words(see(sight), facilitating.results, words)
    if score.agreement is None or not what:
        return what
    agreement = agreement_in_words(score, words)
    if what.startswith(agreement):
        return what
    return words("{agreement}: {what}", agreement=agreement, what=lowered(what))


def _agreed(score: TopicScore, words: Words) -> tuple[str, str]:
    if isinstance(score.agreed, int):
        text = said(score.topic.levels[score.agreed - 1], words)
        return level_name(score.agreed, words), text
    if score.agreed is None:
        return "", ""
    levels = [str(level) for level, count in enumerate(score.counts, 1) if count]
    if len(levels) > 1:
        kept = words("{low} and {high} kept", low=levels[0], high=levels[-1])
        return words("Not agreed: {kept}", kept=kept), ""
    return words("Not agreed"), ""


def _where(score: TopicScore, facilitating: Facilitating, words: Words) -> str:
    ids = [one.id for one in facilitating.topics]
    number = ids.index(score.id) + 1
    return words("Question {number} of {all}", number=number, all=len(ids))


def _levels(texts: tuple[str, ...], words: Words) -> tuple[SlideLevel, ...]:
    numbers = range(1, len(LEVELS) + 1)
    pairs = zip(numbers, texts, strict=True)
    return tuple(SlideLevel(number, level_name(number, words), text) for number, text in pairs)


def _voters(facilitating: Facilitating, stage: Stage, words: Words) -> tuple[Voter, ...]:
    score = facilitating.score
    if score is None or stage.way is Way.HANDS:
        return ()
    pairs = zip(partners_to_show(facilitating.results), score.stands, strict=False)
    return tuple(
        _voter(partner, words, is_in=facilitating.is_in(stand))
        for partner, stand in pairs
        if partner.id not in facilitating.away
    )


def _voter(partner: Partner, words: Words, *, is_in: bool) -> Voter:
    return Voter(partner.place, partner.name, is_in, words("in") if is_in else words("thinking"))


def _counted(facilitating: Facilitating, stage: Stage, words: Words) -> str:
    if stage.way is Way.HANDS:
        return ""
    count, expected = count_in(facilitating)
    return words.plural(
        "{done} of {count} vote in", "{done} of {count} votes in", expected, done=count
    )
