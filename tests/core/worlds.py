"""Tiny worlds for tests of the rules, written in a line or two.

world(
    {"PU1": "shared must", "LE1": "each"},
    {"council": {"PU1": "4 4 3", "LE1": "dk"}, "charity": {"PU1": "2"}},
)
"""

from functools import cache

from selfassess.core.assessment import (
    Agreed,
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Reference,
    Respondent,
    Round,
    Tally,
    Vote,
)
from selfassess.core.barriers import Barrier, Catalogue
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import Step
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.core.results import Results, work_out

DIMENSION_OF = {
    "PU": ("purpose", "why", "Vision"),
    "LE": ("leadership", "why", "Vision"),
    "CU": ("culture", "people", "Scoping"),
    "CA": ("capability", "people", "Design and plan"),
    "LA": ("legal", "rules", "Design and plan"),
    "GO": ("governance", "rules", "Design and plan"),
    "TE": ("technology", "means", "Pre-implementation"),
    "PR": ("process", "means", "Pre-implementation"),
    "EV": ("evaluation", "learning", "Implementation"),
}


def questionnaire(topics: dict[str, str]) -> Questionnaire:
    """Each topic is said as `mode [must[:Step]],[if:flag],[in:set]`; a must is one from Vision."""
    return _questionnaire(tuple(topics.items()))


@cache
def _questionnaire(topics: tuple[tuple[str, str], ...]) -> Questionnaire:
    by_dimension: dict[str, list[dict]] = {}
    for id_, said in topics:
        by_dimension.setdefault(id_[:2], []).append(_topic(id_, said))
    dimensions = [
        {
            "id": DIMENSION_OF[code][0],
            "name": DIMENSION_OF[code][0].title(),
            "group": DIMENSION_OF[code][1],
            "counts_from": DIMENSION_OF[code][2],
            "about": "About it.",
            "topics": by_dimension[code],
        }
        for code in DIMENSION_OF
        if code in by_dimension
    ]
    groups = [{"id": g, "name": g} for g in ("why", "people", "rules", "means", "learning")]
    return Questionnaire.model_validate(
        {
            "id": "tiny",
            "version": "1",
            "title": "Tiny",
            "groups": groups,
            "dimensions": dimensions,
        }
    )


def module(id_: str, areas: tuple[str, ...], topics: dict[str, tuple[str, str]]) -> Module:
    """Each topic is said as (dimension, mode)."""
    return Module.model_validate(
        {
            "id": id_,
            "version": "1",
            "title": id_,
            "about": "About it.",
            "policy_areas": areas,
            "topics": [
                {**_topic(topic, mode), "dimension": dimension}
                for topic, (dimension, mode) in topics.items()
            ],
        }
    )


def _topic(id_: str, said: str) -> dict:
    mode, *rest = said.split(" ", 1)
    told = rest[0] if rest else ""
    topic = {
        "id": id_,
        "title": f"Title of {id_}",
        "question": f"Question {id_}?",
        "levels": [f"{id_} at level {level}" for level in range(1, 6)],
        "mode": mode,
        "set": "short",
        "why": "Why.",
        "good": "Good.",
    }
    for part in told.split(","):
        word, _, value = part.strip().partition(":")
        if word == "must":
            topic["must_have"] = {"from": value or "Vision"}
        elif word == "if":
            topic["must_have"]["only_if"] = value
        elif word == "in":
            topic["set"] = value
    return topic


def signs(said: str) -> list[dict]:
    """`"PU1<=2 LE1<=2*3"` are two signs, the second with a weight of 3."""
    found = []
    for part in said.split():
        topic, _, rest = part.partition("<=")
        level, _, weight = rest.partition("*")
        found.append({"topic": topic, "at_or_below": int(level), "weight": float(weight or 1)})
    return found


def pattern(id_: str, said: str, *when: dict) -> dict:
    """A pattern with these signs, under these conditions."""
    return {"id": id_, "says": f"Says {id_}.", "signs": signs(said), "when": when}


