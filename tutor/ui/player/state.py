"""A demo as it is being played: the numbers, the place one stands at, what is covered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from tutor.demo import Demo, DemoError
from tutor.demo.errors import near
from tutor.trace.tree import Address
from tutor.ui.player.numbers import Numbers, Run
from tutor.ui.player.prediction import Prediction
from tutor.ui.player.standing import Standing

if TYPE_CHECKING:
    from tutor.core.text import Text
    from tutor.demo import Run as TracedRun
    from tutor.demo import Step
    from tutor.demo.tracing import Explained


class Opening(TypedDict, total=False):
    """How a player may be opened: on these numbers or a seed's, at a step or cell, with a trap.

    `given` holds steps whose values were stated and with which the demo goes on; what follows the
    step `until` is not shown. `wrong` is a wrong path in full, with what is to be said of it.
    """

    inputs: Mapping[str, object] | None
    given: Mapping[str, object]
    until: str
    seed: int | None
    step: str
    cell: str | None
    trap: str
    wrong: tuple[TracedRun, Text]


class Play:
    """What is known without a screen; the page translates keys into it and shows it.

    Opening and whatever changes the numbers may raise DemoError, and then changes nothing.
    """

    def __init__(
        self,
        demo: Demo,
        inputs: Mapping[str, object] | None = None,
        *,
        given: Mapping[str, object] | None = None,
        until: str = "",
    ) -> None:
        self.demo = demo
        self.numbers = Numbers(demo, inputs, given=given, until=until)
        self.standing = Standing()
        self.prediction = Prediction()
        self.heat = True
        self.picture = False

    def begin(self, seed: int, opening: Opening) -> None:
        """Take the first numbers and stand where one was asked to; at the first step, if not."""
        asked = opening.get("seed")
        if asked is not None:
            self.numbers.draw(asked)
        else:
            self.numbers.begin(seed)
        self.follow()
        if self.run is None:
            return
        self.standing.go_to(1)
        if trap := opening.get("trap"):
            self._open_trap(trap)
        if wrong := opening.get("wrong"):
            self.numbers.take_wrong(*wrong)
            self._go_to_difference()
        if cell := opening.get("cell"):
            self.standing.go_to_cell(self._address(cell))
        elif step := opening.get("step"):
            self.standing.go_to(self._position(step))
        self._arrive()

    @property
    def run(self) -> Run | None:
        """The run of the numbers of now; None where the demo has no numbers."""
        return self.numbers.run

    @property
    def steps(self) -> Sequence[Step]:
        """The steps in order."""
        return self.numbers.steps

    @property
    def step(self) -> Step | None:
        """The step one stands at; None on the page of the inputs."""
        return self.steps[self.standing.at - 1] if self.standing.at else None

    @property
    def explained_wrong(self) -> Explained | None:
        """How the same cell comes about along the wrong path, where it has that cell."""
        wrong, cell = self.numbers.wrong, self.standing.cell
        if wrong is None or not self.standing.exists or not self.differs:
            return None
        shape = wrong.array(cell.name).shape
        inside = len(shape) == len(cell.index) and all(
            place < size for place, size in zip(cell.index, shape, strict=True)
        )
        return wrong.cell(cell) if inside else None

    @property
    def differs(self) -> bool:
        """Whether the wrong path changes the step one stands at."""
        return self.standing.name in self.numbers.differing

    @property
    def hidden(self) -> bool:
        """Whether the cell one stands in is covered."""
        return self.standing.cell.index in self.prediction.covered and bool(self.standing.at)

    @property
    def pictured(self) -> str:
        """How the step one stands at is to be pictured: `image`, `curve`, or not at all."""
        step = self.step
        if step is None or not self.picture or self.prediction.covered or self.differs:
            return ""
        return self.demo.pictures.get(step.name, "")

    # Moving.

    def go_to(self, at: int) -> bool:
        """Go to a step by its number; 0 is the page of the inputs."""
        return self._moved(self.standing.go_to(at))

    def enter(self, operand: Address | None = None) -> bool:
        """Go into an operand."""
        # What one goes into to look at it must not be covered.
        return self._moved(self.standing.enter(operand), cover=False)

    def back(self, to: int = -1) -> bool:
        """Go back out of it."""
        return self._moved(self.standing.back(to))

    # Numbers.

    def next_example(self) -> bool:
        """The next published example."""
        return self._followed(self.numbers.next_example())

    def take_original(self) -> bool:
        """The numbers before any change."""
        return self._followed(self.numbers.take_original())

    def draw(self, seed: int) -> None:
        """Numbers drawn anew."""
        self.numbers.draw(seed)
        self.follow()

    def change(self, name: str, value: object) -> None:
        """One input or convention changed by hand."""
        self.numbers.change(name, value)
        self.follow()

    def next_trap(self) -> bool:
        """Follow the next known mistake and go to the first cell that it changes."""
        if not self.numbers.next_trap(self.standing.name):
            return False
        self._go_to_difference()
        self._arrive(cover=False)
        return True

    def leave_trap(self) -> None:
        """Follow no mistake any more."""
        self.numbers.take_trap(None)

    def follow(self) -> None:
        """Stand in the run of now."""
        if self.run is not None:
            self.prediction.forget()
            self.standing.follow(self.run)
            self._arrive()

    def _followed(self, changed: bool) -> bool:
        if changed:
            self.follow()
        return changed

    def _moved(self, moved: bool, *, cover: bool = True) -> bool:
        if moved:
            self._arrive(cover=cover)
        return moved

    def _arrive(self, *, cover: bool = True) -> None:
        step = self.step
        if step is None or self.run is None:
            self.prediction.leave()
        else:
            array, at = self.array(step.name), self.standing.cell.index
            self.prediction.arrive(step.name, array, at, cover=cover)
            self.prediction.saw(self.run.reads(step.name))

    def array(self, name: str) -> Any:
        """An array of the run of now."""
        assert self.run is not None
        return self.run.array(name)

    def _position(self, name: str) -> int:
        names = [step.name for step in self.steps]
        if name not in names:
            known = ", ".join(names)
            raise DemoError("no_step", step=name, near=near(name, tuple(names)), known=known)
        return names.index(name) + 1

    def _address(self, text: str) -> Address:
        from tutor.demo import Run as TracedRun

        assert self.run is not None
        if isinstance(self.run, TracedRun):
            return self.run.address(text)
        return Address(text.partition("[")[0])

    def _open_trap(self, wanted: str) -> None:
        known = {trap.id: trap for trap in self.demo.traps}
        if wanted in known:
            self.numbers.take_trap(known[wanted])
            self._go_to_difference()

    def _go_to_difference(self) -> None:
        """Stand where the wrong path first leaves the right one; a whole step may differ."""
        cell = self.numbers.difference
        if cell is not None and not self.standing.go_to_cell(cell):
            self.standing.go_to(self._position(cell.name))
