"""The project's own stories, each coded to answers, barriers and graded case studies.

They were written from real cases, before anything was tuned and without the rules in sight. Half
of them are marked `tune`; the other half is only ever measured.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from selfassess.core.assessment import (
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Reference,
    Respondent,
    Round,
)
from selfassess.core.content import Content

FOLDER = Path(__file__).parent / "vignettes"
HALVES = ("tune", "test")


@dataclass(frozen=True, slots=True)
class Story:
    """What a partnership says, and what it should get.

    Attributes:
        id: Its id.
        split: `tune` or `test`.
        sources: The case studies that it was written from.
        profile: Policy areas, sectors, step and country.
        text: The story in the partnership's own words.
        answers: Levels or `dk`, by topic.
        barriers: The barriers that one should get.
        grades: The case studies that one should get, with 3 for the most telling to 1.
        second: The grades of a second reader, where there was one.
    """

    id: str
    split: str
    sources: tuple[str, ...]
    profile: dict[str, Any]
    text: str
    answers: dict[str, Any]
    barriers: tuple[str, ...]
    grades: dict[str, int]
    second: dict[str, int]

    def assessment(self, content: Content, *, told: bool) -> Assessment:
        """Make an assessment of it in which one person of each sector answers; told or without."""
        return assessment_of(
            content,
            answers=self.answers,
            policy_areas=tuple(self.profile["policy_areas"]),
            sectors=tuple(self.profile["sectors"]),
            step=self.profile["step"],
            country=self.profile["country"],
            story=self.text if told else "",
        )


@cache
def stories() -> tuple[Story, ...]:
    """Read all stories."""
    yaml = YAML(typ="safe")
    told = [yaml.load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))]
    return tuple(
        Story(
            id=one["id"],
            split=one["split"],
            sources=tuple(one["from"]),
            profile=one["profile"],
            text=one["story"],
            answers=one["answers"],
            barriers=tuple(one["barriers"]),
            grades=one["cases"],
            second=one.get("second", {}),
        )
        for one in told
    )


def assessment_of(
    content: Content,
    *,
    answers: dict[str, Any],
    policy_areas: tuple[str, ...],
    sectors: tuple[str, ...],
    step: str,
    country: str,
    story: str = "",
) -> Assessment:
    """Make an assessment of the full set in which one person of each sector says the same."""
    people = [Respondent(id=f"{sector}-1", organisation=sector) for sector in sectors]
    round_ = Round.model_validate(
        {
            "name": "First",
            "questionnaire": Reference(
                id=content.questionnaire.id, version=content.questionnaire.version
            ),
            "modules": content.modules_for(policy_areas),
            "step": step,
            "set": "full",
            "organisations": tuple(Organisation(id=s, name=s, sector=s) for s in sectors),
            "answers": tuple(
                Answer(respondent=person.id, topic=topic, level=level)
                for person in people
                for topic, level in answers.items()
            ),
        }
    )
    return Assessment(
        id="story",
        partnership=Partnership(
            name="A partnership", policy_areas=policy_areas, country=country, story=story
        ),
        respondents=tuple(people),
        rounds=(round_,),
    )
