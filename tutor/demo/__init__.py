"""Demos: generator functions of plain NumPy that yield one `Step` for each formula.

Importing this package costs no NumPy; running and tracing a demo do.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.demo.errors import DemoError
from tutor.demo.loading import Demo, load, names
from tutor.demo.steps import Array, DemoFunction, Step, Steps
from tutor.demo.words import DemoWords, Draw, Drawn, Example, InputWords, Picture, Trap

if TYPE_CHECKING:
    from tutor.demo.arguments import check_inputs
    from tutor.demo.running import run
    from tutor.demo.tracing import Explained, Run, trace

__all__ = [
    "Array",
    "Demo",
    "DemoError",
    "DemoFunction",
    "DemoWords",
    "Draw",
    "Drawn",
    "Example",
    "Explained",
    "InputWords",
    "Picture",
    "Run",
    "Step",
    "Steps",
    "Trap",
    "check_inputs",
    "load",
    "names",
    "run",
    "trace",
]


_WITH_NUMPY = {
    "check_inputs": "arguments",
    "run": "running",
    "Explained": "tracing",
    "Run": "tracing",
    "trace": "tracing",
}
"""What is imported only when asked for, and the module it comes from."""


def __getattr__(name: str) -> Any:
    if name in _WITH_NUMPY:
        return getattr(import_module(f"tutor.demo.{_WITH_NUMPY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
