"""Forms view: how many answer forms are out and back, and who has answered."""

from selfassess.core.assessment import Round
from selfassess.core.importing import come_back
from selfassess.core.results import Results
from selfassess.words import Words


def forms_sentence(round_: Round, words: Words) -> str:
    """Say how many forms were handed out and have come back."""
    out, back = len(round_.forms), len(come_back(round_))
    if not out:
        return words("No form has been made yet. One for each person, filled in alone.")
    told = words.plural("{count} form handed out", "{count} forms handed out", out)
    return words("{told}, {back} came back.", told=told, back=back)


def partner_lines(results: Results, words: Words) -> tuple[str, ...]:
    """Say for each partner how many people have answered, of how many; in set-up order."""
    said = {a.respondent for a in results.round.answers if a.level is not None}
    said |= {conflict.respondent for conflict in results.round.conflicts}
    homes = {r.id: r.organisation for r in results.assessment.respondents}
    lines = []
    for organisation in results.round.organisations:
        count = sum(homes.get(person) == organisation.id for person in said)
        if organisation.people:
            told = words("{count} of {all} answered", count=count, all=organisation.people)
        else:
            told = words.plural("{count} person answered", "{count} people answered", count)
        lines.append(words("{name}: {told}", name=organisation.name, told=told))
    return tuple(lines)
