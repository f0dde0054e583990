"""Advice: what the guidance pane says about a topic, in the words of the interface."""

from collections.abc import Iterable
from datetime import date

from selfassess.core.content import Content
from selfassess.core.guidance import GuidanceNote, Myth
from selfassess.core.questionnaire import Topic
from selfassess.ui.dates import day
from selfassess.ui.parts.guidance_pane import Advice, Rule, Saying
from selfassess.words import _, plural

_EVERYWHERE = "GB"


def advice_for(topic: Topic, content: Content, country: str, today: date, language: str) -> Advice:
    """Gather what is said about a topic, as far as it holds in the nation."""
    sayings = sayings_of(topic.myths, content, country, language)
    return Advice(
        why=topic.why.say(language),
        good=topic.good.say(language),
        evidence=tuple(text.say(language) for text in topic.evidence),
        rules=rules_of(topic.guidance, content, country, today, language),
        saying=sayings[0] if sayings else None,
    )


def rules_of(
    ids: Iterable[str], content: Content, country: str, today: date, language: str
) -> tuple[Rule, ...]:
    """Return the guidance notes of these ids, as far as they hold in the nation."""
    notes = (note for id_ in ids if (note := content.note(id_)))
    return tuple(_rule(note, today, language) for note in notes if _holds_in(note, country))


def sayings_of(
    ids: Iterable[str], content: Content, country: str, language: str
) -> tuple[Saying, ...]:
    """Return the myths and rules of these ids, as far as they hold in the nation."""
    myths = (myth for id_ in ids if (myth := content.myth(id_)))
    return tuple(_saying(myth, language) for myth in myths if _holds_in(myth, country))


def checked_words(note: GuidanceNote | Myth, today: date) -> str:
    """Say when a note was checked, and whom to ask where that can't be relied on."""
    if not note.needs_another_look(today):
        return _("Checked on {day}", day=day(note.checked))
    months = note.months_old(today)
    when = (
        plural("Checked {count} month ago.", "Checked {count} months ago.", months)
        if months
        else _("Checked on {day}.", day=day(note.checked))
    )
    return _("{when} Ask your data protection officer for the current position.", when=when)


def _holds_in(note: GuidanceNote | Myth, country: str) -> bool:
    return country == _EVERYWHERE or country in note.nations or _EVERYWHERE in note.nations


def _rule(note: GuidanceNote, today: date, language: str) -> Rule:
    return Rule(
        text=note.text.say(language),
        source=_("{publisher}: {title}", publisher=note.source.publisher, title=note.source.title),
        url=note.source.url,
        checked=checked_words(note, today),
        is_old=note.needs_another_look(today),
    )


def _saying(myth: Myth, language: str) -> Saying:
    names = {"myth": _("Myth"), "partly": _("Partly true"), "rule": _("Rule")}
    statement = _("“{statement}”", statement=myth.statement.say(language))
    return Saying(statement, names[myth.verdict], myth.fact.say(language))
