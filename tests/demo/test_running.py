import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tutor.demo import Array, DemoError, Step, Steps, run, trace


def shares(scores: Array, d_k: Array | int = 4, *, scale: str = "root") -> Steps:
    divisor = np.sqrt(d_k) if scale == "root" else d_k
    scaled = yield Step("scaled", "S'", r"S / \sqrt{d_k}", scores / divisor)
    yield Step("total", "t", r"\sum S'", scaled.sum(axis=-1))


def inner(x: Array) -> Steps:
    yield Step("double", "D", "2 x", 2 * x)


def outer(x: Array) -> Steps:
    y = yield Step("plus", "P", "x + 1", x + 1)
    yield from inner(y)


def error_of(function: Any, inputs: dict[str, Any], **sent: Any) -> DemoError:
    with pytest.raises(DemoError) as caught:
        run(function, inputs, sent)
    assert "\n" not in str(caught.value)
    return caught.value


def line_of(text: str) -> int:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.endswith(text))


def test_each_formula_becomes_a_step_in_order() -> None:
    steps = run(shares, {"scores": [112, 96], "d_k": 64})
    assert [step.name for step in steps] == ["scaled", "total"]
    assert steps[0].value.tolist() == [14, 12]
    assert steps[1].value == 26


def test_a_value_sent_in_is_what_the_demo_goes_on_with() -> None:
    steps = run(shares, {"scores": [112, 96], "d_k": 64}, {"scaled": [1.75, 1.5]})
    assert steps[0].value.tolist() == [1.75, 1.5]
    assert steps[1].value == 3.25


def test_whole_numbers_sent_for_others_are_not_taken_as_whole() -> None:
    def inverted(x: Array) -> Steps:
        half = yield Step("half", "h", "x / 2", x / 2)
        yield Step("inverse", "i", "h^-1", half**-1)

    assert run(inverted, {"x": [1, 3]}, {"half": [1, 2]})[1].value.tolist() == [1, 0.5]


def test_values_reach_steps_inside_yield_from() -> None:
    steps = run(outer, {"x": [1, 2]}, {"plus": [0, 10]})
    assert steps[1].value.tolist() == [0, 20]


def test_an_absent_input_with_a_default_takes_it() -> None:
    assert run(shares, {"scores": [8]})[0].value.tolist() == [4]


def test_a_convention_is_switched_by_name() -> None:
    steps = run(shares, {"scores": [112, 96], "d_k": 64, "scale": "none"})
    assert steps[0].value.tolist() == [1.75, 1.5]


def test_whole_numbers_stay_whole_so_that_they_can_index() -> None:
    def rows(table: Array, token: Array) -> Steps:
        yield Step("row", "e", "E_t", table[token])

    assert run(rows, {"table": [[1, 2], [3, 4]], "token": [1, 0]})[0].value.tolist() == [
        [3, 4],
        [1, 2],
    ]


def test_a_demo_that_changes_an_input_is_refused_at_that_line() -> None:
    def greedy(x: Array) -> Steps:
        rows = x.reshape(1, -1)
        rows += 1  # in place
        yield Step("x", "x", "x + 1", x)

    mine = np.zeros(2)
    error = error_of(greedy, {"x": mine})
    assert (error.code, error.line) == ("input_changed", line_of("# in place"))
    assert mine.tolist() == [0, 0]


def test_a_demo_cannot_change_what_a_convention_was_given_as() -> None:
    def greedy(x: Array, *, order: Any = [1]) -> Steps:  # noqa: B006  # that is what is tried
        order.append(2)
        yield Step("x", "x", "x", x + len(order))

    mine = [1, 2, 3]
    assert run(greedy, {"x": 1, "order": mine})[0].value == 5
    assert mine == [1, 2, 3]
    assert [run(greedy, {"x": 1})[0].value for _ in range(2)] == [3, 3]


def test_a_step_keeps_its_value_when_the_demo_goes_on_to_change_it() -> None:
    def grows(x: Array) -> Steps:
        y = yield Step("first", "x", "x", x * 1)
        y += 1
        yield Step("second", "x", "x + 1", y)

    assert [step.value.tolist() for step in run(grows, {"x": [0.0]})] == [[0], [1]]


def test_overflow_is_a_result_and_no_warning() -> None:
    def huge(x: Array) -> Steps:
        yield Step("e", "e", "e^x", np.exp(x) / 0)

    assert np.isinf(run(huge, {"x": [1000.0]})[0].value).all()


