"""Running a demo: inputs in, one step for each formula out, values sent back on the way."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import Any

import numpy as np

from tutor.demo.arguments import Arguments, arguments, as_array, kind_of, numeric
from tutor.demo.blaming import Place, first_place, folder_of, is_interruption, raised, untraceable
from tutor.demo.deadline import OverTimeError, in_time
from tutor.demo.errors import DemoError, near, summary
from tutor.demo.quiet import quietly
from tutor.demo.steps import Array, DemoFunction, Step, Steps
from tutor.demo.yielded import checked
from tutor.trace.errors import Untraceable

__all__ = ["Handling", "Place", "Visit", "folder_of", "run", "shape_of", "shape_text", "walk"]

_END = object()


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
    """The steps of a demo in their order, all values handled on the way; raises `DemoError`.

    A demo that takes too long is stopped, and one that changes an input in place is refused.
    """
    filled = arguments(function, inputs)
    handed = Arguments(
        {name: handling.argument(name, _fixed(value)) for name, value in filled.inputs.items()},
        {name: handling.convention(name, value) for name, value in filled.conventions.items()},
    )
    visits: dict[str, Visit] = {}
    with quietly(prints=handling.prints):
        try:
            in_time(partial(_go_through, function, handed, sent, handling, visits))
        except OverTimeError as error:
            raise raised(error, function) from error
    if not visits:
        file, line = first_place(function)
        raise DemoError("no_steps", file=file, line=line)
    for name in sent:
        if name not in visits:
            known = tuple(visits)
            raise DemoError("no_step", step=name, near=near(name, known), known=", ".join(known))
    return list(visits.values())


def _go_through(
    function: DemoFunction,
    handed: Arguments,
    sent: Mapping[str, object],
    handling: Handling,
    visits: dict[str, Visit],
) -> None:
    """Fill `visits` with the steps of one run, which is closed in any case."""
    names: dict[str, Any] = {**handed.inputs, **handed.conventions}
    generator = _start(function, handed)
    place = first_place(function)
    try:
        given = _advance(function, generator, None)
        while given is not _END:
            frame = _innermost(generator).gi_frame
            place = Place(frame.f_code.co_filename, frame.f_lineno)
            step = checked(given, place, visits)
            handling.stand_at(frame)
            value = _handled(step, sent, {**frame.f_locals, **names}, handling)
            names[step.name] = value
            kept = Step(step.name, step.symbol, step.formula, _keep(value))
            visits[step.name] = Visit(kept, place)
            given = _advance(function, generator, value)
    except Untraceable as error:
        raise untraceable(error, place) from error
    except DemoError:
        raise
    except Exception as error:  # an object of the demo's own may do anything when it is looked at
        raise DemoError("raised", file=place.file, line=place.line, error=summary(error)) from error
    finally:
        _end(generator)


def shape_of(array: object) -> tuple[int, ...]:
    """The shape of an array, `()` of a number."""
    shape: tuple[int, ...] = getattr(array, "shape", ())
    return shape


def shape_text(shape: tuple[int, ...]) -> str:
    """A shape as it is said: `2×3`, `()` of a single number."""
    return "×".join(map(str, shape)) or "()"


def _fixed(value: Any) -> Any:
    """An input that is nobody's but the demo's, which may not change it all the same."""
    if isinstance(value, np.ndarray):
        value.setflags(write=False)
    return value


def _start(function: DemoFunction, handed: Arguments) -> Steps:
    try:
        generator = function(*handed.inputs.values(), **handed.conventions)
    # A learner's demo must not close the tutor with it, so `exit()` and the like are caught too.
    except BaseException as error:
        if is_interruption(error):
            raise
        raise raised(error, function) from error
    begun: object = generator
    if not inspect.isgenerator(begun):
        if inspect.iscoroutine(begun):
            begun.close()  # else Python complains that nobody has waited for it
        file, line = first_place(function)
        raise DemoError("not_a_generator", file=file, line=line)
    return generator


def _advance(function: DemoFunction, generator: Steps, value: Array | None) -> object:
    """What the demo yields next when it is sent `value`; `_END` when it is over."""
    try:
        return next(generator) if value is None else generator.send(value)
    except StopIteration:
        return _END
    # As above: whatever a demo raises is its own.
    except BaseException as error:
        if is_interruption(error):
            raise
        raise raised(error, function) from error


def _end(generator: Steps) -> None:
    """Close a demo here, where it is watched: else it would go on when it is thrown away."""
    try:
        generator.close()
    except OverTimeError:
        raise
    except BaseException as error:
        if is_interruption(error):
            raise


def _innermost(generator: Steps) -> Any:
    """The generator that stands at a `yield`, also inside `yield from`."""
    inner: Any = generator
    while inspect.isgenerator(inner.gi_yieldfrom):
        inner = inner.gi_yieldfrom
    return inner


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
