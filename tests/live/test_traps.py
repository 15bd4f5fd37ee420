"""Traps: a wrong path is run in full, explains itself, and is told from the right one."""

import ast
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from tutor.demo import Demo, DemoError, DemoWords, Trap, load
from tutor.demo.tracing import trace
from tutor.live.expressions import expression
from tutor.live.functions import FUNCTIONS
from tutor.live.traps import first_difference, functions_of, traps_in_play, with_trap
from tutor.trace.tree import Address

CODE = """'''Scaled shares.'''
import numpy as np
from tutor.demo import Array, Step, Steps
from .shared import halved

def shares(z: Array, d: Array, *, base: str = "e", wrong_sum: bool = False) -> Steps:
    scaled = yield Step("scaled", "S", r"z / \\\\sqrt{d}", z / np.sqrt(d))
    exps = yield Step("exps", "E", "e^S", np.exp(scaled) if base == "e" else 2.0**scaled)
    total = exps.sum(axis=-1, keepdims=True)
    yield Step("shares", "A", "E / \\\\sum E", exps / (total + 1 if wrong_sum else total))
    yield Step("words", "w", "w", np.where(scaled > 0, "up", "down"))

def _doubled(x: Array) -> Array:
    return 2 * x
"""
SHARED = """from tutor.demo import Array, Step, Steps

def halved(x: Array) -> Array:
    return x / 2

def other(x: Array) -> Steps:
    yield Step("x", "x", "x", x)
"""
INPUTS: Mapping[str, object] = {"z": [[4, -8], [0, 2]], "d": 4}


def trap(identity: str, at: str = "", value: str = "", **arguments: object) -> Trap:
    return Trap(id=identity, at=at, value=value, arguments=arguments, say="no")


NO_ROOT = trap("no-root", "scaled", "z / d")
OWN_NAMES = trap("own-names", "shares", "exps / total**2")
OWN_FUNCTION = trap("own-function", "scaled", "_doubled(halved(z))")
TURNED = trap("turned", "shares", "shares.T")
SAME = trap("same", "scaled", "z / d**0.5")
OTHER_BASE = trap("other-base", base="two")
WRONG_SUM = trap("wrong-sum", wrong_sum=True)
OTHER_INPUT = trap("other-input", d=16)
NOT_HERE = trap("not-here", "scaled", "z[5]")
TRAPS = (
    NO_ROOT,
    OWN_NAMES,
    OWN_FUNCTION,
    TURNED,
    SAME,
    OTHER_BASE,
    WRONG_SUM,
    OTHER_INPUT,
    NOT_HERE,
)


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    (tmp_path / "shares.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "shared.py").write_text(SHARED, encoding="utf-8")
    return load(tmp_path, "shares", DemoWords(traps=TRAPS))


def test_a_wrong_value_is_gone_on_with(demo: Demo) -> None:
    wrong = with_trap(demo, INPUTS, NO_ROOT)
    np.testing.assert_array_equal(wrong.array("scaled"), [[1, -2], [0, 0.5]])
    np.testing.assert_allclose(wrong.array("shares").sum(axis=-1), 1)
    assert wrong.array("shares")[0, 0] == pytest.approx(math.exp(1) / (math.exp(1) + math.exp(-2)))


def test_a_wrong_value_explains_itself(demo: Demo) -> None:
    cell = with_trap(demo, INPUTS, NO_ROOT).cell(Address("scaled", (0, 1)))
    assert cell.operands == (Address("z", (0, 1)), Address("d"))
    assert cell.numbers is not None
    assert eval(compile(ast.parse(cell.numbers, mode="eval"), "", "eval")) == cell.value == -2


def test_a_trap_speaks_of_the_demos_own_names_functions_and_the_right_value(demo: Demo) -> None:
    right = trace(demo.function, INPUTS)
    total = right.array("exps").sum(axis=-1, keepdims=True)
    np.testing.assert_allclose(
        with_trap(demo, INPUTS, OWN_NAMES).array("shares"), right.array("exps") / total**2
    )
    np.testing.assert_array_equal(
        with_trap(demo, INPUTS, OWN_FUNCTION).array("scaled"), INPUTS["z"]
    )
    np.testing.assert_array_equal(
        with_trap(demo, INPUTS, TURNED).array("shares"), right.array("shares").T
    )
    assert functions_of(demo.function).keys() == {"halved", "_doubled"}


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        (NO_ROOT, Address("scaled", (0, 0))),
        (OWN_NAMES, Address("shares", (0, 0))),
        (TURNED, Address("shares", (0, 1))),
        (OTHER_BASE, Address("exps", (0, 0))),
        (WRONG_SUM, Address("shares", (0, 0))),
        (OTHER_INPUT, Address("scaled", (0, 0))),
        (trap("last", "shares", "where(z == 2, 0, shares)"), Address("shares", (1, 1))),
        (trap("words", "words", "where(z < 0, words, words)"), None),
        (SAME, None),
    ],
)
def test_the_first_cell_that_differs_is_found(
    demo: Demo, wrong: Trap, first: Address | None
) -> None:
    right = trace(demo.function, INPUTS)
    assert first_difference(right, with_trap(demo, INPUTS, wrong)) == first


