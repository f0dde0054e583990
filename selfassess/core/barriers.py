"""The barrier catalogue: named obstacles, and the answers that point to them."""

from typing import Annotated

from selfassess.core.assessment import Level
from selfassess.core.codes import Agreement, Effort, Evidence, Kind, Reach
from selfassess.core.fitting import Limits
from selfassess.core.questionnaire import Id, TopicId
from selfassess.core.text import Text
from selfassess.core.value import Value
from selfassess.overriding import override


class Sign(Value):
    """An answer that points to a barrier: fully at level 1, not at all above `at_or_below`."""

    topic: TopicId
    at_or_below: Level
    weight: Annotated[float, Limits(gt=0)] = 1


class OneOrganisation(Value):
    """An organisation of these sectors, or this small, that stands at or below a level."""

    sectors: tuple[str, ...] = ()
    people_at_most: int | None = None
    at_most: Level


class Condition(Value):
    """What must hold of a topic for a pattern to speak; exactly one thing."""

    topic: TopicId
    at_least: Level | None = None
    at_most: Level | None = None
    evidence_at_least: Evidence | None = None
    evidence_at_most: Evidence | None = None
    agreement: tuple[Agreement, ...] = ()
    organisation: OneOrganisation | None = None

    @override
    def __post_init__(self) -> None:
        told = (
            self.at_least,
            self.at_most,
            self.evidence_at_least,
            self.evidence_at_most,
            self.agreement or None,
            self.organisation,
        )
        if sum(thing is not None for thing in told) != 1:
            raise ValueError("a condition says exactly one thing about its topic")


class Pattern(Value):
    """A combination of answers that says more than single answers do."""

    id: Id
    says: Text
    signs: Annotated[tuple[Sign, ...], Limits(min_length=1)]
    when: Annotated[tuple[Condition, ...], Limits(min_length=1)]


class FirstStep(Value):
    """Something to begin with, and how soon it can be done."""

    text: Text
    effort: Effort


class Barrier(Value):
    """A named obstacle to sharing."""

    id: Id
    name: Text
    description: Text
    dimension: Id
    kind: Kind
    reach: Reach
    signs: tuple[Sign, ...]
    patterns: tuple[Pattern, ...] = ()
    often_behind: tuple[Id, ...] = ()
    first_steps: tuple[FirstStep, ...]
    guidance: tuple[Id, ...] = ()
    myths: tuple[Id, ...] = ()
    cases: tuple[Id, ...] = ()
    escalation: Text | None = None


class Catalogue(Value):
    """All barriers of one version, in their order."""

    id: Id
    version: str
    barriers: tuple[Barrier, ...]
