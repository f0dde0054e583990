"""Sequence: in which order to take the first steps, and whose experience each comes from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selfassess.core.barriers import FirstStep
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import Effort
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match


class Turn(StrEnum):
    """When a step is due."""

    FOUNDATION = "foundation"  # other steps, or the statement, rest on it
    QUICK_WIN = "quick-win"  # nothing rests on it, but it can be done this week
    DEPENDENCY = "dependency"  # it takes longer, and what lies behind its barrier comes first


_Told = tuple[CaseStudy | None, str]
"""A case study that tells of a barrier, and what it says of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One first step of a barrier.

    Attributes:
        turn: When it is due.
        found: The barrier it comes from, as the answers raise it.
        place: Its place among the barrier's first steps, from 0.
        waits_for: Barriers among those in hand that lie behind its own: their steps come first.
        case: The case study that tells most of the barrier here; None if none tells of it.
        quote: What they did about the barrier, or how it showed there; may be empty.
    """

    turn: Turn
    found: Diagnosis
    place: int
    waits_for: tuple[str, ...]
    case: CaseStudy | None
    quote: str

    @property
    def step(self) -> FirstStep:
        """What to do, and how soon it can be done."""
        return self.found.barrier.first_steps[self.place]


def sequence(
    found: Sequence[Diagnosis], cases: Sequence[Match] = (), most: int | None = None
) -> tuple[Step, ...]:
    """Order the first steps of the most pressing barriers: foundations, quick wins, dependencies.

    A foundation is a step of a barrier that blocks the statement, or that lies behind another
    barrier in hand. Within a turn what lies behind comes before what rests on it, then the more
    pressing barrier, then the quicker step.

    Args:
        found: The barriers, in order. Those set aside or outside our control have no steps.
        cases: Ranked case studies.
        most: How many barriers are taken in hand; all that are raised by default.
    """
    in_hand = [d for d in found if d.raised and not d.aside and not d.outside_control][:most]
    behind = {
        d.barrier.id: tuple(
            other.barrier.id
            for other in in_hand
            if other is not d and other.barrier.id in d.barrier.often_behind
        )
        for d in in_hand
    }
    told = _told(behind, cases)
    depths = {id_: _depth(id_, behind) for id_ in behind}
    causes = {cause for causes in behind.values() for cause in causes}
    steps = []
    for diagnosis in in_hand:
        barrier = diagnosis.barrier
        rests_on_it = diagnosis.blocks or barrier.id in causes
        case, quote = told.get(barrier.id, (None, ""))
        steps += [
            Step(
                turn=_turn(step, rests_on_it=rests_on_it),
                found=diagnosis,
                place=place,
                waits_for=behind[barrier.id],
                case=case,
                quote=quote,
            )
            for place, step in enumerate(barrier.first_steps)
        ]
    pressing = {d.barrier.id: rank for rank, d in enumerate(in_hand)}

    def order(step: Step) -> tuple[int, ...]:
        id_ = step.found.barrier.id
        turns, efforts = tuple(Turn), tuple(Effort)
        turn, effort = turns.index(step.turn), efforts.index(step.step.effort)
        return turn, depths[id_], pressing[id_], effort, step.place

    return tuple(sorted(steps, key=order))


def _turn(step: FirstStep, *, rests_on_it: bool) -> Turn:
    if rests_on_it:
        return Turn.FOUNDATION
    return Turn.QUICK_WIN if step.effort is Effort.THIS_WEEK else Turn.DEPENDENCY


def _depth(
    id_: str, behind: Mapping[str, Sequence[str]], seen: frozenset[str] = frozenset()
) -> int:
    """Return how long the longest chain of barriers behind one is; a loop ends the chain."""
    causes = [cause for cause in behind[id_] if cause not in seen]
    return max((1 + _depth(cause, behind, seen | {id_}) for cause in causes), default=0)


def _told(barriers: Collection[str], cases: Sequence[Match]) -> dict[str, _Told]:
    """Return the first case that did something about each barrier, or else that met it."""
    done: dict[str, _Told] = {}
    met: dict[str, _Told] = {}
    for match in cases:
        if len(done) == len(barriers):
            break
        for reason in match.reasons:
            kinds = {ReasonKind.DONE: done, ReasonKind.BARRIER: met}
            if reason.kind in kinds and reason.code in barriers:
                kinds[reason.kind].setdefault(reason.code, (match.case, reason.quote))
    return met | done
