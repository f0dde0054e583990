"""Every barrier can be raised, every pattern can hold, and every topic leads to a barrier."""

from collections import Counter

from selfassess.core.codes import DIMENSIONS, NATIONAL, Effort, Reach
from selfassess.core.diagnosis import RAISED_FROM, diagnose, shortfall
from selfassess.core.results import work_out
from tests.content.parts import Room, all_topics

OTHER_SECTORS = ("police", "education")


def test_every_barrier_can_be_raised(content, barriers):
    for barrier, modules in barriers:
        room = Room(content, modules)
        results = work_out(room.answered({sign.topic: 1 for sign in barrier.signs}), content)
        found = next((d for d in results.barriers if d.barrier.id == barrier.id), None)
        assert found is not None, barrier.id
        assert (found.raised, found.strength) == (True, 1), barrier.id


def test_every_topic_is_a_sign_of_some_barrier(content, barriers):
    signs = {sign.topic for barrier, _modules in barriers for sign in barrier.signs}
    assert [topic.id for topic in all_topics(content) if topic.id not in signs] == []


def test_a_must_have_is_a_sign_of_one_barrier_which_it_raises(content, barriers):
    for topic in all_topics(content):
        if topic.must_have:
            (barrier,) = [
                barrier
                for barrier, _modules in barriers
                if topic.id in {sign.topic for sign in barrier.signs}
            ]
            raised = work_out(Room(content, ()).answered({topic.id: 1}), content).barriers
            assert barrier.id in [d.barrier.id for d in raised if d.raised and d.blocks], topic.id


def test_a_barrier_of_a_module_needs_an_answer_of_the_module(barriers):
    for barrier, modules in barriers:
        own = {topic.id for module in modules for topic in module.topics}
        others = sum(sign.weight for sign in barrier.signs if sign.topic not in own)
        whole = sum(sign.weight for sign in barrier.signs)
        assert not modules or others / whole < RAISED_FROM, barrier.id


def test_every_pattern_can_hold_and_raise_its_barrier(content, barriers):
    known: dict[tuple[object, ...], list] = {}
    for barrier, modules in barriers:
        for pattern in barrier.patterns:
            room = Room(content, modules, sectors_for(pattern))
            low = {sign.topic: sign.at_or_below for sign in pattern.signs}
            scores = []
            for topic in {*low, *(condition.topic for condition in pattern.when)}:
                key = (topic, *(o.sector for o in room.round.organisations))
                if key not in known:
                    known[key] = room.ways(topic)
                fit = [score for score in known[key] if holds(pattern, barrier, score, room)]
                assert fit, (barrier.id, pattern.id, topic)
                at_or_below = low.get(topic, 5)
                scores.append(max(fit, key=lambda s, n=at_or_below: shortfall(s.value, n)))
            alone = barrier.changed(signs=(), patterns=(pattern,))
            (found,) = diagnose(room.empty, room.round, [alone], scores)
            assert found.pattern == pattern, (barrier.id, pattern.id)
            assert found.strength >= RAISED_FROM, (barrier.id, pattern.id)


def sectors_for(pattern) -> tuple[str, ...]:
    wanted = (c.organisation.sectors for c in pattern.when if c.organisation)
    first = next((sectors[0] for sectors in wanted if sectors), "health")
    return (first, *OTHER_SECTORS)


def holds(pattern, barrier, score, room) -> bool:
    """Say whether all that a pattern wants of a topic holds with this score of it."""
    conditions = tuple(c for c in pattern.when if c.topic == score.id)
    if not conditions:
        return True
    sign = pattern.signs[0].changed(topic=score.id, at_or_below=5)
    probe = pattern.changed(signs=(sign,), when=conditions)
    alone = barrier.changed(signs=(), patterns=(probe,))
    return bool(diagnose(room.empty, room.round, [alone], [score]))


def test_no_barrier_lies_behind_itself(barriers):
    behind = {barrier.id: set(barrier.often_behind) for barrier, _modules in barriers}
    while ends := [id_ for id_, others in behind.items() if not others & set(behind)]:
        for id_ in ends:
            del behind[id_]
    assert behind == {}


def test_no_two_barriers_or_patterns_have_the_same_id_or_name(barriers):
    for said in (
        [barrier.id for barrier, _modules in barriers],
        [barrier.name.say().casefold() for barrier, _modules in barriers],
        [pattern.id for barrier, _modules in barriers for pattern in barrier.patterns],
    ):
        assert [one for one, count in Counter(said).items() if count > 1] == []


def test_each_dimension_and_the_nation_have_barriers(content):
    by_dimension = Counter(barrier.dimension for barrier in content.catalogue.barriers)
    assert set(by_dimension) == {*DIMENSIONS, NATIONAL}
    assert min(by_dimension.values()) >= 3


def test_each_barrier_has_three_first_steps_one_of_them_for_this_week(barriers):
    for barrier, _modules in barriers:
        assert len(barrier.first_steps) == 3, barrier.id
        assert Effort.THIS_WEEK in {step.effort for step in barrier.first_steps}, barrier.id


def test_a_barrier_says_whom_to_ask_only_where_others_can_remove_it(barriers):
    for barrier, _modules in barriers:
        assert bool(barrier.escalation) == (barrier.reach is not Reach.LOCAL), barrier.id


def test_each_barrier_shows_a_case_that_met_it(barriers):
    assert [barrier.id for barrier, _modules in barriers if not barrier.cases] == []
