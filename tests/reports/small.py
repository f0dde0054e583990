"""A small fixed example that shows every part of a report, and a book as a text one can read."""

from dataclasses import replace
from datetime import date

from selfassess.core.assessment import (
    Action,
    Agreed,
    Assessment,
    BarrierPriority,
    Purpose,
    SetAside,
    TopicNote,
)
from selfassess.core.barriers import Barrier
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import ActionStatus, Priority, Step
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.results import Results, work_out
from selfassess.reports.book import Book, Sheet, address
from selfassess.words import words_in
from tests.core import worlds

TODAY = date(2026, 11, 25)
WORDS = words_in("en")

TOPICS = {
    "PU1": "shared must",
    "PU2": "shared",
    "CU1": "shared",
    "CU2": "each",
    "LA1": "each must:Design and plan",
    "LA2": "one must:Design and plan",
    "EV1": "shared",
}
SAID = {
    "council": {
        "PU1": "4 4 3",
        "PU2": "3 3 dk",
        "CU1": "2 2 3",
        "CU2": "4 4 4",
        "LA1": "4 4 4",
        "LA2": "4 3 4",
        "EV1": "na na na",
        "MO1": "2 2 2",
    },
    "police": {
        "PU1": "4",
        "PU2": "5",
        "CU1": "5",
        "CU2": "2",
        "LA1": "3",
        "LA2": "2",
        "MO1": "3",
    },
    "haven": {"PU1": "3 3", "PU2": "dk -", "CU1": "1 1", "CU2": "1 1", "LA1": "2 2", "MO1": "1 1"},
}
SECTORS = {"council": "local-government", "police": "police", "haven": "voluntary"}


def barrier(id_: str, name: str, **fields: object) -> Barrier:
    return Barrier.model_validate(
        {
            "id": id_,
            "name": name,
            "description": "What it is.",
            "dimension": "culture",
            "kind": "habit-or-fear",
            "reach": "local",
            "signs": [{"topic": "CU2", "at_or_below": 2}],
            "first_steps": [
                {"text": f"Ask three people about {id_}.", "effort": "this-week"},
                {"text": f"Write down {id_}.", "effort": "this-month"},
            ],
            **fields,
        }
    )


BARRIERS = (
    barrier(
        "fear-of-blame",
        "Staff fear blame",
        patterns=[
            {
                "id": "led-yet-afraid",
                "says": "Partners agree on paper, yet staff are afraid.",
                "signs": [{"topic": "CU2", "at_or_below": 2}],
                "when": [{"topic": "PU1", "at_least": 3}],
            }
        ],
        often_behind=["no-basis", "not-there"],
        guidance=["basis", "not-there"],
    ),
    barrier(
        "no-basis",
        "Nobody wrote the basis down",
        dimension="legal",
        signs=[{"topic": "LA1", "at_or_below": 2}, {"topic": "CU1", "at_or_below": 2}],
    ),
    barrier(
        "national-gap",
        "No common number",
        dimension="national",
        reach="national",
        signs=[{"topic": "CU1", "at_or_below": 3}, {"topic": "CU2", "at_or_below": 3}],
        escalation="Ask the department for one.",
    ),
    barrier("unsure", "We are unsure", signs=[{"topic": "EV2", "at_or_below": 3}]),
)

GUIDANCE = {
    "version": "7",
    "notes": [
        {
            "id": "basis",
            "title": "Lawful basis",
            "text": "Write it down.",
            "kind": "law",
            "nations": ["GB-ENG"],
            "source": {"title": "Code", "publisher": "ICO", "url": "https://example.org/code"},
            "checked": "2026-11-22",
            "certainty": "certain",
        },
        {
            "id": "old",
            "title": "An older note",
            "text": "It was so.",
            "kind": "law",
            "nations": ["GB-ENG"],
            "source": {"title": "Act", "publisher": "Parliament", "url": "https://example.org/act"},
            "checked": "2025-01-02",
            "certainty": "certain",
        },
    ],
}


def case(id_: str, title: str, **fields: object) -> CaseStudy:
    return CaseStudy.model_validate(
        {
            "id": id_,
            "title": title,
            "failure": "no",
            "place": "Leeds",
            "country": "GB-ENG",
            "years": "2014-2024",
            "policy_areas": ["domestic-abuse"],
            "sectors": ["police", "local-government"],
            "stages": ["design"],
            "barriers": [
                {
                    "code": "culture",
                    "how": "People were afraid.",
                    "catalogue": ["fear-of-blame"],
                    "topics": ["CU2", "CU1"],
                }
            ],
            "enablers": [{"code": "culture", "what": "A promise.", "catalogue": ["fear-of-blame"]}],
            "summary": "What happened.",
            "result": "It got better.",
            "lessons": ["Promise it.", "Keep it."],
            "take": "Promise.",
            "source": {"title": "Report", "publisher": "Council", "url": "https://example.org/r"},
            "read": "full",
            **fields,
        }
    )


