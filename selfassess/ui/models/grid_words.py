"""What the cells of the grid say: the level in the words of the question, and what is behind it."""

from collections.abc import Sequence
from math import floor

from selfassess.core.assessment import Answer, Conflict
from selfassess.core.codes import Evidence
from selfassess.core.levels import Stand
from selfassess.core.questionnaire import Topic
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from selfassess.reports.phrases import capitalised, listed, said
from selfassess.words import Words
from selfassess.words.names import level_name, name_of

Told = tuple[str, str]
"""What stands in bold, and what comes after it."""


def of_level(level: float, topic: Topic, words: Words) -> Told:
    """Say a level with the words of its question; between two levels there are none."""
    whole = floor(level)
    if level != whole:
        return capitalised(sentences.value_in_words(level, words)) + ".", ""
    return f"{level_name(whole, words)}.", said(topic.levels[whole - 1], words)


def of_stand(stand: Stand, score: TopicScore, words: Words) -> Told:
    """Say where a partner stands."""
    if stand.level is not None:
        return of_level(stand.level, score.topic, words)
    if stand.silent:
        return "", ""
    if stand.takes_part:
        return _dont_know(words)
    return words("Doesn’t apply."), ""


def of_answer(answer: Answer | None, topic: Topic, words: Words) -> Told:
    """Say what a person has answered."""
    if answer is None or answer.level is None:
        return words("Not answered yet."), words("Press 1 to 5, D for don’t know or X.")
    if isinstance(answer.level, int):
        return of_level(answer.level, topic, words)
    if answer.level == "dk":
        return _dont_know(words)
    reason = answer.reason.strip()
    return words("Doesn’t apply."), reason or words("Why not? Press F2 and say it in a sentence.")


def of_conflict(conflict: Conflict, words: Words) -> Told:
    """Say between which answers somebody has to choose."""
    names = {"dk": words("don’t know"), "na": words("doesn’t apply"), None: words("blank")}
    given = [
        str(answer.level) if isinstance(answer.level, int) else names[answer.level]
        for answer in conflict.answers
    ]
    reading = words("{answers} came in. Press the one that holds.", answers=listed(given, words))
    return words("Two forms differ."), capitalised(reading)


def of_agreed(score: TopicScore, words: Words) -> Told:
    """Say what the room settled on."""
    if score.agreed is None:
        return words("Nothing agreed yet."), words(
            "Press 1 to 5 once you have settled it together."
        )
    lead = sentences.agreed_in_words(score, words) + "."
    told = []
    if isinstance(score.agreed, int):
        told.append(said(score.topic.levels[score.agreed - 1], words))
    if score.minority_view:
        told.append(words("Minority view: “{view}”", view=score.minority_view))
    if score.answers_changed:
        told.append(words("Answers changed since."))
    return lead, " ".join(told)


def of_evidence(grade: Evidence, words: Words) -> Told:
    """Say what the best evidence behind a question is, and what that means."""
    meaning = {
        Evidence.OPINION: words("It rests on what people think. Nothing was seen yet."),
        Evidence.DOCUMENT: words("Somebody has seen a document that says so."),
        Evidence.WORKING: words("Somebody has seen it at work in the last 12 months."),
    }
    return name_of(grade, words), meaning[grade]


def behind_answer(answer: Answer | None, words: Words) -> str:
    """Say what stands behind a person's answer, in a few words."""
    if answer is None:
        return ""
    told = []
    if isinstance(answer.level, int):
        told.append(name_of(answer.evidence or Evidence.OPINION, words))
    if answer.note.strip():
        told.append(words("has a note"))
    return capitalised(", ".join(told))


def behind_partner(answers: Sequence[Answer], people: int, *, voted: bool, words: Words) -> str:
    """Say what stands behind a partner's level, in a few words."""
    if voted:
        return words("Voted in the room")
    given = [answer for answer in answers if answer.level is not None]
    counted = words("{count} of {people} people", count=len(given), people=people)
    grades = [a.evidence or Evidence.OPINION for a in given if isinstance(a.level, int)]
    if not grades:
        return counted
    best = name_of(max(grades, key=lambda grade: grade.grade), words)
    return words("{evidence}, {counted}", evidence=best, counted=counted)


def nobody_yet(people: int, words: Words) -> str:
    """Say how to answer for a partner of whom nobody has."""
    if people > 1:
        return words("Nobody has answered yet. Press P to see the {count} people.", count=people)
    return words("Not answered yet. Press 1 to 5, D for don’t know or X.")


def _dont_know(words: Words) -> Told:
    return words("We don’t know."), words("That is an answer. Next step: ask who could know.")
