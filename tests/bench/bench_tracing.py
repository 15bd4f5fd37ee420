"""Running a demo traced, and explaining one cell of it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from report import Table
from timing import row, table, timed

from tutor.demo import Array, Step, Steps, load
from tutor.demo.running import run
from tutor.demo.tracing import trace
from tutor.packs import read_demo_words
from tutor.trace.tree import Address

DEMOS = Path(__file__).resolve().parents[2] / "demos"
SIDE = 64
TIMES = 15


def product(x: Array, w: Array) -> Steps:
    """One large product."""
    yield Step("z", "Z", r"X W", x @ w)


def measure(made: Table, what: str, deed: Callable[[], object]) -> None:
    """Note how long a deed takes."""
    row(made, what, [timed(deed) for _ in range(TIMES)])


def tables(quick: bool) -> list[Table]:
    """How long it takes to run and to explain."""
    made = table(
        "Tracing and explaining",
        "A demo run plain and traced, and one cell of it explained.",
    )
    words, faults = read_demo_words(DEMOS / "attention.yaml")
    assert not faults, faults
    demo = load(DEMOS, "attention", words)
    inputs = demo.examples[0].inputs
    measure(made, "attention, plain", lambda: run(demo.function, inputs))
    measure(made, "attention, traced", lambda: trace(demo.function, inputs))
    traced = trace(demo.function, inputs)
    name = traced.steps[-1].name
    last = Address(name, tuple(0 for _ in traced.array(name).shape))
    measure(made, f"attention, {last} explained", lambda: traced.cell(last).lines())
    large = dict(zip("xw", np.random.default_rng(0).normal(size=(2, SIDE, SIDE)), strict=True))
    measure(made, f"{SIDE}×{SIDE} product, traced", lambda: trace(product, large))
    followed = trace(product, large)
    cell = Address("z", (SIDE // 2, SIDE // 3))
    measure(made, f"{cell} with its operands", lambda: followed.cell(cell).operands)
    measure(made, f"{cell} on the screen", lambda: followed.cell(cell).lines())
    measure(made, f"{cell} in full", lambda: followed.cell(cell).numbers)
    return [made]


if __name__ == "__main__":
    tables(quick=False)
