"""What the barriers page shows: the list, and everything about one barrier."""

from dataclasses import dataclass
from datetime import date

from selfassess.core.assessment import Action
from selfassess.core.barriers import Barrier
from selfassess.core.codes import Priority
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.plan import planned_step
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.barriers import strength_word
from selfassess.reports.case_studies import where_and_when
from selfassess.reports.escalation import escalation_about
from selfassess.reports.phrases import dimension_name, said
from selfassess.reports.reasons import BecauseLine
from selfassess.ui.advice import rules_of, sayings_of
from selfassess.ui.models.entries import Entry
from selfassess.ui.parts.guidance_pane import Rule, Saying
from selfassess.words import Words
from selfassess.words.names import name_of

_PLACES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Step:
    """A first step: its words, its effort, and the action that was made of it."""

    words: str
    effort: str
    action: Action | None


@dataclass(frozen=True, slots=True)
class Link:
    """Something to go to: its id, its name, and a few words about it."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class BarrierView:
    """Everything that the page says of a barrier.

    Attributes:
        id: Its id.
        name: Its name.
        dimension: Where it belongs.
        fix: Who can remove it.
        kind: What kind of obstacle it is.
        band: How strong its signs are: 0 strong, 1 clear, 2 some.
        strength: The word for it, or that it is to be found out first or was set aside.
        stands_out: It is notably stronger here than barriers are on the whole.
        raised: It is raised, not only to be found out.
        description: What it is.
        pattern: The sentence of the pattern that holds; may be empty.
        because: The answers behind it.
        steps: What to begin with.
        escalation: What to take to national bodies; may be empty.
        note: What the note to them says besides; empty where there is no note.
        behind: What often lies behind it and is raised here.
        rules: Guidance with source and date.
        sayings: Myths and rules.
        places: Case studies that met it.
        places_all: How many there are.
        priority: How much it matters to the partnership.
        outside: The partnership says that it can't change it.
        aside: Why it was set aside; empty if it was not.
    """

    id: str
    name: str
    dimension: str
    fix: str
    kind: str
    band: int
    strength: str
    stands_out: bool
    raised: bool
    description: str
    pattern: str
    because: tuple[BecauseLine, ...]
    steps: tuple[Step, ...]
    escalation: str
    note: str
    behind: tuple[Link, ...]
    rules: tuple[Rule, ...]
    sayings: tuple[Saying, ...]
    places: tuple[Link, ...]
    places_all: int
    priority: Priority
    outside: bool
    aside: str


def barrier_entries(results: Results, words: Words) -> tuple[Entry, ...]:
    """Return the list: raised barriers, "Find out first", "Set aside"."""
    raised = [d for d in results.barriers if d.raised and not d.aside]
    unknown = [d for d in results.barriers if not d.raised and not d.aside]
    aside = [d for d in results.barriers if d.aside]
    entries = [_entry(d, results, words, str(place)) for place, d in enumerate(raised, 1)]
    for heading, some in ((words("Find out first"), unknown), (words("Set aside"), aside)):
        if some:
            entries.append(Entry("", heading))
            entries += [_entry(d, results, words, "") for d in some]
    return tuple(entries)


def barrier_view(id_: str, results: Results, today: date, words: Words) -> BarrierView | None:
    """Return everything about a listed barrier; None if it is not listed."""
    found = next((d for d in results.barriers if d.barrier.id == id_), None)
    if found is None:
        return None
    barrier, content = found.barrier, results.content
    country = results.assessment.partnership.country
    met = results.cases.ranked.meeting(id_)
    return BarrierView(
        id=id_,
        name=said(barrier.name, words),
        dimension=dimension_name(barrier.dimension, results, words),
        fix=name_of(barrier.reach, words),
        kind=name_of(barrier.kind, words),
        band=found.band,
        strength=strength_word(found, words),
        stands_out=found.stands_out and found.raised,
        raised=found.raised,
        description=said(barrier.description, words),
        pattern=said(found.pattern.says, words) if found.pattern else "",
        because=sentences.because(found, results, words),
        steps=_steps(found, results, words),
        escalation=said(barrier.escalation, words) if barrier.escalation else "",
        note=_note(id_, results, words),
        behind=_behind(barrier, results, words),
        rules=rules_of(barrier.guidance, content, country, today, words.language),
        sayings=sayings_of(barrier.myths, content, country, words.language),
        places=tuple(
            Link(m.case.id, m.case.title, where_and_when(m.case, words))
            for m in met[:_PLACES_AT_MOST]
        ),
        places_all=len(met),
        priority=found.priority,
        outside=found.outside_control,
        aside=found.aside,
    )


def _note(barrier: str, results: Results, words: Words) -> str:
    note = escalation_about(barrier, results, words)
    if note is None:
        return ""
    return words(
        "The note gives {answers} ({confidence}) and {places}.",
        answers=words.plural(
            "{count} reason from your answers",
            "{count} reasons from your answers",
            len(note.because),
        ),
        confidence=note.confidence,
        places=words.plural(
            "{count} place that met the same",
            "{count} places that met the same",
            len(note.elsewhere),
        ),
    )


def _entry(found: Diagnosis, results: Results, words: Words, number: str) -> Entry:
    barrier = found.barrier
    priority = {Priority.HIGH: words("High priority"), Priority.LATER: words("For later")}
    marks = [priority.get(found.priority, "")]
    if found.outside_control:
        marks.append(words("Outside our control"))
    return Entry(
        id=barrier.id,
        title=said(barrier.name, words),
        number=number,
        second=dimension_name(barrier.dimension, results, words),
        right=name_of(barrier.reach, words),
        more=". ".join(mark for mark in marks if mark),
    )


def _steps(found: Diagnosis, results: Results, words: Words) -> tuple[Step, ...]:
    return tuple(
        Step(
            words=said(step.text, words),
            effort=name_of(step.effort, words),
            action=planned_step(results.assessment, found, place),
        )
        for place, step in enumerate(found.barrier.first_steps)
    )


def _behind(barrier: Barrier, results: Results, words: Words) -> tuple[Link, ...]:
    raised = {d.barrier.id: d.barrier for d in results.barriers if d.raised and not d.aside}
    return tuple(
        Link(
            id_,
            said(raised[id_].name, words),
            dimension_name(raised[id_].dimension, results, words),
        )
        for id_ in dict.fromkeys(barrier.often_behind)
        if id_ in raised
    )
