"""Escalation: a note to those who can remove a national barrier, with the evidence for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from selfassess.core.codes import Reach
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.matching import OF_BARRIERS
from selfassess.core.results import Results
from selfassess.core.text import Text
from selfassess.reports import reasons
from selfassess.reports.book import Cell, Kind, Row, Sheet, title
from selfassess.reports.book import note as small_print
from selfassess.reports.phrases import day, listed, lowered, said, titled
from selfassess.words import Words
from selfassess.words.names import name_of

CASES_AT_MOST = 3
"""So many other places that met the same are named."""

_WIDTHS = (22.0, 84.0)
_GAP = 7


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A published case of the same barrier.

    Attributes:
        case: Its id.
        title: Its title.
        says: How the barrier showed there, or what was done about it.
        source: Publisher and web address.
    """

    case: str
    title: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Escalation:
    """What to ask of whom, and what stands behind it.

    Attributes:
        barrier: The barrier's id.
        title: What the note is about.
        asked_by: Who asks.
        ask: What is asked, and of whom.
        meaning: What the barrier is.
        because: The answers that raise it, the weightiest first.
        confidence: How far the evidence can be relied on.
        tried: What the partnership does about it itself; may be empty.
        elsewhere: Other places that met the same.
    """

    barrier: str
    title: str
    asked_by: str
    ask: str
    meaning: str
    because: tuple[str, ...]
    confidence: str
    tried: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]


def escalations(results: Results, words: Words) -> tuple[Escalation, ...]:
    """Make a note for each barrier raised that others than the partnership can remove, in order."""
    return tuple(_note(found, said(ask, words), results, words) for found, ask in _asked(results))


def escalation_about(barrier: str, results: Results, words: Words) -> Escalation | None:
    """Make the note on one barrier; None where there is none."""
    for found, ask in _asked(results):
        if found.barrier.id == barrier:
            return _note(found, said(ask, words), results, words)
    return None


def _asked(results: Results) -> Iterator[tuple[Diagnosis, Text]]:
    for found in results.barriers:
        ask, reach = found.barrier.escalation, found.barrier.reach
        if found.raised and not found.aside and reach is not Reach.LOCAL and ask:
            yield found, ask


def escalation_lines(note: Escalation, words: Words) -> Iterator[str]:
    """Say a note as lines of plain text, to paste into a letter."""
    yield note.title
    yield note.asked_by
    yield ""
    yield words("What we ask")
    yield note.ask
    yield ""
    yield words("What stands in the way")
    yield note.meaning
    yield ""
    yield words("What our answers show ({confidence})", confidence=note.confidence)
    yield from (f"- {line}" for line in note.because)
    if note.tried:
        yield ""
        yield words("What we do about it ourselves")
        yield from (f"- {line}" for line in note.tried)
    if note.elsewhere:
        yield ""
        yield words("Others have met the same")
        yield from (f"- {place.title}: {place.says} ({place.source})" for place in note.elsewhere)


def escalation_sheet(note: Escalation, results: Results, words: Words, today: date) -> Sheet:
    """Make a page of a note, to send to those who can remove the barrier."""
    elsewhere = [f"{place.title}: {place.says} ({place.source})" for place in note.elsewhere]
    shown = words("What our answers show ({confidence})", confidence=note.confidence)
    rows = (
        title(titled(note.title, results, words)),
        small_print(f"{note.asked_by}. {day(today, words)}."),
        Row(),
        *_part(words("What we ask"), [note.ask]),
        *_part(words("What stands in the way"), [note.meaning]),
        *_part(shown, note.because),
        *_part(words("What we do about it ourselves"), note.tried),
        *_part(words("Others have met the same"), elsewhere),
    )
    return Sheet(
        key="escalation",
        name=words("What we ask"),
        rows=rows,
        widths=_WIDTHS,
        landscape=False,
        one_page=True,
    )


def _part(heading: str, lines: Sequence[str]) -> Iterator[Row]:
    for place, line in enumerate(lines):
        yield Row((Cell(heading, Kind.HEADING) if place == 0 else Cell(), Cell(line)))
    if lines:
        yield Row(height=_GAP)


def _note(found: Diagnosis, ask: str, results: Results, words: Words) -> Escalation:
    barrier = found.barrier
    confidence = lowered(name_of(found.confidence, words))
    return Escalation(
        barrier=barrier.id,
        title=words(
            "A barrier that we cannot remove alone: {name}", name=said(barrier.name, words)
        ),
        asked_by=_asked_by(results, words),
        ask=ask,
        meaning=said(barrier.description, words),
        because=reasons.because_in_words(found, results, words),
        confidence=words("confidence: {word}", word=confidence),
        tried=tuple(a.text for a in results.assessment.actions if a.barrier == barrier.id),
        elsewhere=_elsewhere(barrier.id, results),
    )


def _asked_by(results: Results, words: Words) -> str:
    partners = listed([o.name for o in results.round.organisations], words)
    return f"{results.assessment.partnership.name}: {partners}"


def _elsewhere(barrier: str, results: Results) -> tuple[Elsewhere, ...]:
    """Return the most telling cases of a barrier, each with what it says of it."""
    found: list[Elsewhere] = []
    for match in results.cases.ranked.meeting(barrier):
        if len(found) == CASES_AT_MOST:
            break
        quotes = [r.quote for r in match.reasons if r.code == barrier and r.kind in OF_BARRIERS]
        from_ = match.case.source.where
        found += [Elsewhere(match.case.id, match.case.title, quote, from_) for quote in quotes[:1]]
    return tuple(found)
