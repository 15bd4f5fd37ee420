"""Live cards tried with a hundred seeds each: what shows only when their demos run.

Only the demos of trusted packs are run. Each fault stands at its card.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from inspect import signature
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, Final

from tutor.core.cards import Formula, Item, Live
from tutor.core.faults import Fault, Severity
from tutor.core.live import Numbers
from tutor.demo import Demo, DemoError, DemoWords, Trap, load
from tutor.live.asking import ask, exposes, trap_answer
from tutor.live.drawing import draw_inputs, drawn_as
from tutor.live.errors import LiveError
from tutor.packs.demos import read_demo_words
from tutor.packs.draws import names_used
from tutor.packs.library import Library
from tutor.packs.nodes import nearest
from tutor.packs.outlines import Demos, Outline
from tutor.packs.placeholders import names_shown
from tutor.packs.running import problem

if TYPE_CHECKING:
    from tutor.packs.rehearsed import Rehearsed

SEEDS: Final = 100
"""How many draws of a card are tried."""
LONGEST: Final = 2.0
"""After so many seconds a card is tried with no further seed."""
SLOW: Final = 0.3
"""A question that takes more seconds to be made keeps a learner waiting."""
_FIRST: Final = 20
"""A draw of a card's own must run with so many seeds; questions pass over draws that fail."""
_SATURATED: Final = 1e-3
_MANY: Final = 0.2
_NEAR: Final = 1e-9
_UNTOUCHED: Final = 10
"""A trap that changes nothing in so many draws cannot be fallen into where the question asks."""


@dataclass(slots=True)
class Trials:
    """The live cards of a library, tried one after another, each with so many `seeds`.

    Afterwards `cards`, `draws` and `seconds` say how many were tried, and how long it took.
    """

    library: Library
    demos: Demos
    rehearsed: "Rehearsed | None" = None
    seeds: int = SEEDS
    cards: int = 0
    draws: int = 0
    seconds: float = 0.0
    _opened: dict[str, Demo | None] = field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with each live card, and what will hurt."""
        begun = perf_counter()
        for item in self.library.items.values():
            if not isinstance(item.card, Live | Formula):
                continue
            name, _, step = asked_step(item).partition(".")
            if name not in self._opened:
                self._opened[name] = opened(self.demos.find(name), self.rehearsed)
            if (demo := self._opened[name]) is not None:
                trial = Trial(item, item.card, step, demo, self.seeds)
                yield from trial.faults()
                self.cards += 1
                self.draws += trial.draws
        self.seconds += perf_counter() - begun


def opened(outline: Outline | None, rehearsed: "Rehearsed | None" = None) -> Demo | None:
    """The demo if it may be run; what keeps it from being opened is told where it stands."""
    if outline is None or not outline.pack.trusted:
        return None
    path = outline.pack.demos / f"{outline.name}.yaml"
    words = read_demo_words(path)[0] if path.is_file() else None
    try:
        if rehearsed is not None:
            rehearsed.ensure(outline.pack, outline.name)
        return load(outline.pack.demos, outline.name, words or DemoWords())
    except DemoError:
        return None


def asked_step(item: Item) -> str:
    """The `demo.step` that an item asks for; an item of a walk-through bears its step's name."""
    if isinstance(item.card, Formula):
        return item.card.formula
    assert isinstance(item.card, Live)
    first = item.card.live[0]
    step = item.key.partition("/")[2]
    return first if len(item.card.live) == 1 else f"{first.partition('.')[0]}.{step}"


