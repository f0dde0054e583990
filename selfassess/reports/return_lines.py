"""A return in words, line by line: all that goes, what is withheld and why, what stays behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selfassess.core.content import Content
from selfassess.core.free_text import marked
from selfassess.core.returns import (
    Return,
    ReturnedBarrier,
    ReturnedDimension,
    ReturnedRound,
    TextKind,
    Tried,
    Used,
    Withheld,
)
from selfassess.reports.phrases import day, listed, said
from selfassess.words import Words
from selfassess.words.names import name_of


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that goes, or stays behind.

    Attributes:
        path: Where it stands in the file, such as `rounds.0.step`; empty: it does not go.
        label: What it is.
        says: What it says; of free text the text itself.
        free_text: It is free text, in which every marked word wants a look.
    """

    path: str
    label: str
    says: str
    free_text: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines that belong together."""

    title: str
    lines: tuple[Line, ...]


def text_kind_name(kind: TextKind, words: Words) -> str:
    """Return the name of a kind of free text, as it stands beside its tick."""
    return {
        TextKind.PURPOSE: words("What you share, and so that what"),
        TextKind.STORY: words("What goes wrong, in your own words"),
        TextKind.ACTIONS: words("What you do about barriers (the actions of your plan)"),
        TextKind.REASONS: words("Why you set barriers aside"),
    }[kind]


def return_parts(returned: Return, content: Content, words: Words) -> tuple[Part, ...]:
    """Say all that a return holds, part by part, and last what stays behind."""
    rounds = returned.rounds
    parts = [Part(words("The partnership"), tuple(_about(returned, words)))]
    for at, round_ in enumerate(rounds):
        place = words("Round {number} of {count}", number=at + 1, count=len(rounds))
        path = f"rounds.{at}"
        parts += [
            Part(place, tuple(_round(path, round_, words))),
            Part(
                words("{round}: dimensions, over the questions of the short set", round=place),
                tuple(
                    Line(
                        f"{path}.dimensions.{number}",
                        _dimension_name(d.id, content, words),
                        "; ".join(_dimension(d, words)),
                    )
                    for number, d in enumerate(round_.dimensions)
                ),
            ),
            Part(
                words("{round}: barriers that your answers raise", round=place),
                tuple(
                    Line(
                        f"{path}.barriers.{number}",
                        _barrier_name(b.id, content, words),
                        "; ".join(_barrier(b, content, words)),
                    )
                    for number, b in enumerate(round_.barriers)
                ),
            ),
        ]
    parts += [
        Part(
            words("What you do about barriers, counted"),
            tuple(
                Line(f"tried.{at}", _barrier_name(t.barrier, content, words), _tried(t, words))
                for at, t in enumerate(returned.tried)
            ),
        ),
        Part(words("Your own words"), tuple(_texts(returned, content, words))),
        Part(words("Held back because the number is small"), tuple(_withheld(returned, words))),
        Part(words("What stays with you"), (Line("", "", stays_behind(words)),)),
    ]
    return tuple(part for part in parts if part.lines)


def stays_behind(words: Words) -> str:
    """Say what never goes."""
    return words(
        "The names of the partnership, its place, partners, people, roles and rounds; single "
        "answers and votes; notes, minority views and decisions; owners and dates of actions."
    )


def return_lines(returned: Return, content: Content, words: Words) -> Iterator[str]:
    """Say a return as lines of plain text; words of free text to look at stand in [ ]."""
    for part in return_parts(returned, content, words):
        yield part.title
        for line in part.lines:
            text = marked(line.says) if line.free_text else line.says
            yield f"  {line.label}: {text}" if line.label else f"  {text}"
        yield ""


def _about(returned: Return, words: Words) -> Iterator[Line]:
    number = words("A number in place of its name")
    yield Line("place", number, returned.place)
    yield Line("written_by", words("Made with"), returned.written_by)
    yield Line("format", words("Format of the file"), str(returned.format))
    if returned.handed_over:
        yield Line("handed_over", words("Handed over"), day(returned.handed_over, words))
    if returned.fictional:
        yield Line("fictional", words("Made up"), words("yes, a made-up example"))
    country = name_of(returned.country, words) if returned.country else words("not said")
    yield Line("country", words("Country"), country)
    if returned.area:
        yield Line("area", words("Code of the area"), returned.area)
    areas = [name_of(area, words) for area in returned.policy_areas]
    yield Line("policy_areas", words("Policy areas"), ", ".join(areas) or words("none"))


def _round(path: str, round_: ReturnedRound, words: Words) -> Iterator[Line]:
    month = words("not said")
    if round_.month:
        year, number = map(int, round_.month.split("-"))
        month = day(date(year, number, 1), words).split(" ", 1)[1]
    modules = ", ".join(map(_used, round_.modules)) or words("none")
    sectors = ", ".join(name_of(sector, words) for sector in round_.sectors) or words("none")
    held_back = words("held back")
    people = held_back if round_.people is None else str(round_.people)
    partners = held_back if round_.organisations is None else str(round_.organisations)
    statement = name_of(round_.statement, words)
    if not round_.enough:
        statement = words("{statement}, but too early to say", statement=statement)
    yield Line(f"{path}.month", words("Month"), month)
    yield Line(f"{path}.questionnaire", words("Questionnaire"), _used(round_.questionnaire))
    yield Line(f"{path}.modules", words("Modules"), modules)
    yield Line(f"{path}.set", words("Set of questions"), name_of(round_.set, words))
    yield Line(f"{path}.step", words("Step"), str(round_.step))
    yield Line(f"{path}.sectors", words("Sectors of the partners"), sectors)
    yield Line(f"{path}.organisations", words("Partners that gave a level"), partners)
    yield Line(f"{path}.people", words("People who answered"), people)
    yield Line(f"{path}.asked", words("Questions asked"), str(round_.asked))
    yield Line(f"{path}.known", words("Questions with a level"), str(round_.known))
    yield Line(f"{path}.statement", words("Statement"), statement)
    yield Line(f"{path}.blocked_by", words("Held up by"), _ids(round_.blocked_by, words))
    yield Line(f"{path}.conditions", words("Conditions"), _ids(round_.conditions, words))
    yield Line(f"{path}.looked_for", words("Barriers looked for"), _ids(round_.looked_for, words))


def _dimension(dimension: ReturnedDimension, words: Words) -> Iterator[str]:
    if dimension.value is None:
        yield words("not known")
    else:
        yield f"{dimension.value:g}"
    if dimension.low is not None and dimension.high is not None:
        yield words("lowest {low:g}, highest {high:g}", low=dimension.low, high=dimension.high)
    if dimension.known is not None:
        yield words("{share:.0%} of its questions known", share=dimension.known)
    if dimension.held_by:
        yield words("held at 2 by {topics}", topics=", ".join(dimension.held_by))
    if dimension.agreement:
        yield words("agreement: {word}", word=name_of(dimension.agreement, words))
    if dimension.confidence:
        yield words("confidence: {word}", word=name_of(dimension.confidence, words))


def _barrier(barrier: ReturnedBarrier, content: Content, words: Words) -> Iterator[str]:
    yield words(
        "strength {strength:g} (at most {high:g})",
        strength=barrier.strength,
        high=barrier.strength_high,
    )
    yield name_of(barrier.reach, words)
    yield name_of(barrier.kind, words)
    yield _dimension_name(barrier.dimension, content, words)
    yield words("confidence: {word}", word=name_of(barrier.confidence, words))
    if barrier.holds_back:
        yield words("holds back the next step")
    if barrier.outside_control:
        yield words("outside our control")
    if barrier.set_aside:
        yield words("set aside")
    if barrier.pattern:
        yield words("pattern {id}", id=barrier.pattern)
    because = [
        words(
            "{topic} at {value:g} ({evidence})",
            topic=b.topic,
            value=b.value,
            evidence=name_of(b.evidence, words),
        )
        for b in barrier.because
    ]
    if because:
        yield words("because of {answers}", answers=listed(because, words))


def _tried(tried: Tried, words: Words) -> str:
    counts = (
        (tried.todo, "todo"),
        (tried.doing, "doing"),
        (tried.done, "done"),
        (tried.stuck, "stuck"),
    )
    return ", ".join(f"{name_of(code, words)}: {count}" for count, code in counts)


def _texts(returned: Return, content: Content, words: Words) -> Iterator[Line]:
    for at, text in enumerate(returned.texts):
        label = text_kind_name(text.kind, words)
        if text.about:
            label = _barrier_name(text.about, content, words)
        yield Line(f"texts.{at}", label, text.text, free_text=True)


def _withheld(returned: Return, words: Words) -> Iterator[Line]:
    reasons = {
        Withheld.PEOPLE: (
            words("How many people answered"),
            words("fewer than three people did, so they could be recognised"),
        ),
        Withheld.ORGANISATIONS: (
            words("How many partners gave a level"),
            words("fewer than three did, so they could be recognised"),
        ),
        Withheld.AGREEMENT: (
            words("How far partners agree"),
            words("of two partners each could read the other’s view from it"),
        ),
    }
    for at, round_ in enumerate(returned.rounds):
        for what in round_.withheld:
            label, why = reasons[what]
            yield Line(f"rounds.{at}.withheld", label, why)


def _used(used: Used) -> str:
    return f"{used.id} {used.version}"


def _ids(ids: tuple[str, ...], words: Words) -> str:
    return ", ".join(ids) or words("none")


def _dimension_name(id_: str, content: Content, words: Words) -> str:
    found = (said(d.name, words) for d in content.questionnaire.dimensions if d.id == id_)
    return next(found, name_of(id_, words))


def _barrier_name(id_: str, content: Content, words: Words) -> str:
    barrier = content.barrier(id_)
    return f"{said(barrier.name, words)} ({id_})" if barrier else id_
