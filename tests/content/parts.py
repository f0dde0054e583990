"""What tests of the content share: its topics, its scripts, and rooms in which people answer."""

import warnings
from functools import cached_property
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from itertools import combinations_with_replacement, product
from pathlib import Path
from types import ModuleType

from selfassess.core.asked import Asked, asked_in
from selfassess.core.assessment import (
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Reference,
    Respondent,
    Round,
)
from selfassess.core.codes import Evidence, Set, Step
from selfassess.core.levels import ballot
from selfassess.core.scoring import TopicScore, score_topics

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def script(name: str) -> ModuleType:
    """Load a script, which has no ending, as a module."""
    loader = SourceFileLoader(name, str(SCRIPTS / name))
    module = module_from_spec(spec_from_loader(name, loader))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # textstat looks its version up in an old way
        loader.exec_module(module)
    return module


def main_topics(content) -> list:
    return [topic for dimension in content.questionnaire.dimensions for topic in dimension.topics]


def module_topics(content) -> list:
    return [topic for module in content.modules for topic in module.topics]


def all_topics(content) -> list:
    return main_topics(content) + module_topics(content)


class Room:
    """Three organisations that answer every topic of the full set and of some modules."""

    def __init__(self, content, modules=(), sectors=("health", "police", "education")) -> None:
        self.round = Round(
            name="Room",
            questionnaire=Reference(
                id=content.questionnaire.id, version=content.questionnaire.version
            ),
            modules=tuple(Reference(id=m.id, version=m.version) for m in modules),
            step=Step.REVIEW,
            set=Set.FULL,
            organisations=tuple(
                Organisation(id=f"o{n}", name=f"O{n}", sector=sector, people=2)
                for n, sector in enumerate(sectors)
            ),
        )
        self.asked: Asked = asked_in(self.round, content.questionnaire, content.modules)
        self.people = tuple(
            Respondent(id=f"r{n}", organisation=f"o{n}") for n in range(len(sectors))
        )

    @cached_property
    def empty(self) -> Assessment:
        """Nobody has said anything yet."""
        partnership = Partnership(name="Room")
        return Assessment(
            id="room", partnership=partnership, respondents=self.people, rounds=(self.round,)
        )

    def answered(self, levels: dict[str, int], otherwise: int = 4) -> Assessment:
        """Everybody gives these levels."""
        answers = tuple(
            Answer(respondent=person.id, topic=topic.id, level=levels.get(topic.id, otherwise))
            for topic in self.asked.topics
            for person in self.people
        )
        return self.empty.changed(rounds=(self.round.changed(answers=answers),))

    def ways(self, topic: str) -> list[TopicScore]:
        """The scores that a topic can have, with every level of the first organisation."""
        only = Asked(
            self.asked.questionnaire,
            (),
            tuple(t for t in self.asked.topics if t.id == topic),
            (),
            self.asked.dimension_of,
        )
        organisation_of = {person.id: person.organisation for person in self.people}
        found = []
        others = combinations_with_replacement(range(1, 6), len(self.people) - 1)
        for first, rest, evidence in product(range(1, 6), others, Evidence):
            answers = tuple(
                Answer(respondent=person.id, topic=topic, level=level, evidence=evidence)
                for person, level in zip(self.people, (first, *rest), strict=True)
            )
            round_ = self.round.changed(answers=answers)
            found += score_topics(only, round_, ballot(round_, organisation_of))
        return found
