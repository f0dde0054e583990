"""What is asked in a round: the topics of the chosen set and of the modules."""

from typing import NamedTuple

from selfassess.core.assessment import Round
from selfassess.core.codes import Flag, Set
from selfassess.core.questionnaire import Dimension, Module, ModuleTopic, Questionnaire, Topic


class Asked(NamedTuple):
    """The topics of a round, in walk order.

    Attributes:
        questionnaire: The main questionnaire.
        modules: The modules of the round.
        chosen: The topics of the chosen set of the main questionnaire, in walk order.
        added: The module topics, module by module.
        dimension_of: The dimension id of every topic asked.
    """

    questionnaire: Questionnaire
    modules: tuple[Module, ...]
    chosen: tuple[Topic, ...]
    added: tuple[ModuleTopic, ...]
    dimension_of: dict[str, str]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics asked: the chosen set in walk order, then those of modules."""
        return self.chosen + self.added

    def under(self, dimension: Dimension) -> tuple[Topic, ...]:
        """The topics asked under a dimension: its own first, then those of modules."""
        return tuple(t for t in self.topics if self.dimension_of[t.id] == dimension.id)

    @property
    def walk(self) -> tuple[Topic, ...]:
        """All topics in the order in which they are put to people, dimension by dimension."""
        return tuple(t for d in self.questionnaire.dimensions for t in self.under(d))


def asked_in(round_: Round, questionnaire: Questionnaire, modules: tuple[Module, ...]) -> Asked:
    """Say what is asked in a round, given the questionnaire and modules it refers to."""
    held = [set_ for set_ in Set if round_.set.holds(set_)]
    chosen = tuple(
        topic
        for dimension in questionnaire.dimensions
        for topic in dimension.topics
        if topic.set in held
    )
    wanted = {reference.id for reference in round_.modules}
    here = tuple(module for module in modules if module.id in wanted)
    added = tuple(topic for module in here for topic in module.topics)
    dimension_of = {t.id: d.id for d in questionnaire.dimensions for t in d.topics}
    dimension_of |= {topic.id: topic.dimension for topic in added}
    return Asked(questionnaire, here, chosen, added, dimension_of)


def is_must_have(topic: Topic, round_: Round) -> bool:
    """Say whether a topic is a must-have for this sharing, whatever the step."""
    if topic.must_have is None:
        return False
    match topic.must_have.only_if:
        case Flag.HIGH_RISK:
            return round_.high_risk
        case Flag.SAFETY_AT_STAKE:
            return round_.safety_at_stake
    return True
