"""What if: what some changes would come to, and the fewest that lift a result, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selfassess.core import whatif
from selfassess.core.codes import Statement
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore, TopicScore
from selfassess.reports import sentences
from selfassess.reports.barriers import strength_word
from selfassess.reports.meanings import value_in_words
from selfassess.reports.phrases import dimension_name, figure, listed, lowered, organisations, said
from selfassess.ui.models.entries import Entry
from selfassess.words import Words

_NAMED_AT_MOST = 4
_SMALL = 0.05
"""A dimension that moves by less is shown with the same figure."""


@dataclass(frozen=True, slots=True)
class Trying:
    """What the user tries out; nothing of it is kept in the assessment.

    Attributes:
        barrier: The id of the barrier to be removed; empty for the statement.
        ticked: Ids of the topics tried at 3.
        offered: Ids of topics that are offered besides those that the result calls for.
    """

    barrier: str = ""
    ticked: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TopicToTry:
    """A topic that can be ticked: its id, its title, where it stands, and whether it is."""

    id: str
    title: str
    stands: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Everything that is said of a trial.

    Attributes:
        about: What is to change: the name of the barrier, or the statement.
        now: Where that stands.
        then: Where it would stand.
        moves: Whether that differs.
        way: The fewest changes from there on, in a sentence.
        why: What each of them is for.
        changes: The topics of that way.
        fixed: What no change of levels can lift.
        topics: The topics to tick.
        others: All other topics that a change can raise: ids and words.
        moved: What would move, a sentence each.
    """

    about: str
    now: str
    then: str
    moves: bool
    way: str
    why: tuple[str, ...]
    changes: tuple[str, ...]
    fixed: tuple[str, ...]
    topics: tuple[TopicToTry, ...]
    others: tuple[tuple[str, str], ...]
    moved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    says: str
    changes: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


def what_if(trying: Trying, results: Results, words: Words) -> WhatIf:
    """Return what the topics ticked would come to, and the way on from there."""
    after = whatif.as_if(results, trying.ticked)
    found = _listed(trying.barrier, results)
    if found is None:
        about, now = words("The statement"), sentences.headline(results, words)
        then, way = sentences.headline(after, words), _way_to_statement(after, words)
        first = _changes(whatif.lift_statement(results))
    else:
        about, now = said(found.barrier.name, words), strength_word(found, words)
        then, way = _strength(trying.barrier, after, words), _way_past(found, after, words)
        first = tuple(topic.id for topic in whatif.touching(results, found.barrier))
    shown = {*trying.ticked, *trying.offered, *first, *way.changes}
    can = [topic for topic in results.topics if whatif.can_change(topic)]
    return WhatIf(
        about=about,
        now=now,
        then=then,
        moves=now != then,
        way=way.says,
        why=way.why,
        changes=way.changes,
        fixed=tuple(_fixed(results, words)) if found is None else (),
        topics=tuple(_topic(t, trying, words) for t in can if t.id in shown),
        others=tuple((t.id, _titled(t, words)) for t in can if t.id not in shown),
        moved=(*_dimensions_moved(results, after, words), *_barriers_moved(results, after, words)),
    )


def marked(
    entries: tuple[Entry, ...], results: Results, ticked: frozenset[str], words: Words
) -> tuple[Entry, ...]:
    """Return the list of barriers with what would become of each."""
    after = whatif.as_if(results, ticked)
    now = {d.barrier.id: d for d in results.barriers}
    return tuple(
        replace(entry, more=_becomes(now[entry.id], _listed(entry.id, after), words) or entry.more)
        if entry.id in now
        else entry
        for entry in entries
    )


def _listed(id_: str, results: Results) -> Diagnosis | None:
    return next((d for d in results.barriers if d.barrier.id == id_), None)


def _titled(topic: TopicScore, words: Words) -> str:
    return f"{topic.id}  {said(topic.topic.title, words)}"


def _topic(topic: TopicScore, trying: Trying, words: Words) -> TopicToTry:
    stands = words("Now {level}", level=value_in_words(topic.value, words))
    if topic.must_have:
        stands = words("{stands}. Must-have", stands=stands)
    title = said(topic.topic.title, words)
    return TopicToTry(topic.id, title, stands, topic.id in trying.ticked)


def _at_three(changes: tuple[str, ...], results: Results, words: Words) -> str:
    if len(changes) > _NAMED_AT_MOST:
        return words.plural("{count} question at 3", "{count} questions at 3", len(changes))
    titles = [
        words("{title} ({topic})", title=said(t.topic.title, words), topic=t.id)
        for t in results.topics
        if t.id in changes
    ]
    return words("{questions} at 3", questions=listed(titles, words))


