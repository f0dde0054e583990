"""Non-attributable: results to hand upwards, from which nobody can tell who said what.

Figures, statement, barriers and case studies are the same; what goes is who said it. Names, roles,
owners, notes, reasons, minority views, the story and the parking lot go always; other texts that
people typed go where they name a partner or a person.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from selfassess.core.assessment import (
    Action,
    Agreed,
    Assessment,
    Organisation,
    Purpose,
    Respondent,
    Round,
    SetAside,
)
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match, Matches, Reason
from selfassess.core.naming import Naming, naming, own_steps
from selfassess.core.renaming import Ids, renamed_barrier, renamed_readiness, renamed_topic
from selfassess.core.results import Results
from selfassess.core.small_numbers import SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class StandIns:
    """What stands in place of what goes, in the words of the report.

    Attributes:
        partnership: In place of its name, where that names a partner.
        round: In place of the name of the round.
        text: In place of any other text.
        between: In place of whom the sharing is between.
        partner: In place of the name of a partner, by its number from 1.
    """

    partnership: str
    round: str
    text: str
    between: str
    partner: Callable[[int], str]


def enough_partners(results: Results) -> bool:
    """Say whether so many partners answered that nobody can tell who said what."""
    heard = {s.organisation for t in results.topics for s in t.stands if s.level is not None}
    return len(heard) >= SMALLEST_GROUP


def non_attributable(results: Results, stand_ins: StandIns) -> Results:
    """Return results that tell nobody who said what; such results come back as they are."""
    if results.withheld:
        return results
    assessment = results.assessment
    names = naming(assessment, results.content)
    ids = dict(zip(_ids_of(results), map("p{}".format, count(1)), strict=False))
    round_ = _round(results.round, assessment, names, ids, stand_ins)
    topics = {topic.id: renamed_topic(topic, ids, "") for topic in results.topics}
    reasons = {s.barrier: s.reason for s in _set_aside(assessment, names, stand_ins)}
    return replace(
        results,
        assessment=_assessment(results, round_, names, ids, stand_ins),
        round=round_,
        topics=tuple(topics.values()),
        readiness=renamed_readiness(results.readiness, ids),
        barriers=tuple(renamed_barrier(found, topics, reasons) for found in results.barriers),
        cases=_cases(results.cases),
        withheld=True,
    )


def _ids_of(results: Results) -> list[str]:
    of_rounds = (o.id for round_ in results.assessment.rounds for o in round_.organisations)
    return list(dict.fromkeys(of_rounds))


def _round(
    round_: Round, assessment: Assessment, names: Naming, ids: Ids, stand_ins: StandIns
) -> Round:
    """The round with the answers that figures rest on, of people without names."""
    people = {r.id: f"r{n}" for n, r in enumerate(assessment.respondents, start=1)}
    answers = tuple(
        answer.changed(
            respondent=people.get(answer.respondent, ""), note="", reason="", form="", revision=0
        )
        for answer in round_.answers
    )
    backs = (b for b in round_.look_back if b.respondent in people)
    return Round(
        name=stand_ins.round if names.in_full(round_.name) else round_.name,
        date=round_.date,
        questionnaire=round_.questionnaire,
        modules=round_.modules,
        step=round_.step,
        set=round_.set,
        high_risk=round_.high_risk,
        safety_at_stake=round_.safety_at_stake,
        organisations=tuple(
            Organisation(id=ids[o.id], name=stand_ins.partner(n), sector=o.sector)
            for n, o in enumerate(round_.organisations, start=1)
        ),
        answers=answers,
        agreed=tuple(Agreed(topic=one.topic, level=one.level) for one in round_.agreed),
        decisions=tuple(
            one.changed(text=_cleared(one.text, names, stand_ins)) for one in round_.decisions
        ),
        look_back=tuple(back.changed(respondent=people[back.respondent]) for back in backs),
    )


def _assessment(
    results: Results, round_: Round, names: Naming, ids: Ids, stand_ins: StandIns
) -> Assessment:
    before = results.assessment
    partnership = before.partnership
    purpose = partnership.purpose
    area, named = partnership.area, names.in_full
    between = purpose.between and not named(purpose.between)
    return before.changed(
        anonymous=True,
        partnership=partnership.changed(
            name=stand_ins.partnership if named(partnership.name) else partnership.name,
            purpose=Purpose(
                what=stand_ins.text if named(purpose.what) else purpose.what,
                between=purpose.between if between else stand_ins.between,
                so_that=stand_ins.text if named(purpose.so_that) else purpose.so_that,
            ),
            story="",
            area=area.changed(name="") if named(area.name) else area,
        ),
        respondents=tuple(
            Respondent(id=f"r{n}", organisation=ids.get(r.organisation, ""))
            for n, r in enumerate(before.respondents, start=1)
        ),
        rounds=(round_,),
        actions=_actions(results, names, stand_ins),
        set_aside=_set_aside(before, names, stand_ins),
    )


def _actions(results: Results, names: Naming, stand_ins: StandIns) -> tuple[Action, ...]:
    ours = own_steps(results.content)
    return tuple(
        action.changed(
            text=action.text if action.text in ours else _cleared(action.text, names, stand_ins),
            due=_cleared(action.due, names, stand_ins),
            owner="",
            note="",
        )
        for action in results.assessment.actions
    )


def _set_aside(assessment: Assessment, names: Naming, stand_ins: StandIns) -> tuple[SetAside, ...]:
    return tuple(
        one.changed(reason=_cleared(one.reason, names, stand_ins)) for one in assessment.set_aside
    )


def _cleared(text: str, names: Naming, stand_ins: StandIns) -> str:
    return stand_ins.text if names.somehow(text) else text


def _cases(cases: Matches) -> Matches:
    return replace(cases, ranked=cases.ranked.told_as(_without_the_story))


def _without_the_story(match: Match) -> Match:
    """The words of the story that a case has are counted, and no longer said."""
    others = [reason for reason in match.reasons if reason.kind is not ReasonKind.STORY]
    told = [reason for reason in match.reasons if reason.kind is ReasonKind.STORY]
    if not told:
        return match
    share = sum(reason.share for reason in told)
    reasons = [*others, Reason(ReasonKind.STORY, "", "", share)]
    reasons.sort(key=lambda r: (r.kind is not ReasonKind.DONE, -r.share))
    return replace(match, reasons=tuple(reasons))
