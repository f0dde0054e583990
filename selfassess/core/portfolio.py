"""Portfolio: many partnerships' returns side by side, each counted once, in little memory."""

import sys
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar, cast

from selfassess.core.codes import (
    POLICY_AREAS,
    SECTORS,
    UK_NATIONS,
    Agreement,
    Confidence,
    Reach,
    Statement,
    Step,
)
from selfassess.core.returns import Return, ReturnedBarrier, ReturnedRound, TextKind
from selfassess.core.small_numbers import SMALLEST_GROUP

T = TypeVar("T", bound=Hashable)

UNKNOWN = "unknown"
"""The code of places that do not say in which group they belong."""

OTHERS = "others"
"""The code of all areas together in which there are too few places to show any of them."""


class By(StrEnum):
    """What places are grouped by."""

    STEP = "step"
    COUNTRY = "country"
    AREA = "area"
    YEAR = "year"
    POLICY_AREA = "policy-area"
    SECTOR = "sector"

    @property
    def adds_up(self) -> bool:
        """Each place is in exactly one group; otherwise it can be in several."""
        return self not in (By.POLICY_AREA, By.SECTOR)


@dataclass(frozen=True, slots=True)
class Raised:
    """A barrier that a place's answers raise.

    Attributes:
        barrier: Its id.
        dimension: The dimension it belongs to, or `national`.
        reach: Who can remove it.
        strength: 0 to 1.
        confidence: How far it can be relied on.
        holds_back: It holds back the next step.
        because: Topics behind it, each with its value from 1 to 5.
    """

    barrier: str
    dimension: str
    reach: Reach
    strength: float
    confidence: Confidence
    holds_back: bool
    because: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a place stands on a dimension, over the questions of the short set.

    Attributes:
        value: 1 to 5 before must-haves hold it; None if not known.
        agreement: How far its partners agree; None if withheld or not known.
        held: A must-have that is not met holds it back.
    """

    value: float | None
    agreement: Agreement | None
    held: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """A round of a place before its latest.

    Attributes:
        month: When, such as 2026-03; empty where it is not said.
        questionnaire: The id and version of the questionnaire.
        values: The value of each dimension that had one.
    """

    month: str
    questionnaire: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Place:
    """What one partnership's latest round comes to; it has no name.

    Attributes:
        place: The number that stands for it.
        order: How many rounds it has, the month of the latest, and the day of the hand-over.
        fictional: It is the worked example.
        questionnaire: The id and version of its questionnaire.
        statement: The readiness statement; None while it is too early to say.
        groups: Its groups of each kind, in order.
        dimensions: Where it stands on each dimension.
        looked_for: The barriers of which a sign was asked.
        raised: The barriers raised and not set aside.
        tried: The barriers on which it acts, each with the statuses of the actions.
        texts: What it does about a barrier, in its own words, where these were handed over.
        earlier: Its earlier rounds, in order.
    """

    place: str
    order: tuple[int, str, str]
    fictional: bool
    questionnaire: str
    statement: Statement | None
    groups: Mapping[By, tuple[str, ...]]
    dimensions: Mapping[str, Standing]
    looked_for: frozenset[str]
    raised: tuple[Raised, ...]
    tried: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, str], ...]
    earlier: tuple[Occasion, ...]

    def replaces(self, other: "Place") -> bool:
        """Say whether of two of the same number this one counts: the one of the later order."""
        if self.order != other.order:
            return self.order > other.order
        # Then by what they hold, so that it never matters which of two came first.
        return _told(self) > _told(other)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Places by their number. Adding and merging give a new portfolio, in whatever order."""

    by_number: Mapping[str, Place] = field(default_factory=dict)

    @property
    def made_up(self) -> bool:
        """It holds the worked example alone, and says so."""
        return bool(self.by_number) and all(p.fictional for p in self.by_number.values())

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that count, by number: made-up ones only where there are no others."""
        real = [place for place in self.by_number.values() if not place.fictional]
        counted = real or list(self.by_number.values())
        return tuple(sorted(counted, key=lambda place: place.place))

    @property
    def left_out(self) -> int:
        """How many made-up ones do not count."""
        return len(self.by_number) - len(self.places)

    @property
    def large_enough(self) -> bool:
        """There are places enough to show anything at all."""
        return len(self.places) >= SMALLEST_GROUP


class Gathering:
    """Gathers returns one after another, as they are read; what it holds so far is a portfolio."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self.repeated = 0

    def add(self, returned: Return) -> None:
        """Add a return; of two of one place the later round, then the later hand-over counts."""
        place = place_of_return(returned)
        before = self._places.get(place.place)
        self.repeated += before is not None
        if before is None or place.replaces(before):
            self._places[place.place] = place

    def portfolio(self) -> Portfolio:
        """Return what was gathered so far."""
        return Portfolio(dict(self._places))


