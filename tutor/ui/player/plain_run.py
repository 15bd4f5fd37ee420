"""A run of a demo that cannot be traced: its values, and nothing about where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tutor.demo import Demo

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained
    from tutor.trace.tree import Address


class PlainRun:
    """A run of which only the values are known."""

    def __init__(
        self,
        demo: Demo,
        values: Mapping[str, object],
        given: Mapping[str, object] | None = None,
    ) -> None:
        from tutor.demo import run
        from tutor.demo.arguments import arrays
        from tutor.trace import plain

        # What a traced run left behind in a global of the demo's may come back in this one.
        self.steps = tuple(
            replace(step, value=plain(step.value)) for step in run(demo.function, values, given)
        )
        self.conventions = {name: values.get(name, demo.defaults[name]) for name in demo.defaults}
        self.inputs = arrays(demo.function, values)
        self.lines: dict[str, tuple[str, int]] = {}
        self._steps = {step.name: step for step in self.steps}

    def array(self, name: str) -> Any:
        """The value of a step or an input."""
        import numpy as np

        return np.asarray(self._steps[name].value) if name in self._steps else self.inputs[name]

    def symbol(self, name: str) -> str:
        """The step's symbol, an input's own name."""
        return self._steps[name].symbol if name in self._steps else name

    def cell(self, address: Address) -> Explained:
        """The value alone."""
        import numpy as np

        from tutor.demo.tracing import Explained

        value = np.asarray(self.array(address.name))[address.index]
        return Explained(address, self.symbol(address.name), value.item(), None, ())

    def reads(self, name: str) -> Sequence[str]:
        """Nothing: what a formula reads is not known."""
        return ()
