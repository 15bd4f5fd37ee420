"""What a demo is handed: inputs as arrays in order, conventions by name, both checked."""

import inspect
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tutor.demo.errors import DemoError, near
from tutor.demo.steps import WRONG, Array, DemoFunction, options_of

if TYPE_CHECKING:
    from tutor.demo.loading import Demo
    from tutor.demo.words import InputWords


KINDS = "biufU"
"""The kinds of arrays that can be shown and followed: truth values, numbers, words."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one run: `inputs` in their order, `conventions` (keyword-only) by name."""

    inputs: Mapping[str, Any]
    conventions: Mapping[str, Any]


def arguments(function: DemoFunction, given: Mapping[str, object]) -> Arguments:
    """The arguments of a demo, filled by name; raises `DemoError` where they do not fit.

    Numbers, texts and nested lists become arrays of the demo's own; conventions are handed over as
    they are, and so is whatever follows NumPy's array protocols by itself.
    """
    parameters = inspect.signature(function).parameters
    known = tuple(name for name in parameters if not name.startswith(WRONG))
    for name in given:
        if name not in parameters:
            hint, all_known = near(name, known), ", ".join(known) or "-"
            raise DemoError("input_unknown", argument=name, near=hint, known=all_known)
    inputs: dict[str, Any] = {}
    conventions: dict[str, Any] = {}
    for name, parameter in parameters.items():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            conventions[name] = _own(given.get(name, parameter.default))
        elif name in given:
            inputs[name] = _input(name, given[name])
        elif parameter.default is not inspect.Parameter.empty:
            inputs[name] = _default(parameter.default)
        else:
            code = inspect.unwrap(function).__code__
            words = f"{Path(code.co_filename).stem}.yaml"
            raise DemoError("input_missing", argument=name, known=", ".join(known), words=words)
    switched = {name: conventions[name] for name in given if name in conventions}
    if switched:
        _check_conventions(function, switched)
    return Arguments(inputs, conventions)


def arrays(function: DemoFunction, given: Mapping[str, object]) -> dict[str, Array]:
    """The inputs that can be shown, given or by default; raises `DemoError` as `arguments`."""
    return shown(arguments(function, given).inputs)


def shown(inputs: Mapping[str, Any]) -> dict[str, Array]:
    """Those of the inputs that are arrays of numbers, truth values or words."""
    return {
        name: value
        for name, value in inputs.items()
        if isinstance(value, np.ndarray) and kind_of(value) in KINDS
    }


def check_inputs(demo: "Demo", inputs: Mapping[str, object]) -> None:
    """Raise `DemoError` where inputs or conventions are not what a learner may give the demo."""
    filled = arguments(demo.function, inputs)
    for name in inputs:
        if name.startswith(WRONG):
            known = ", ".join([*filled.inputs, *demo.defaults])
            raise DemoError("input_unknown", argument=name, near="", known=known)
    for name in inputs:
        if kind_of(filled.inputs.get(name)) == "U" and _takes_numbers(demo, name):
            raise DemoError("input_text", argument=name)
    for name, words in demo.inputs.items():
        if name in inputs:
            value = filled.inputs.get(name, inputs[name])
            _check_numbers(name, as_array(value), words)


def as_array(value: object) -> Array | None:
    """`value` as an array of the demo's own, or None where NumPy cannot read it as one."""
    if follows_protocols(value) and not isinstance(value, np.ndarray):
        array: Array = value  # type: ignore[assignment]  # e.g. arrays that trace what made them
        return array
    try:
        return np.array(value)
    except (ValueError, TypeError, OverflowError):
        return None


def follows_protocols(value: object) -> bool:
    """Whether NumPy's functions hand over to `value` what is to be done with it."""
    return not isinstance(value, type) and hasattr(value, "__array_ufunc__")


def kind_of(array: object) -> str:
    """The letter of an array's type, "f" or "U" for example; empty where there is none."""
    return str(getattr(getattr(array, "dtype", None), "kind", ""))


def numeric(array: object) -> bool:
    """Whether an array holds numbers or truth values, or does not say what it holds."""
    return kind_of(array) in ("", *"biuf")


def written(value: object) -> str:
    """A value as YAML would have it, on one line."""
    return str(value).lower() if isinstance(value, bool) or value is None else str(value)


def _input(name: str, value: object) -> Array:
    array = as_array(value)
    # Whole numbers stay whole (they may index), texts stay texts; mixtures are mistakes.
    if array is None or not (numeric(array) or kind_of(array) == "U") or _mixed(value):
        raise DemoError("input_unreadable", argument=name)
    return array


def _own(value: object) -> object:
    """A convention that the demo may change without changing what it was given as."""
    return deepcopy(value) if isinstance(value, list | dict | set | np.ndarray) else value


def _default(value: object) -> Any:
    """A default as what it would be if it had been given; None, say, stays what it is."""
    array = as_array(value)
    return value if array is None or not (numeric(array) or kind_of(array) == "U") else array


def _mixed(value: object) -> bool:
    """Whether texts stand beside numbers, which NumPy would turn into texts."""
    return (
        isinstance(value, list | tuple)
        and len({isinstance(leaf, str) for leaf in _leaves(value)}) > 1
    )


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _check_conventions(function: DemoFunction, given: Mapping[str, object]) -> None:
    options = options_of(function)
    defaults = inspect.signature(function).parameters
    for name, value in given.items():
        known = options.get(name, ())
        if known and not any(_same(value, option) for option in known):
            shown = ", ".join(map(written, known))
            raise DemoError("convention", argument=name, given=written(value), known=shown)
        if not known and _is_number(defaults[name].default) and not _is_number(value):
            raise DemoError("convention_number", argument=name, given=written(value))


def _same(value: object, option: object) -> bool:
    # True equals 1 for Python, but 1 is no option of a switch.
    return value == option and isinstance(value, bool) is isinstance(option, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _takes_numbers(demo: "Demo", name: str) -> bool:
    """Whether an input is known to hold numbers: each example has numbers there."""
    known = [as_array(one.inputs[name]) for one in demo.examples if name in one.inputs]
    return bool(known) and all(kind_of(array) in tuple("biuf") for array in known)


def _check_numbers(name: str, array: Array | None, words: "InputWords") -> None:
    if array is None or not numeric(array):
        return
    for cell in np.ravel(array).tolist():
        if words.whole and cell != cell // 1:
            raise DemoError("input_whole", argument=name, given=written(cell))
        below = words.least is not None and not cell >= words.least
        if below or (words.most is not None and not cell <= words.most):
            allowed = _range(name, words.least, words.most)
            raise DemoError("input_range", argument=name, given=written(cell), allowed=allowed)


def _range(name: str, least: float | None, most: float | None) -> str:
    if most is None:
        return f"{name} ≥ {least:g}"
    return f"{name} ≤ {most:g}" if least is None else f"{least:g} ≤ {name} ≤ {most:g}"
