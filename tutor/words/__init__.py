"""What the tutor says, in English and Korean: catalogues, particles, verdicts, times.

Importing this package brings but what every sentence needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.words.particles import with_particle
from tutor.words.say import say

if TYPE_CHECKING:
    from tutor.words.times import clock_time, date_and_time, interval
    from tutor.words.verdicts import grade_name, verdict_lines

__all__ = [
    "clock_time",
    "date_and_time",
    "grade_name",
    "interval",
    "say",
    "verdict_lines",
    "with_particle",
]

_LATER = {
    "clock_time": "times",
    "date_and_time": "times",
    "grade_name": "verdicts",
    "interval": "times",
    "verdict_lines": "verdicts",
}
"""What is imported only when asked for, and the module it comes from."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"tutor.words.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
