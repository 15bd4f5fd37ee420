from pathlib import Path
from typing import Any

import numpy as np

from tutor.demo import Demo, Step, Steps, Trap, run, trace
from tutor.plain.demo import demo_lines, difference_at
from tutor.trace.tree import Address


def halve(x: object, *, by: int = 2) -> Steps:
    yield Step("half", "H", r"\frac{x}{2}", np.asarray(x) / by)


DEMO = Demo(
    name="halve",
    title="Halving",
    function=halve,
    file=Path("halve.py"),
    source="A book",
    conventions={"by": "what it is divided by"},
    defaults={"by": 2},
    whys={"half": "Because **half** is enough."},
)


def test_a_demo_is_told_with_inputs_formula_value_and_why() -> None:
    inputs: dict[str, object] = {"x": [[1, 2], [3, 4]], "by": 2}
    steps = run(halve, inputs)
    lines = demo_lines(DEMO, steps, {"half": 1}, inputs, "en")
    assert lines[:2] == ["Halving", "Source: A book"]
    assert "x 2×2" in lines
    assert "1. half: H = x/2" in lines
    assert "   0.5  1.0" in lines
    assert lines[-1] == "Because half is enough."


def test_a_part_of_the_steps_keeps_its_number() -> None:
    steps = run(halve, {"x": 1})
    assert any(
        line.startswith("7. half") for line in demo_lines(DEMO, steps, {"half": 7}, {}, "en")
    )


def test_words_and_truths_stand_in_columns() -> None:
    def words(x: Any) -> Steps:
        yield Step("cat", "c", "x = cat", x == "고양이")

    inputs: dict[str, object] = {"x": [["the", "고양이"], ["dog", "a"]]}
    lines = demo_lines(DEMO, run(words, inputs), {"cat": 1}, inputs, "en")
    start = lines.index("x 2×2")
    assert lines[start + 1 : start + 3] == ["   the  고양이", "   dog  a"]
    assert "   False  True" in lines


def explained(function: Any, inputs: dict[str, object], cell: str) -> list[str]:
    found = trace(function, inputs)
    at = found.cell(found.address(cell))
    lines = demo_lines(DEMO, [], {}, {}, "en", cell=at)
    return lines[lines.index(cell) + 1 :]


def test_a_cells_lines_lead_from_symbols_to_its_value() -> None:
    def scaled(x: Any) -> Steps:
        yield Step("half", "H", "x / 2", x / 2)

    assert explained(scaled, {"x": [3.0, 5.0]}, "half[1]") == [
        "   H[1] = x[1] / 2",
        "        = 5 / 2",
        "        = 2.5",
        "   made from: x[1]",
    ]


def test_a_long_sum_says_how_much_of_it_is_left_out() -> None:
    def total(x: Any) -> Steps:
        yield Step("total", "T", "sum", x.sum())

    lines = explained(total, {"x": list(range(40))}, "total")
    assert "more) …" in lines[0]
    assert lines[-1].count("x[") == 40


def test_a_shape_that_differs_is_told_as_one() -> None:
    def rows(x: Any, *, kept: bool = False) -> Steps:
        yield Step("sum", "s", "sum", x.sum(axis=-1, keepdims=kept))

    right = trace(rows, {"x": [[1.0, 2.0]]})
    wrong = trace(rows, {"x": [[1.0, 2.0]], "kept": True})
    difference = difference_at(Address("sum"), right, wrong)
    trap = Trap(id="kept", say="The axis stays.")
    lines = demo_lines(DEMO, wrong.steps, {"sum": 1}, {}, "en", trap=trap, difference=difference)
    assert "Trap kept: The axis stays." in lines
    assert any("sum, which is 1×1 instead of 1" in line for line in lines)
