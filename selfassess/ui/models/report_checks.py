"""Checks before a report goes out: what is in order, to be looked at, or in the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from selfassess.core.assessment import Answer
from selfassess.core.codes import ActionStatus
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.phrases import listed, organisations
from selfassess.words import Words

_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sgt|Sergeant|PC|DC|DS|DI|Insp|Inspector|Sister|Nurse"
_NAMED = re.compile(rf"\b(?:Ch\s)?(?:{_TITLES})\.?\s(?:[A-Z]\.\s?)*[A-Z][\w’'-]+")
_SHOWN = 3


class Verdict(Enum):
    """What a check came to."""

    PASSED = "passed"
    LOOK = "look"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        verdict: What it came to.
        title: The finding.
        text: More about it; may be empty.
        link: What the link to the spot says; empty for none.
        place: The page that it leads to.
        at: What to show there.
    """

    verdict: Verdict
    title: str
    text: str = ""
    link: str = ""
    place: str = ""
    at: str = ""


def report_checks(results: Results, words: Words) -> tuple[Check, ...]:
    """Return the checks: what is in order first, then what to look at, then what blocks."""
    checks = (
        *_answers(results, words),
        *_must_haves(results, words),
        *_reasons(results, words),
        *_conflicts(results, words),
        *_owners(results, words),
        *_names(results, words),
    )
    order = tuple(Verdict)
    return tuple(sorted(checks, key=lambda check: order.index(check.verdict)))


def checks_sentence(checks: tuple[Check, ...], words: Words) -> str:
    """Count the checks by what they came to."""
    passed = sum(check.verdict is Verdict.PASSED for check in checks)
    look = sum(check.verdict is Verdict.LOOK for check in checks)
    if not look:
        return words("{passed} passed", passed=passed)
    return words("{passed} passed, {look} to look at", passed=passed, look=look)


def _answers(results: Results, words: Words) -> Iterator[Check]:
    if not any(answer.level is not None for answer in results.round.answers) and not (
        results.round.votes or results.round.tallies or results.round.agreed
    ):
        yield Check(
            Verdict.BLOCKS,
            words("There are no answers yet"),
            words("A report needs at least one answer."),
            words("Answer"),
            "walk",
        )
        return
    if not results.readiness.enough:
        yield Check(
            Verdict.LOOK,
            sentences.headline(results, words),
            words("The report says so, and lists what stands against it."),
        )
    silent = results.readiness.not_answered
    if silent:
        yield Check(
            Verdict.LOOK,
            words("Not every partner has answered"),
            words(
                "Not enough answers yet from {who}.",
                who=organisations(silent, results, words),
            ),
            words("Go to the answers"),
            "walk",
        )
    else:
        yield Check(Verdict.PASSED, words("Every partner has answered"))


def _must_haves(results: Results, words: Words) -> Iterator[Check]:
    biting = [topic for topic in results.topics if topic.bites]
    open_ = [topic for topic in biting if topic.applicable and topic.value is None]
    if not biting:
        return
    if open_:
        yield Check(
            Verdict.LOOK,
            words.plural(
                "{count} must-have has no answer", "{count} must-haves have no answer", len(open_)
            ),
            listed([topic.id for topic in open_], words) + ".",
            words("Go to it"),
            "walk",
            open_[0].id,
        )
    else:
        yield Check(
            Verdict.PASSED,
            words.plural(
                "The {count} must-have is answered", "All {count} must-haves answered", len(biting)
            ),
        )


def _reasons(results: Results, words: Words) -> Iterator[Check]:
    given = [a for a in results.round.answers if a.level == "na"]
    bare = [a for a in given if not a.reason.strip() and not a.note.strip()]
    if bare:
        yield Check(
            Verdict.LOOK,
            words.plural(
                "{count} “Doesn’t apply” has no reason",
                "{count} “Doesn’t apply” have no reason",
                len(bare),
            ),
            listed(_topics(bare), words) + ".",
            words("Go to it"),
            "walk",
            bare[0].topic,
        )
    elif given:
        yield Check(Verdict.PASSED, words("Every “Doesn’t apply” has a reason"))


def _conflicts(results: Results, words: Words) -> Iterator[Check]:
    conflicts = results.round.conflicts
    if conflicts:
        yield Check(
            Verdict.LOOK,
            words.plural(
                "{count} answer came in twice and differs",
                "{count} answers came in twice and differ",
                len(conflicts),
            ),
            words("Until somebody chooses, each counts as “don’t know”."),
            words("Go to it"),
            "walk",
            conflicts[0].topic,
        )


def _owners(results: Results, words: Words) -> Iterator[Check]:
    open_ = [a for a in results.assessment.actions if a.status is not ActionStatus.DONE]
    bare = [action for action in open_ if not action.owner]
    if bare:
        yield Check(
            Verdict.LOOK,
            words.plural("{count} action has no owner", "{count} actions have no owner", len(bare)),
            words("{action} The report leaves the owner open.", action=_ended(bare[0].text)),
            words("Go to it"),
            "plan",
            bare[0].id,
        )
    elif open_:
        yield Check(Verdict.PASSED, words("Every action has an owner"))


def _names(results: Results, words: Words) -> Iterator[Check]:
    people = {r.name for r in results.assessment.respondents if " " in r.name.strip()}
    found = []
    for answer in results.round.answers:
        text = f"{answer.note} {answer.reason}"
        named = _NAMED.search(text)
        name = named.group() if named else next((p for p in people if p in text), "")
        if name:
            found.append((answer.topic, name))
    if not found:
        if any(answer.note for answer in results.round.answers):
            yield Check(Verdict.PASSED, words("No note seems to name a person"))
        return
    told = [
        words("{topic} mentions “{name}”.", topic=topic, name=name)
        for topic, name in found[:_SHOWN]
    ]
    yield Check(
        Verdict.LOOK,
        words.plural(
            "{count} note may name a person", "{count} notes may name a person", len(found)
        ),
        " ".join([*told, words("What you write may have to be shown to those who ask for it.")]),
        words("Review"),
        "walk",
        found[0][0],
    )


def _topics(answers: list[Answer]) -> list[str]:
    return list(dict.fromkeys(answer.topic for answer in answers))


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
