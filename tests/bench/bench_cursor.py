"""The cursor on a 64×64 product, its operands' row and column lit, in terminals of three sizes."""

import asyncio

import numpy as np
from report import Table
from textual.app import App, ComposeResult
from textual.widgets import Static
from timing import Painter, row, table

from tutor.ui import themes
from tutor.ui.widgets.array_row import ArrayRow
from tutor.ui.widgets.arrays import ArrayView

SIDE = 64
SIZES = ((100, 30), (160, 48), (240, 70))
WALKS = {
    "right": [(0, 1)] * 40,
    "down": [(1, 0)] * 40,
    "left": [(0, -1)] * 40,
    "down, right": [(1, 0), (0, 1)] * 20,
}


class Product(App[None]):
    """Z = X W, with what a cell of Z was made from lit in X and W, and its sum below."""

    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name
        self.left, self.right, self.result = ArrayView(), ArrayView(), ArrayView()
        self.explained = Static("", markup=False)

    def compose(self) -> ComposeResult:
        yield ArrayRow(self.left, self.right, self.result)
        yield self.explained

    def on_mount(self) -> None:
        random = np.random.default_rng(0)
        x, w = random.normal(size=(2, SIDE, SIDE))
        for view, array, name in zip(
            (self.left, self.right, self.result), (x, w, x @ w), "XWZ", strict=True
        ):
            view.show(array, f"{name} {SIDE}×{SIDE}")

    def on_array_view_moved(self, event: ArrayView.Moved) -> None:
        row, column = event.index
        self.left.light([(row, place) for place in range(SIDE)])
        self.right.light([(place, column) for place in range(SIDE)])
        self.explained.update(f"Z[{row},{column}] = " + "x·w + " * 6, layout=False)


async def measure(size: tuple[int, int], made: Table) -> None:
    """Walk about and note how long each kind of step takes."""
    app = Product()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.result.go((0, 0))
        await pilot.pause()
        painter = Painter(app)
        for name, steps in WALKS.items():
            times = [await painter.painted(lambda by=by: app.result.move(*by)) for by in steps]
            row(made, f"{size[0]}×{size[1]}, {name}", times)


def tables(quick: bool) -> list[Table]:
    """How long it takes to paint a step of the cursor."""
    made = table(
        f"Cursor on {SIDE}×{SIDE}",
        "From the step to the last painted frame; the operands' row and column are lit anew.",
    )
    for size in SIZES[:1] if quick else SIZES:
        asyncio.run(measure(size, made))
    return [made]


if __name__ == "__main__":
    tables(quick=False)
