"""Room: what is said of votes, of the stop rule and of the pace of a workshop."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfassess.core.pace import Pace, Timing
from selfassess.core.patterns import Seen
from selfassess.core.prompts import Prompt, PromptBook
from selfassess.core.questionnaire import Topic
from selfassess.core.results import Results
from selfassess.core.room import RoomTopic
from selfassess.core.workshop import StopRule
from selfassess.reports.meanings import agreed_in_words
from selfassess.reports.phrases import capitalised, organisations, said
from selfassess.reports.sentences import why_on_agenda
from selfassess.words import Words

_SEVERAL = 2
"""From so many topics on, being behind is said in topics rather than in minutes."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say, and how."""

    say: str
    how: str = ""


def stop_rule_in_words(rule: StopRule, words: Words) -> str:
    """Say what the stop rule says; empty where there is no view yet."""
    return {
        StopRule.NOBODY: "",
        StopRule.SETTLED: words("Close enough to settle: set the agreed level."),
        StopRule.SETTLED_BUT: words(
            "Most are near each other. Write the view that is further away as the minority view."
        ),
        StopRule.AGAIN: words("Still too far apart to settle: talk, then vote once more."),
        StopRule.NOT_AGREED: words(
            "Still apart after two votes: press “Not agreed” and keep both views."
        ),
    }[rule]


def pace_in_words(pace: Pace, words: Words) -> str:
    """Say whether a workshop is on time: “2 behind; 6 worth discussing left”."""
    if pace.timing is Timing.FINISHED:
        return words("All done")
    left = words.plural("{count} worth discussing left", "{count} worth discussing left", pace.left)
    if pace.behind >= _SEVERAL:
        return words("{behind} behind; {left}", behind=pace.behind, left=left)
    minutes = round(pace.minutes)
    if not minutes:
        return words("On time; {left}", left=left)
    if pace.timing is Timing.BEHIND:
        return words.plural(
            "About {count} minute behind; {left}",
            "About {count} minutes behind; {left}",
            minutes,
            left=left,
        )
    return words.plural(
        "About {count} minute ahead; {left}",
        "About {count} minutes ahead; {left}",
        minutes,
        left=left,
    )


def where_it_stands(one: RoomTopic, results: Results, words: Words) -> str:
    """Say where a topic of the room stands: agreed or not, or why it is on the agenda."""
    if one.settled:
        return agreed_in_words(one.topic, words)
    if one.item is None:
        return words("Chosen for the room")
    return capitalised(why_on_agenda(one.item, results, words))


def pattern_in_words(seen: Seen, results: Results, words: Words) -> str:
    """Say in a few words what the votes look like."""
    prompts = results.content.prompts.of(seen.id)
    return _filled(said(prompts.name, words), _facts(seen, results, words)) if prompts else ""


def prompts_for(seen: Seen, topic: Topic, results: Results, words: Words) -> tuple[Line, ...]:
    """Return what the facilitator can say next; the first tests how the question is read."""
    found = results.content.prompts.of(seen.id)
    if found is None:
        return ()
    facts = _facts(seen, results, words)
    lines = [_line(prompt, facts, words) for prompt in (found.reading, *found.then)]
    if found.topic_asks and topic.ask is not None:
        lines.insert(1, Line(said(topic.ask, words), words("A question for this topic")))
    return tuple(lines)


def prompts_before(book: PromptBook, words: Words) -> tuple[Line, ...]:
    """Return what the facilitator can say before the votes are shown."""
    return tuple(_line(prompt, {}, words) for prompt in book.before)


def _line(prompt: Prompt, facts: Mapping[str, str], words: Words) -> Line:
    how = said(prompt.how, words) if prompt.how else ""
    return Line(_filled(said(prompt.say, words), facts), _filled(how, facts))


def _filled(text: str, facts: Mapping[str, str]) -> str:
    for name, told in facts.items():
        text = text.replace(f"{{{name}}}", told)
    return capitalised(text)


def _facts(seen: Seen, results: Results, words: Words) -> dict[str, str]:
    return {
        "lowest": _who(seen.lowest, words("those who voted lowest"), results, words),
        "highest": _who(seen.highest, words("those who voted highest"), results, words),
        "others": _who(seen.others, words("the others"), results, words),
        "lone": _who(seen.lone, words("whoever stands apart"), results, words),
        "unsure": _who(seen.unsure, words("those who don’t know"), results, words),
        "apart": str(seen.apart),
    }


def _who(ids: tuple[str, ...], unnamed: str, results: Results, words: Words) -> str:
    if not ids or results.assessment.anonymous:
        return unnamed
    return organisations(ids, results, words, at_most=len(ids))
