"""Demos: generator functions of plain NumPy that yield one `Step` for each formula.

Importing this package costs no NumPy; `tutor.demo.running`, which `run` comes from, does.
"""

from typing import TYPE_CHECKING, Any

from tutor.demo.errors import DemoError
from tutor.demo.loading import Demo, load, names
from tutor.demo.steps import Array, DemoFunction, Step, Steps
from tutor.demo.words import DemoWords, Draw, Drawn, Example, InputWords, Picture, Trap

if TYPE_CHECKING:
    from tutor.demo.running import run

__all__ = [
    "Array",
    "Demo",
    "DemoError",
    "DemoFunction",
    "DemoWords",
    "Draw",
    "Drawn",
    "Example",
    "InputWords",
    "Picture",
    "Step",
    "Steps",
    "Trap",
    "load",
    "names",
    "run",
]


def __getattr__(name: str) -> Any:
    if name == "run":
        from tutor.demo.running import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
