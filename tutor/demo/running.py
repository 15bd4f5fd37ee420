"""Running a demo: inputs in, one step for each formula out, values sent back on the way."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

import numpy as np

from tutor.demo.arguments import (
    KINDS,
    Arguments,
    arguments,
    as_array,
    follows_protocols,
    kind_of,
    numeric,
)
from tutor.demo.errors import DemoError, near, summary
from tutor.demo.quiet import quietly
from tutor.demo.steps import Array, DemoFunction, Step, Steps
from tutor.trace.errors import Untraceable

_END = object()
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class Place(NamedTuple):
    """A line of a demo's code."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A step with the value that the demo went on with, and where its `yield` stands."""

    step: Step
    place: Place


class Handling:
    """What becomes of the values on their way through a demo: in a plain run nothing.

    A traced run puts values in their place that know what they are called.
    """

    prints = True
    """Whether what the demo prints is to be seen; once is enough where it runs repeatedly."""

    def argument(self, name: str, value: Any) -> Any:
        """What the demo is handed for an input."""
        return value

    def convention(self, name: str, value: Any) -> Any:
        """What the demo is handed for a keyword-only argument."""
        return value

    def stand_at(self, frame: FrameType) -> None:
        """The demo stands at a `yield` in this frame."""

    def computed(self, step: Step) -> Any:
        """What the demo goes on with after a step whose value it computed itself."""
        return step.value

    def sent(self, step: Step, value: Any) -> Any:
        """What the demo goes on with after a step whose value was put in its place."""
        return value


def run(
    function: DemoFunction,
    inputs: Mapping[str, object],
    sent: Mapping[str, object] | None = None,
) -> list[Step]:
    """The steps of a demo, each with the value that the demo went on with.

    `inputs` fills the arguments by name: numbers and nested lists become arrays, conventions
    (keyword-only arguments) are handed over as they are, and so is whatever follows NumPy's array
    protocols by itself. `sent` replaces the values of the steps it names; a callable is given what
    has a name at that `yield`: the demo's locals, its arguments, the steps so far, later ones
    before earlier ones where they share a name. Raises `DemoError`.
    """
    return [visit.step for visit in walk(function, inputs, sent or {}, Handling())]


def walk(
    function: DemoFunction,
    inputs: Mapping[str, object],
    sent: Mapping[str, object],
    handling: Handling,
) -> list[Visit]:
    """The steps of a demo in their order, all values handled on the way; raises `DemoError`."""
    filled = arguments(function, inputs)
    handed = Arguments(
        {name: handling.argument(name, value) for name, value in filled.inputs.items()},
        {name: handling.convention(name, value) for name, value in filled.conventions.items()},
    )
    names: dict[str, Any] = {**handed.inputs, **handed.conventions}
    visits: dict[str, Visit] = {}
    with quietly(prints=handling.prints):
        generator = _start(function, handed)
        given = _advance(function, generator, None)
        while given is not _END:
            frame = _innermost(generator).gi_frame
            place = Place(frame.f_code.co_filename, frame.f_lineno)
            step = _checked(given, place, visits)
            handling.stand_at(frame)
            try:
                value = _handled(step, sent, {**frame.f_locals, **names}, handling)
            except Untraceable as error:
                raise _untraceable(error, place) from error
            names[step.name] = value
            kept = Step(step.name, step.symbol, step.formula, _keep(value))
            visits[step.name] = Visit(kept, place)
            given = _advance(function, generator, value)
    if not visits:
        file, line = _first_place(function)
        raise DemoError("no_steps", file=file, line=line)
    for name in sent:
        if name not in visits:
            known = tuple(visits)
            raise DemoError("no_step", step=name, near=near(name, known), known=", ".join(known))
    return list(visits.values())


def folder_of(function: DemoFunction) -> Path:
    """The folder whose files are a demo's own code."""
    return Path(_first_place(function).file).parent


def shape_of(array: object) -> tuple[int, ...]:
    """The shape of an array, `()` of a number."""
    shape: tuple[int, ...] = getattr(array, "shape", ())
    return shape


def shape_text(shape: tuple[int, ...]) -> str:
    """A shape as it is said: `2×3`, `()` of a single number."""
    return "×".join(map(str, shape)) or "()"


def _start(function: DemoFunction, handed: Arguments) -> Steps:
    try:
        generator = function(*handed.inputs.values(), **handed.conventions)
    # A learner's demo must not close the tutor with it, so `exit()` is caught as well.
    except (Exception, SystemExit) as error:
        raise _raised(error, function) from error
    begun: object = generator
    if not inspect.isgenerator(begun):
        file, line = _first_place(function)
        raise DemoError("not_a_generator", file=file, line=line)
    return generator


