"""Draws: within their bounds, with their conditions met, and the same for ever."""

import math
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.demo import Demo, Draw, Drawn, Steps
from tutor.live.drawing import TRIES, draw_inputs, draw_quantities
from tutor.live.errors import SENTENCES, DrawError

MANY = Draw(
    quantities={
        "rows": Drawn(integers=(2, 4)),
        "scores": Drawn(integers=(-6, 6), shape=("rows", 3)),
        "d_k": Drawn(choose=(4, 16, 64)),
        "x": Drawn(reals=(-0.7, 0.7), decimals=1, shape=(3,), distinct=True, sorted=True),
        "k": Drawn(integers=(1, "rows")),
        "h": Drawn(value="k - 1"),
        "z": Drawn(value="x * 3"),
        "words": Drawn(choose=("the", "cat"), shape=(2,)),
        "y": Drawn(reals=(0, "h + 1"), digits=2),
    },
    where=("rows + 2*k >= 5", "scores != 0"),
)

SMALL = Draw(
    quantities={
        "n": Drawn(integers=(2, 3)),
        "x": Drawn(integers=(-4, 4), shape=("n", 3)),
        "d": Drawn(choose=(4, 16)),
    },
    where=("n <= d",),
)


def leaves(value: object) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def shape_of(value: object) -> tuple[int, ...]:
    return (len(value), *shape_of(value[0])) if isinstance(value, list) else ()


def one(rule: Drawn, seed: int = 0) -> Any:
    return draw_quantities(Draw(quantities={"q": rule}), seed)["q"]


def test_a_seed_gives_these_numbers_for_ever() -> None:
    assert draw_quantities(MANY, 0) == {
        "rows": 2,
        "scores": [[3, 5, 6], [4, 5, 6]],
        "d_k": 16,
        "x": [-0.7, -0.2, 0.3],
        "k": 2,
        "h": 1,
        "z": [-2.1, -0.6, 0.9],
        "words": ["cat", "cat"],
        "y": 1.2,
    }
    assert draw_quantities(MANY, 20) == {
        "rows": 3,
        "scores": [[5, -6, -3], [6, 2, -5], [-2, 5, -1]],
        "d_k": 4,
        "x": [-0.5, 0.3, 0.6],
        "k": 2,
        "h": 1,
        "z": [-1.5, 0.9, 1.8],
        "words": ["the", "cat"],
        "y": 0.35,
    }


def test_conditions_and_dependent_sizes_and_bounds_hold() -> None:
    for seed in range(50):
        drawn: dict[str, Any] = draw_quantities(MANY, seed)
        assert shape_of(drawn["scores"]) == (drawn["rows"], 3)
        assert 1 <= drawn["k"] <= drawn["rows"]
        assert drawn["h"] == drawn["k"] - 1
        assert 0 not in leaves(drawn["scores"])
        assert drawn["rows"] + 2 * drawn["k"] >= 5
        assert drawn["z"] == [round(3 * x, 1) for x in drawn["x"]]
        assert set(drawn["words"]) <= {"the", "cat"}


def test_seeds_give_different_draws() -> None:
    assert len({str(draw_quantities(MANY, seed)) for seed in range(-20, 20)}) == 40


def test_only_arguments_are_handed_over_and_in_their_order() -> None:
    def demo(scores: Any, n: int, *, mode: str = "a") -> Steps:
        yield

    quantities = {
        "rows": Drawn(value=2),
        "mode": Drawn(choose=("b",)),
        "n": Drawn(integers=(5, 5)),
        "scores": Drawn(value=["n", "n + rows"]),
    }
    whole = Demo(
        name="demo",
        title="",
        function=demo,
        file=Path("demo.py"),
        conventions={},
        defaults={},
        whys={},
        draw=Draw(quantities=quantities),
    )
    drawn = draw_inputs(whole, 1)
    assert drawn == {"scores": [5, 7], "n": 5, "mode": "b"}
    assert list(drawn) == ["scores", "n", "mode"]


def test_a_demo_without_draw_is_refused() -> None:
    demo = Demo(
        name="d",
        title="",
        function=lambda: iter(()),  # type: ignore[arg-type,return-value]  # it is never run
        file=Path("d.py"),
        conventions={},
        defaults={},
        whys={},
    )
    with pytest.raises(DrawError, match="`d`"):
        draw_inputs(demo, 0)