def test_an_argument_that_follows_numpys_protocols_is_handed_over_as_it_is() -> None:
    class Traced(np.lib.mixins.NDArrayOperatorsMixin):
        shape = (2,)

        def __array_ufunc__(self, *_: Any, **__: Any) -> "Traced":
            return self

    traced = Traced()
    assert run(inner, {"x": traced})[0].value is traced


def test_a_step_name_used_twice_is_refused_with_its_line() -> None:
    def twice(x: Array) -> Steps:
        yield Step("a", "a", "x", x)
        yield Step("a", "a", "x", x)  # the second

    error = error_of(twice, {"x": 1})
    assert (error.code, error.line) == ("step_twice", line_of("# the second"))
    assert error.file == __file__


def test_a_fault_inside_yield_from_names_the_inner_line() -> None:
    def lists(x: Array) -> Steps:
        yield Step("rows", "R", "x", [x, x])  # type: ignore[arg-type]  # a list

    def delegates(x: Array) -> Steps:
        yield from lists(x)

    error = error_of(delegates, {"x": 1})
    assert (error.code, error.line) == ("not_an_array", line_of("# a list"))
    assert "np.stack" in str(error)


@pytest.mark.parametrize("value", [None, [1, 2], "text", {"a": 1}, object()])
def test_only_arrays_and_numbers_are_values(value: Any) -> None:
    def strange() -> Steps:
        yield Step("s", "s", "s", value)

    assert error_of(strange, {}).code == "not_an_array"


@pytest.mark.parametrize(
    ("value", "code", "cure"),
    [
        (np.array([None]), "step_kind", "array of type object"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), "step_kind", "numbers"),
        (np.array([1j]), "complex", "real and the imaginary"),
        (1j, "complex", "real and the imaginary"),
        (2**64, "step_big", "float(…)"),
    ],
)
def test_arrays_of_what_is_no_number_truth_value_or_text_are_refused(
    value: Any, code: str, cure: str
) -> None:
    def strange() -> Steps:
        yield Step("s", "s", "s", value)

    error = error_of(strange, {})
    assert (error.code, error.details["step"]) == (code, "s")
    assert cure in str(error)


def test_a_demo_without_steps_is_refused_with_its_line() -> None:
    def nothing(x: Array) -> Steps:  # without steps
        if x.ndim > 5:
            yield Step("s", "s", "s", x)

    error = error_of(nothing, {"x": 1})
    assert (error.code, error.line) == ("no_steps", line_of("# without steps"))


def test_a_demo_cannot_end_the_program() -> None:
    def leaves(x: Array) -> Steps:
        yield Step("s", "s", "s", x)
        sys.exit(3)  # leaves

    error = error_of(leaves, {"x": 1})
    assert (error.code, error.line) == ("raised", line_of("# leaves"))
    assert "SystemExit: 3" in str(error)


def test_warnings_of_a_demo_are_nobodys() -> None:
    def warns(x: Array) -> Steps:
        yield Step("s", "s", "s", x[:0].mean())

    # Warnings are errors in these tests: one that leaked would raise.
    assert np.isnan(run(warns, {"x": [1.0, 2.0]})[0].value)
    with pytest.warns(RuntimeWarning, match="empty slice"), np.errstate(all="ignore"):
        np.array([])[:0].mean()


def test_what_a_demo_prints_stays_out_of_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    def prints(x: Array) -> Steps:
        print("here")
        yield Step("s", "s", "s", x + 1)

    run(prints, {"x": 1})
    assert capsys.readouterr() == ("", "here\n")
    trace(prints, {"x": 1})
    assert capsys.readouterr() == ("", "here\n")


@pytest.mark.parametrize("given", [None, 3, ("s", "s", "s", 1)])
def test_what_is_yielded_must_be_a_step(given: Any) -> None:
    def strange() -> Steps:
        yield given

    assert error_of(strange, {}).code == "not_a_step"


@pytest.mark.parametrize("name", ["", "S'", "가중치", "a b", "1st", 7])
def test_a_step_is_called_by_an_ascii_name(name: Any) -> None:
    def strange() -> Steps:
        yield Step(name, "s", "s", np.ones(1))

    assert error_of(strange, {}).code == "step_name"


def test_an_exception_of_the_demo_is_placed_at_its_line() -> None:
    def breaks(x: Array) -> Steps:
        yield Step("fine", "f", "x", x)
        yield Step("p", "p", "x x", x @ np.ones(3))  # breaks here

    error = error_of(breaks, {"x": [1, 2]})
    assert (error.code, error.line) == ("raised", line_of("# breaks here"))
    assert str(error).startswith(f"{__file__}:{error.line}: ValueError: ")


