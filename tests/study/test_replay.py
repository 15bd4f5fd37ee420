import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tutor.core.live import Numbers
from tutor.live.asking import ask
from tutor.study.replay import numbers_of, numbers_payload

NUMBER = st.one_of(
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
)
VALUE = st.recursive(
    NUMBER | st.text(max_size=5) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple),
    max_leaves=12,
)
NAMED = st.dictionaries(st.text(max_size=6), VALUE, max_size=3)
INDEX = st.lists(st.integers(0, 9), max_size=3).map(tuple)
NUMBERS = st.builds(
    Numbers,
    demo=st.text(max_size=8),
    step=st.text(max_size=8),
    seed=st.integers(),
    inputs=NAMED,
    arguments=NAMED,
    given=NAMED,
    cells=st.lists(INDEX, max_size=4).map(tuple),
    shape=INDEX,
    key=st.lists(st.floats(allow_nan=False), max_size=4).map(tuple),
    tolerance=st.none() | st.floats(0, 10),
    aim=st.text(max_size=8),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=10,
)


def kinds(value):
    """A value with the type of each number, for `1`, `1.0` and `True` are equal."""
    if isinstance(value, list | tuple):
        return type(value), [kinds(part) for part in value]
    if isinstance(value, dict):
        return {name: kinds(part) for name, part in value.items()}
    return type(value), value


@given(numbers=NUMBERS)
def test_numbers_come_back_from_the_log_as_they_were_written(numbers):
    written = json.dumps(numbers_payload(numbers), allow_nan=False)
    found = numbers_of(json.loads(written))
    assert found == numbers
    for name in ("inputs", "arguments", "given", "key"):
        assert kinds(getattr(found, name)) == kinds(getattr(numbers, name))


@given(payload=JSON)
def test_what_was_never_written_is_no_question(payload):
    assert numbers_of(payload) is None


@given(payload=JSON, name=st.sampled_from(["inputs", "cells", "key", "shape", "tolerance"]))
def test_a_spoilt_payload_never_raises(payload, name):
    whole = numbers_payload(NUMBERS_OF_A_QUESTION)
    assert numbers_of(whole) == NUMBERS_OF_A_QUESTION
    spoilt = numbers_of({**whole, name: payload})
    assert spoilt is None or isinstance(spoilt, Numbers)


def test_a_masked_score_of_minus_infinity_is_kept(tools):
    demo = tools.bundled("attention_mask")
    numbers = ask(demo, "weights", 3, shown=["masked"])
    assert "-inf" in str(numbers.given)
    written = json.dumps(numbers_payload(numbers), allow_nan=False)
    assert numbers_of(json.loads(written)) == numbers


def test_a_convention_that_json_cannot_hold_is_left_to_the_demo():
    numbers = Numbers(
        demo="d",
        step="s",
        seed=1,
        inputs={},
        arguments={"rate": 0.5, "chance": Random(1)},
        cells=((),),
        shape=(),
        key=(1.0,),
    )
    found = numbers_of(numbers_payload(numbers))
    assert found is not None
    assert found.arguments == {"rate": 0.5}


NUMBERS_OF_A_QUESTION = Numbers(
    demo="attend",
    step="scaled",
    seed=7,
    inputs={"scores": [112, 96], "d_k": 64},
    cells=((0,), (1,)),
    shape=(2,),
    key=(14.0, 12.0),
)
