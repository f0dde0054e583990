"""Data: the results of a round as tables for other programs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from selfassess.core.areas import NATIONS
from selfassess.core.comparison import compare
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.levels import Stand
from selfassess.core.plan import due_date
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore, TopicScore
from selfassess.reports import reasons
from selfassess.reports.data_tables import (
    About,
    ActionRow,
    AnswerRow,
    BarrierRow,
    BecauseRow,
    CaseReasonRow,
    CaseRow,
    ChangeRow,
    Data,
    DimensionRow,
    NoteRow,
    PartnerRow,
    TopicRow,
)
from selfassess.reports.method import FEW
from selfassess.reports.options import PLAIN, Options, prepared
from selfassess.reports.phrases import said
from selfassess.reports.summary import purpose_sentence
from selfassess.words import Words


def data(
    results: Results,
    words: Words,
    today: date,
    version: str,
    *,
    earlier: Results | None = None,
    options: Options = PLAIN,
) -> Data:
    """Make the tables of a round.

    Args:
        results: What follows from the round.
        words: The words of names and sentences; ids and codes are the same in all languages.
        today: The day of the report.
        version: The version of the program.
        earlier: An earlier round to compare with, if there is one.
        options: What is told of people.
    """
    results = prepared(results, options, words)
    return Data(
        report=_about(results, words, today, version),
        dimensions=tuple(_dimension(score, words) for score in results.dimensions),
        topics=tuple(_topic(score, results, words) for score in results.topics),
        partners=tuple(_partners(results)),
        answers=tuple(_answers(results)),
        notes=tuple(_notes(results)),
        barriers=tuple(
            _barrier(place, found, words) for place, found in enumerate(results.barriers, start=1)
        ),
        barrier_reasons=tuple(
            row for found in results.barriers for row in _because(found, results, words)
        ),
        cases=tuple(_cases(results)),
        case_reasons=tuple(_case_reasons(results, words)),
        actions=tuple(_actions(results)),
        changes=tuple(_changes(prepared(earlier, options, words), results)) if earlier else (),
    )


def _about(results: Results, words: Words, today: date, version: str) -> About:
    assessment, round_, stated = results.assessment, results.round, results.readiness
    partnership, content = assessment.partnership, results.content
    return About(
        program_version=version,
        report_date=today.isoformat(),
        language=words.language,
        assessment=assessment.id,
        partnership=partnership.name,
        fictional=assessment.fictional,
        anonymous=assessment.anonymous,
        withheld=results.withheld,
        lettered=results.lettered,
        purpose=purpose_sentence(results, words),
        story=partnership.story,
        country=partnership.country,
        country_ons=NATIONS.get(partnership.country),
        area=partnership.area.code or None,
        area_name=partnership.area.name,
        policy_areas=partnership.policy_areas,
        sectors=tuple(sorted({o.sector for o in round_.organisations} - {""})),
        partners=len(round_.organisations),
        people=len(_heard(results)),
        round=round_.name,
        round_date=_day(round_.date),
        step=round_.step,
        question_set=round_.set,
        high_risk=round_.high_risk,
        safety_at_stake=round_.safety_at_stake,
        questionnaire=content.questionnaire.id,
        questionnaire_version=content.questionnaire.version,
        modules=tuple(f"{module.id} {module.version}" for module in round_.modules),
        barriers_version=content.catalogue.version,
        statement=stated.statement,
        enough=stated.enough,
        questions_known=stated.known,
        questions_applicable=stated.applicable,
        blocked_by=stated.blocked_by,
        conditions=stated.conditions,
        alpha=results.alpha,
    )


def _day(told: str) -> str | None:
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return None


def _heard(results: Results) -> set[str]:
    return {answer.respondent for answer in results.round.answers if answer.level is not None}


def _dimension(score: DimensionScore, words: Words) -> DimensionRow:
    return DimensionRow(
        dimension=score.id,
        name=said(score.dimension.name, words),
        value=score.value,
        low=score.low,
        high=score.high,
        band=score.band,
        held_band=score.held_band,
        capped=score.capped,
        capped_by=score.capped_by,
        coverage=score.coverage,
        agreement=score.agreement,
        confidence=score.confidence,
    )


def _topic(score: TopicScore, results: Results, words: Words) -> TopicRow:
    shown = not results.withheld
    return TopicRow(
        topic=score.id,
        dimension=score.dimension,
        of_module=score.of_module,
        title=said(score.topic.title, words),
        question=said(score.topic.question, words),
        mode=score.topic.mode,
        must_have=score.must_have,
        status=score.status,
        applicable=score.applicable,
        value=score.value,
        low=score.low,
        high=score.high,
        votes=score.counts if shown else None,
        dont_know=score.dont_know if shown else None,
        not_applicable=score.not_applicable if shown else None,
        consensus=score.consensus,
        range=score.range,
        agreement=score.agreement,
        evidence=score.evidence,
        confidence=score.confidence,
        agreed=_agreed(score),
        minority_view=score.minority_view,
        answers_changed=score.answers_changed,
    )


def _agreed(score: TopicScore) -> int | Literal["none"] | None:
    return score.agreed if isinstance(score.agreed, int) else "none" if score.agreed else None


def _partners(results: Results) -> Iterator[PartnerRow]:
    if results.withheld:
        return
    heard = _heard(results)
    anonymous = results.assessment.anonymous
    for organisation in results.round.organisations:
        people = [
            person
            for person in results.assessment.respondents
            if person.organisation == organisation.id and person.id in heard
        ]
        shown = () if anonymous else people
        yield PartnerRow(
            partner=organisation.id,
            name=organisation.name,
            sector=organisation.sector,
            people=None if anonymous else len(people),
            roles=tuple(sorted({person.role for person in shown} - {""})),
            names=tuple(sorted({person.name for person in shown} - {""})),
        )


def _answers(results: Results) -> Iterator[AnswerRow]:
    if results.assessment.anonymous:
        return
    for score in results.topics:
        for stand in score.stands:
            if not stand.silent:
                yield _answer(score.id, stand)


def _answer(topic: str, stand: Stand) -> AnswerRow:
    """Where a partner stands; how its people spread is told from so many people on."""
    shown = len(stand.given) >= FEW
    one, two, three, four, five = (stand.given.count(level) for level in range(1, 6))
    return AnswerRow(
        partner=stand.organisation,
        topic=topic,
        level=stand.level,
        low=stand.low,
        high=stand.high,
        takes_part=stand.takes_part,
        votes=(one, two, three, four, five) if shown else None,
        dont_know=stand.given.count("dk") if shown else None,
    )


def _notes(results: Results) -> Sequence[NoteRow]:
    anonymous = results.assessment.anonymous
    home = {r.id: r.organisation for r in results.assessment.respondents}
    told = [
        NoteRow(
            topic=answer.topic,
            partner=None if anonymous else home.get(answer.respondent),
            text=text,
        )
        for answer in results.round.answers
        for text in dict.fromkeys((answer.note, answer.reason))
        if text
    ]
    if anonymous:  # the order would tell which notes are of one person
        told.sort(key=lambda row: (row.topic, row.text))
    return [
        *told,
        *(NoteRow(topic=n.topic, partner=None, text=n.text) for n in results.round.notes),
    ]


def _barrier(place: int, found: Diagnosis, words: Words) -> BarrierRow:
    raised: Literal["raised", "find-out"] = "raised" if found.raised else "find-out"
    return BarrierRow(
        place=place,
        barrier=found.barrier.id,
        name=said(found.barrier.name, words),
        dimension=found.barrier.dimension,
        listed_as="set-aside" if found.aside else raised,
        strength=found.strength,
        strength_high=found.strength_high,
        salience=found.salience,
        kind=found.barrier.kind,
        reach=found.barrier.reach,
        confidence=found.confidence,
        priority=found.priority,
        outside_control=found.outside_control,
        set_aside=found.aside,
    )


def _because(found: Diagnosis, results: Results, words: Words) -> Iterator[BecauseRow]:
    lines = reasons.because(found, results, words)
    for place, (part, line) in enumerate(zip(found.because, lines, strict=True), start=1):
        yield BecauseRow(
            barrier=found.barrier.id,
            place=place,
            topic=line.topic,
            value=line.value,
            share=part.share,
            text=line.text,
        )


def _cases(results: Results) -> Iterator[CaseRow]:
    for place, match in enumerate(results.cases.ranked, start=1):
        yield CaseRow(
            place=place,
            case=match.case.id,
            title=match.case.title,
            score=match.score,
            failure=match.is_warning,
            source_title=match.case.source.title,
            source_url=match.case.source.url,
        )


def _case_reasons(results: Results, words: Words) -> Iterator[CaseReasonRow]:
    for match in results.cases.ranked:
        for part in match.reasons:
            yield CaseReasonRow(
                case=match.case.id,
                kind=part.kind,
                code=part.code,
                share=part.share,
                text=reasons.reason(part, results, words),
            )


def _actions(results: Results) -> Iterator[ActionRow]:
    for action in results.assessment.actions:
        due = due_date(action)
        yield ActionRow(
            action=action.id,
            text=action.text,
            barrier=action.barrier,
            topic=action.topic,
            case=action.case,
            owner=action.owner,
            due=due.isoformat() if due else action.due,
            status=action.status,
            note=action.note,
        )


def _changes(earlier: Results, later: Results) -> Iterator[ChangeRow]:
    compared = compare(earlier, later)
    name = earlier.round.name
    for change in compared.dimensions:
        yield ChangeRow(
            of="dimension",
            id=change.id,
            earlier_round=name,
            before=change.before,
            after=change.after,
            change=change.change,
            move=change.move,
        )
    for topic in compared.topics:
        before, after = topic.before.value, topic.after.value
        yield ChangeRow(
            of="topic",
            id=topic.id,
            earlier_round=name,
            before=before,
            after=after,
            change=None if before is None or after is None else after - before,
            move=topic.move,
        )
