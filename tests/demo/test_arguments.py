from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest

from tutor.demo import Demo, DemoError, Example, InputWords, Step, Steps, check_inputs, load, run
from tutor.demo.steps import options_of


def sized(
    n: Any,
    tokens: Any = ("a",),
    *,
    ends: Literal["kept", "cut"] = "kept",
    shifted: bool = False,
    ddof: int = 0,
    label: str = "",
    wrong_order: bool = False,
) -> Steps:
    yield Step("y", "y", "n", n + (1 if shifted else 0) - ddof)


DEMO = Demo(
    name="sized",
    title="Sizes",
    function=sized,
    file=Path(__file__),
    conventions={},
    defaults={"ends": "kept", "shifted": False, "ddof": 0, "label": ""},
    options=options_of(sized),
    whys={},
    inputs={"n": InputWords(whole=True, least=1, most=9), "ddof": InputWords(least=0)},
)


def refused(**inputs: Any) -> DemoError:
    with pytest.raises(DemoError) as caught:
        check_inputs(DEMO, inputs)
    assert "\n" not in str(caught.value)
    return caught.value


def test_options_come_from_annotations() -> None:
    assert options_of(sized) == {"ends": ("kept", "cut"), "shifted": (False, True)}


def test_annotations_that_are_texts_are_read(tmp_path: Path) -> None:
    head = "from __future__ import annotations\nfrom typing import Literal\n"
    head += "from tutor.demo import Array, Step, Steps\n"
    (tmp_path / "one.py").write_text(
        head + "def one(x: Array, *, z: Literal['a', 'b'] = 'a') -> Steps:\n"
        "    yield Step('y', 'y', 'x', x)\n",
        encoding="utf-8",
    )
    assert load(tmp_path, "one").options == {"z": ("a", "b")}


def test_annotations_that_cannot_be_read_cost_only_the_options(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        "from tutor.demo import Step\ndef one(x: 'Unknown', *, z: bool = False):\n"
        "    yield Step('y', 'y', 'x', x)\n",
        encoding="utf-8",
    )
    demo = load(tmp_path, "one")
    assert demo.options == {}
    assert run(demo.function, {"x": 1, "z": True})[0].value == 1


def test_a_wrong_path_is_no_convention(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        "from tutor.demo import Step\ndef one(x, *, z: bool = False, wrong_sign: bool = False):\n"
        "    yield Step('y', 'y', 'x', -x if wrong_sign else x)\n",
        encoding="utf-8",
    )
    demo = load(tmp_path, "one")
    assert (demo.defaults, demo.options) == ({"z": False}, {"z": (False, True)})
    assert run(demo.function, {"x": 1, "wrong_sign": True})[0].value == -1


@pytest.mark.parametrize("value", ["keep", "Kept", 1, None])
def test_a_convention_is_switched_to_one_of_its_options(value: Any) -> None:
    error = refused(n=1, ends=value)
    assert error.code == "convention"
    assert "kept, cut" in str(error)


def test_a_number_is_no_option_of_a_switch() -> None:
    check_inputs(DEMO, {"n": 1, "shifted": True})
    assert "false, true" in str(refused(n=1, shifted=1))


def test_a_convention_that_is_a_number_stays_one() -> None:
    check_inputs(DEMO, {"n": 1, "ddof": 1})
    assert refused(n=1, ddof="one").code == "convention_number"
    assert refused(n=1, ddof=True).code == "convention_number"


def test_a_run_refuses_an_unknown_option_as_well() -> None:
    with pytest.raises(DemoError) as caught:
        run(sized, {"n": 1, "ends": "both"})
    assert caught.value.code == "convention"


@pytest.mark.parametrize("n", [1, 9, [1, 2], [[3]], 4.0, np.arange(1, 5)])
def test_inputs_within_their_words_are_taken(n: Any) -> None:
    check_inputs(DEMO, {"n": n})


@pytest.mark.parametrize(
    ("n", "code", "given"),
    [
        (0, "input_range", "0"),
        ([1, 2, 10], "input_range", "10"),
        ([1, float("nan")], "input_whole", "nan"),
        (1.5, "input_whole", "1.5"),
        (float("inf"), "input_whole", "inf"),
    ],
)
def test_inputs_outside_their_words_are_told_what_is_allowed(n: Any, code: str, given: str) -> None:
    error = refused(n=n)
    assert (error.code, error.details["given"]) == (code, given)
    assert code == "input_whole" or "1 ≤ n ≤ 9" in str(error)


def test_a_convention_has_a_range_too() -> None:
    assert "ddof ≥ 0" in str(refused(n=1, ddof=-1))


@pytest.mark.parametrize("value", [[[1, 2], [3]], [[1], 2], [1, "a"], {"a": 1}, None])
def test_rows_of_unequal_length_and_mixtures_are_refused(value: Any) -> None:
    assert refused(n=value).code == "input_unreadable"


def test_what_is_no_input_is_refused_with_the_nearest() -> None:
    error = refused(n=1, token=["a"])
    assert (error.code, error.details["argument"]) == ("input_unknown", "token")
    assert "did you mean `tokens`?" in str(error)
    assert refused().code == "input_missing"


def test_a_wrong_path_cannot_be_given_and_is_not_shown() -> None:
    error = refused(n=1, wrong_order=True)
    assert error.code == "input_unknown"
    assert "wrong" not in error.details["known"]
    assert "wrong" not in refused(n=1, nope=1).details["known"]


def test_a_default_becomes_an_array_as_a_given_value_would() -> None:
    def joined(x: Any, y: Any = (1, 2)) -> Steps:
        yield Step("y_x", "y", "x + y", x + y)

    assert run(joined, {"x": [1, 1]})[0].value.tolist() == [2, 3]


def test_a_missing_input_is_told_with_its_cure() -> None:
    with pytest.raises(DemoError) as caught:
        run(sized, {})
    assert "`--set n=…`" in str(caught.value)
    assert "test_arguments.yaml" in str(caught.value)


def test_a_text_for_what_the_examples_have_numbers_for_is_refused() -> None:
    demo = replace(DEMO, inputs={}, examples=(Example(inputs={"n": 3, "tokens": ["a"]}),))
    with pytest.raises(DemoError) as caught:
        check_inputs(demo, {"n": "nonsense"})
    assert (caught.value.code, caught.value.details) == ("input_text", {"argument": "n"})
    check_inputs(demo, {"n": 4, "tokens": ["b"]})
