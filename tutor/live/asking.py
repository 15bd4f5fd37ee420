"""A live question's numbers: inputs drawn anew, aimed at a trap, rounded as they are shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from tutor.core.live import Index, Numbers
from tutor.demo import Demo, DemoError, Draw, Trap
from tutor.live.drawing import draw_inputs, drawn_as
from tutor.live.errors import DrawError
from tutor.live.matching import tolerances
from tutor.live.quantities import Chance

if TYPE_CHECKING:
    from tutor.demo import Array

Asked: TypeAlias = Literal["", "all", "row", "one"]
"""Which cells of a step are asked; empty: as many as are not tedious."""

TRIES: Final = 40
"""Draws that are looked at for one question; the best is taken if none is good in all respects."""
FEW: Final = 6
"""So many numbers are asked at once, no more."""
APART: Final = 3
"""By so many tolerances the right answer and the aimed trap's differ."""
_SATURATED: Final = 1e-3
"""What comes so near to 0, 1 or -1 is no longer told from it."""
_UNEXPOSED: Final = 10


def ask(
    demo: Demo,
    step: str,
    seed: int,
    *,
    draw: Draw | None = None,
    shown: Sequence[str] = (),
    asked: Asked = "",
    tolerance: float | None = None,
    aim: str = "",
) -> Numbers:
    """The numbers of a question about `step`: the same for the same seed, demo and aim.

    `draw` overrides the demo's own, quantity by quantity. The steps in `shown` are rounded as the
    question shows them, and the demo goes on with that. Among some draws that follow from the seed
    the first is taken that exposes the trap `aim` and is not degenerate or saturated, else the one
    with the fewest faults. Raises `DemoError` or `DrawError`, the latter also for a step that
    cannot be asked: of words (`live-words`) or truths (`live-truths`), or with a value that is not
    finite on any of the draws (`live-not-finite`).
    """
    demo = drawn_as(demo, draw)
    plan = _Plan(demo, step, seed, tuple(shown), asked, tolerance)
    trap = next((trap for trap in demo.traps if trap.id == aim), None)
    best: tuple[int, Numbers] | None = None
    failed = 0
    for attempt in range(TRIES):
        try:
            numbers = plan.numbers(seed * TRIES + attempt)
        except (DemoError, DrawError) as error:
            failed += 1
            if error.code in _HOPELESS or (best is None and failed == _GIVE_UP):
                raise
            continue
        faults = _faults(numbers)
        if trap is not None and (best is None or faults < best[0]):
            faults += 0 if exposes(demo, numbers, trap) else _UNEXPOSED
        if best is None or faults < best[0]:
            best = (faults, replace(numbers, aim=trap.id if trap else ""))
        if not best[0]:
            break
    assert best is not None, "a draw that failed so often was given up"
    return best[1]


_GIVE_UP: Final = 20
"""So many failed draws, one after the other from the first on, leave no hope; they may be slow."""
_HOPELESS: Final = frozenset({"live-words", "live-truths", "draw-none", "too_slow", "many_steps"})
"""What goes wrong with one draw goes wrong with all; a step may be there on some of them only."""


