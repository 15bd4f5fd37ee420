"""Running a demo: inputs in, one step for each formula out, values sent back on the way."""

import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from tutor.demo.errors import DemoError, near, summary
from tutor.demo.steps import Array, DemoFunction, Step, Steps

_END = object()
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def run(
    function: DemoFunction,
    inputs: Mapping[str, object],
    sent: Mapping[str, object] | None = None,
) -> list[Step]:
    """The steps of a demo, each with the value that the demo went on with.

    `inputs` fills the arguments by name: numbers and nested lists become arrays, conventions
    (keyword-only arguments) are handed over as they are, and so is whatever follows NumPy's array
    protocols by itself. `sent` replaces the values of the steps it names. Raises `DemoError`.
    """
    sent = sent or {}
    positional, keywords = _arguments(function, inputs)
    steps: dict[str, Step] = {}
    # A demo may overflow or divide by zero on purpose: then inf and nan are the lesson.
    with np.errstate(all="ignore"):
        generator = _start(function, positional, keywords)
        given = _advance(function, generator, None)
        while given is not _END:
            step = _checked(given, function, generator, steps)
            value = _value_to_send(step, sent)
            steps[step.name] = Step(step.name, step.symbol, step.formula, _keep(value))
            given = _advance(function, generator, value)
    for name in sent:
        if name not in steps:
            known = tuple(steps)
            raise DemoError("no_step", step=name, near=near(name, known), known=", ".join(known))
    return list(steps.values())


def _arguments(
    function: DemoFunction, inputs: Mapping[str, object]
) -> tuple[list[Any], dict[str, Any]]:
    """The inputs in the order of the function's arguments, and its conventions by name."""
    parameters = inspect.signature(function).parameters
    known = ", ".join(parameters) or "none"
    for name in inputs:
        if name not in parameters:
            hint = near(name, tuple(parameters))
            raise DemoError("input_unknown", argument=name, near=hint, known=known)
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    for name, parameter in parameters.items():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            keywords[name] = inputs.get(name, parameter.default)
        elif name in inputs:
            positional.append(_argument(name, inputs[name]))
        elif parameter.default is not inspect.Parameter.empty:
            positional.append(parameter.default)
        else:
            raise DemoError("input_missing", argument=name, known=known)
    return positional, keywords


def _argument(name: str, value: object) -> Array:
    array = _array(value)
    # Whole numbers stay whole (they may index), texts stay texts; mixtures are mistakes.
    if array is None or not (_numeric(array) or _kind(array) == "U"):
        raise DemoError("input_unreadable", argument=name)
    return array


def _array(value: object) -> Array | None:
    """`value` as an array of the demo's own, or None where NumPy cannot read it as one."""
    if _follows_protocols(value) and not isinstance(value, np.ndarray):
        array: Array = value  # type: ignore[assignment]  # e.g. arrays that trace what made them
        return array
    try:
        return np.array(value)
    except (ValueError, TypeError, OverflowError):
        return None


def _follows_protocols(value: object) -> bool:
    return not isinstance(value, type) and hasattr(value, "__array_ufunc__")


def _kind(array: object) -> str:
    return str(getattr(getattr(array, "dtype", None), "kind", ""))


def _numeric(array: Array) -> bool:
    return _kind(array) in "biufc"


def _start(function: DemoFunction, positional: list[Any], keywords: dict[str, Any]) -> Steps:
    try:
        generator = function(*positional, **keywords)
    except Exception as error:
        raise _raised(error, function) from error
    begun: object = generator
    if not inspect.isgenerator(begun):
        file, line = _place_of(_code(function))
        raise DemoError("not_a_generator", file=file, line=line)
    return generator


def _advance(function: DemoFunction, generator: Steps, value: Array | None) -> object:
    """What the demo yields next when it is sent `value`; `_END` when it is over."""
    try:
        return next(generator) if value is None else generator.send(value)
    except StopIteration:
        return _END
    except Exception as error:
        raise _raised(error, function) from error


def _checked(
    given: object, function: DemoFunction, generator: Steps, steps: dict[str, Step]
) -> Step:
    """What was yielded, if it is a usable step; else a refusal with the line of the `yield`."""
    file, line = _place(generator, function)
    if not isinstance(given, Step):
        raise DemoError("not_a_step", file=file, line=line, given=_what(given))
    if not isinstance(given.name, str) or not _NAME.fullmatch(given.name):
        raise DemoError("step_name", file=file, line=line, given=repr(given.name))
    if given.name in steps:
        raise DemoError("step_twice", file=file, line=line, step=given.name)
    value: object = given.value
    number = isinstance(value, int | float | complex | np.generic)
    if not (number or _follows_protocols(value)) or _kind(value) == "O":
        raise DemoError("not_an_array", file=file, line=line, step=given.name, given=_what(value))
    return given


def _value_to_send(step: Step, sent: Mapping[str, object]) -> Array:
    if step.name not in sent:
        return step.value
    value = _array(sent[step.name])
    if value is None or (_numeric(step.value) and not _numeric(value)):
        raise DemoError("sent_unreadable", step=step.name)
    if np.shape(value) != np.shape(step.value):
        given, shape = (_shape(np.shape(array)) for array in (value, step.value))
        raise DemoError("sent_shape", step=step.name, given=given, shape=shape)
    return value


def _keep(value: Array) -> Array:
    """A copy of a plain array: a demo may go on to change its own with `+=`."""
    return np.array(value) if isinstance(value, np.ndarray | int | float | complex) else value


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or "of a single number"


def _what(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, np.ndarray):
        return f"an array of type {value.dtype}"
    kind = type(value).__name__
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _code(function: DemoFunction) -> CodeType | None:
    return getattr(inspect.unwrap(function), "__code__", None)


def _place_of(code: CodeType | None) -> tuple[str, int]:
    return (code.co_filename, code.co_firstlineno) if code else ("", 0)


def _place(generator: Steps, function: DemoFunction) -> tuple[str, int]:
    """File and line of the `yield` at which the demo stands, also inside `yield from`."""
    inner: Any = generator
    while inspect.isgenerator(inner.gi_yieldfrom):
        inner = inner.gi_yieldfrom
    if inner.gi_frame is None:
        return _place_of(_code(function))
    return inner.gi_code.co_filename, inner.gi_frame.f_lineno


def _raised(error: Exception, function: DemoFunction) -> DemoError:
    """An exception of the demo's, placed at the last line that stands in the demo's own folder."""
    file, line = _place_of(_code(function))
    folder = Path(file).parent
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if Path(filename).parent == folder:
            file, line = filename, trace.tb_lineno
        trace = trace.tb_next
    return DemoError("raised", file=file, line=line, error=summary(error))
