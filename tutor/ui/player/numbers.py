"""The numbers that are played: where they come from, their run, the wrong paths beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Literal, Protocol

from tutor.demo import Demo, DemoError, Trap
from tutor.demo.deadline import within
from tutor.trace.tree import Address

if TYPE_CHECKING:
    from tutor.core.text import Text
    from tutor.demo import Run as TracedRun
    from tutor.demo import Step
    from tutor.demo.tracing import Explained
    from tutor.ui.player.plain_run import PlainRun

_WRONG = "wrong_"
"""What a keyword-only argument begins with that only traps set (see `tutor.demo.Demo`)."""

_LONGEST = 6.0
"""So many seconds the runs may take that one key asks for."""

_NEAR = 1e-9
"""How far two numbers may lie apart, against the largest, and still be the same."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the numbers come from: the example or the seed `number`, or somebody's hand.

    `given` are the numbers with which the player was opened; `changed` says that the learner has
    changed them since.
    """

    kind: Literal["example", "seed", "given"]
    number: int = 0
    changed: bool = False


class Run(Protocol):
    """What the player needs of a run; a traced one offers more than a plain one can know."""

    @property
    def inputs(self) -> Mapping[str, Any]:
        """The inputs as arrays, by name."""

    @property
    def conventions(self) -> Mapping[str, object]:
        """The keyword-only arguments."""

    @property
    def steps(self) -> Sequence[Step]:
        """The steps in order."""

    @property
    def lines(self) -> Mapping[str, tuple[str, int]]:
        """File and line of the yield of each step."""

    def array(self, name: str) -> Any:
        """The value of a step or an input."""

    def symbol(self, name: str) -> str:
        """What stands for it in formulas."""

    def cell(self, address: Address) -> Explained:
        """How a cell came about."""

    def reads(self, name: str) -> Sequence[str]:
        """The steps and inputs that a step's formula reads."""


