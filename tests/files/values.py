"""Small content and a full assessment for tests of files, and strategies that make others."""

from pathlib import Path

from hypothesis import strategies as st

from selfassess.core.assessment import Assessment
from selfassess.core.barriers import Catalogue
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.words import words_in
from selfassess.words.problems import sentence


def problems_of(act, *args, **kwargs) -> list[Problem]:
    """The problems with which an act ends; none if it ends well."""
    try:
        act(*args, **kwargs)
    except FileProblemsError as error:
        return list(error.problems)
    return []


def spots(problems) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


def said(problems) -> list[str]:
    return [sentence(problem, words_in("en")) for problem in problems]


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def topic(id_: str, **fields) -> dict:
    return {
        "id": id_,
        "title": f"About {id_}",
        "question": f"What of {id_}?",
        "levels": [f"{id_} at {level}" for level in range(1, 6)],
        "mode": "shared",
        "set": "short",
        "why": "It matters.",
        "good": "It is done.",
        **fields,
    }


def questionnaire(version: str = "1.0.0", **fields) -> Questionnaire:
    return Questionnaire.model_validate(
        {
            "id": "sharing-readiness",
            "version": version,
            "title": {"en": "Sharing readiness", "cy": "Parodrwydd i rannu"},
            "groups": [{"id": "why", "name": "Why"}],
            "dimensions": [
                {
                    "id": "purpose",
                    "name": "Purpose",
                    "group": "why",
                    "counts_from": "Vision",
                    "about": "What it is for.",
                    "topics": [topic("PU1", must_have={"from": "Vision"}), topic("PU2")],
                }
            ],
            **fields,
        }
    )


def module(id_: str = "emergencies", version: str = "1.0.0") -> Module:
    return Module.model_validate(
        {
            "id": id_,
            "version": version,
            "title": "Emergencies",
            "about": "What happens in a flood.",
            "policy_areas": ["emergency-resilience"],
            "topics": [topic("EM1", dimension="process", mode="one")],
        }
    )


def content(**fields) -> Content:
    given = {
        "questionnaire": questionnaire(),
        "modules": (module(), module("schools")),
        "catalogue": Catalogue(id="barriers", version="1.0.0", barriers=()),
        "module_barriers": {},
        "cases": (),
        "guidance": Guidance(version="1.0.0"),
    }
    return Content(**(given | fields))


def plain_assessment() -> dict:
    """Every place that format 1 has, filled."""
    return {
        "id": "a1",
        "partnership": {
            "name": "Northbridge ’partners’",
            "purpose": {"what": "concerns", "between": "", "so_that": "children are safe"},
            "story": "Nobody tells us =1+1",
            "policy_areas": ["emergency-resilience"],
            "country": "GB-WLS",
        },
        "anonymous": False,
        "fictional": True,
        "respondents": [
            {"id": "r1", "organisation": "council", "role": "manager", "name": "Ann"},
            {"id": "r2", "organisation": "nhs"},
        ],
        "rounds": [
            {
                "name": "Spring",
                "date": "2026-03-02",
                "questionnaire": {"id": "sharing-readiness", "version": "1.0.0"},
                "modules": [{"id": "emergencies", "version": "1.0.0"}],
                "step": "Design and plan",
                "set": "standard",
                "high_risk": False,
                "safety_at_stake": False,
                "organisations": [
                    {
                        "id": "council",
                        "name": "Council",
                        "sector": "local-government",
                        "letter": "C",
                        "people": 3,
                    },
                    {"id": "nhs", "name": "NHS", "sector": "health", "letter": "N"},
                ],
                "answers": [
                    {
                        "respondent": "r1",
                        "topic": "PU1",
                        "level": 3,
                        "evidence": "document",
                        "note": "see the agreement",
                        "form": "f1",
                        "revision": 2,
                    },
                    {"respondent": "r1", "topic": "PU2", "level": "na", "reason": "not for us"},
                    {"respondent": "r2", "topic": "PU2", "level": "dk"},
                    {"respondent": "r2", "topic": "EM1", "note": "a blank with a note"},
                ],
                "conflicts": [
                    {
                        "respondent": "r2",
                        "topic": "PU1",
                        "answers": [
                            {"respondent": "r2", "topic": "PU1", "level": 2, "revision": 1},
                            {"respondent": "r2", "topic": "PU1", "level": 4, "revision": 1},
                        ],
                    }
                ],
                "forms": [
                    {"id": "f1", "organisation": "council", "respondent": "r1", "revision": 2}
                ],
                "votes": [{"organisation": "nhs", "topic": "PU1", "first": 2, "last": "dk"}],
                "tallies": [
                    {
                        "topic": "PU2",
                        "first": [0, 1, 2, 0, 0],
                        "last": [0, 0, 3, 0, 0],
                        "dont_know": 1,
                    }
                ],
                "agreed": [
                    {
                        "topic": "PU1",
                        "level": 3,
                        "minority_view": "the NHS is further back",
                        "stood": [
                            {"organisation": "council", "level": 3.5},
                            {"organisation": "nhs", "level": None},
                        ],
                    },
                    {"topic": "PU2", "level": "none"},
                ],
                "plan": {"minutes": 90, "people": 8, "topics": ["PU1"]},
                "parking": [{"text": "ask the ICO", "topic": "PU1"}],
                "decisions": [{"text": "meet monthly"}],
                "notes": [{"topic": "PU2", "text": "lively"}],
                "look_back": [],
            },
            {
                "name": "Autumn",
                "questionnaire": {"id": "sharing-readiness", "version": "1.1.0"},
                "look_back": [{"respondent": "r1", "topic": "PU1", "level": 2}],
            },
        ],
        "actions": [
            {
                "id": "x1",
                "text": "write it down",
                "barrier": "no-shared-reason",
                "topic": "PU1",
                "case": "some-case",
                "owner": "council",
                "due": "2026-12-01",
                "status": "doing",
                "note": "half way",
            }
        ],
        "priorities": [{"barrier": "no-shared-reason", "priority": "high"}],
        "set_aside": [{"barrier": "fear-of-blame", "reason": "not here"}],
        "outside_control": ["no-national-standard"],
        "not_like_us": ["some-case"],
    }


