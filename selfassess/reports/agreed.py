"""Agreed: one page for those who were in the room and those who left early."""

from collections.abc import Iterator, Sequence
from datetime import date

from selfassess.core.agreement import LEVELS
from selfassess.core.assessment import Counts
from selfassess.core.patterns import moved
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.core.workshop import note_on
from selfassess.reports.book import Cell, Kind, Row, Sheet, note, title
from selfassess.reports.phrases import day, listed, lowered, organisations, said, titled
from selfassess.reports.summary import purpose_sentence
from selfassess.words import Words
from selfassess.words.names import level_name

KEY = "agreed"
_WIDTHS = (22.0, 84.0)
_GAP = 7


def has_workshop(results: Results) -> bool:
    """Say whether the room has left anything on record."""
    round_ = results.round
    kept = (round_.agreed, round_.decisions, round_.parking, round_.votes, round_.tallies)
    return any(kept)


def agreed(
    results: Results, words: Words, today: date, *, notes: bool = True, brief: bool = False
) -> Sheet:
    """Make the page: what was agreed and what was not, decisions, questions, the parking lot.

    Args:
        results: What follows from the round.
        words: The words of the page.
        today: The day of the page.
        notes: With the room's notes; a copy to hand round can do without.
        brief: Without the words of the levels, so that more goes on one page.
    """
    assessment = results.assessment
    rows = [
        title(titled(words("What we agreed"), results, words)),
        note(_when(results, words, today)),
        Row(),
        *_part(words("What we share"), [purpose_sentence(results, words)]),
        *_part(words("Agreed"), agreed_lines(results, words, brief=brief)),
        *_part(words("Not agreed"), not_agreed_lines(results, words)),
        *_part(words("Decisions"), decision_lines(results, words)),
        *_part(words("Questions to take away"), take_away(results, words, brief=brief)),
        *_part(words("Parking lot"), parking_lines(results, words)),
        *(_part(words("Notes"), note_lines(results, words)) if notes else ()),
    ]
    if brief:
        rows.append(note(words("The report says what each level means for its question.")))
    if results.withheld:
        rows.append(note(words("This is a copy to hand upwards: no partner’s level is shown.")))
    elif assessment.anonymous:
        rows.append(note(words("The workshop was anonymous: no partner’s level is shown.")))
    return Sheet(
        key=KEY,
        name=words("What we agreed"),
        rows=tuple(rows),
        widths=_WIDTHS,
        landscape=False,
        one_page=True,
    )


def agreed_lines(results: Results, words: Words, *, brief: bool = False) -> list[str]:
    """Say what was agreed, topic by topic, each with the minority view beside it.

    Brief ones do not say what a level means for its question, and put questions of one level in one
    line where nothing more is to be said of them.
    """
    settled = [score for score in results.topics if isinstance(score.agreed, int)]
    if not brief:
        return [_with_more(_agreed_line(score, words), score, results, words) for score in settled]
    lines = {score.id: _with_more("", score, results, words) for score in settled}
    alone = [score for score in settled if lines[score.id]]
    together = (
        _level_line(
            level, [one for one in settled if one.agreed == level and one not in alone], words
        )
        for level in LEVELS
    )
    told = (f"{_level_line(int(one.agreed or 0), [one], words)} {lines[one.id]}" for one in alone)
    return [*filter(None, together), *told]


def not_agreed_lines(results: Results, words: Words) -> list[str]:
    """Say what was not agreed, with the levels that were kept and the minority view."""
    return [
        _with_more(_not_agreed_line(score, words), score, results, words)
        for score in results.topics
        if score.agreed == "none"
    ]


def decision_lines(results: Results, words: Words) -> list[str]:
    """Say what was decided."""
    return [_about(one.text, one.topic, words) for one in results.round.decisions]


def parking_lines(results: Results, words: Words) -> list[str]:
    """Say what was parked for later."""
    return [_about(one.text, one.topic, words) for one in results.round.parking]