class Numbers:
    """A demo on some numbers. Whatever would not run is refused (DemoError) and changes nothing."""

    def __init__(
        self,
        demo: Demo,
        inputs: Mapping[str, object] | None = None,
        *,
        given: Mapping[str, object] | None = None,
        until: str = "",
    ) -> None:
        self.demo = demo
        self.values: dict[str, object] = {}
        self.origin = Origin("given")
        self.run: Run | None = None
        self.refusal: DemoError | None = None
        """Why the cells of this run cannot explain themselves, where they cannot."""
        self._given = dict(inputs) if inputs is not None else None
        self._stated = dict(given or {})
        self._until = until
        self._example = -1
        self.trap: Trap | None = None
        """The known mistake that is followed beside the truth."""
        self.wrong: Run | None = None
        self.difference: Address | None = None
        """The first cell that the mistake changes."""
        self.differing: frozenset[str] = frozenset()
        """The steps that the mistake changes."""
        self._traps: Sequence[Trap] | None = None
        self._first_trap: Trap | None = None

    def begin(self, seed: int) -> None:
        """Take the numbers given, else the first example, else draw, else the code's defaults."""
        if not (self._given is not None or self.demo.examples or self.demo.draw is not None):
            # Without a default for each input there are no numbers.
            self._given = {} if _has_defaults(self.demo) else None
        if self._given is not None:
            self._take(self._given, Origin("given"))
        elif self.demo.examples:
            self.take_example(0)
        elif self.demo.draw is not None:
            self.draw(seed)

    @property
    def stated(self) -> Mapping[str, object]:
        """The steps whose values a question stated; none once its numbers have been changed."""
        return self._stated if self.origin == Origin("given") else {}

    @property
    def steps(self) -> Sequence[Step]:
        """The steps of the run, none where there is no run."""
        return self.run.steps if self.run else ()

    @property
    def conventions(self) -> dict[str, object]:
        """The conventions that may be switched, and what they are now."""
        return {
            name: self.values.get(name, default)
            for name, default in self.demo.defaults.items()
            if not name.startswith(_WRONG)
        }

    @property
    def source(self) -> Text:
        """Where the numbers or, failing that, the demo comes from."""
        if self.origin.kind == "example":
            return self.demo.examples[self.origin.number].source or self.demo.source
        return self.demo.source

    def take_example(self, number: int) -> None:
        """Play one of the published examples."""
        self._take(self.demo.examples[number].inputs, Origin("example", number))
        self._example = number

    def next_example(self) -> bool:
        """The next published example, or the first from elsewhere; False if there is no other."""
        examples = self.demo.examples
        here = self.origin.kind == "example" and not self.origin.changed
        if not examples or (here and len(examples) == 1):
            return False
        self.take_example((self._example + 1) % len(examples) if self._example >= 0 else 0)
        return True

    def take_original(self) -> bool:
        """Back to the numbers before any change or draw; False where there are none."""
        if self._given is not None:
            self._take(self._given, Origin("given"))
        elif self.demo.examples:
            self.take_example(max(self._example, 0))
        else:
            return False
        return True

    def draw(self, seed: int) -> None:
        """Draw numbers by the demo's own description; the conventions stay."""
        from tutor.live.drawing import draw_inputs

        conventions = {name: self.values[name] for name in self.conventions if name in self.values}
        self._take({**conventions, **draw_inputs(self.demo, seed)}, Origin("seed", seed))

    def change(self, name: str, value: object) -> None:
        """Change one input or convention by hand."""
        from tutor.demo import check_inputs

        values = {**self.values, name: value}
        check_inputs(self.demo, values)
        self._take(values, Origin(self.origin.kind, self.origin.number, changed=True))

    def _take(self, values: Mapping[str, object], origin: Origin) -> None:
        as_opened = origin == Origin("given")
        with within(_LONGEST):
            run, refusal = _run(self.demo, values, self._stated if as_opened else {})
        if as_opened and self._until:
            run = _until(run, self._until)
        self.values, self.origin = dict(values), origin
        self.run, self.refusal = run, refusal
        self._traps = None
        self._follow_trap()

    @property
    def traps(self) -> Sequence[Trap]:
        """The known mistakes that change something in these numbers."""
        if self._traps is None:
            with within(_LONGEST):
                self._traps = [trap for trap in self.demo.traps if self._is_in_play(trap)]
        return self._traps

    def _is_in_play(self, trap: Trap) -> bool:
        from tutor.demo import Run as TracedRun
        from tutor.live.traps import first_difference

        if not isinstance(self.run, TracedRun):
            return False
        try:
            wrong = self._along(trap)
        except DemoError:
            return False
        return first_difference(self.run, wrong) is not None

    def _along(self, trap: Trap) -> TracedRun:
        from tutor.live.traps import with_trap

        return with_trap(self.demo, self.values, trap, self.stated)

    def take_trap(self, trap: Trap | None) -> None:
        """Follow a known mistake beside the truth, or none; DemoError where it cannot be run."""
        self._follow(trap, self._along(trap) if trap else None)

    def take_wrong(self, wrong: TracedRun, say: Text) -> None:
        """Follow a wrong path that no trap of the demo is, until the numbers change."""
        self._follow(Trap(id="", say=say), wrong)

    def _follow(self, trap: Trap | None, wrong: TracedRun | None) -> None:
        from tutor.demo import Run as TracedRun
        from tutor.live.traps import first_difference

        self.trap, self.wrong, self.difference = trap, wrong, None
        if wrong is not None and isinstance(self.run, TracedRun):
            self.difference = first_difference(self.run, wrong)
        self.differing = _differing(self.run, wrong)

    def next_trap(self, step: str) -> bool:
        """Follow the next known mistake, after all of them none; False where there are none.

        The round begins with the mistakes made at `step`.
        """
        traps = list(self.traps)
        if not traps:
            return False
        following: Trap | None
        if self.trap in traps:
            first = self._first_trap if self._first_trap in traps else traps[0]
            following = traps[(traps.index(self.trap) + 1) % len(traps)]
            following = None if following is first else following
        else:
            following = self._first_trap = next((t for t in traps if t.at == step), traps[0])
        self.take_trap(following)
        return True

    def _follow_trap(self) -> None:
        """The same mistake on other numbers, if it still changes something there."""
        trap = self.trap
        self.take_trap(None)
        if trap is not None and trap in self.traps:
            self.take_trap(trap)


def _has_defaults(demo: Demo) -> bool:
    parameters = signature(demo.function).parameters.values()
    return all(parameter.default is not Parameter.empty for parameter in parameters)


def _run(
    demo: Demo, values: Mapping[str, object], given: Mapping[str, object]
) -> tuple[TracedRun | PlainRun, DemoError | None]:
    """The traced run; the plain one with the reason where the demo cannot be traced."""
    from tutor.demo import trace
    from tutor.ui.player.plain_run import PlainRun

    try:
        return trace(demo.function, values, given), None
    except DemoError as error:
        return PlainRun(demo, values, given), error


def _until(run: TracedRun | PlainRun, last: str) -> TracedRun | PlainRun:
    """The run as if it had ended with the step `last`, if it has that step."""
    names = [step.name for step in run.steps]
    shorter = copy(run)
    if last in names:
        shorter.steps = run.steps[: names.index(last) + 1]
    return shorter


def _differing(run: Run | None, wrong: Run | None) -> frozenset[str]:
    if run is None or wrong is None:
        return frozenset()
    other = {step.name: step.value for step in wrong.steps}
    return frozenset(
        step.name
        for step in run.steps
        if step.name in other and not _same(step.value, other[step.name])
    )


def _same(one: Any, other: Any) -> bool:
    """Whether two arrays are the same, apart from what rounding leaves behind."""
    import numpy as np

    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape:
        return False
    if "U" in (one.dtype.kind, other.dtype.kind):
        return bool(np.array_equal(one, other))
    finite = np.abs(one[np.isfinite(one)])
    slack = _NEAR * float(finite.max(initial=0.0))
    return bool(np.allclose(other, one, rtol=_NEAR, atol=slack, equal_nan=True))
