"""Whose line it was: what a demo's code raises becomes a `DemoError` at a place of the demo."""

import dis
import inspect
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from tutor.demo.deadline import OverTimeError
from tutor.demo.errors import DemoError, summary
from tutor.demo.steps import DemoFunction
from tutor.trace.errors import Untraceable

_RAISE = dis.opmap["RAISE_VARARGS"]


class Place(NamedTuple):
    """A line of a demo's code."""

    file: str
    line: int


def first_place(function: DemoFunction) -> Place:
    """Where a demo's function begins."""
    code: CodeType | None = getattr(inspect.unwrap(function), "__code__", None)
    return Place(code.co_filename, code.co_firstlineno) if code else Place("", 0)


def folder_of(function: DemoFunction) -> Path:
    """The folder whose files are a demo's own code."""
    return Path(first_place(function).file).parent


def is_interruption(error: BaseException) -> bool:
    """Whether the learner stopped the demo by Ctrl+C; a demo may raise the same by itself."""
    return isinstance(error, KeyboardInterrupt) and not was_raised(error)


def was_raised(error: BaseException) -> bool:
    """Whether an exception comes from a `raise`, and not from Python itself."""
    trace = error.__traceback__
    if trace is None:
        return False
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE


def raised(error: BaseException, function: DemoFunction) -> DemoError:
    """An exception of the demo's, placed at the last line that stands in the demo's own folder."""
    file, line = first_place(function)
    folder = Path(file).parent
    if isinstance(error.__cause__, StopIteration):  # Python tells of another one in its place
        error = error.__cause__
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if Path(filename).parent == folder:
            file, line = filename, trace.tb_lineno
        trace = trace.tb_next
    refusal = _refusal(error)
    if refusal is not None:
        return untraceable(refusal, Place(file, line))
    if isinstance(error, OverTimeError):
        return DemoError("too_slow", file=file, line=line)
    if isinstance(error, MemoryError) and not was_raised(error):
        return DemoError("too_much_memory", file=file, line=line)
    said = summary(error)
    if isinstance(error, ValueError) and "read-only" in said:
        return DemoError("input_changed", file=file, line=line)
    return DemoError("raised", file=file, line=line, error=said)


def untraceable(error: Untraceable, place: Place) -> DemoError:
    """What the trace refuses to follow, as a fault of the demo's at that line."""
    details = {name: str(value) for name, value in error.details.items()}
    return DemoError(f"untraceable_{error.code}", file=place.file, line=place.line, **details)


def _refusal(error: BaseException | None) -> Untraceable | None:
    """The trace's refusal behind an exception: NumPy hides some behind one of its own."""
    while error is not None and not isinstance(error, Untraceable):
        error = error.__cause__
    return error