def note_lines(results: Results, words: Words) -> list[str]:
    """Return the room's notes, topic by topic."""
    noted = ((score, note_on(results.round, score.id)) for score in results.topics)
    return [_about(text, score.id, words) for score, text in noted if text]


def take_away(results: Results, words: Words, *, brief: bool = False) -> list[str]:
    """Return the questions that somebody could not answer: who would know?

    Brief ones ask that once, before the first.
    """
    lines = [
        words(
            "{title}, {topic}: {who}.",
            title=said(score.topic.title, words),
            topic=score.id,
            who=_who_is_unsure(score, results, words),
        )
        for score in results.topics
        if score.dont_know and score.applicable
    ]
    asks = words("Who would know?")
    if brief:
        return [asks, *lines] if lines else []
    return [f"{line} {asks}" for line in lines]


def _when(results: Results, words: Words, today: date) -> str:
    settled = sum(score.agreed is not None for score in results.topics)
    return words(
        "{name}. {round}. {count}. {date}.",
        name=results.assessment.partnership.name,
        round=results.round.name,
        count=words.plural("{count} question settled", "{count} questions settled", settled),
        date=day(today, words),
    )


def _part(heading: str, lines: Sequence[str]) -> Iterator[Row]:
    for place, line in enumerate(lines):
        yield Row((Cell(heading, Kind.HEADING) if place == 0 else Cell(), Cell(line)))
    if lines:
        yield Row(height=_GAP)


def _agreed_line(score: TopicScore, words: Words) -> str:
    level = int(score.agreed or 0)
    return words(
        "{title}, {topic}: level {level}, {name}. {says}",
        title=said(score.topic.title, words),
        topic=score.id,
        level=level,
        name=lowered(level_name(level, words)),
        says=said(score.topic.levels[level - 1], words),
    )


def _level_line(level: int, scores: Sequence[TopicScore], words: Words) -> str:
    """Name the questions that were agreed at a level; empty where there are none."""
    titles = [
        words("{title}, {topic}", title=said(score.topic.title, words), topic=score.id)
        for score in scores
    ]
    if not titles:
        return ""
    name = lowered(level_name(level, words))
    return words("Level {level}, {name}: {told}.", level=level, name=name, told="; ".join(titles))


def _not_agreed_line(score: TopicScore, words: Words) -> str:
    levels = [str(level) for level, count in enumerate(score.counts, 1) if count]
    line = words("{title}, {topic}", title=said(score.topic.title, words), topic=score.id)
    if not levels:
        return line
    return words("{line}: views at {levels}", line=line, levels=listed(levels, words))


def _with_more(line: str, score: TopicScore, results: Results, words: Words) -> str:
    """Say after a line what the room voted first, where it voted twice, and the minority view."""
    voted = moved(results.round, score)
    if voted is not None:
        first, last = (_levels(counts, words) for counts in voted)
        told = words("First vote: {first}. Second vote: {last}.", first=first, last=last)
        line = f"{_ended(line)} {told}".lstrip()
    if not score.minority_view.strip():
        return line
    view = words("Minority view: “{view}”", view=score.minority_view)
    return f"{_ended(line)} {view}".lstrip()


def _levels(counts: Counts, words: Words) -> str:
    levels = [str(level) for level, count in enumerate(counts, 1) for _ in range(count)]
    return listed(levels, words) or words("no level")


def _ended(line: str) -> str:
    return line if not line or line.endswith((".", "?", "!")) else f"{line}."


def _about(text: str, topic: str | None, words: Words) -> str:
    return words("{said} ({topic})", said=text, topic=topic) if topic else text


def _who_is_unsure(score: TopicScore, results: Results, words: Words) -> str:
    unsure = tuple(s.organisation for s in score.stands if "dk" in s.given)
    if results.assessment.anonymous or not unsure:
        return words.plural(
            "{count} person doesn’t know", "{count} people don’t know", score.dont_know
        )
    who = organisations(unsure, results, words)
    return words.plural("{who} doesn’t know", "{who} don’t know", len(unsure), who=who)
