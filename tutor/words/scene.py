"""What a live question can speak of: the demo's run on its numbers, and what each thing is called.

A demo that cannot be traced does not say what a step reads; then all its inputs are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tutor.core.live import Numbers
from tutor.core.study import Question, Walk
from tutor.core.text import Text
from tutor.words.notation import input_symbols, name_tex

if TYPE_CHECKING:
    from tutor.demo import Demo, Step
    from tutor.demo.tracing import Run
    from tutor.trace.tree import Tree


class Scene:
    """A question's numbers, run through its demo; `step` is the one that is asked.

    Raises `DemoError` where the demo does not run on them (any more).
    """

    def __init__(self, demo: Demo, numbers: Numbers, walk: Walk | None = None) -> None:
        self.demo = demo
        self.numbers = numbers
        self.walk = walk
        self._values: Mapping[str, object] = walk.values if walk else {}
        self._run, self.steps = _run(demo, numbers)
        self.step = self.steps[numbers.step]

    @classmethod
    def of(cls, question: Question, demo: Demo) -> Scene:
        """The scene of a live question."""
        assert question.numbers is not None
        return cls(demo, question.numbers, question.walk)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the whole step that is asked, of which perhaps only some cells are."""
        return tuple(getattr(self.step.value, "shape", ()))

    @property
    def is_whole(self) -> bool:
        """Whether the step holds whole numbers, whatever its inputs are drawn to be."""
        return getattr(self.step.value, "dtype", None) is not None and (
            self.step.value.dtype.kind in "iu"
        )

    def symbol(self, name: str) -> str:
        """A step's or an input's symbol in TeX, as the formula that reads it writes it."""
        if name in self.steps:
            return self.steps[name].symbol
        return self._symbols.get(name) or name_tex(name)

    def value(self, name: str) -> Any:
        """What stands for a name in this question: nested lists of numbers, rounded as shown.

        The learner's own values come first, then what the question gives. KeyError if nothing has
        that name.
        """
        known = (self._values, self.numbers.given, self.numbers.inputs, self.numbers.arguments)
        for values in known:
            if name in values:
                return _nested(values[name])
        if name in self._constants:
            return self._constants[name]
        from tutor.live.asking import as_shown

        return as_shown(_nested(self.steps[name].value))

    def means(self, name: str) -> Text:
        """What an input means, as the demo says; empty for all else."""
        words = self.demo.inputs.get(name)
        return words.means if words else ""

    def needed(self) -> list[str]:
        """The names by which the asked cells can be computed, in order of first use.

        Steps that the question gives, or that a walk-through has come past, and inputs; last the
        numbers that the formula has a name for.
        """
        if self._run is None:
            return [*self.numbers.inputs, *self.numbers.given]
        return list(dict.fromkeys([*self._read(self.step.name), *self._constants]))

    def hidden(self) -> list[str]:
        """The steps between what the question shows and the step that is asked, in their order."""
        between = set(self._between(self.step.name))
        return [name for name in self.steps if name in between]

    def read(self) -> list[str]:
        """The names that the step's own formula speaks of, whatever the question gives."""
        return self._own(self.step.name)

    def _own(self, step: str) -> list[str]:
        if self._run is None:
            return self.needed()
        return [*self._run.reads(step), *self._own_constants(step)]

    def _read(self, step: str) -> Iterator[str]:
        assert self._run is not None
        for name in self._run.reads(step):
            if name in self.steps and name not in self.numbers.given and name not in self._values:
                yield from self._read(name)
            else:
                yield name

    @cached_property
    def _symbols(self) -> dict[str, str]:
        symbols = [step.symbol for step in self.steps.values()]
        found: dict[str, str] = {}
        for name in (self.step.name, *self._between(self.step.name)):
            inputs = [read for read in self._own(name) if read not in self.steps]
            told = input_symbols(self.steps[name].formula, inputs, symbols)
            found = {**told, **found}
        return found

    @cached_property
    def _constants(self) -> dict[str, object]:
        """The numbers of the code that have a name in the formulas between: a length, d_k."""
        found = {}
        for name in (self.step.name, *self._between(self.step.name)):
            found.update(self._own_constants(name))
        return found

    def _between(self, step: str) -> Iterator[str]:
        if self._run is None:
            return
        for name in self._run.reads(step):
            if name in self.steps and name not in self.numbers.given and name not in self._values:
                yield name
                yield from self._between(name)

    def _own_constants(self, step: str) -> dict[str, object]:
        if self._run is None:
            return {}
        from tutor.trace.tree import Address

        array = self._run.array(step)
        if not array.size:
            return {}
        own = self.numbers.cells[0] if step == self.step.name else (0,) * array.ndim
        tree = self._run.cell(Address(step, own)).tree
        return dict(_named(tree)) if tree is not None else {}


def _run(demo: Demo, numbers: Numbers) -> tuple[Run | None, dict[str, Step]]:
    from tutor.demo import DemoError, run
    from tutor.live.judging import right_run

    try:
        traced = right_run(demo, numbers)
    except DemoError:
        inputs = {**numbers.inputs, **numbers.arguments}
        steps = run(demo.function, inputs, numbers.given)
        return None, {step.name: step for step in steps}
    return traced, {step.name: step for step in traced.steps}


def _named(tree: Tree) -> Iterator[tuple[str, object]]:
    """The single numbers in a tree that the code has a name for."""
    from tutor.trace.tree import Call, Constant, Operation

    match tree:
        case Constant(name=name, index=(), value=int() | float() as value) if name:
            yield name, value
        case Operation():
            for part in tree.parts:
                yield from _named(part)
        case Call():
            yield from _named(tree.body)


def _nested(value: Any) -> Any:
    """An array as nested lists; tuples as lists."""
    if hasattr(value, "tolist"):
        return value.tolist()
    return [_nested(part) for part in value] if isinstance(value, list | tuple) else value
