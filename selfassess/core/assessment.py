"""Assessment: one partnership's answers about one sharing purpose, over one or more rounds."""

from typing import Annotated, Literal

from selfassess.core.areas import AreaCodeOrNone
from selfassess.core.codes import ActionStatus, Evidence, Priority, Set, Step
from selfassess.core.fitting import Limits
from selfassess.core.questionnaire import Id, TopicId
from selfassess.core.value import Value

Level = Literal[1, 2, 3, 4, 5]
Given = Level | Literal["dk", "na"]
"""What a respondent can give: a level, `dk` (don't know) or `na` (doesn't apply)."""

Counts = tuple[int, int, int, int, int]
"""How many said level 1, 2, 3, 4, 5."""


class Purpose(Value):
    """Sharing WHAT between WHOM so that WHAT; `between` left empty means the organisations."""

    what: str = ""
    between: str = ""
    so_that: str = ""


class Area(Value):
    """Where it is: the code of the Office for National Statistics, and its own name for the place.

    Both can be empty.
    """

    code: AreaCodeOrNone = ""
    name: str = ""


class Partnership(Value):
    """Who shares, and what for."""

    name: str
    purpose: Purpose = Purpose()
    story: str = ""
    policy_areas: tuple[str, ...] = ()
    country: str = "GB-ENG"
    area: Area = Area()


class Organisation(Value):
    """A partner: name and sector, a letter for life, how many people will answer (0: not said)."""

    id: str
    name: Annotated[str, Limits(min_length=1)]
    sector: str
    letter: str = ""
    people: Annotated[int, Limits(ge=0)] = 0


class Respondent(Value):
    """A person who answers for an organisation; a role, and a name only if they wish."""

    id: str
    organisation: str
    role: str = ""
    name: str = ""


class Answer(Value):
    """What a respondent says about a topic; a blank level with a note is kept."""

    respondent: str
    topic: TopicId
    level: Given | None = None
    evidence: Evidence | None = None
    note: str = ""
    reason: str = ""
    form: str = ""
    revision: Annotated[int, Limits(ge=0)] = 0


class Conflict(Value):
    """Answers of one respondent to a topic, of equal revision, between which nobody has chosen."""

    respondent: str
    topic: TopicId
    answers: tuple[Answer, ...]


class TakenBack(Value):
    """An answer that was taken back, so that the same form does not bring it again.

    The revision is that of the answer, or of those in conflict; what is said afterwards has a
    higher one. Where they were typed in, the form is empty.
    """

    respondent: str
    topic: TopicId
    levels: tuple[Given | None, ...] = ()
    form: str = ""
    revision: Annotated[int, Limits(ge=0)] = 0


class Form(Value):
    """An answer form that was handed out or came back, with the role that was written on it."""

    id: str
    organisation: str
    respondent: str = ""
    role: str = ""
    revision: Annotated[int, Limits(ge=0)] = 0


class Vote(Value):
    """An organisation's votes on a topic in the room: the first, and the last, which counts."""

    organisation: str
    topic: TopicId
    first: Level | Literal["dk"]
    last: Level | Literal["dk"]


class Tally(Value):
    """A show of hands without organisations: how many at each level, first and last."""

    topic: TopicId
    first: Counts
    last: Counts
    dont_know: Annotated[int, Limits(ge=0)] = 0


class OrganisationLevel(Value):
    """Where an organisation stood on a topic; halves are possible."""

    organisation: str
    level: float | None


class Agreed(Value):
    """What the room settled on, or that it did not; the votes stay beside it."""

    topic: TopicId
    level: Level | Literal["none"]
    minority_view: str = ""
    stood: tuple[OrganisationLevel, ...] = ()
    """Where the organisations stood then: if they have moved, answers changed since."""


class Parked(Value):
    """A thing for later, put aside in the room."""

    text: str
    topic: TopicId | None = None


class Decision(Value):
    """What the room decided."""

    text: str
    topic: TopicId | None = None


class TopicNote(Value):
    """A note of the room on a topic."""

    topic: TopicId
    text: str


class LookBack(Value):
    """How a respondent would now answer for the earlier round: people may know more by now."""

    respondent: str
    topic: TopicId
    level: Given


class WorkshopPlan(Value):
    """Minutes, people and topics of a workshop, and where the room was last."""

    minutes: Annotated[int, Limits(ge=0)] = 120
    people: Annotated[int, Limits(ge=0)] = 0
    topics: tuple[TopicId, ...] = ()
    at: TopicId | None = None
    began: str = ""
    """When it began, as a moment of ISO 8601; empty before."""

    again: tuple[TopicId, ...] = ()
    """The topics on which the second vote was opened, also where nobody moved."""

    away: tuple[str, ...] = ()
    """Organisations that are not in the room."""

    hands: bool = False
    """The room votes by show of hands."""


class Reference(Value):
    """A questionnaire or module by id and version."""

    id: Id
    version: str


class Round(Value):
    """One occasion of answering, with all that belonged to it then."""

    name: str
    date: str = ""
    questionnaire: Reference
    modules: tuple[Reference, ...] = ()
    step: Step = Step.VISION
    set: Set = Set.SHORT
    high_risk: bool = True
    safety_at_stake: bool = True
    organisations: tuple[Organisation, ...] = ()
    answers: tuple[Answer, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()
    forms: tuple[Form, ...] = ()
    votes: tuple[Vote, ...] = ()
    tallies: tuple[Tally, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    plan: WorkshopPlan | None = None
    parking: tuple[Parked, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[TopicNote, ...] = ()
    look_back: tuple[LookBack, ...] = ()


class Action(Value):
    """A step somebody takes: for which barrier, who owns it, until when."""

    id: str
    text: str
    barrier: str = ""
    topic: str = ""
    case: str = ""
    owner: str = ""
    due: str = ""
    status: ActionStatus = ActionStatus.TODO
    note: str = ""


class BarrierPriority(Value):
    """How much a barrier matters to the partnership itself."""

    barrier: str
    priority: Priority


class SetAside(Value):
    """A barrier that the partnership says it does not have, and why."""

    barrier: str
    reason: Annotated[str, Limits(min_length=1)]


class Assessment(Value):
    """Everything one partnership has said; one `.selfassess` file."""

    id: str
    partnership: Partnership
    anonymous: bool = False
    fictional: bool = False
    """True for the worked example, so that every page and report can say so."""
    respondents: tuple[Respondent, ...] = ()
    rounds: Annotated[tuple[Round, ...], Limits(min_length=1)]
    actions: tuple[Action, ...] = ()
    priorities: tuple[BarrierPriority, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    outside_control: tuple[str, ...] = ()
    not_like_us: tuple[str, ...] = ()

    @property
    def latest(self) -> Round:
        """The round that scores, barriers, cases and reports speak of unless another is named."""
        return self.rounds[-1]
