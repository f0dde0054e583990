"""Every id that some content speaks of is there."""

from tests.content.parts import all_topics


def unknown(spoken, known) -> list:
    return [(where, id_) for where, ids in spoken for id_ in ids if id_ not in known]


def test_every_guidance_note_and_myth_that_is_named_is_there(content, barriers):
    notes = {note.id for note in content.guidance.notes}
    myths = {myth.id for myth in content.guidance.myths}
    things = [*all_topics(content), *(barrier for barrier, _modules in barriers)]
    assert unknown([(thing.id, thing.guidance) for thing in things], notes) == []
    assert unknown([(thing.id, thing.myths) for thing in things], myths) == []


def test_every_case_that_a_barrier_names_is_there(content, barriers):
    cases = {case.id for case in content.cases}
    assert unknown([(barrier.id, barrier.cases) for barrier, _modules in barriers], cases) == []


def test_every_barrier_that_is_named_is_there(content, barriers):
    known = {barrier.id for barrier, _modules in barriers}
    spoken = [(barrier.id, barrier.often_behind) for barrier, _modules in barriers]
    spoken += [
        (case.id, part.catalogue)
        for case in content.cases
        for part in (*case.barriers, *case.enablers)
    ]
    assert unknown(spoken, known) == []


def test_every_topic_that_is_named_is_asked_where_it_is_named(content, barriers):
    main = {t.id for d in content.questionnaire.dimensions for t in d.topics}
    for barrier, modules in barriers:
        asked = main | {topic.id for module in modules for topic in module.topics}
        spoken = [sign.topic for sign in barrier.signs]
        for pattern in barrier.patterns:
            spoken += [part.topic for part in (*pattern.signs, *pattern.when)]
        assert unknown([(barrier.id, spoken)], asked) == []
    every = {topic.id for topic in all_topics(content)}
    spoken_in_cases = [
        (case.id, part.topics)
        for case in content.cases
        for part in (*case.barriers, *case.enablers)
    ]
    assert unknown(spoken_in_cases, every) == []