@settings(deadline=None)
@given(
    st.integers(-50, 50),
    st.integers(0, 60),
    st.lists(st.integers(1, 4), max_size=3),
    st.booleans(),
    st.booleans(),
    st.integers(),
)
def test_whole_numbers_keep_to_their_rule(
    least: int, width: int, shape: list[int], distinct: bool, in_order: bool, seed: int
) -> None:
    most = least + width
    rule = Drawn(integers=(least, most), shape=tuple(shape), distinct=distinct, sorted=in_order)
    if distinct and math.prod(shape) > width + 1:
        with pytest.raises(DrawError) as caught:
            one(rule, seed)
        assert caught.value.code == "draw-too-few"
        return
    drawn = one(rule, seed)
    cells = list(leaves(drawn))
    assert shape_of(drawn) == tuple(shape)
    assert all(type(cell) is int and least <= cell <= most for cell in cells)
    assert len(set(cells)) == len(cells) or not distinct
    if in_order and shape:
        size = shape[-1]
        rows = [cells[at : at + size] for at in range(0, len(cells), size)]
        assert rows == [sorted(row) for row in rows]


@settings(deadline=None)
@given(
    st.decimals(-9, 9, places=3),
    st.decimals(0, 9, places=3),
    st.integers(0, 3),
    st.booleans(),
    st.integers(),
)
def test_reals_keep_to_their_bounds_and_decimals(
    least: Any, width: Any, decimals: int, distinct: bool, seed: int
) -> None:
    low, high = float(least), float(least + width)
    rule = Drawn(reals=(low, high), decimals=decimals, shape=(4,), distinct=distinct)
    first, last = math.ceil(least * 10**decimals), math.floor((least + width) * 10**decimals)
    if last - first + 1 < (4 if distinct else 1):
        with pytest.raises(DrawError):
            one(rule, seed)
        return
    cells = one(rule, seed)
    assert all(type(cell) is float and low <= cell <= high for cell in cells)
    assert all(len(f"{cell!r}".partition(".")[2].rstrip("0")) <= decimals for cell in cells)
    assert "-0.0" not in map(repr, cells)
    assert len(set(cells)) == 4 or not distinct


@settings(deadline=None)
@given(
    st.floats(-1e6, 1e6, allow_subnormal=False),
    st.floats(1e-3, 1e6),
    st.integers(1, 6),
    st.integers(),
)
def test_reals_keep_to_their_bounds_and_digits(
    least: float, width: float, digits: int, seed: int
) -> None:
    rule = Drawn(reals=(least, least + width), digits=digits)
    try:
        drawn = one(rule, seed)
    except DrawError as error:
        assert error.code == "draw-too-few"  # noqa: PT017  # bounds may leave no such number
        return
    assert least <= drawn <= least + width
    assert float(f"{drawn:.{digits - 1}e}") == drawn
    assert repr(drawn) != "-0.0"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=4, unique=True),
    st.integers(1, 4),
    st.integers(),
)
def test_different_choices_are_different(choices: list[str], count: int, seed: int) -> None:
    rule = Drawn(choose=tuple(choices), shape=(count,), distinct=True)
    if count > len(choices):
        with pytest.raises(DrawError):
            one(rule, seed)
    else:
        drawn = one(rule, seed)
        assert len(set(drawn)) == count
        assert set(drawn) <= set(choices)


def test_every_value_that_may_come_does_come() -> None:
    assert {one(Drawn(integers=(-1, 2)), seed) for seed in range(100)} == {-1, 0, 1, 2}
    reals = {one(Drawn(reals=(-0.1, 0.2), decimals=1), seed) for seed in range(100)}
    assert reals == {-0.1, 0.0, 0.1, 0.2}
    pairs = {tuple(one(Drawn(integers=(1, 3), shape=(2,), distinct=True), s)) for s in range(200)}
    assert pairs == {(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)}


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (Drawn(value="0.1 * 3"), 0.3),
        (Drawn(value="-0.0"), 0.0),
        (Drawn(value="2 / 3", decimals=2), 0.67),
        (Drawn(value="200 / 3", digits=2), 67.0),
        (Drawn(value="7 // 2"), 3),
        (Drawn(value=["1", [2, "1 + 2"]]), [1, [2, 3]]),
        (Drawn(value="sum([1, 2]) * ones_like([1, 1])"), [3, 3]),
        (Drawn(value="[1, 2] == [1, 3]"), [True, False]),
        (Drawn(value=5), 5),
        (Drawn(choose=([[1, 0], [0, 1]],)), [[1, 0], [0, 1]]),
        (Drawn(integers=("0.2", "1.9")), 1),
        (Drawn(integers=(3, 3), shape=(1, 2)), [[3, 3]]),
    ],
)
def test_a_value_comes_out_plain_and_short(rule: Drawn, value: object) -> None:
    drawn = one(rule)
    assert repr(drawn) == repr(value)


def test_no_two_draws_share_a_list() -> None:
    rule = Drawn(choose=([1, 2],))
    first = one(rule)
    first.append(3)
    assert one(rule) == [1, 2]


