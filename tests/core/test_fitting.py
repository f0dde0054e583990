"""What is taken at once is what pydantic would take, and is the same value."""

import json
import re
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from selfassess.core.assessment import Answer, Assessment
from selfassess.core.fitting import Limits, Misfit, reader_for
from selfassess.core.questionnaire import Id, MustHave, TopicId
from selfassess.core.text import Text
from selfassess.core.value import Value
from selfassess.files.moments import Moment
from tests.files import values


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Thing(Value):
    id: Id
    colour: Colour | None = None


class Loose(Value, drops_unknown=True):
    count: int = 1


ANNOTATIONS = (
    *(str, int, float, bool, date, datetime, bytes, Any, Colour, Id, TopicId, Moment, Text, Thing),
    *(Loose, Answer, Literal[1, 2, "dk"], str | None, Literal[1, 2] | Literal["na"] | None),
    *(tuple[int, ...], tuple[str, int], dict[str, float], tuple[Thing, ...], float | None),
    *(Annotated[int, Limits(ge=0, lt=5)], Annotated[float, Limits(gt=0, le=4)]),
    *(Annotated[str, Limits(min_length=1)], Annotated[tuple[str, ...], Limits(max_length=1)]),
)
WORDS = (
    *("", "red", "dk", "na", "PU1", "an-id", "an-id\n", "1", "yes", "en", "cy"),
    *("2026-02-28", "2026-02-30", "2026-W01-1", "2026-02-28T10:00:00", "2026-02-28T10:00:00Z"),
    *("9999-02-28T10:00:00+00:00", "2026-02-28T25:00:00+00:00", "2026-02-28T10:00:00.123456+01:00"),
)
TAKEN = (Colour.RED, Thing(id="a"), date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC))
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 6)
    | st.floats(allow_nan=True)
    | st.sampled_from(WORDS)
    | st.sampled_from(TAKEN),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(
            st.sampled_from(
                ["id", "colour", "count", "en", "said", "topic", "respondent", "level"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


def without_address(annotation):
    """Name an annotation alike in every process that shares the tests."""
    return re.sub(r" at 0x\w+", "", str(annotation))


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=without_address)
@given(plain=PLAIN)
def test_what_is_taken_at_once_pydantic_takes_as_the_same(annotation, plain):
    try:
        taken = reader_for(annotation)(plain)
    except Misfit:
        return
    checked = TypeAdapter(annotation).validate_python(plain)
    assert checked == taken
    assert type(checked) is type(taken)


def test_a_whole_assessment_is_taken_at_once():
    plain = values.plain_assessment()
    assert Assessment.from_plain(plain) == TypeAdapter(Assessment).validate_python(plain)


@pytest.mark.parametrize(
    ("annotation", "plain", "value"),
    [
        (date, "2026-02-28", date(2026, 2, 28)),
        (date, date(2026, 2, 28), date(2026, 2, 28)),
        (Moment, "2026-02-28T10:00:00+00:00", datetime(2026, 2, 28, 10, tzinfo=UTC)),
        (datetime, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
        (float, 2, 2.0),
        (Colour, "red", Colour.RED),
        (tuple[int, str], [1, "a"], (1, "a")),
        (dict[str, int], {"a": 1}, {"a": 1}),
        (Annotated[int, Limits(ge=0)], 0, 0),
        (Thing, {"id": "a", "colour": None}, Thing(id="a")),
        (Loose, {"count": 2, "size": 3}, Loose(count=2)),
    ],
)
def test_what_plainly_fits_is_taken_at_once(annotation, plain, value):
    assert reader_for(annotation)(plain) == value


@pytest.mark.parametrize(
    ("annotation", "plain"),
    [
        (str, 1),
        (int, True),
        (int, "1"),
        (float, float("nan")),
        (float, 2**60),
        (date, "2026-02-30"),
        (date, "2026-W01-1"),
        (datetime, "2026-02-28T25:00:00+00:00"),
        (datetime, 1),
        (Literal[1], True),
        (Literal["a"], []),
        (str | None, 1),
        (tuple[int, ...], "12"),
        (tuple[int, str], [1]),
        (dict[str, int], []),
        (Annotated[int, Limits(ge=0)], -1),
        (Annotated[int, "no check"], 1),
        ("a name", 1),
        (Thing, {"id": "No id"}),
        (Thing, {"id": "a", "colour": "red", "size": 1}),
        (Thing, {}),
        (Thing, "a"),
        (Text, {"cy": "Pwrpas"}),
    ],
)
def test_what_does_not_plainly_fit_is_left_to_pydantic(annotation, plain):
    with pytest.raises(Misfit):
        reader_for(annotation)(plain)


@pytest.mark.parametrize("moment", ["9999-02-28T10:00:00+00:00", "2026-02-28T10:00:00", "soon"])
def test_pydantic_refuses_moments_that_can_not_be_said(moment):
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(moment)


def test_pydantic_takes_moments_in_other_forms():
    moment = TypeAdapter(Moment).validate_python("2026-02-28 10:00Z")
    assert moment == datetime(2026, 2, 28, 10, tzinfo=UTC)


def test_pydantic_converts_what_it_can():
    assert Loose(count="2") == Loose(count=2)
    assert Loose().changed(count="2") == Loose(count=2)
    assert Loose.model_validate({"count": "2"}) == Loose(count=2)
    assert Loose.model_validate_json('{"count": "2"}') == Loose.model_validate_json('{"count": 2}')
    assert MustHave(from_="Vision") == MustHave.model_validate({"from": "Vision"})


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"count": "x"}', "[]"])
def test_json_that_is_no_value_is_refused(text):
    with pytest.raises(ValidationError):
        Loose.model_validate_json(text)


def test_values_are_equal_hashed_and_told_by_their_fields():
    one, same, other = Thing(id="a"), Thing(id="a", colour=None), Thing(id="b")
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != "a"
    assert repr(one) == "Thing(id='a', colour=None)"
    with pytest.raises(FrozenInstanceError):
        one.id = "b"


class Often(Value):
    id: Id
    many: tuple[Thing, ...] = ()


def test_what_is_read_often_is_the_same_value_and_gets_the_same_refusal():
    plain = {"id": "a", "many": [{"id": "b", "colour": "red"}]}
    before = Often.model_validate(plain)
    text = json.dumps(plain).encode()
    assert Often.one_of_many(text) is None
    Often.read_many()
    assert Often.one_of_many(text) == before
    assert Often.one_of_many(text[:-1]) is Often.one_of_many(b'{"id": "A"}') is None
    assert Often.model_validate(plain) == before
    assert Often.model_validate(before) is before
    with pytest.raises(ValidationError):
        Often.model_validate({"id": "a", "more": 1})
