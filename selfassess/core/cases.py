"""Case studies: real places that shared, or failed to, with their sources."""

from typing import Literal

from selfassess.core.codes import Failure
from selfassess.core.questionnaire import Id, TopicId
from selfassess.core.value import Value


class CaseBarrier(Value):
    """An obstacle met there: its dimension (or `national`) and how it showed."""

    code: str
    how: str
    catalogue: tuple[Id, ...] = ()
    topics: tuple[TopicId, ...] = ()


class CaseEnabler(Value):
    """What they did about it."""

    code: str
    what: str
    catalogue: tuple[Id, ...] = ()
    topics: tuple[TopicId, ...] = ()


class CaseSource(Value):
    """Where the facts come from; a place's own account that is not published has no address."""

    title: str
    publisher: str
    url: str
    published: str = ""
    unpublished: bool = False

    @property
    def where(self) -> str:
        """Who says it, and at which address where there is one."""
        return f"{self.publisher}, {self.url}" if self.url else self.publisher


class CaseStudy(Value):
    """One published case: what stood in the way, what was done, and what came of it."""

    id: Id
    title: str
    failure: Failure
    place: str
    country: str
    years: str | None = None
    policy_areas: tuple[str, ...]
    sectors: tuple[str, ...]
    stages: tuple[str, ...]
    barriers: tuple[CaseBarrier, ...]
    enablers: tuple[CaseEnabler, ...] = ()
    summary: str
    result: str = ""
    lessons: tuple[str, ...] = ()
    take: str = ""
    source: CaseSource
    other_sources: tuple[str, ...] = ()
    read: Literal["full", "excerpt", "secondary"]
    checked: str = ""
