"""Questionnaire: versioned dimensions and topics, and the modules that a policy area adds."""

from typing import Annotated

from selfassess.core.codes import Flag, Mode, Set, Step
from selfassess.core.fitting import Limits
from selfassess.core.text import Text
from selfassess.core.value import Value

TopicId = Annotated[str, Limits(pattern=r"^[A-Z]{2}[0-9]$")]
Id = Annotated[str, Limits(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class MustHave(Value):
    """From which step the absence of a topic caps its dimension, and for which sharing."""

    from_: Step
    only_if: Flag | None = None


class Topic(Value):
    """One question with five anchored levels."""

    id: TopicId
    title: Text
    question: Text
    levels: tuple[Text, Text, Text, Text, Text]
    mode: Mode
    must_have: MustHave | None = None
    set: Set
    why: Text
    good: Text
    evidence: tuple[Text, ...] = ()
    ask: Text | None = None
    guidance: tuple[Id, ...] = ()
    myths: tuple[Id, ...] = ()
    provenance: tuple[str, ...] = ()


class ModuleTopic(Topic):
    """A topic of a module, which stands under a dimension without entering its value."""

    dimension: Id


class Group(Value):
    """Some dimensions that belong together, such as People."""

    id: Id
    name: Text


class Dimension(Value):
    """One of the 14 sides of readiness, with its topics."""

    id: Id
    name: Text
    group: Id
    counts_from: Step
    about: Text
    topics: tuple[Topic, ...]


class Questionnaire(Value):
    """The dimensions and topics of one version of the main questionnaire."""

    id: Id
    version: str
    title: Text
    groups: tuple[Group, ...]
    dimensions: tuple[Dimension, ...]


class Module(Value):
    """Extra topics for some policy areas."""

    id: Id
    version: str
    title: Text
    about: Text
    policy_areas: tuple[str, ...]
    topics: tuple[ModuleTopic, ...]