class Trial:
    """One card with its demo; `draws` counts the questions that were made."""

    def __init__(
        self, item: Item, card: Live | Formula, step: str, demo: Demo, seeds: int = SEEDS
    ) -> None:
        self.item = item
        self.card = card
        self.step = step
        self.draw = card.draw
        self.demo = drawn_as(demo, card.draw)
        self.seeds = seeds
        self.draws = 0

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the card, and what will hurt."""
        seed = 0
        try:
            steps = self.steps(seed)
            for seed in range(1, _FIRST if self.draw else 1):
                self.steps(seed)
            named = [*self.misnamed(steps)]
            yield from named
            if any(fault.severity is Severity.ERROR for fault in named):
                return
            shown = self.given(steps)
            begun = perf_counter()
            found = _Found(self.in_play(steps))
            for seed in range(self.seeds):
                found.look(self.demo, self.question(seed, shown))
                self.draws += 1
                if perf_counter() - begun > LONGEST:
                    break
        except LiveError as error:
            yield self.fault(error.code, **error.details)
        except DemoError as error:
            yield self.fault("live-fails", seed=str(seed), **problem(error))
        else:
            yield from self.hints(found, (perf_counter() - begun) / self.draws)

    def steps(self, seed: int) -> tuple[str, ...]:
        """The steps of the demo in its order; raises where it cannot be run with this seed."""
        from tutor.demo.arguments import check_inputs
        from tutor.demo.running import run

        examples = self.demo.examples
        drawn = self.demo.draw or not examples
        inputs = draw_inputs(self.demo, seed) if drawn else examples[0].inputs
        check_inputs(self.demo, inputs)
        return tuple(step.name for step in run(self.demo.function, inputs))

    def misnamed(self, steps: tuple[str, ...]) -> Iterator[Fault]:
        """The words of the card that lead nowhere now that the demo has been run."""
        if self.step not in steps:
            near = nearest(self.step, steps)
            yield self.fault("unknown-step", name=self.step, known=", ".join(steps), **near)
            return
        yield from self.unused()
        if isinstance(self.card, Formula):
            return
        walk = [name.partition(".")[2] for name in self.card.live]
        for one, other in pairwise(walk):
            if {one, other} <= {*steps} and steps.index(one) > steps.index(other):
                yield self.fault("walk-order", step=other, before=one)
        arguments = tuple(signature(self.demo.function).parameters)
        first = walk[0] if walk[0] in steps else self.step
        shown = (*arguments, *steps[: steps.index(first)])
        for text in (self.card.ask, self.card.hint, self.card.because):
            for name in names_shown(text):
                if name in steps and name not in shown:
                    yield self.fault("placeholder-later", name=name, step=first)
                elif name not in shown:
                    details = {"name": name, "known": ", ".join(shown), **nearest(name, shown)}
                    yield self.fault("placeholder-unknown", **details)

    def unused(self) -> Iterator[Fault]:
        """Quantities of the card's draw that nothing is made of."""
        if self.draw is not None and self.demo.draw is not None:
            arguments = tuple(signature(self.demo.function).parameters)
            used = {*names_used(self.demo.draw), *arguments}
            for name in self.draw.quantities:
                if name not in used:
                    details = {"known": ", ".join(arguments), **nearest(name, arguments)}
                    yield self.hint("draw-unused", quantity=name, **details)

    def given(self, steps: tuple[str, ...]) -> list[str]:
        """The steps that a question states: those that it shows, or else those that are read."""
        from tutor.live.judging import right_run

        named: set[str] = set()
        if isinstance(self.card, Live) and (self.card.ask or len(self.card.live) > 1):
            walk = [name.partition(".")[2] for name in self.card.live]
            named = {*names_shown(self.card.ask), *walk[: walk.index(self.step)]}
        else:
            run = right_run(self.demo, ask(self.demo, self.step, 0))
            if isinstance(self.card, Live):
                named = {*run.reads(self.step)}
        return [name for name in steps[: steps.index(self.step)] if name in named]

    def in_play(self, steps: tuple[str, ...]) -> dict[str, Trap]:
        """The traps that may be fallen into on the way to the step."""
        before = steps[: steps.index(self.step) + 1]
        if isinstance(self.card, Formula):
            return {}
        return {trap.id: trap for trap in self.demo.traps if not trap.at or trap.at in before}

    def question(self, seed: int, shown: list[str]) -> Numbers:
        """The numbers of one question, as a learner is asked it."""
        card = self.card
        if isinstance(card, Formula):
            return ask(self.demo, self.step, seed)
        return ask(
            self.demo, self.step, seed, shown=shown, asked=card.cells, tolerance=card.tolerance
        )

    def hints(self, found: "_Found", seconds: float) -> Iterator[Fault]:
        """What will bore, wait in vain or keep waiting; a question took so many seconds."""
        seeds = str(self.draws)
        if len(found.keys) == 1 and self.draws > 1:
            from tutor.numbers import show

            value = ", ".join(show(cell) for cell in next(iter(found.keys)))
            yield self.hint("live-always-same", value=value, seeds=seeds)
        elif found.dull > _MANY * self.draws:
            yield self.hint("live-degenerate", count=str(found.dull), seeds=seeds)
        for name in sorted(found.near):
            yield self.hint("trap-unexposed", id=name, seeds=seeds)
        if seconds > SLOW:
            yield self.hint("live-slow", milliseconds=str(round(seconds * 1000)))

    def fault(self, code: str, **details: str) -> Fault:
        """A fault at the card."""
        return Fault(self.item.place, code, self.item.key.partition("/")[2], details)

    def hint(self, code: str, **details: str) -> Fault:
        """A hint at the card."""
        return replace(self.fault(code, **details), severity=Severity.HINT)


@dataclass(slots=True)
class _Found:
    """What is seen of the questions of one card; `near` are traps that never lay clearly apart."""

    waiting: dict[str, Trap]
    near: set[str] = field(default_factory=set)
    keys: set[tuple[float, ...]] = field(default_factory=set)
    dull: int = 0
    seen: int = 0

    def look(self, demo: Demo, numbers: Numbers) -> None:
        """Take in one question more."""
        self.keys.add(numbers.key)
        self.dull += _is_dull(numbers.key)
        self.seen += 1
        for name, trap in [*self.waiting.items()]:
            if not _differs(trap_answer(demo, numbers, trap), numbers.key):
                # One that changes nothing at all lies behind the step, or before what is given.
                if self.seen > _UNTOUCHED and name not in self.near:
                    del self.waiting[name]
            elif exposes(demo, numbers, trap):
                del self.waiting[name]
                self.near.discard(name)
            else:
                self.near.add(name)


def _is_dull(key: tuple[float, ...]) -> bool:
    """Whether an answer can be guessed, or cannot be told from a limit of what it could be."""
    if not any(key) or (len(key) > 1 and len(set(key)) == 1):
        return True
    whole = all(cell.is_integer() for cell in key)
    return not whole and any(0 < min(abs(cell), abs(1 - abs(cell))) < _SATURATED for cell in key)


def _differs(wrong: tuple[float, ...] | None, key: tuple[float, ...]) -> bool:
    return wrong is not None and (
        len(wrong) != len(key)
        or any(
            not math.isclose(one, other, rel_tol=_NEAR, abs_tol=_NEAR)
            for one, other in zip(wrong, key, strict=True)
        )
    )
