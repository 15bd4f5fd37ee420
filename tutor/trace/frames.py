"""Where in the demo's own code an operation stands: its calls, and the names of its numbers."""

import dis
import inspect
import linecache
import sys
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Literal

_Kind = Literal["foreign", "steps", "function", "nameless"]


@dataclass(frozen=True, slots=True, eq=False)
class Activation:
    """One call of a function of the demo; two calls of the same function are two of these."""

    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """The frames of the demo at one moment, the one whose names count first standing first.

    `calls` are the functions, outermost first, that stand between the innermost generator of
    steps and the operation.
    """

    frames: tuple[FrameType, ...] = ()
    calls: tuple[Activation, ...] = ()
    function: FrameType | None = None
    """The innermost function, unless a generator of steps lies further in."""

    def name_of(self, value: object) -> str:
        """What the demo's code calls this very object; empty where it has no name."""
        frames = self._mentioning(value)
        if not frames:
            return self.name_where(lambda other: other is value)
        # A function's equal literals are one object: `rate = 0.5` would name `0.5 * x` as well.
        is_repeated = any(id(value) in _repeated_numbers(frame.f_code) for frame in frames)
        return "" if is_repeated else Place(frames).local_name(value)

    def is_argument(self, value: object) -> bool:
        """Whether the innermost function was given this very object by the one that called it."""
        frame = self.function
        if frame is None:
            return False
        code = frame.f_code
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if not any(frame.f_locals.get(name) is value for name in names):
            return False
        caller = frame.f_back
        return type(value) is not float or (
            caller is not None
            and (
                id(value) in _numbers(caller.f_code)
                or any(other is value for other in caller.f_locals.values())
            )
        )

    def name_where(self, same: Callable[[object], bool]) -> str:
        """The first name whose object satisfies `same`; empty where there is none."""
        for names in self._scopes():
            for name, value in names.items():
                if name[0].isalpha() and same(value):
                    return name
        return ""

    def local_name(self, value: object) -> str:
        """What a variable of the demo's functions holds this very object as; empty if none."""
        for frame in self.frames:
            for name, other in frame.f_locals.items():
                if other is value and name[0].isalpha():
                    return name
        return ""

    def _scopes(self) -> Iterator[dict[str, Any]]:
        for frame in self.frames:
            yield dict(frame.f_locals)
        seen: set[int] = set()
        for frame in self.frames:
            if id(frame.f_globals) not in seen:
                seen.add(id(frame.f_globals))
                yield frame.f_globals

    def _mentioning(self, value: object) -> tuple[FrameType, ...]:
        """The frames in whose code the decimal number stands: only they can say its name."""
        if type(value) is not float:
            return ()
        return tuple(frame for frame in self.frames if id(value) in _numbers(frame.f_code))


NOWHERE = Place()


@dataclass(slots=True)
class Watch:
    """Looks up the stack for frames whose code lies in the demo's folder."""

    folder: Path
    unnamed: list[tuple[object, Any]] = field(default_factory=list)
    """Arrays of the code that had no name when they were used, each with what keeps it."""
    _kinds: dict[CodeType, _Kind] = field(default_factory=dict)
    _calls: dict[int, tuple[FrameType, Activation]] = field(default_factory=dict)

    def place(self) -> Place:
        """Where the demo stands now."""
        frames: list[FrameType] = []
        calls: list[Activation] = []
        steps = 0
        function: FrameType | None = None
        for frame in self._frames():
            if self._kind(frame.f_code) == "steps":
                frames.insert(steps, frame)
                steps += 1
            else:
                frames.append(frame)
                if not steps and self._kind(frame.f_code) == "function":
                    calls.insert(0, self._activation(frame))
                    function = function or frame
        return Place(tuple(frames), tuple(calls), function)

    def forget(self) -> None:
        """Lets go of the frames and arrays of a run that is over."""
        self._calls.clear()
        self.unnamed.clear()

    def frame(self) -> FrameType | None:
        """The innermost frame of the demo."""
        return next(self._frames(), None)

    def _frames(self) -> Iterator[FrameType]:
        frame: FrameType | None = sys._getframe(1)
        found = False
        while frame is not None:
            kind = self._kind(frame.f_code)
            if kind != "foreign":
                found = found or kind == "steps"
                yield frame
            elif found:
                return
            frame = frame.f_back

    def _kind(self, code: CodeType) -> _Kind:
        kind = self._kinds.get(code)
        if kind is None:
            kind = self._kinds[code] = self._kind_of(code)
        return kind

    def _kind_of(self, code: CodeType) -> _Kind:
        if not code.co_filename or Path(code.co_filename).parent != self.folder:
            return "foreign"
        if code.co_name.startswith("<") or code.co_name.startswith("__"):
            return "nameless"
        return "steps" if code.co_flags & inspect.CO_GENERATOR else "function"

    def _activation(self, frame: FrameType) -> Activation:
        known = self._calls.get(id(frame))
        if known is None:
            # The frame is kept with it, so that no later frame can have the same identity.
            name = frame.f_code.co_name.lstrip("_") or frame.f_code.co_name
            known = self._calls[id(frame)] = (frame, Activation(name))
        return known[1]


WATCH: ContextVar[Watch | None] = ContextVar("tutor.trace.watch", default=None)
"""The watch of the run that is being traced here, in this thread."""


def place() -> Place:
    """Where the traced demo stands now; nowhere while none is traced."""
    watch = WATCH.get()
    return watch.place() if watch else NOWHERE


def in_numpy(depth: int = 1) -> bool:
    """Whether the caller's caller is Python code of NumPy itself."""
    module = str(sys._getframe(depth + 1).f_globals.get("__name__", ""))
    return module.partition(".")[0] == "numpy"


def in_vectorize() -> bool:
    """Whether `np.vectorize` stands between the demo and this moment."""
    frame: FrameType | None = sys._getframe(1)
    watch = WATCH.get()
    demo = watch.frame() if watch else None
    while frame is not None and frame is not demo:
        if frame.f_code.co_qualname.startswith("vectorize."):
            return True
        frame = frame.f_back
    return False


def instruction() -> Literal["store", "call", "operator", ""]:
    """What the demo is doing at this moment: assigning to an item, calling, or operating."""
    watch = WATCH.get()
    frame = watch.frame() if watch else None
    if frame is None:
        return ""
    name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    if name.startswith("STORE"):
        return "store"
    return "operator" if name.startswith("BINARY") else "call"


def called() -> str:
    """The function that the demo is calling at this moment, as its source spells it."""
    watch = WATCH.get()
    frame = watch.frame() if watch else None
    if frame is None:
        return ""
    first, last, start, end = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    line = linecache.getline(frame.f_code.co_filename, first) if first else ""
    if not line or start is None:
        return ""
    # The columns count bytes of UTF-8.
    text = line.encode()[start : end if first == last else None].decode(errors="replace")
    name = text.partition("(")[0].strip()
    return name if name.replace(".", "").isidentifier() else ""


@cache
def _repeated_numbers(code: CodeType) -> frozenset[int]:
    """The identities of the decimal numbers that a function's code mentions more than once."""
    found = _numbers(code)
    return frozenset(number for number in found if found.count(number) > 1)


@cache
def _numbers(code: CodeType) -> tuple[int, ...]:
    """The identities of the decimal numbers that a function's code mentions."""
    found: list[int] = []
    for step in dis.get_instructions(code):
        if not step.opname.startswith("LOAD_CONST"):
            continue
        values = step.argval if isinstance(step.argval, tuple) else (step.argval,)
        found.extend(id(value) for value in values if type(value) is float)
    return tuple(found)
