"""The known wrong paths of a demo, each run in full: wrong numbers explain themselves too."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from tutor.demo import Demo, DemoError, DemoFunction, Trap
from tutor.live.errors import ExpressionError
from tutor.live.expressions import expression
from tutor.trace.tree import Address

if TYPE_CHECKING:
    from tutor.demo import Array
    from tutor.demo.tracing import Run

_NEAR: Final = 1e-9
"""How far two values may lie apart, against the largest cell, and still be the same number."""


def with_trap(
    demo: Demo,
    inputs: Mapping[str, object],
    trap: Trap,
    given: Mapping[str, object] | None = None,
) -> "Run":
    """The traced run that takes the trap's wrong path from `inputs` on; raises `DemoError`.

    `given` are steps whose values were stated; a trap at one of them changes nothing.
    """
    from tutor.demo.tracing import trace

    with _blaming(demo):
        return trace(demo.function, *_path(demo, inputs, trap, given))


def trapped_steps(
    demo: Demo,
    inputs: Mapping[str, object],
    trap: Trap,
    given: Mapping[str, object] | None = None,
) -> "dict[str, Array]":
    """The steps by name along the trap's path, plainly run; raises `DemoError`."""
    from tutor.demo.running import run

    with _blaming(demo):
        steps = run(demo.function, *_path(demo, inputs, trap, given))
    return {step.name: step.value for step in steps}


def _path(
    demo: Demo,
    inputs: Mapping[str, object],
    trap: Trap,
    given: Mapping[str, object] | None,
) -> tuple[dict[str, object], dict[str, object]]:
    """The inputs of the path, and what is sent into it."""
    sent = dict(given or {})
    if trap.at and trap.at not in sent:
        sent[trap.at] = _wrong_value(demo, trap)
    return {**inputs, **trap.arguments}, sent


@contextmanager
def _blaming(demo: Demo) -> Iterator[None]:
    """Name the file of the traps where an error names none."""
    try:
        yield
    except DemoError as error:
        if error.file:
            raise
        raise DemoError(error.code, file=_file(demo), line=0, **error.details) from error


def traps_in_play(demo: Demo, inputs: Mapping[str, object]) -> list[Trap]:
    """The traps whose path can be run from `inputs` and leaves the right one somewhere.

    Raises `DemoError` if the right path itself cannot be run.
    """
    from tutor.demo.tracing import trace

    right = trace(demo.function, inputs)
    return [trap for trap in demo.traps if _leaves(right, demo, inputs, trap)]


def first_difference(right: "Run", wrong: "Run") -> Address | None:
    """The first step and cell in which two runs differ, in the order of the right one's steps.

    A step of another shape, or one that the other run has not got, differs as a whole: its address
    has no index. Numbers that rounding alone keeps apart are the same.
    """
    there = {step.name for step in wrong.steps}
    for step in right.steps:
        if step.name not in there:
            return Address(step.name)
        one, other = right.array(step.name), wrong.array(step.name)
        if one.shape != other.shape:
            return Address(step.name)
        place = _first_cell(one, other)
        if place is not None:
            return Address(step.name, place)
    return None


def functions_of(function: DemoFunction) -> dict[str, Callable[..., Any]]:
    """The functions that a trap of the demo may call: its module's own and those of its pack."""
    names = getattr(inspect.unwrap(function), "__globals__", {})
    package = function.__module__.rpartition(".")[0]
    return {
        name: value
        for name, value in names.items()
        if inspect.isfunction(value)
        and not inspect.isgeneratorfunction(value)
        and value.__module__.rpartition(".")[0] == package
    }


def _wrong_value(demo: Demo, trap: Trap) -> Callable[[Mapping[str, Any]], Any]:
    """What computes the wrong value at the trap's step, from all that has a name there."""
    functions = functions_of(demo.function)

    def value(names: Mapping[str, Any]) -> Any:
        try:
            return expression(trap.value).value(names, functions)
        except ExpressionError as error:
            said = f"trap `{trap.id}`: {error}"
            raise DemoError("sent_fails", file=_file(demo), step=trap.at, error=said) from error

    return value


def _leaves(right: "Run", demo: Demo, inputs: Mapping[str, object], trap: Trap) -> bool:
    try:
        wrong = with_trap(demo, inputs, trap)
    except DemoError:
        return False
    return first_difference(right, wrong) is not None


def _file(demo: Demo) -> str:
    return str(demo.file.with_suffix(".yaml"))


def _first_cell(right: "Array", wrong: "Array") -> tuple[int, ...] | None:
    """The first place, row by row, at which two arrays of one shape differ."""
    import numpy as np

    if right.dtype.kind in "biufc" and wrong.dtype.kind in "biufc":
        finite = np.abs(right[np.isfinite(right)])
        scale = float(finite.max()) if finite.size else 0.0
        same = np.isclose(wrong, right, rtol=_NEAR, atol=_NEAR * scale, equal_nan=True)
    else:
        same = right == wrong
    places = np.argwhere(np.logical_not(same))
    return tuple(places[0].tolist()) if len(places) else None