def test_a_function_that_yields_nothing_is_no_demo() -> None:
    assert error_of(lambda: [], {}).code == "not_a_generator"


def test_missing_and_unknown_inputs_are_named() -> None:
    assert "`scores` is missing" in str(error_of(shares, {}))
    error = error_of(shares, {"score": [1]})
    assert (error.code, error.details["argument"]) == ("input_unknown", "score")
    assert "did you mean `scores`?" in str(error)


@pytest.mark.parametrize("value", [[[1, 2], [3]], None, {"a": 1}, [1, None]])
def test_an_input_that_is_no_array_is_refused(value: Any) -> None:
    assert error_of(inner, {"x": value}).code == "input_unreadable"


def test_a_value_of_another_shape_cannot_be_sent_in() -> None:
    error = error_of(shares, {"scores": [112, 96]}, scaled=[[1, 2, 3]])
    assert error.code == "sent_shape"
    assert error.details == {"step": "scaled", "given": "1×3", "shape": "2"}


@pytest.mark.parametrize("value", [[[1, 2], [3]], ["a", "b"], None])
def test_what_is_sent_in_must_be_numbers(value: Any) -> None:
    assert error_of(shares, {"scores": [112, 96]}, scaled=value).code == "sent_unreadable"


def test_a_value_sent_to_a_step_that_is_not_there_is_refused() -> None:
    error = error_of(shares, {"scores": [1, 2]}, scalde=[1, 2])
    assert error.code == "no_step"
    assert "did you mean `scaled`?" in str(error)


def test_a_callable_is_sent_what_has_a_name_at_the_yield() -> None:
    met: dict[str, Any] = {}

    def twice(names: Any) -> Any:
        met.update(names)
        return (2 * names["divisor"] * names["scaled"]).sum()

    steps = run(shares, {"scores": [112, 96], "d_k": 64}, {"total": twice})
    assert steps[1].value == 2 * 8 * 26
    assert met["scores"].tolist() == [112, 96]
    assert met["scale"] == "root"


def test_a_callable_sees_the_names_of_the_innermost_generator() -> None:
    def within(y: Array) -> Steps:
        hidden = 10 * y
        yield Step("double", "D", "2 y", 2 * y + 0 * hidden)

    def around(x: Array) -> Steps:
        only_outside = yield Step("plus", "P", "x + 1", x + 1)
        yield from within(only_outside)

    def hidden(names: Any) -> Any:
        assert "only_outside" not in names
        return names["hidden"] + names["plus"] + names["x"]

    assert run(around, {"x": [1, 2]}, {"double": hidden})[1].value.tolist() == [23, 35]


def test_of_names_that_are_shared_the_inputs_go_before_locals_and_steps_before_inputs() -> None:
    def shadowing(x: Array) -> Steps:
        given = x
        x = 100 * x
        y = yield Step("given", "g", "x", given + 1)
        yield Step("last", "l", "x", x + y)

    def both(names: Any) -> Any:
        return 1000 * names["given"] + names["x"]

    assert run(shadowing, {"x": [1]}, {"last": both})[1].value.tolist() == [2001]


def test_a_callable_may_speak_of_what_the_step_would_have_been() -> None:
    steps = run(
        shares, {"scores": [112, 96], "d_k": 64}, {"scaled": lambda names: -names["scaled"]}
    )
    assert steps[0].value.tolist() == [-14, -12]


@pytest.mark.parametrize(
    ("function", "code"),
    [
        (lambda names: names["none"], "sent_fails"),
        (lambda names: 1 // 0, "sent_fails"),
        (lambda names: names["scores"][:1], "sent_shape"),
        (lambda names: "text", "sent_unreadable"),
    ],
)
def test_what_goes_wrong_in_a_callable_is_told_with_its_step(function: Any, code: str) -> None:
    error = error_of(shares, {"scores": [112, 96]}, scaled=function)
    assert (error.code, error.details["step"]) == (code, "scaled")


def test_a_wrong_path_is_handed_over_like_any_argument() -> None:
    def signed(x: Array, *, wrong_sign: bool = False) -> Steps:
        yield Step("y", "y", "x", -x if wrong_sign else x)

    assert run(signed, {"x": 2, "wrong_sign": True})[0].value == -2