def _advance(function: DemoFunction, generator: Steps, value: Array | None) -> object:
    """What the demo yields next when it is sent `value`; `_END` when it is over."""
    try:
        return next(generator) if value is None else generator.send(value)
    except StopIteration:
        return _END
    # A learner's demo must not close the tutor with it, so `exit()` is caught as well.
    except (Exception, SystemExit) as error:
        raise _raised(error, function) from error


def _innermost(generator: Steps) -> Any:
    """The generator that stands at a `yield`, also inside `yield from`."""
    inner: Any = generator
    while inspect.isgenerator(inner.gi_yieldfrom):
        inner = inner.gi_yieldfrom
    return inner


def _checked(given: object, place: Place, visits: Mapping[str, Visit]) -> Step:
    """What was yielded, if it is a usable step; else a refusal with the line of the `yield`."""
    file, line = place
    if not isinstance(given, Step):
        raise DemoError("not_a_step", file=file, line=line, given=_what(given))
    if not isinstance(given.name, str) or not _NAME.fullmatch(given.name):
        raise DemoError("step_name", file=file, line=line, given=repr(given.name))
    if given.name in visits:
        raise DemoError("step_twice", file=file, line=line, step=given.name)
    value: object = given.value
    code = _unfit(value)
    if code:
        raise DemoError(code, file=file, line=line, step=given.name, given=_what(value))
    return given


def _unfit(value: object) -> str:
    """The code of what keeps a step's value from being shown, if anything does."""
    number = isinstance(value, int | float | complex)
    if not (number or isinstance(value, np.generic) or follows_protocols(value)):
        return "not_an_array"
    kind = kind_of(np.asarray(value) if number else value)
    if number and kind == "O":
        return "step_big"
    if kind == "c":
        return "complex"
    return "" if kind in ("", *KINDS) else "step_kind"


def _handled(
    step: Step, sent: Mapping[str, object], names: dict[str, Any], handling: Handling
) -> Any:
    """The value to go on with after a step."""
    if step.name not in sent:
        return handling.computed(step)
    given = sent[step.name]
    if callable(given):
        # What the step would have been may be spoken of too, unless its name means something else.
        names.setdefault(step.name, step.value)
        try:
            given = given(names)
        except (DemoError, Untraceable):
            raise
        except Exception as error:
            raise DemoError("sent_fails", step=step.name, error=summary(error)) from error
        return handling.sent(step, _fitting(given, step))
    value = _fitting(given, step)
    # Whole numbers divide and overflow otherwise; the demo is to go on as it would have.
    whole = kind_of(value) == "i" and kind_of(step.value) == "f"
    return handling.sent(step, value.astype(step.value.dtype) if whole else value)


def _fitting(given: object, step: Step) -> Array:
    """A value sent in as an array, which must be of the kind and shape of what it replaces."""
    value = as_array(given)
    if value is None or (kind_of(step.value) != "U" and not numeric(value)):
        raise DemoError("sent_unreadable", step=step.name)
    found, wanted = shape_of(value), shape_of(step.value)
    if found != wanted:
        given_shape, shape = shape_text(found), shape_text(wanted)
        raise DemoError("sent_shape", step=step.name, given=given_shape, shape=shape)
    return value


def _keep(value: Array) -> Array:
    """A copy of a plain array: a demo may go on to change its own with `+=`."""
    return np.array(value) if isinstance(value, np.ndarray | int | float | complex) else value


def _what(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, np.ndarray):
        return f"an array of type {value.dtype}"
    kind = type(value).__name__
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _first_place(function: DemoFunction) -> Place:
    code: CodeType | None = getattr(inspect.unwrap(function), "__code__", None)
    return Place(code.co_filename, code.co_firstlineno) if code else Place("", 0)


def _raised(error: Exception | SystemExit, function: DemoFunction) -> DemoError:
    """An exception of the demo's, placed at the last line that stands in the demo's own folder."""
    file, line = _first_place(function)
    folder = Path(file).parent
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if Path(filename).parent == folder:
            file, line = filename, trace.tb_lineno
        trace = trace.tb_next
    refusal = _refusal(error)
    if refusal is not None:
        return _untraceable(refusal, Place(file, line))
    return DemoError("raised", file=file, line=line, error=summary(error))


def _refusal(error: BaseException | None) -> Untraceable | None:
    """The trace's refusal behind an exception: NumPy hides some behind one of its own."""
    while error is not None and not isinstance(error, Untraceable):
        error = error.__cause__
    return error


def _untraceable(error: Untraceable, place: Place) -> DemoError:
    """What the trace refuses to follow, as a fault of the demo's at that line."""
    details = {name: str(value) for name, value in error.details.items()}
    return DemoError(f"untraceable_{error.code}", file=place.file, line=place.line, **details)
