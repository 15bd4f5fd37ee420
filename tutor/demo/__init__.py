"""Demos: generator functions of plain NumPy that yield one `Step` for each formula.

Importing this package brings but the errors; loading a demo brings NumPy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.demo.errors import DemoError

if TYPE_CHECKING:
    from tutor.demo.arguments import check_inputs
    from tutor.demo.loading import Demo, load, names
    from tutor.demo.running import run
    from tutor.demo.steps import Array, DemoFunction, Step, Steps
    from tutor.demo.tracing import Explained, Run, trace
    from tutor.demo.words import DemoWords, Draw, Drawn, Example, InputWords, Picture, Trap

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


_LATER = {
    "check_inputs": "arguments",
    **dict.fromkeys(("Demo", "load", "names"), "loading"),
    "run": "running",
    **dict.fromkeys(("Array", "DemoFunction", "Step", "Steps"), "steps"),
    **dict.fromkeys(("Explained", "Run", "trace"), "tracing"),
    **dict.fromkeys(
        ("DemoWords", "Draw", "Drawn", "Example", "InputWords", "Picture", "Trap"), "words"
    ),
}
"""What is imported only when asked for, and the module it comes from."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"tutor.demo.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