def test_steps_that_are_missing_or_have_another_shape_differ_as_a_whole(demo: Demo) -> None:
    right = trace(demo.function, INPUTS)
    smaller = trace(demo.function, {"z": [1, 2], "d": 4})
    assert first_difference(right, smaller) == Address("scaled")
    shorter = trace(_first_step_only, {"z": [[2, -4], [0, 1]]})
    assert first_difference(right, shorter) == Address("exps")


def test_nan_is_nan_in_both_runs(demo: Demo) -> None:
    inputs = {"z": [1, -1], "d": -4}
    right = trace(demo.function, inputs)
    assert np.isnan(right.array("scaled")).all()
    assert first_difference(right, trace(demo.function, inputs)) is None


def test_in_play_are_the_traps_that_run_and_differ(demo: Demo) -> None:
    there = {found.id for found in traps_in_play(demo, INPUTS)}
    assert there == {one.id for one in TRAPS} - {"same", "not-here"}
    unscaled = {found.id for found in traps_in_play(demo, {"z": [[0, 0]], "d": 4})}
    assert "no-root" not in unscaled


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (trap("t", "scaled", "scroes"), r"shares.yaml: .*trap `t`: nothing is called `scroes`"),
        (trap("t", "scaled", "z / "), r"shares.yaml: .*trap `t`: .*breaks off"),
        (trap("t", "scaled", "halve(z)"), r"shares.yaml: .*did you mean `halved`"),
        (trap("t", "scaled", "z[0]"), r"shares.yaml: .*`scaled` has the shape"),
        (trap("t", "scald", "z"), r"shares.yaml: .*did you mean `scaled`"),
        (trap("t", wrong_sun=1), r"shares.yaml: .*no input `wrong_sun`"),
    ],
)
def test_a_trap_that_cannot_be_run_is_told_with_its_file_and_a_cure(
    demo: Demo, wrong: Trap, said: str
) -> None:
    with pytest.raises(DemoError, match=said):
        with_trap(demo, INPUTS, wrong)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_listed_function_can_be_traced(demo: Demo, name: str) -> None:
    wholes = {
        "round": "round(z + 0.25, 1)",
        "maximum": "maximum(z, d)",
        "minimum": "minimum(z, 1)",
        "where": "where(z > 0, z, d)",
        "clip": "clip(z, -1, 1)",
        "roll": "roll(z, 1, axis=-1)",
        "flip": "flip(z, axis=-1)",
        "cumsum": "cumsum(z, axis=0)",
        "concatenate": "concatenate([z[1:], z[:1]], axis=0)",
        "stack": "stack([z[1], z[0]], axis=0)",
        "len": "z + len(z)",
    }
    text = wholes.get(name, f"0 * z + {name}(z)")
    run = with_trap(demo, INPUTS, trap("t", "scaled", text))
    plain = expression(text).value({name: np.array(value) for name, value in INPUTS.items()})
    np.testing.assert_array_equal(run.array("scaled"), plain)
    given = {"ones_like", "zeros_like"}  # which look at the shape alone
    assert (run.cell(Address("scaled", (1, 0))).tree is not None) or name in given


def _first_step_only(z: object):
    from tutor.demo import Step

    yield Step("scaled", "S", "z", z)
