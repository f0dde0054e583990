"""Views: the same questions as each organisation sees them, and as front line and managers do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selfassess.core.agreement import LONE_FROM
from selfassess.core.averages import mean, median
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.core.text_index import words_in

GROUP_FROM = 3
"""What fewer people said is not shown as what their kind of role says."""

ROLES_APART_FROM = 1
"""Front line and managers are apart from so many levels on."""


class Role(StrEnum):
    """What kind of work people do who answer."""

    FRONT_LINE = "front-line"
    MANAGER = "manager"
    ADVISER = "adviser"


_ADVISERS = """
analyst caldicott compliance data governance gdpr information legal lawyer privacy records
security solicitor
"""
_MANAGERS = """
chair chief commander commissioner deputy director executive governor head inspector lead leader
manager member partner president principal superintendent supervisor trustee
"""
_FRONT_LINE = """
advisor adviser advocate assistant carer caseworker clerk clinician constable consultant
coordinator counsellor dispatcher doctor firefighter gp handler midwife nurse officer operator
paramedic pharmacist practitioner responder safeguarding sergeant teacher therapist tutor visitor
volunteer warden worker
"""
_KINDS = tuple(
    (role, frozenset(words.split()))
    for role, words in (
        (Role.ADVISER, _ADVISERS),
        (Role.MANAGER, _MANAGERS),
        (Role.FRONT_LINE, _FRONT_LINE),
    )
)
_LEADS_ON_THE_FRONT_LINE = "safeguarding lead"  # as schools call theirs; other leads manage


@dataclass(frozen=True, slots=True)
class Apart:
    """A topic on which an organisation stands apart from the others.

    Attributes:
        topic: The topic.
        level: The organisation's level, 1 to 5 with halves.
        others: The median of the other organisations' levels.
    """

    topic: str
    level: float
    others: float


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """How one organisation sees it.

    Attributes:
        organisation: Its id.
        values: Each dimension's id with the mean of its own levels; None if it gave none.
        apart: Topics on which it stands two levels or more from the others, widest first.
        unknown: Topics to which it said only that it doesn't know.
        answered: The share of the topics asked, on which it takes part, that it gave a level, 0
            to 1; 1 where there are none.
    """

    organisation: str
    values: tuple[tuple[str, float | None], ...]
    apart: tuple[Apart, ...]
    unknown: tuple[str, ...]
    answered: float


@dataclass(frozen=True, slots=True)
class RoleGap:
    """What front line and managers say of one topic or dimension.

    Attributes:
        of: The topic's or dimension's id.
        front_line: The median of what front-line staff said, 1 to 5 with halves.
        managers: The same of managers.
    """

    of: str
    front_line: float
    managers: float

    @property
    def difference(self) -> float:
        """How much higher managers see it, -4 to 4."""
        return self.managers - self.front_line


@dataclass(frozen=True, slots=True)
class RoleViews:
    """What front line and managers say, over all organisations.

    Attributes:
        people: How many people of each kind of role have answered.
        unsorted: Roles that belong to none of the kinds, or are not given (then empty).
        gaps: Topics on which both are at least `GROUP_FROM` people, in walk order.
        dimensions: Each dimension with the mean of its gaps' two levels; only where there are any.
    """

    people: Mapping[Role, int]
    unsorted: tuple[str, ...]
    gaps: tuple[RoleGap, ...]
    dimensions: tuple[RoleGap, ...]

    @property
    def apart(self) -> tuple[RoleGap, ...]:
        """Topics on which they are a level or more apart, widest first."""
        wide = (gap for gap in self.gaps if abs(gap.difference) >= ROLES_APART_FROM)
        return tuple(sorted(wide, key=lambda gap: -abs(gap.difference)))


def role_of(said: str) -> Role | None:
    """Say what kind of work a role is, by the words it is given in; None if they don't tell."""
    plain = " ".join(word for word, _start, _end in words_in(said))
    if _LEADS_ON_THE_FRONT_LINE in plain:
        return Role.FRONT_LINE
    words = set(plain.split())
    return next((role for role, known in _KINDS if words & known), None)


def by_organisation(results: Results) -> tuple[OrganisationView, ...]:
    """Say how each organisation sees it; an anonymous assessment does not say."""
    if results.assessment.anonymous:
        return ()
    return tuple(
        _organisation_view(organisation.id, place, results)
        for place, organisation in enumerate(results.round.organisations)
    )


def by_role(results: Results) -> RoleViews | None:
    """Set what front-line staff say against what managers say.

    Their own answers count, not what the room voted.

    Returns:
        None for an anonymous assessment, which keeps no roles.
    """
    if results.assessment.anonymous:
        return None
    role_said = {person.id: person.role for person in results.assessment.respondents}
    disputed = {(c.respondent, c.topic) for c in results.round.conflicts}
    said: dict[str, dict[Role, list[int]]] = {}
    heard = set()
    for answer in results.round.answers:
        if answer.respondent not in role_said or not isinstance(answer.level, int):
            continue
        if (answer.respondent, answer.topic) in disputed:
            continue
        heard.add(answer.respondent)
        role = role_of(role_said[answer.respondent])
        if role is not None:
            said.setdefault(answer.topic, {}).setdefault(role, []).append(answer.level)
    gaps = [gap for topic in results.topics if (gap := _gap(topic.id, said.get(topic.id, {})))]
    roles = [role_said[person] for person in sorted(heard)]
    kinds = [role_of(role) for role in roles]
    unsorted = {role for role, kind in zip(roles, kinds, strict=True) if kind is None}
    return RoleViews(
        people={role: kinds.count(role) for role in Role},
        unsorted=tuple(sorted(unsorted)),
        gaps=tuple(gaps),
        dimensions=_by_dimension(gaps, results),
    )


def _organisation_view(id_: str, place: int, results: Results) -> OrganisationView:
    apart, unknown, part, given = [], [], 0, 0
    for topic in results.topics:
        stand = topic.stands[place]
        part += topic.applicable and stand.takes_part
        given += stand.level is not None
        if stand.level is None and "dk" in stand.given:
            unknown.append(topic.id)
        others = _others(topic, place)
        if stand.level is not None and others and abs(stand.level - median(others)) >= LONE_FROM:
            apart.append(Apart(topic.id, stand.level, float(median(others))))
    apart.sort(key=lambda a: -abs(a.level - a.others))
    dimensions = [dimension.id for dimension in results.dimensions]
    return OrganisationView(
        organisation=id_,
        values=tuple((d, results.organisation_value(id_, d)) for d in dimensions),
        apart=tuple(apart),
        unknown=tuple(unknown),
        answered=given / part if part else 1.0,
    )


def _others(topic: TopicScore, place: int) -> list[float]:
    others = (*topic.stands[:place], *topic.stands[place + 1 :])
    return [stand.level for stand in others if stand.level is not None]


def _gap(topic: str, said: Mapping[Role, Sequence[int]]) -> RoleGap | None:
    front_line, managers = said.get(Role.FRONT_LINE, ()), said.get(Role.MANAGER, ())
    if min(len(front_line), len(managers)) < GROUP_FROM:
        return None
    return RoleGap(topic, float(median(front_line)), float(median(managers)))


def _by_dimension(gaps: Sequence[RoleGap], results: Results) -> tuple[RoleGap, ...]:
    dimension_of = results.asked.dimension_of
    found = []
    for dimension in results.dimensions:
        here = [gap for gap in gaps if dimension_of[gap.of] == dimension.id]
        if here:
            front_line = mean(gap.front_line for gap in here)
            found.append(RoleGap(dimension.id, front_line, mean(gap.managers for gap in here)))
    return tuple(found)
