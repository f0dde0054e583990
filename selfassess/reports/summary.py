"""Summary: one printed page for those who read nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date

from selfassess.core.codes import Statement
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from selfassess.reports.book import Cell, Kind, Row, Sheet, note, strong, tab, title
from selfassess.reports.phrases import day, listed, said, titled
from selfassess.reports.profile import bars
from selfassess.words import Words
from selfassess.words.names import name_of

BARRIERS = 3
AGREED_AT_MOST = 6
LOWEST = 3
_GAP = 7
_WIDTHS = (22.0, 84.0)
_CHART_SIZE = (21, 8.5)


def summary(results: Results, words: Words, today: date) -> Sheet:
    """Make the summary: statement, what stands against it, barriers, strengths, what was agreed."""
    partnership = results.assessment.partnership
    rows = [
        title(titled(partnership.name, results, words)),
        note(_when(results, words, today)),
        Row(),
        Row((Cell(sentences.headline(results, words), Kind.STATEMENT),)),
        note(sentences.must_haves_met(results, words)),
        Row(),
        *_part(words("What we share"), [purpose_sentence(results, words)]),
        *_part(_blocked_heading(results, words), sentences.blockers(results, words)),
        *_part(words("Conditions"), sentences.conditions(results, words)),
        *_part(words("Barriers"), _barriers(results, words)),
        *_part(_strengths_heading(results, words), _strengths(results, words)),
        *_part(words("Agreed in the room"), _agreed(results, words)),
        *_part(words("Read with care"), sentences.read_with_care(results, words)),
    ]
    return Sheet(
        key="summary",
        name=tab(words("Summary")),
        rows=tuple(rows[:-1]),
        widths=_WIDTHS,
        charts=(bars(results, words, row=len(rows) + 1, column=1, size=_CHART_SIZE),),
        landscape=False,
        one_page=True,
    )


def purpose_sentence(results: Results, words: Words) -> str:
    """Say what is shared between whom so that what; what was not written is left out."""
    purpose = results.assessment.partnership.purpose
    names = listed([o.name for o in results.round.organisations], words)
    between = purpose.between or names
    if not purpose.what and not between:
        return words("Not said yet")
    if not purpose.what:
        return words("Sharing between {between}", between=between)
    if not purpose.so_that:
        return words("Sharing {what} between {between}", what=purpose.what, between=between)
    return words(
        "Sharing {what} between {between} so that {so_that}",
        what=purpose.what,
        between=between,
        so_that=purpose.so_that,
    )


def who_answered(results: Results, words: Words) -> str:
    """Say how many people have answered for how many partners."""
    heard = {a.respondent for a in results.round.answers if a.level is not None}
    if not heard:
        return words("Nobody has answered yet")
    people = words.plural("{count} person", "{count} people", len(heard))
    partners = words.plural("{count} partner", "{count} partners", len(results.round.organisations))
    return words("{people} answered for {partners}", people=people, partners=partners)


def _when(results: Results, words: Words, today: date) -> str:
    return words(
        "{step}. {round}. {answered}. Report of {date}.",
        step=name_of(results.round.step, words),
        round=results.round.name,
        answered=who_answered(results, words),
        date=day(today, words),
    )


def _part(heading: str, lines: Sequence[str | Cell]) -> Iterator[Row]:
    for place, line in enumerate(lines):
        cell = Cell(line) if isinstance(line, str) else line
        yield Row((Cell(heading, Kind.HEADING) if place == 0 else Cell(), cell))
    if lines:
        yield Row(height=_GAP)


def _blocked_heading(results: Results, words: Words) -> str:
    if results.readiness.statement is Statement.NOT_YET:
        return words("What blocks it")
    return words("Needed for the next step")


def _barriers(results: Results, words: Words) -> list[str | Cell]:
    raised = [d for d in results.barriers if d.raised and not d.aside]
    if not raised:
        return [nothing_stands_out(results, words)]
    lines: list[str | Cell] = []
    if begin_with_three(results.barriers):
        lines.append(words("Most things stand low: begin with these three."))
    for place, found in enumerate(raised[:BARRIERS], start=1):
        lines += _barrier(place, found, results, words)
    if len(raised) > BARRIERS:
        more = len(raised) - BARRIERS
        lines.append(
            words.plural(
                "{count} more barrier under “Barriers”.",
                "{count} more barriers under “Barriers”.",
                more,
            )
        )
    return lines


def nothing_stands_out(results: Results, words: Words) -> str:
    """Say that no barrier is raised, and which answers are the lowest."""
    known = [t for t in results.topics if t.value is not None and not t.of_module]
    lowest = sorted(known, key=lambda t: t.value or 0)[:LOWEST]
    if not lowest:
        return words("Nothing stands out yet. There are no answers.")
    titles = listed([said(t.topic.title, words) for t in lowest], words)
    return words("Nothing stands out. The lowest answers are: {titles}.", titles=titles)


def _barrier(place: int, found: Diagnosis, results: Results, words: Words) -> Iterator[str | Cell]:
    yield strong(f"{place}  {said(found.barrier.name, words)}")
    why = sentences.because_in_words(found, results, words)
    yield words("Because: {why}", why=why[0])
    step = said(found.barrier.first_steps[0].text, words)
    yield words("First step: {step}", step=step)


def _strengths_heading(results: Results, words: Words) -> str:
    if results.strengths.nearest:
        return words("Nearest to a strength")
    return words("Strengths to build on")


def _strengths(results: Results, words: Words) -> list[str]:
    return [_strength(score, words) for score in results.strengths.topics]


def _strength(score: TopicScore, words: Words) -> str:
    return words(
        "{title}, {topic}: {value}",
        title=said(score.topic.title, words),
        topic=score.id,
        value=sentences.value_in_words(score.value, words),
    )


def _agreed(results: Results, words: Words) -> list[str]:
    settled = [topic for topic in results.topics if topic.agreed is not None]
    settled.sort(key=lambda topic: not topic.minority_view)
    lines = [sentences.agreed_line(topic, words) for topic in settled[:AGREED_AT_MOST]]
    if len(settled) > AGREED_AT_MOST:
        lines.append(
            words.plural(
                "{count} more under “What we agreed”.",
                "{count} more under “What we agreed”.",
                len(settled) - AGREED_AT_MOST,
            )
        )
    return lines
