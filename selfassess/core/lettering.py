"""Lettering: results in which a letter stands for each partner, wherever its name stood.

Figures, statement, barriers and case studies are the same, and so is what people wrote, but for the
names of partners in it. Sectors, and names and roles of people, would tell a partner: they go.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from selfassess.core.assessment import (
    Action,
    Agreed,
    Answer,
    Assessment,
    Partnership,
    Respondent,
    Round,
)
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match, Matches, Reason
from selfassess.core.naming import own_steps, words_of
from selfassess.core.renaming import Ids, renamed_barrier, renamed_readiness, renamed_topic
from selfassess.core.results import Results

Swap = Callable[[str], str]
"""Returns a text with the stand-ins in place of the names."""

_APOSTROPHES = "'’‘ʼ"
_SHORTEST = 3
"""A shorter word of a name tells nobody."""


def letters_of(assessment: Assessment) -> dict[str, str]:
    """Return the letter of each partner by its id; a number where it has none of its own."""
    letters: dict[str, str] = {}
    partners = {o.id: o for round_ in assessment.rounds for o in round_.organisations}
    for number, partner in enumerate(partners.values(), start=1):
        taken = partner.letter in letters.values()
        letters[partner.id] = partner.letter if partner.letter and not taken else str(number)
    return letters


def lettered(results: Results, stand_in: Callable[[str], str]) -> Results:
    """Return results with stand-ins for partners; such results come back as they are.

    Args:
        results: What follows from a round.
        stand_in: What stands for a partner, by its letter.
    """
    if results.lettered or results.withheld:
        return results
    before = results.assessment
    letters = letters_of(before)
    ids = {id_: f"partner-{letter.lower()}" for id_, letter in letters.items()}
    names = {
        partner.name: stand_in(letters[partner.id])
        for round_ in before.rounds
        for partner in round_.organisations
    }
    swap = swapped(names)
    stand_ins = {id_: stand_in(letter) for id_, letter in letters.items()}
    people = {r.id: f"r{n}" for n, r in zip(count(1), before.respondents, strict=False)}
    rounds = {round_.name: _round(round_, ids, stand_ins, people, swap) for round_ in before.rounds}
    assessment = _assessment(results, tuple(rounds.values()), ids, people, swap)
    topics = {
        topic.id: renamed_topic(topic, ids, swap(topic.minority_view)) for topic in results.topics
    }
    reasons = {aside.barrier: aside.reason for aside in assessment.set_aside}
    return replace(
        results,
        assessment=assessment,
        round=rounds[results.round.name],
        topics=tuple(topics.values()),
        readiness=renamed_readiness(results.readiness, ids),
        barriers=tuple(renamed_barrier(found, topics, reasons) for found in results.barriers),
        strengths=replace(
            results.strengths, topics=tuple(topics[t.id] for t in results.strengths.topics)
        ),
        cases=_cases(results.cases, swap),
        lettered=True,
    )


def still_telling(before: Results, after: Results) -> tuple[str, ...]:
    """Return what people typed that may still tell a partner: by a word of its name, as “police”.

    Words of the partnership's name tell none: it stands on every page.

    Args:
        before: The results with names.
        after: The same with letters; what they tell, and no more, is looked through.
    """
    partners = before.round.organisations
    telling = frozenset().union(*(words_of(partner.name) for partner in partners))
    known = [after.assessment.partnership.name, *(o.name for o in after.round.organisations)]
    telling -= frozenset().union(*map(words_of, known))
    telling = frozenset(word for word in telling if len(word) >= _SHORTEST)
    return tuple(text for text in dict.fromkeys(_typed(after)) if telling & words_of(text))


def swapped(names: Mapping[str, str]) -> Swap:
    """Return what puts stand-ins in place of names, whatever their capitals and apostrophes."""
    long_first = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not long_first:
        return lambda text: text
    stand_ins = [names[name] for name in long_first]
    pattern = re.compile(
        "|".join(rf"(?<!\w)({_as_typed(name)})(?!\w)" for name in long_first), re.IGNORECASE
    )

    def swap(text: str) -> str:
        return pattern.sub(lambda found: stand_ins[(found.lastindex or 1) - 1], text)

    return swap


def _as_typed(name: str) -> str:
    words = (re.escape(word) for word in name.split())
    told = r"\s+".join(words)
    return re.sub(f"[{_APOSTROPHES}]", f"[{_APOSTROPHES}]", told)


def _round(
    round_: Round, ids: Ids, stand_ins: Mapping[str, str], people: Mapping[str, str], swap: Swap
) -> Round:
    def answer(one: Answer) -> Answer:
        return one.changed(
            respondent=people.get(one.respondent, ""),
            note=swap(one.note),
            reason=swap(one.reason),
            form="",
        )

    plan = round_.plan
    return round_.changed(
        name=swap(round_.name),
        organisations=tuple(
            o.changed(id=ids[o.id], name=stand_ins[o.id], sector="", letter=_letter(ids[o.id]))
            for o in round_.organisations
        ),
        answers=tuple(map(answer, round_.answers)),
        conflicts=tuple(
            c.changed(
                respondent=people.get(c.respondent, ""), answers=tuple(map(answer, c.answers))
            )
            for c in round_.conflicts
        ),
        taken_back=(),
        forms=(),
        votes=tuple(v.changed(organisation=ids[v.organisation]) for v in round_.votes),
        agreed=tuple(_agreed(one, ids, swap) for one in round_.agreed),
        plan=plan.changed(away=()) if plan else None,
        parking=tuple(one.changed(text=swap(one.text)) for one in round_.parking),
        decisions=tuple(one.changed(text=swap(one.text)) for one in round_.decisions),
        notes=tuple(one.changed(text=swap(one.text)) for one in round_.notes),
        look_back=tuple(
            b.changed(respondent=people.get(b.respondent, "")) for b in round_.look_back
        ),
    )


def _letter(id_: str) -> str:
    return id_.removeprefix("partner-").upper()


def _agreed(one: Agreed, ids: Ids, swap: Swap) -> Agreed:
    stood = tuple(
        s.changed(organisation=ids[s.organisation]) for s in one.stood if s.organisation in ids
    )
    return one.changed(minority_view=swap(one.minority_view), stood=stood)


def _assessment(
    results: Results, rounds: tuple[Round, ...], ids: Ids, people: Mapping[str, str], swap: Swap
) -> Assessment:
    before = results.assessment
    ours = own_steps(results.content)
    return before.changed(
        partnership=_partnership(before.partnership, swap),
        respondents=tuple(
            Respondent(id=people[r.id], organisation=ids.get(r.organisation, ""))
            for r in before.respondents
        ),
        rounds=rounds,
        actions=tuple(_action(action, ours, swap) for action in before.actions),
        set_aside=tuple(one.changed(reason=swap(one.reason)) for one in before.set_aside),
    )


def _action(action: Action, ours: frozenset[str], swap: Swap) -> Action:
    return action.changed(
        text=action.text if action.text in ours else swap(action.text),
        owner=swap(action.owner),
        due=swap(action.due),
        note=swap(action.note),
    )


def _partnership(partnership: Partnership, swap: Swap) -> Partnership:
    purpose = partnership.purpose
    return partnership.changed(
        name=swap(partnership.name),
        purpose=purpose.changed(
            what=swap(purpose.what), between=swap(purpose.between), so_that=swap(purpose.so_that)
        ),
        story=swap(partnership.story),
    )


def _cases(cases: Matches, swap: Swap) -> Matches:
    def told(match: Match) -> Match:
        return replace(match, reasons=_reasons(match, swap))

    return replace(cases, ranked=cases.ranked.told_as(told))


def _reasons(match: Match, swap: Swap) -> tuple[Reason, ...]:
    """The reasons; a word of the story may be the name of a partner."""
    return tuple(
        replace(reason, code=swap(reason.code)) if reason.kind is ReasonKind.STORY else reason
        for reason in match.reasons
    )


def _typed(results: Results) -> Iterator[str]:
    assessment, round_ = results.assessment, results.round
    partnership, ours = assessment.partnership, own_steps(results.content)
    purpose = partnership.purpose
    yield from (purpose.what, purpose.between, purpose.so_that, partnership.story, round_.name)
    for answer in round_.answers:
        yield from (answer.note, answer.reason)
    yield from (one.minority_view for one in round_.agreed)
    yield from (one.text for one in round_.parking)
    yield from (one.text for one in round_.decisions)
    yield from (one.text for one in round_.notes)
    for action in assessment.actions:
        yield from (action.text if action.text not in ours else "", action.owner, action.note)
    yield from (one.reason for one in assessment.set_aside)
