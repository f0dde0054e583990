"""The codes that data, rules and words share, each with its fixed order."""

from enum import StrEnum


class Step(StrEnum):
    """A step of the information-sharing journey, in order.

    The first five are those of the IISaM project; it looped back after a review, named here as
    the sixth.
    """

    VISION = "Vision"
    SCOPING = "Scoping"
    DESIGN = "Design and plan"
    PRE_IMPLEMENTATION = "Pre-implementation"
    IMPLEMENTATION = "Implementation"
    REVIEW = "Review"

    @property
    def place(self) -> int:
        """Place on the journey, 0 to 5."""
        return _STEPS.index(self)

    @property
    def following(self) -> "Step | None":
        """The step after this one; none after Review."""
        return None if self is Step.REVIEW else _STEPS[self.place + 1]


_STEPS = tuple(Step)


class Mode(StrEnum):
    """How partners combine on a topic."""

    SHARED = "shared"  # a property of the relationship: the median of the organisations
    EACH = "each"  # every partner needs it: the minimum
    ONE = "one"  # enough that one partner has it: the maximum


class Set(StrEnum):
    """Which topics are asked, from fewest to all."""

    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"

    def holds(self, smallest: "Set") -> bool:
        """Say whether this set holds a topic whose smallest set is the given one."""
        order = tuple(Set)
        return order.index(smallest) <= order.index(self)


class Evidence(StrEnum):
    """Grade of what stands behind an answer, from weakest to strongest."""

    OPINION = "opinion"
    DOCUMENT = "document"
    WORKING = "working"  # seen working in the last 12 months

    @property
    def grade(self) -> int:
        """0 for opinion, 1 for a document, 2 for seen working."""
        return _GRADES.index(self)


_GRADES = tuple(Evidence)


class Agreement(StrEnum):
    """The word for how far views agree."""

    CLOSE = "close"
    SOME_SPREAD = "some-spread"
    SPLIT = "split"
    ONE_VIEW = "one-view"


class Confidence(StrEnum):
    """The word for how far a result can be relied on, from least to most."""

    VERY_LOW = "very-low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"

    @property
    def rank(self) -> int:
        """0 for very low to 4 for very high."""
        return _CONFIDENCES.index(self)


_CONFIDENCES = tuple(Confidence)


class Statement(StrEnum):
    """The readiness statement: may the partnership go on to the next step?"""

    NOT_YET = "not-yet"
    WITH_CONDITIONS = "with-conditions"
    READY = "ready"


class MustHaveStatus(StrEnum):
    """Where a must-have stands."""

    MET = "met"
    UNMET = "unmet"
    UNCONFIRMED = "unconfirmed"
    NOT_APPLICABLE = "not-applicable"

    @property
    def holds_back(self) -> bool:
        """Unmet or unconfirmed: it caps its dimension and blocks the statement."""
        return self in (MustHaveStatus.UNMET, MustHaveStatus.UNCONFIRMED)


class Flag(StrEnum):
    """A fact about the sharing on which a must-have can depend."""

    HIGH_RISK = "high_risk"
    SAFETY_AT_STAKE = "safety_at_stake"


class Kind(StrEnum):
    """What kind of obstacle a barrier is."""

    LAW_FORBIDS = "law-forbids"
    UNSURE_OF_LAW = "unsure-of-law"
    LACK_ADVICE = "lack-advice"
    HABIT_OR_FEAR = "habit-or-fear"
    STRUCTURE = "structure"
    MEANS = "means"


class Reach(StrEnum):
    """Who can remove a barrier."""

    LOCAL = "local"
    NATIONAL = "national"
    BOTH = "both"


class Effort(StrEnum):
    """How soon a first step can be done."""

    THIS_WEEK = "this-week"
    THIS_MONTH = "this-month"
    LONGER = "longer"


class Priority(StrEnum):
    """How much a barrier matters to the partnership itself, highest first."""

    HIGH = "high"
    NORMAL = "normal"
    LATER = "later"


class ActionStatus(StrEnum):
    """Where an action stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    STUCK = "stuck"


class Failure(StrEnum):
    """Whether a case study tells of something that went wrong."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


NATIONAL = "national"
"""The code beside the 14 dimensions for obstacles that only national bodies can remove."""

DIMENSIONS = (
    "purpose",
    "leadership",
    "culture",
    "capability",
    "communication",
    "legal",
    "governance",
    "transparency",
    "security",
    "data",
    "technology",
    "process",
    "resources",
    "evaluation",
)

POLICY_AREAS = (
    "safeguarding-children",
    "safeguarding-adults",
    "domestic-abuse",
    "gangs-youth-violence",
    "troubled-families",
    "early-years",
    "health-social-care",
    "mental-health",
    "offender-management",
    "community-safety",
    "housing-homelessness",
    "welfare-employment",
    "education-skills",
    "substance-misuse",
    "migration-refugees",
    "emergency-resilience",
    "fraud-debt",
    "public-health",
    "digital-infrastructure",
    "statistics-research",
    "other",
)

SECTORS = (
    "local-government",
    "health",
    "police",
    "probation-prisons",
    "fire",
    "ambulance",
    "education",
    "housing",
    "voluntary",
    "central-government",
    "justice",
    "employment",
    "private",
    "academic",
    "community",
)

UK_NATIONS = ("GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR")

CASE_STAGES = {
    "need": Step.VISION,
    "partnership": Step.SCOPING,
    "design": Step.DESIGN,
    "agree": Step.PRE_IMPLEMENTATION,
    "implement": Step.IMPLEMENTATION,
    "review": Step.REVIEW,
}
"""The stages named in case studies, each with its journey step."""


class PatternId(StrEnum):
    """What votes can look like; the order is that in which they are looked for."""

    NO_VIEW = "no-view"
    NOBODY_KNOWS = "nobody-knows"
    MANY_UNSURE = "many-unsure"
    ONE_VOICE = "one-voice"
    MOVED_TOGETHER = "moved-together"
    MOVED_APART = "moved-apart"
    STILL_APART = "still-apart"
    ONE_PARTNER_BEHIND = "one-partner-behind"
    DIFFERENT_POINTS = "different-points"
    ONE_PARTNER_HAS_IT = "one-partner-has-it"
    TWO_APART = "two-apart"
    ONE_LOWER = "one-lower"
    ONE_HIGHER = "one-higher"
    TWO_GROUPS = "two-groups"
    ALL_OVER = "all-over"
    MUST_HAVE_LOW = "must-have-low"
    ALL_LOWEST = "all-lowest"
    ALL_TOP = "all-top"
    HIGH_WITHOUT_PROOF = "high-without-proof"
    ROUND_THE_LINE = "round-the-line"
    CLOSE_WITH_DOUBT = "close-with-doubt"
    ALL_SAME = "all-same"
    ALL_CLOSE = "all-close"