@pytest.mark.parametrize(
    ("quantities", "where", "code", "details"),
    [
        ({"a": Drawn(integers=(3, 1))}, (), "draw-bounds", {"least": "3", "most": "1"}),
        ({"a": Drawn(reals=(0.01, 0.04), decimals=1)}, (), "draw-bounds", {"least": "0.01"}),
        ({"a": Drawn(reals=(3, 1), digits=2)}, (), "draw-bounds", {}),
        ({"a": Drawn(integers=(0, "[1, 2]"))}, (), "draw-bounds", {"most": "[1, 2]"}),
        ({"a": Drawn(integers=(0, "inf"))}, (), "draw-bounds", {"most": "inf"}),
        ({"a": Drawn(integers=(0, 2**60))}, (), "draw-bounds", {}),
        ({"a": Drawn(reals=(1.11, 1.14), digits=2)}, (), "draw-too-few", {"there": "0"}),
        ({"a": Drawn(integers=(1, 2), shape=(0,))}, (), "draw-shape", {"shape": "0"}),
        ({"a": Drawn(integers=(1, 2), shape=("1/2", 2))}, (), "draw-shape", {"shape": "0.5×2"}),
        ({"a": Drawn(integers=(1, 2), shape=(200, 200))}, (), "draw-shape", {}),
        ({"a": Drawn(value="1 / 0")}, (), "expression-fails", {"quantity": "a"}),
        ({"a": Drawn(value="-inf")}, (), "draw-value", {"value": "-inf"}),
        ({"a": Drawn(value="[log(0 * 1)]")}, (), "expression-fails", {}),
        ({"a": Drawn(value="n")}, (), "expression-name", {"quantity": "a", "name": "n"}),
        ({"a": Drawn(value=1)}, ("n > 1",), "expression-name", {"condition": "n > 1"}),
    ],
)
def test_what_cannot_be_drawn_is_told(
    quantities: dict[str, Drawn], where: tuple[str, ...], code: str, details: dict[str, str]
) -> None:
    with pytest.raises(DrawError) as caught:
        draw_quantities(Draw(quantities=quantities, where=where), 0)
    assert caught.value.code == code in SENTENCES
    assert details.items() <= caught.value.details.items()
    assert "{" not in str(caught.value)


def test_the_condition_that_failed_most_is_named() -> None:
    draw = Draw(quantities={"a": Drawn(integers=(1, 9))}, where=("a > 1", "a > 10"))
    with pytest.raises(DrawError, match=r"none of 1000 draws met the condition `a > 10`") as caught:
        draw_quantities(draw, 0)
    assert caught.value.details["tries"] == str(TRIES)


def test_a_draw_that_leaves_nothing_to_draw_is_begun_again() -> None:
    draw = Draw(quantities={"n": Drawn(integers=(0, 3)), "k": Drawn(integers=(2, "n"))})
    for seed in range(20):
        drawn: dict[str, Any] = draw_quantities(draw, seed)
        assert 2 <= drawn["k"] <= drawn["n"]


RULES = st.builds(
    Drawn,
    integers=st.none() | st.tuples(st.integers(-5, 5), st.integers(-5, 9) | st.just("a + 2")),
    reals=st.none() | st.tuples(st.integers(-5, 5), st.floats(-5, 9)),
    value=st.just("a * 2"),
    shape=st.none() | st.tuples(st.integers(1, 3) | st.just("a")),
    decimals=st.none() | st.integers(0, 4),
    distinct=st.booleans(),
    sorted=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(RULES, max_size=3), st.integers())
def test_a_draw_replays_and_never_fails_otherwise_than_by_its_own_error(
    rules: list[Drawn], seed: int
) -> None:
    quantities = {"a": Drawn(integers=(1, 3))}
    draw = Draw(quantities=quantities | {f"q{at}": rule for at, rule in enumerate(rules)})
    try:
        drawn = draw_quantities(draw, seed)
    except DrawError:
        with pytest.raises(DrawError):
            draw_quantities(draw, seed)
    else:
        assert repr(draw_quantities(draw, seed)) == repr(drawn)
        assert all(type(leaf) in (int, float, bool, str) for leaf in leaves([*drawn.values()]))


def test_a_small_draw_takes_less_than_a_millisecond() -> None:
    times = []
    for seed in range(30):
        begun = time.perf_counter()
        draw_quantities(SMALL, seed)
        times.append(time.perf_counter() - begun)
    assert sorted(times)[len(times) // 2] < 1e-3


def test_neither_drawing_nor_reading_draws_brings_numpy_along() -> None:
    code = (
        "import sys, tutor.live.drawing, tutor.live.traps, tutor.packs.running; "
        "print('numpy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
