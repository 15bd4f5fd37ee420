"""A demo's first example in a few lines, one of its numbers explained: the player, in small."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, product

from textual.content import Content

from tutor.demo import Demo, DemoError
from tutor.demo import Run as TracedRun
from tutor.trace.tree import Address
from tutor.ui.player.expression import cell_label, draw_expression, value_text
from tutor.ui.player.numbers import Numbers
from tutor.ui.setting import inline, unglued


class Taste:
    """The example's inputs and steps, a line each; one walks from number to number of the steps.

    Raises DemoError where the demo cannot be run or its cells cannot be explained.
    """

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        numbers = Numbers(demo)
        numbers.begin(0)
        if not isinstance(numbers.run, TracedRun):
            raise numbers.refusal or DemoError("no_numbers", demo=demo.name)
        self._run = numbers.run
        self._steps = [step.name for step in self._run.steps]
        self._cells = [cell for name in self._steps for cell in self._cells_of(name)]
        self._at = 0

    @property
    def cell(self) -> str:
        """The number that is explained, as the player calls it."""
        return str(self._cells[self._at])

    def step(self, by: int) -> None:
        """Explain another number."""
        self._at = min(max(self._at + by, 0), len(self._cells) - 1)

    def draw(self, width: int, say_left_out: Callable[[int], str]) -> list[Content]:
        """The numbers, and below them how the chosen one came about."""
        explained = self._run.cell(self._cells[self._at])
        lit = set(explained.operands)
        names = [name for name in self._run.inputs if name not in self._steps] + self._steps
        symbols = {name: unglued(inline(f"${self._run.symbol(name)}$")) for name in names}
        column = max(symbol.cell_length for symbol in symbols.values()) + 3
        lines = []
        for name, symbol in symbols.items():
            lead = Content.assemble("  ", symbol, " " * (column - symbol.cell_length))
            for _, row in groupby(self._cells_of(name), lambda cell: cell.index[:-1]):
                cells = [self._draw_cell(cell, lit) for cell in row]
                lines.append(Content.assemble(lead, *cells).truncate(width, ellipsis=True))
                lead = Content(" " * (column + 2))
        label = Content(cell_label(explained.symbol, explained.at))
        drawn = draw_expression(
            label, explained, width - 2, lit=(), chosen=None, say_left_out=say_left_out
        )
        return [*lines, Content(""), *(Content.assemble("  ", line) for line in drawn)]

    def _cells_of(self, name: str) -> list[Address]:
        shape = self._run.array(name).shape
        return [Address(name, index) for index in product(*(range(size) for size in shape))]

    def _draw_cell(self, cell: Address, lit: set[Address]) -> Content:
        """A number; the one explained in brackets, those that it was made from underlined."""
        text = value_text(self._run.array(cell.name)[cell.index].item())
        if cell == self._cells[self._at]:
            return Content.styled(f"[{text}]".rjust(10), "bold $accent")
        padded = Content(" " * max(9 - len(text), 0))
        return Content.assemble(padded, (text, "underline" if cell in lit else ""), " ")
