"""A formula's step on several draws, and what the formula comes to beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Any, Final

from tutor.core.live import Numbers
from tutor.demo import Demo, DemoError
from tutor.live.drawing import draw_inputs
from tutor.live.errors import DrawError
from tutor.live.formula_text import spelling
from tutor.live.matching import Typed
from tutor.numbers import Value

if TYPE_CHECKING:
    from tutor.demo import Array
    from tutor.demo.tracing import Run
    from tutor.live.editing import Edit
    from tutor.live.graphs import Graph

DRAWS: Final = 8
"""On so many draws a formula is compared with the step."""
_ATTEMPTS: Final = 32
_EXACT: Final = 1e-9
_E: Final = 2.718281828459045


def draws_of(demo: Demo, step: str, seed: int) -> list[FormulaDraw]:
    """So many runs with other inputs each; raises what hinders them if there is not a single."""
    found: list[FormulaDraw] = []
    failure: DemoError | DrawError | None = None
    for attempt in range(_ATTEMPTS):
        try:
            found.append(_draw(demo, step, seed * _ATTEMPTS + attempt, attempt))
        except (DemoError, DrawError) as error:
            failure = failure or error
        if len(found) == DRAWS:
            break
    if not found:
        assert failure is not None
        raise failure
    return found


@dataclass(slots=True)
class FormulaDraw:
    """A traced run of the demo up to the step, and what the formula comes to there."""

    run: Run
    numbers: Numbers
    value: Any = None
    typed: Typed = field(init=False)
    _graph: Graph | None = None
    _edits: dict[str, Edit] = field(default_factory=dict)

    def names(self) -> dict[str, Any]:
        """The values of all that the formula may speak of, single numbers as Python's."""
        found: dict[str, Any] = {"e": _E}
        for node in self.graph.formulas.get(self.numbers.step, ()):
            for leaf in node.args:
                name, value = getattr(leaf, "name", ""), getattr(leaf, "value", None)
                if name.isidentifier() and isinstance(value, int | float):
                    found[name] = value
        conventions = self.run.conventions.items()
        found.update((name, value) for name, value in conventions if isinstance(value, int | float))
        for name in (*self.run.inputs, *self.numbers.given):
            array = self.run.array(name)
            found[name] = array if array.ndim else array.item()
        return found

    def spellings(self) -> dict[str, str]:
        """What each of these may be called: its name, its symbol, in the other size, its initial.

        The signs of the demo's formulas are in part no names of its code: S for `scores`.
        """
        from tutor.maths import one_line
        from tutor.trace.signs import name_text

        names = [*self.names()]
        found = {name: name for name in names}
        for name in names:
            found.setdefault(spelling(name_text(name)), name)
            if name in self.numbers.given:
                symbol = self.run.symbol(name)
                bare = symbol.replace("\\", "").replace("{", "").replace("}", "")
                for called in (one_line(symbol), bare):
                    found.setdefault(spelling(called), name)
        for called, name in [*found.items()]:
            if called and called != "e":
                found.setdefault(called[0].swapcase() + called[1:], name)
        initials = Counter(name[0].upper() for name in self.run.inputs)
        for name in self.run.inputs:
            if initials[name[0].upper()] == 1:
                found.setdefault(name[0].upper(), name)
        return {called: name for called, name in found.items() if called}

    def take(self, value: Any) -> None:
        """The formula's value on this draw."""
        import numpy as np

        self.value = np.asarray(value)
        finite = self.value.dtype.kind in "biuf"
        cells = tuple(map(float, self.value.ravel())) if finite else ()
        size = max((abs(cell) for cell in cells if cell == cell and abs(cell) != np.inf), default=1)
        windows = [_EXACT * max(abs(cell), size, 1e-300) for cell in cells]
        shape = tuple(self.value.shape)
        if _without_ones(shape) == _without_ones(self.numbers.shape):
            shape = self.numbers.shape
        self.typed = Typed(self.numbers, Value(shape, cells), windows, checked=True)

    def given_only(self, demo: Demo, names: frozenset[str]) -> FormulaDraw:
        """The same draw and value, with these of the earlier steps given and the others computed.

        Cells that the code computes a little differently by then stay the key that was asked.
        """
        from tutor.demo.tracing import trace

        given = {name: value for name, value in self.numbers.given.items() if name in names}
        inputs = {**self.numbers.inputs, **self.numbers.arguments}
        fewer = FormulaDraw(trace(demo.function, inputs, given), replace(self.numbers, given=given))
        fewer.take(self.value)
        return fewer

    @property
    def is_right(self) -> bool:
        """Whether the formula comes to the step's value here."""
        return self.typed.value.shape == self.numbers.shape and all(self.cells_right())

    @property
    def is_comparable(self) -> bool:
        """Whether the formula comes to finite numbers here."""
        import numpy as np

        return bool(self.typed.value.cells) and bool(np.isfinite(self.typed.value.cells).all())

    def cells_right(self) -> tuple[bool, ...]:
        """Cell by cell, whether the formula is right."""
        import numpy as np

        mine, right = self.typed.value.cells, self.numbers.key
        if len(mine) != len(right):
            return tuple(False for _ in right)
        size = max(map(abs, filter(np.isfinite, right)), default=1.0)
        near = np.isclose(mine, right, rtol=_EXACT, atol=_EXACT * size, equal_nan=True)
        return tuple(near.tolist())

    @property
    def graph(self) -> Graph:
        """The operations of the step's own formula."""
        from tutor.live.graphs import Graph

        if self._graph is None:
            self._graph = Graph(self.run, self.numbers.step)
        return self._graph

    def edits(self) -> Mapping[str, Edit]:
        """The single edits of the formula by their keys, the likeliest first."""
        from tutor.live.edits import edits

        if not self._edits:
            self._edits = {edit.key: edit for edit in edits(self.graph)}
        return self._edits

    def fits(self, key: str) -> bool:
        """Whether the formula is the step with this edit."""
        edit = self.edits().get(key)
        result = None if edit is None else self.graph.result(edit.changes)
        return result is not None and self.typed.fits(_cells(result))


