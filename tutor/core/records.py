"""Frozen dataclasses whose methods are made when they are first needed.

`dataclass` of the standard library writes and compiles six functions for every frozen class while
its module is imported. Of the eighty classes on the way to the first screen most are never made
there, compared or printed: that took longer than all the rest of that way. The `dataclass` here
takes the same arguments and makes the same class (`fields`, `replace`, `asdict` and type checkers
know it as one); its methods are shared, and its `__init__` is compiled at the first call.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, **options):
        """The standard library's decorator, quick for frozen classes and unchanged for others."""
        if not frozen:
            return dataclasses.dataclass(cls, **options)
        if cls is None:
            return lambda made: _frozen(made, **options)
        return _frozen(cls, **options)


def _frozen(cls: type, *, eq: bool = True, slots: bool = False, kw_only: bool = False) -> type:
    own = frozenset(vars(cls))
    made: Any = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
    )(cls)
    shared: dict[str, Callable[..., Any]] = {
        "__init__": _init_when_called(made),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    if eq:
        shared |= {"__eq__": _eq, "__hash__": _hash}
    if slots:  # without a `__dict__`, copying and pickling would set attributes
        shared |= {"__getstate__": _getstate, "__setstate__": _setstate}
    for name, method in shared.items():
        if name not in own:
            setattr(made, name, method)
    found: type = made
    return found


def _init_when_called(cls: Any) -> Callable[..., None]:
    def __init__(self: object, /, *args: object, **values: object) -> None:  # noqa: N807  # it is one
        cls.__init__ = init = _init(cls)
        init(self, *args, **values)

    return __init__


def _init(cls: Any) -> Callable[..., None]:
    """The `__init__` of a class, compiled."""
    names: dict[str, Any] = {"_set": object.__setattr__, "_absent": MISSING}
    by_place: list[str] = []
    by_name: list[str] = []
    lines = ["pass"]
    for field in dataclasses.fields(cls):
        name, parameter, value = field.name, field.name, field.name
        if field.default is not MISSING:
            names[f"_default_{name}"] = field.default
            parameter = value_absent = f"_default_{name}"
        elif field.default_factory is not MISSING:
            names[f"_make_{name}"] = field.default_factory
            parameter, value_absent = "_absent", f"_make_{name}()"
            value = f"{value_absent} if {name} is _absent else {name}"
        else:
            value_absent = ""
        if field.init:
            listed = by_name if field.kw_only else by_place
            listed.append(f"{name}={parameter}" if value_absent else name)
        elif value_absent:
            value = value_absent
        else:
            continue
        lines.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    exec(f"def __init__({parameters}):\n " + "\n ".join(lines), names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


_GETTERS: dict[type, Callable[[Any], Any]] = {}
"""What gets the fields that are compared, by class; made at the first comparison."""


def _compared(record: Any) -> Any:
    cls = type(record)
    getter = _GETTERS.get(cls)
    if getter is None:
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        getter = _GETTERS[cls] = attrgetter(*names) if names else lambda record: ()
    return getter(record)


def _eq(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _compared(self) == _compared(other)


def _hash(self: Any) -> int:
    return hash(_compared(self))


def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({inside})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
