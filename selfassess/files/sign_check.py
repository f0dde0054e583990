"""Finds barriers that no answer can raise, topics that raise none, and loops among barriers."""

from collections.abc import Iterator, Mapping

from selfassess.core.barriers import Barrier, Condition, Pattern
from selfassess.core.codes import Effort
from selfassess.core.problem import Problem
from selfassess.files.known import Known
from selfassess.files.shelf import BARRIER_IDS, TOPIC_IDS, Entry, Shelf
from selfassess.files.yaml_reader import Place

_TOP = 5


def problems_of_signs(shelf: Shelf, known: Known) -> Iterator[Problem]:
    """Find what keeps answers from pointing to barriers as the writer meant."""
    for entry, barrier in shelf.barriers():
        yield from _problems_of(entry, barrier)
    for entry in shelf.ids(TOPIC_IDS):
        if known.signs is not None and entry.id not in known.signs:
            yield entry.problem("content.sign-of-nothing", ("id",), said=entry.id)
    yield from _loops(shelf, known)


def _problems_of(entry: Entry, barrier: Barrier) -> Iterator[Problem]:
    if not barrier.signs and not barrier.patterns:
        yield entry.problem("content.no-sign", ("id",), said=barrier.id)
    for number, sign in enumerate(barrier.signs):
        if sign.at_or_below == _TOP:
            place = ("signs", number, "at_or_below")
            yield entry.problem("advice.sign-always", place, said=sign.topic)
    for number, pattern in enumerate(barrier.patterns):
        yield from _never(entry, ("patterns", number), pattern)
    if all(step.effort is not Effort.THIS_WEEK for step in barrier.first_steps):
        yield entry.problem("advice.no-quick-step", ("first_steps",), said=barrier.id)


def _never(entry: Entry, here: Place, pattern: Pattern) -> Iterator[Problem]:
    """Find signs that count nothing while the conditions hold, and conditions that never hold."""
    for number, sign in enumerate(pattern.signs):
        if any(
            condition.topic == sign.topic and (condition.at_least or 0) > sign.at_or_below
            for condition in pattern.when
        ):
            yield entry.problem("content.sign-never", (*here, "signs", number), said=sign.topic)
    for number, condition in enumerate(pattern.when):
        if any(_contradict(condition, other) for other in pattern.when):
            place = (*here, "when", number)
            yield entry.problem("content.pattern-never", place, said=condition.topic)


def _contradict(lower: Condition, upper: Condition) -> bool:
    """Say whether one asks for more of a topic than the other allows."""
    if lower.topic != upper.topic:
        return False
    if lower.at_least and upper.at_most:
        return lower.at_least > upper.at_most
    if lower.evidence_at_least and upper.evidence_at_most:
        return lower.evidence_at_least.grade > upper.evidence_at_most.grade
    return False


def _loops(shelf: Shelf, known: Known) -> Iterator[Problem]:
    """Find barriers that lie behind themselves; each loop is told once."""
    told: set[str] = set()
    for entry in shelf.ids(BARRIER_IDS):
        loop = _way_back(entry.id, known.often_behind)
        if loop and not told & set(loop):
            chain = " → ".join((*loop, entry.id))
            yield entry.problem("content.loop", ("often_behind",), said=entry.id, chain=chain)
        told.update(loop)


def _way_back(id_: str, behind: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way from a barrier over those behind it back to itself, if any."""
    ways: list[tuple[str, ...]] = [(id_,)]
    seen: set[str] = set()
    for way in ways:
        for following in behind.get(way[-1], ()):
            if following == id_:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