def _without_ones(shape: Sequence[int]) -> tuple[int, ...]:
    return tuple(size for size in shape if size != 1)


def _cells(value: Any) -> list[float]:
    import numpy as np

    array = np.asarray(value)
    return [float(cell) for cell in array.ravel()] if array.dtype.kind in "biuf" else []


def _draw(demo: Demo, step: str, seed: int, attempt: int) -> FormulaDraw:
    import numpy as np

    from tutor.demo.running import run as run_plainly
    from tutor.demo.tracing import trace

    if demo.draw is not None:
        inputs: Mapping[str, object] = draw_inputs(demo, seed)
    elif demo.examples:
        inputs = demo.examples[attempt % len(demo.examples)].inputs
        if attempt >= len(demo.examples):
            chance = Random(f"inputs of {seed}")
            inputs = {
                name: value if name in demo.defaults else _varied(value, chance)
                for name, value in inputs.items()
            }
    else:
        raise DrawError("draw-none", demo=demo.name)
    steps = {found.name: np.asarray(found.value) for found in run_plainly(demo.function, inputs)}
    if step not in steps:
        raise DemoError("no_step", step=step, near="", known=", ".join(steps))
    if steps[step].dtype.kind not in "biuf":
        raise DrawError("live-words", step=step)
    before = [*steps][: [*steps].index(step)]
    given = {name: steps[name].tolist() for name in before}
    arguments = {name: inputs.get(name, value) for name, value in demo.defaults.items()}
    key: Array = steps[step]
    numbers = Numbers(
        demo=demo.name,
        step=step,
        seed=seed,
        inputs={name: value for name, value in inputs.items() if name not in arguments},
        arguments=arguments,
        given=given,
        cells=tuple(np.ndindex(key.shape)),
        shape=tuple(key.shape),
        key=tuple(map(float, key.ravel())),
    )
    return FormulaDraw(trace(demo.function, inputs, given), numbers)


def _varied(value: object, chance: Random) -> object:
    """An example's input with other numbers of the same kind."""
    if isinstance(value, list | tuple):
        return [_varied(part, chance) for part in value]
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return value + int(4 * chance.random())
    return value * (0.5 + chance.random()) if isinstance(value, float) else value