def portfolio_of(returns: Iterable[Return]) -> Portfolio:
    """Make a portfolio of returns, in whatever order they come."""
    gathering = Gathering()
    for returned in returns:
        gathering.add(returned)
    return gathering.portfolio()


def merged(one: Portfolio, other: Portfolio) -> Portfolio:
    """Bring two portfolios together; a place that is in both counts once."""
    places = dict(one.by_number)
    for number, place in other.by_number.items():
        before = places.get(number)
        if before is None or place.replaces(before):
            places[number] = place
    return Portfolio(places)


def place_of_return(returned: Return) -> Place:
    """Keep of a return what a portfolio counts; equal pieces are shared between places."""
    latest = returned.latest
    raised = (barrier.id for barrier in latest.barriers)
    return Place(
        place=returned.place,
        order=_order(returned),
        fictional=returned.fictional,
        questionnaire=_questionnaire(latest),
        statement=latest.statement if latest.enough else None,
        groups=_groups(returned),
        dimensions={
            _one(d.id): Standing(d.value, d.agreement, bool(d.held_by)) for d in latest.dimensions
        },
        looked_for=_shared(frozenset(map(_one, (*latest.looked_for, *raised)))),
        raised=tuple(_raised(b) for b in latest.barriers if not b.set_aside),
        tried=tuple(_shared((_one(t.barrier), _statuses(t.model_dump()))) for t in returned.tried),
        texts=tuple((t.about, t.text) for t in returned.texts if t.kind is TextKind.ACTIONS),
        earlier=tuple(map(_occasion, returned.rounds[:-1])),
    )


def groups_in_order(by: By, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of groups in the order in which they are read, what is unknown last."""
    known: dict[By, tuple[str, ...]] = {
        By.STEP: tuple(Step),
        By.COUNTRY: (*UK_NATIONS, "GB"),
        By.AREA: (),
        By.YEAR: (),
        By.POLICY_AREA: POLICY_AREAS,
        By.SECTOR: (*SECTORS, "other"),
    }
    order = {code: at for at, code in enumerate(known[by])}
    return tuple(
        sorted(
            set(codes),
            key=lambda code: (code == UNKNOWN, code == OTHERS, order.get(code, len(order)), code),
        )
    )


def _order(returned: Return) -> tuple[int, str, str]:
    handed_over = returned.handed_over.isoformat() if returned.handed_over else ""
    return len(returned.rounds), returned.latest.month or "", handed_over


def _told(place: Place) -> str:
    """Write down what a place holds; a set has no order of its own, and gets one."""
    return repr((sorted(place.looked_for), replace(place, looked_for=frozenset())))


def _groups(returned: Return) -> dict[By, tuple[str, ...]]:
    latest = returned.latest
    year = latest.month[: len("2026")] if latest.month else UNKNOWN
    return {
        By.STEP: _shared((str(latest.step),)),
        By.COUNTRY: _shared((_one(returned.country or UNKNOWN),)),
        By.AREA: _shared((_one(returned.area or UNKNOWN),)),
        By.YEAR: _shared((_one(year),)),
        By.POLICY_AREA: _shared(tuple(map(_one, returned.policy_areas)) or (UNKNOWN,)),
        By.SECTOR: _shared(tuple(map(_one, latest.sectors)) or (UNKNOWN,)),
    }


def _raised(barrier: ReturnedBarrier) -> Raised:
    because = tuple(_shared((_one(b.topic), b.value)) for b in barrier.because)
    return Raised(
        barrier=_one(barrier.id),
        dimension=_one(barrier.dimension),
        reach=barrier.reach,
        strength=barrier.strength,
        confidence=barrier.confidence,
        holds_back=barrier.holds_back,
        because=_shared(because),
    )


def _statuses(told: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(status for status in ("todo", "doing", "done", "stuck") if told[status])


def _occasion(round_: ReturnedRound) -> Occasion:
    values = ((_one(d.id), d.value) for d in round_.dimensions)
    return Occasion(
        month=round_.month or "",
        questionnaire=_questionnaire(round_),
        values={id_: value for id_, value in values if value is not None},
    )


def _questionnaire(round_: ReturnedRound) -> str:
    return _one(f"{round_.questionnaire.id} {round_.questionnaire.version}")


def _one(text: str) -> str:
    return sys.intern(text)


@lru_cache(maxsize=20_000)
def _kept(value: Hashable) -> Hashable:
    return value


def _shared(value: T) -> T:
    """Return the first value that was equal to this one, so that equal pieces lie there once."""
    return cast("T", _kept(value))