def barrier(id_: str, said: str, *patterns: dict, **fields: object) -> Barrier:
    """A barrier with these signs and patterns."""
    return Barrier.model_validate(
        {
            "id": id_,
            "name": id_.title(),
            "description": "About it.",
            "dimension": "purpose",
            "kind": "means",
            "reach": "local",
            "signs": signs(said),
            "patterns": patterns,
            "first_steps": [{"text": "Begin.", "effort": "this-week"}],
            **fields,
        }
    )


def case_study(id_: str, *barriers: str, did: tuple[str, ...] = (), **fields: object) -> CaseStudy:
    """A case study of some catalogue barriers, and of what was done about some."""
    source = {"title": "Source", "publisher": "Publisher", "url": "https://example.org"}
    return CaseStudy.model_validate(
        {
            "id": id_,
            "title": id_.title(),
            "failure": "no",
            "place": "Somewhere",
            "country": "NL",
            "policy_areas": (),
            "sectors": (),
            "stages": (),
            "barriers": [
                {"code": "purpose", "how": f"How {b} showed.", "catalogue": [b]} for b in barriers
            ],
            "enablers": [
                {"code": "purpose", "what": f"What they did of {b}.", "catalogue": [b]} for b in did
            ],
            "summary": "Summary.",
            "source": source,
            "read": "full",
            **fields,
        }
    )


def given(said: str) -> list:
    """`"4 dk na -"` is what four people of an organisation say; `-` is a blank."""
    return [None if g == "-" else int(g) if g.isdigit() else g for g in said.split()]


def world(
    topics: dict[str, str],
    said: dict[str, dict[str, str]],
    *,
    step: Step | str = Step.VISION,
    agreed: dict[str, int | str] | None = None,
    votes: dict[str, dict[str, int | str]] | None = None,
    tallies: dict[str, tuple[int, int, int, int, int]] | None = None,
    evidence: dict[str, str] | None = None,
    sectors: dict[str, str] | None = None,
    people: dict[str, int] | None = None,
    barriers: tuple[Barrier, ...] = (),
    cases: tuple[CaseStudy, ...] = (),
    modules: tuple[Module, ...] = (),
    **round_fields: object,
) -> tuple[Assessment, Content]:
    """Make an assessment and the content it is answered with.

    Organisations are the keys of `said`; the answers of a topic are those of their first, second …
    respondent. `evidence` grades every answer to a topic.
    """
    heads = {
        name: max([len(given(text)) for text in by_topic.values()] or [1])
        for name, by_topic in said.items()
    }
    answers = [
        Answer(
            respondent=f"{name}-{place}",
            topic=topic,
            level=level,
            evidence=(evidence or {}).get(topic),
        )
        for name, by_topic in said.items()
        for topic, text in by_topic.items()
        for place, level in enumerate(given(text))
    ]
    tiny = questionnaire(topics)
    round_ = Round(
        name="First",
        questionnaire=Reference(id="tiny", version="1"),
        modules=tuple(Reference(id=m.id, version=m.version) for m in modules),
        step=Step(step),
        set=round_fields.pop("set", "full"),
        organisations=tuple(
            Organisation(
                id=name,
                name=name.title(),
                sector=(sectors or {}).get(name, "voluntary"),
                people=(people or {}).get(name, 0),
            )
            for name in said
        ),
        answers=tuple(answers),
        votes=tuple(
            Vote(organisation=name, topic=topic, first=level, last=level)
            for topic, by_name in (votes or {}).items()
            for name, level in by_name.items()
        ),
        tallies=tuple(Tally(topic=t, first=c, last=c) for t, c in (tallies or {}).items()),
        agreed=tuple(Agreed(topic=t, level=level) for t, level in (agreed or {}).items()),
        **round_fields,
    )
    assessment = Assessment(
        id="a",
        partnership=Partnership(name="Tiny partnership"),
        respondents=tuple(
            Respondent(id=f"{name}-{place}", organisation=name)
            for name, count in heads.items()
            for place in range(count)
        ),
        rounds=(round_,),
    )
    catalogue = Catalogue(id="barriers", version="1", barriers=barriers)
    content = Content(tiny, modules, catalogue, {}, cases, Guidance(version="1"))
    return assessment, content


def results(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> Results:
    """Work out a tiny world."""
    return work_out(*world(topics, said, **facts))