def as_shown(value: Any) -> Any:
    """A value with every number rounded to the digits that a question shows."""
    from tutor.numbers import show

    if isinstance(value, list):
        return [as_shown(part) for part in value]
    if isinstance(value, bool | str | int) or not math.isfinite(value):
        return value
    return float(show(value))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A question but for its draw."""

    demo: Demo
    step: str
    seed: int
    shown: tuple[str, ...]
    asked: Asked
    tolerance: float | None

    def numbers(self, draw: int) -> Numbers:
        """The question with one draw; raises `DemoError` or `DrawError`."""
        inputs = self.inputs(draw)
        arguments = {name: inputs.get(name, value) for name, value in self.demo.defaults.items()}
        given, value = self.value(inputs, draw)
        # A stream of its own: the draw's first number must not choose the cell as well.
        cells, shape = _cells(value, self.asked, Chance(Random(f"cells of {draw}").random))
        return Numbers(
            demo=self.demo.name,
            step=self.step,
            seed=self.seed,
            inputs={name: value for name, value in inputs.items() if name not in arguments},
            arguments=arguments,
            given=given,
            cells=cells,
            shape=shape,
            key=tuple(float(value[cell]) for cell in cells),
            tolerance=self.tolerance,
        )

    def inputs(self, draw: int) -> Mapping[str, object]:
        """Drawn inputs; a demo that draws nothing asks about one of its examples."""
        if self.demo.draw is not None:
            return draw_inputs(self.demo, draw)
        if not self.demo.examples:
            raise DrawError("draw-none", demo=self.demo.name)
        return self.demo.examples[draw % len(self.demo.examples)].inputs

    def value(self, inputs: Mapping[str, object], draw: int) -> tuple[dict[str, object], Array]:
        """The shown steps as they are shown, and what the asked step comes to from there."""
        import numpy as np

        from tutor.demo.running import run

        steps = {found.name: found for found in run(self.demo.function, inputs)}
        given = {
            name: as_shown(np.asarray(steps[name].value).tolist())
            for name in self.shown
            if name in steps
        }
        if given:
            steps = {found.name: found for found in run(self.demo.function, inputs, given)}
        if self.step not in steps:
            raise DemoError("no_step", step=self.step, near="", known=", ".join(steps))
        value = np.asarray(steps[self.step].value)
        if value.dtype.kind not in "iuf":
            raise DrawError(
                "live-truths" if value.dtype.kind == "b" else "live-words", step=self.step
            )
        if not value.size or not np.isfinite(value).all():
            raise DrawError("live-not-finite", seed=str(draw))
        return given, value


def _cells(value: Array, asked: Asked, chance: Chance) -> tuple[tuple[Index, ...], tuple[int, ...]]:
    """The cells to ask for and the shape in which they are typed."""
    shape = tuple(value.shape)
    if asked == "all" or (not asked and value.size <= FEW) or not shape:
        return tuple(product(*(range(length) for length in shape))), shape
    before = tuple(chance.below(length) for length in shape[:-1])
    if asked == "row" or (not asked and shape[-1] <= FEW and len(shape) > 1):
        return tuple((*before, column) for column in range(shape[-1])), (shape[-1],)
    return ((*before, chance.below(shape[-1])),), ()


def _faults(numbers: Numbers) -> int:
    """How much is wrong with a draw, nothing at best: answers that tell little."""
    key = numbers.key
    faults = 0
    if not any(key):
        faults += 3
    if len(key) > 1 and len(set(key)) == 1:
        faults += 3
    if not all(cell.is_integer() for cell in key):
        near_limits = [min(abs(cell), abs(1 - abs(cell))) for cell in key]
        faults += 2 * any(0 < near < _SATURATED for near in near_limits)
    return faults


def exposes(demo: Demo, numbers: Numbers, trap: Trap) -> bool:
    """Whether the trap's own answer lies clearly apart from the right one, in shape or a cell."""
    wrong = trap_answer(demo, numbers, trap)
    if wrong is None:
        return False
    if len(wrong) != len(numbers.key):
        return True
    return any(
        abs(other - cell) > APART * max(limit, 1e-9)
        for cell, other, limit in zip(numbers.key, wrong, tolerances(numbers), strict=True)
        if math.isfinite(other)
    )


def trap_answer(demo: Demo, numbers: Numbers, trap: Trap) -> tuple[float, ...] | None:
    """What one types who falls into the trap; None where the path cannot be gone to its end."""
    import numpy as np

    from tutor.live.traps import trapped_steps

    try:
        steps = trapped_steps(demo, {**numbers.inputs, **numbers.arguments}, trap, numbers.given)
    except DemoError:
        return None
    if numbers.step not in steps:
        return None
    value = np.asarray(steps[numbers.step])
    try:
        return tuple(float(value[cell]) for cell in numbers.cells)
    except (IndexError, ValueError):
        return tuple(float(cell) for cell in value.reshape(-1))