def _changes(lift: whatif.Lift | None) -> tuple[str, ...]:
    return lift.changes if lift else ()


def _way_to_statement(results: Results, words: Words) -> _Way:
    if results.readiness.statement is Statement.READY:
        return _Way(words("Nothing stands against it any more."))
    lift = whatif.lift_statement(results)
    if lift is None:
        return _Way(words("No change of levels lifts it from here."))
    then = sentences.headline(whatif.as_if(results, lift.changes), words)
    way = words(
        "The shortest way to “{then}”: {changes}.",
        then=then,
        changes=_at_three(lift.changes, results, words),
    )
    why = [sentences.blocker(topic, results, words) for topic in lift.must_haves]
    why += [
        words(
            "{dimension} comes to 3 with {topics}",
            dimension=dimension_name(dimension, results, words),
            topics=listed(topics, words),
        )
        for dimension, topics in lift.dimensions
        if topics
    ]
    return _Way(way, lift.changes, tuple(why))


def _way_past(found: Diagnosis, results: Results, words: Words) -> _Way:
    now = _listed(found.barrier.id, results)
    if now is None or not now.raised:
        return _Way(words("The answers would not raise it."))
    changes = whatif.remove_barrier(results, found.barrier)
    if changes is not None:
        way = words(
            "The shortest way to remove it: {changes}.",
            changes=_at_three(changes, results, words),
        )
        return _Way(way, changes)
    every = tuple(topic.id for topic in whatif.touching(results, found.barrier))
    best = lowered(_strength(found.barrier.id, whatif.as_if(results, every), words))
    return _Way(
        words(
            "Level 3 in every question behind it is not enough: its signs would be “{strength}”."
            " It takes more than level 3, or partners closer together.",
            strength=best,
        ),
        every,
    )


def _strength(id_: str, results: Results, words: Words) -> str:
    found = _listed(id_, results)
    return strength_word(found, words) if found else words("Not raised")


def _fixed(results: Results, words: Words) -> Iterator[str]:
    stays = whatif.fixed(results)
    if stays.not_answered:
        who = organisations(stays.not_answered, results, words)
        yield words("Not enough answers yet from {who}", who=who)
    for id_ in stays.not_applicable:
        topic = results.topic(id_)
        if topic is not None:
            yield words("{topic} is a must-have and doesn’t apply", topic=_titled(topic, words))
    for id_ in stays.on_one_topic:
        name = dimension_name(id_, results, words)
        yield words("{dimension} rests on one question, or none", dimension=name)
    if stays.below_agreed:
        who = organisations(stays.below_agreed, results, words)
        yield words("Below an agreed level: {who}", who=who)


def _dimensions_moved(before: Results, after: Results, words: Words) -> Iterator[str]:
    for old, new in zip(before.dimensions, after.dimensions, strict=True):
        if _stands(old, words) != _stands(new, words) and _differs(old, new):
            yield words(
                "{dimension}: {before}, then {after}",
                dimension=said(old.dimension.name, words),
                before=_stands(old, words),
                after=_stands(new, words),
            )


def _differs(old: DimensionScore, new: DimensionScore) -> bool:
    if old.value is None or new.value is None or old.capped != new.capped:
        return True
    return abs(old.value - new.value) >= _SMALL


def _stands(score: DimensionScore, words: Words) -> str:
    if score.value is None:
        return words("not enough known")
    value = figure(score.value)
    if score.capped:
        held = listed(score.capped_by, words)
        return words("{value}, held at 2 by {topics}", value=value, topics=held)
    return value


def _barriers_moved(before: Results, after: Results, words: Words) -> Iterator[str]:
    known = {d.barrier.id for d in before.barriers}
    for found in before.barriers:
        becomes = _becomes(found, _listed(found.barrier.id, after), words)
        if becomes:
            name = said(found.barrier.name, words)
            yield words("“{barrier}”: {becomes}", barrier=name, becomes=lowered(becomes))
    for found in after.barriers:
        if found.raised and found.barrier.id not in known:
            yield words("“{barrier}” comes up", barrier=said(found.barrier.name, words))


def _becomes(now: Diagnosis, then: Diagnosis | None, words: Words) -> str:
    """Say what would become of a barrier; nothing where it stays as it is."""
    if now.aside:
        return ""
    if then is None or (now.raised and not then.raised):
        return words("Would not be raised any more")
    if then.raised == now.raised and (not now.raised or then.band == now.band):
        return ""
    return words(
        "{before}, would be {after}",
        before=strength_word(now, words),
        after=lowered(strength_word(then, words)),
    )
