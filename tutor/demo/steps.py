"""The contract of a demo: a generator function that yields one `Step` for each formula."""

import inspect
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[Any]
else:
    # Demos name this type in their signatures; it must exist without NumPy having been imported.
    Array: TypeAlias = Any

WRONG = "wrong_"
"""How the name of a keyword-only argument begins that is a wrong path for a trap."""


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
"""What `demos/NAME.py` defines: inputs in their order, conventions as keyword-only arguments."""


def options_of(function: DemoFunction) -> dict[str, tuple[object, ...]]:
    """What each convention may be switched to, by its annotation: a `bool` or a `Literal`.

    Conventions that may be anything are absent, and so are all where an annotation cannot be read.
    """
    try:
        hints = get_type_hints(inspect.unwrap(function))
    except Exception:  # an annotation is code; one that fails must not cost the learner the demo
        return {}
    found = {
        name: _options(hints.get(name))
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not name.startswith(WRONG)
    }
    return {name: options for name, options in found.items() if options}


def _options(hint: Any) -> tuple[object, ...]:
    if hint is bool:
        return (False, True)
    hint = getattr(hint, "__value__", hint)  # `type Layout = Literal[…]` has its value in there
    return get_args(hint) if get_origin(hint) is Literal else ()