def assessment() -> Assessment:
    return Assessment.model_validate(plain_assessment())


def questionnaires() -> tuple[Questionnaire, ...]:
    return questionnaire(), questionnaire("1.1.0")


def modules() -> tuple[Module, ...]:
    return (module(),)


texts = st.text(max_size=12)
_levels = st.sampled_from((1, 2, 3, 4, 5, "dk", "na", None))


@st.composite
def assessments(draw) -> Assessment:
    """Any assessment that hangs together, over the questionnaires above."""
    organisations = [
        {
            "id": f"o{number}",
            "name": draw(texts) + "x",
            "sector": "health",
            "letter": draw(texts),
            "people": draw(st.integers(0, 9)),
        }
        for number in range(draw(st.integers(1, 3)))
    ]
    ids = [organisation["id"] for organisation in organisations]
    respondents = [
        {"id": f"r{n}", "organisation": draw(st.sampled_from(ids)), "role": draw(texts)}
        for n in range(draw(st.integers(0, 3)))
    ]
    pairs = [(r["id"], t) for r in respondents for t in ("PU1", "PU2", "EM1")]
    rounds = [
        {
            "name": f"{number}{draw(texts)}",
            "date": draw(texts),
            "questionnaire": {
                "id": "sharing-readiness",
                "version": draw(st.sampled_from(("1.0.0", "1.1.0"))),
            },
            "modules": draw(st.sampled_from(([], [{"id": "emergencies", "version": "1.0.0"}]))),
            "organisations": organisations,
            "answers": [
                {
                    "respondent": respondent,
                    "topic": topic_,
                    "level": draw(_levels),
                    "note": draw(texts),
                    "evidence": draw(st.sampled_from((None, "opinion", "working"))),
                    "revision": draw(st.integers(0, 2**40)),
                }
                for respondent, topic_ in pairs
                if draw(st.booleans())
            ],
            "agreed": [
                {
                    "topic": "PU1",
                    "level": draw(st.sampled_from((1, 5, "none"))),
                    "stood": [{"organisation": "o0", "level": draw(st.sampled_from((None, 2.5)))}],
                }
            ],
        }
        for number in range(draw(st.integers(1, 3)))
    ]
    return Assessment.model_validate(
        {
            "id": draw(texts),
            "partnership": {"name": draw(texts), "story": draw(texts)},
            "respondents": respondents,
            "rounds": rounds,
            "not_like_us": draw(st.lists(texts, max_size=2)),
        }
    )
