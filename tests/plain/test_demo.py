from pathlib import Path

import numpy as np

from tutor.demo import Demo, Step, Steps, run
from tutor.plain.demo import demo_lines


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
