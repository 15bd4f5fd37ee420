"""The contract of a demo: a generator function that yields one `Step` for each formula."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[Any]
else:
    # Demos name this type in their signatures; it must exist without NumPy having been imported.
    Array: TypeAlias = Any


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One formula of a demo and what it came to.

    `name` (ASCII) is what files and the command line call the step, `symbol` what is shown;
    `formula` is the right-hand side in TeX. `value` is a NumPy array, or anything else that
    follows NumPy's array protocols; a number counts as an array without axes.
    """

    name: str
    symbol: str
    formula: str
    value: Array


Steps: TypeAlias = Generator[Step, Array, None]
"""What a demo returns; at each `yield` it is sent the value to go on with."""

DemoFunction: TypeAlias = Callable[..., Steps]