CASES = (
    case("leeds", "A promise in Leeds"),
    case(
        "ghent",
        "A list in Ghent",
        failure="partly",
        place="Ghent",
        country="BE",
        years=None,
        barriers=[{"code": "legal", "how": "Nobody knew the basis.", "topics": ["LA1"]}],
        enablers=[],
        read="excerpt",
    ),
    case(
        "cardiff",
        "A link in Cardiff",
        failure="yes",
        place="Cardiff",
        country="GB-WLS",
        policy_areas=["other"],
        sectors=["health"],
        stages=["need"],
        read="secondary",
    ),
    case("unlike", "Not like us at all"),
)


def small(**facts: object) -> Results:
    """Work out the example; facts replace those of its assessment."""
    round_facts = facts.pop("round_facts", {})
    return work_out(*example(round_facts, **facts))


def example(round_facts: dict[str, object], **facts: object) -> tuple[Assessment, Content]:
    module = worlds.module("extra", ("domestic-abuse",), {"MO1": ("legal", "shared")})
    told = {"step": Step.DESIGN, "agreed": {"CU1": 3, "PU2": "none"}, **round_facts}
    assessment, content = worlds.world(
        TOPICS,
        SAID,
        barriers=BARRIERS,
        cases=CASES,
        modules=(module,),
        sectors=SECTORS,
        evidence={"LA1": "document"},
        **told,
    )
    assessment = assessment.changed(
        partnership=assessment.partnership.changed(
            purpose=Purpose(what="notices", so_that="a school knows by the morning"),
            policy_areas=("domestic-abuse",),
        ),
        respondents=tuple(
            r.changed(role=f"role {r.id}", name="Named Person") for r in assessment.respondents
        ),
        rounds=(_with_notes(assessment),),
        priorities=(BarrierPriority(barrier="national-gap", priority=Priority.HIGH),),
        outside_control=("national-gap",),
        set_aside=(SetAside(barrier="no-basis", reason="we did it last week"),),
        not_like_us=("unlike",),
        **facts,
    )
    return assessment, replace(content, guidance=Guidance.model_validate(GUIDANCE))


def _with_notes(assessment: Assessment) -> object:
    round_ = assessment.latest
    answers = tuple(
        a.changed(note="We wrote it down.", reason="We have no data.")
        if (a.respondent, a.topic) in (("council-0", "LA1"), ("council-1", "EV1"))
        else a
        for a in round_.answers
    )
    agreed = tuple(
        a.changed(minority_view="The police see it otherwise.") if a.topic == "PU2" else a
        for a in round_.agreed
    )
    notes = (TopicNote(topic="LA1", text="Look at it again."),)
    return round_.changed(answers=answers, agreed=agreed, notes=notes)


ACTIONS = (
    Action(id="a1", text="Write it", barrier="fear-of-blame", owner="Council", due="2026-12-24"),
    Action(id="a2", text="=SUM(A1)", barrier="gone", due="soon", status=ActionStatus.DONE),
)


def agreed(topic: str, level: int | str) -> Agreed:
    return Agreed(topic=topic, level=level)


def as_text(book: Book) -> str:
    """Return a book as lines such as `A3 HEADING "Purpose"`."""
    lines = [f"BOOK {book.title!r} {book.language} {book.date} {book.author!r}"]
    for sheet in book.sheets:
        lines += ["", f"SHEET {sheet.key} {sheet.name!r}{_set_up(sheet)}"]
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row.cells, start=1):
                if cell.value in (None, ""):
                    continue
                place = f"{chr(ord('@') + column)}{number}"
                extra = f" {cell.formula}" if cell.formula else ""
                extra += f" level {cell.level}" if cell.level else ""
                lines.append(f"{place} {cell.kind.name} {cell.value!r}{extra}")
    lines += ["", *(f"LIST {values.name} {values.values}" for values in book.lists)]
    return "\n".join(lines) + "\n"


def _set_up(sheet: Sheet) -> str:
    pieces = [f" header {sheet.header}" if sheet.header else ""]
    pieces += [" landscape" if sheet.landscape else " portrait"]
    pieces += [" one page"] if sheet.one_page else []
    pieces += [f" breaks {sheet.breaks}"] if sheet.breaks else []
    pieces += [f" shaded {address(span)}" for span in sheet.shaded]
    pieces += [f" choice {address(c.cells)} {c.source}" for c in sheet.choices]
    pieces += [f" chart {c.shape} {c.title!r}: {c.description!r}" for c in sheet.charts]
    return "".join(pieces)
