"""Options: what a report tells of people, and for whom it is."""

from dataclasses import dataclass, replace

from selfassess.core.assessment import Action, Answer, Round
from selfassess.core.lettering import lettered
from selfassess.core.non_attributable import StandIns, non_attributable
from selfassess.core.results import Results
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class Options:
    """What a report tells of people.

    Attributes:
        names: The names of those who answered, where they gave them, beside their roles.
        letters: A letter in place of each partner's name; without names and roles of people, which
            would tell the partner.
        notes: What people wrote beside their answers and actions, and the notes of the room.
        attributable: Who said what; without it, a copy to hand upwards, which also has neither
            names nor notes.
    """

    names: bool = False
    letters: bool = False
    notes: bool = True
    attributable: bool = True


PLAIN = Options()


def prepared(results: Results, options: Options, words: Words) -> Results:
    """Return results without what a report must not tell; every format is made of these.

    Args:
        results: What follows from a round.
        options: What is to be told.
        words: The words of the report.
    """
    if not options.attributable:
        return non_attributable(results, stand_ins(results, words))
    if not options.notes:
        results = _without_notes(results)
    if options.letters:
        return lettered(results, lambda letter: stand_in(letter, words))
    return results if options.names else _without_names(results)


def stand_in(letter: str, words: Words) -> str:
    """Return what stands for a partner where letters do."""
    return words("Partner {letter}", letter=letter)


def stand_ins(results: Results, words: Words) -> StandIns:
    """Return what stands in place of names and texts in a copy to hand upwards."""
    partners = words.plural("{count} partner", "{count} partners", len(results.round.organisations))
    return StandIns(
        partnership=words("A partnership"),
        round=words("A round"),
        text=words("(left out: it names somebody)"),
        between=partners,
        partner=lambda number: words("Partner {number}", number=number),
    )


def _without_names(results: Results) -> Results:
    people = tuple(person.changed(name="") for person in results.assessment.respondents)
    return replace(results, assessment=results.assessment.changed(respondents=people))


def _without_notes(results: Results) -> Results:
    assessment = results.assessment
    return replace(
        results,
        assessment=assessment.changed(
            rounds=tuple(map(_round_without_notes, assessment.rounds)),
            actions=tuple(map(_silent_action, assessment.actions)),
        ),
        round=_round_without_notes(results.round),
    )


def _round_without_notes(round_: Round) -> Round:
    return round_.changed(answers=tuple(map(_silent_answer, round_.answers)), notes=())


def _silent_answer(answer: Answer) -> Answer:
    return answer.changed(note="") if answer.note else answer


def _silent_action(action: Action) -> Action:
    return action.changed(note="") if action.note else action
