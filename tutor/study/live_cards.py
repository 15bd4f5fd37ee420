"""Live cards: the demo and step that each asks, and numbers drawn for every review."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Concept, Formula, Item, Live
from tutor.core.draws import Draw
from tutor.core.live import Numbers
from tutor.core.log import LogRow, RowKind
from tutor.core.text import LANGUAGES, Text, in_language
from tutor.study.replay import FELL, NUMBERS

if TYPE_CHECKING:
    from tutor.demo import Demo

OpenDemo = Callable[[str], "Demo"]
"""Opens a demo by its name; raises where there is none or it is broken."""

_LONGEST = 6.0
"""So many seconds all runs of a demo may take that one question needs."""
_PLACEHOLDER = re.compile(r"@\{([^{}]*)\}")


class NoNumbersError(Exception):
    """A live card cannot be asked in this sitting; `LiveCards.troubles` says why."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all questions of a card have in common: the steps shown, and the traps to aim at."""

    demo: Demo
    step: str
    shown: tuple[str, ...]
    traps: tuple[str, ...]


class LiveCards:
    """Draws the numbers of live cards, and remembers which of the cards cannot be asked."""

    def __init__(self, demos: OpenDemo | None, random: Random) -> None:
        self._open = demos
        self._random = random
        self._last: dict[str, Demo] = {}
        self.forget()

    def forget(self) -> None:
        """Open demos anew when next needed, and give cards that could not be asked a new chance."""
        self._demos: dict[str, Demo] = {}
        self._plans: dict[CardKey, _Plan] = {}
        self.troubles: dict[CardKey, Exception] = {}

    def is_hindered(self, item: Item) -> bool:
        """Whether the card, or the walk-through that asks it, was found not to work."""
        return item.key in self.troubles or (bool(item.walk) and item.walk in self.troubles)

    def demo(self, name: str) -> Demo:
        """The demo of that name, opened once."""
        from tutor.demo import DemoError

        if name not in self._demos:
            if self._open is None or not name:
                raise DemoError("no_demo", name=name, near="")
            self._demos[name] = self._last[name] = self._open(name)
        return self._demos[name]

    def last_demo(self, name: str) -> Demo:
        """The demo as it was last opened: its file may have been broken since a question."""
        return self._last[name] if name in self._last else self.demo(name)

    def numbers(self, item: Item, concept: Concept, aim: Callable[[Sequence[str]], str]) -> Numbers:
        """Numbers drawn anew for a card; raises `NoNumbersError`.

        They aim at the trap that `aim` chooses from the ids of those in play, perhaps none.
        """
        card = item.card
        assert isinstance(card, Live | Formula)
        with self.trying(item.key):
            if item.key not in self._plans:
                name = card.formula if isinstance(card, Formula) else card.live[0]
                self._plans[item.key] = self._plan(card, *target(name, concept))
            plan = self._plans[item.key]
            return self.drawn(card, plan.demo, plan.step, plan.shown, aim(plan.traps))

    def drawn(
        self,
        card: Live | Formula,
        demo: Demo,
        step: str,
        shown: Sequence[str],
        aim: str,
        draw: Draw | None = None,
    ) -> Numbers:
        """Numbers for one question about a step, from a seed of their own; raises as `ask` does.

        `draw` takes the place of the card's own.
        """
        from tutor.live.asking import ask

        seed = self._random.getrandbits(32)
        if isinstance(card, Formula):
            return ask(demo, step, seed, draw=card.draw)
        return ask(
            demo,
            step,
            seed,
            draw=draw or card.draw,
            shown=shown,
            asked=card.cells,
            tolerance=card.tolerance,
            aim=aim,
        )

    @contextmanager
    def trying(self, key: CardKey) -> Iterator[None]:
        """Note what goes wrong as a card's trouble, and raise `NoNumbersError` in its place."""
        from tutor.demo.deadline import within

        try:
            with within(_LONGEST):
                yield
        # A demo is anybody's code and a draw anybody's expression: whatever they raise must cost no
        # more than this one card.
        except Exception as error:
            self.troubles[key] = error
            raise NoNumbersError(key) from error

    def _plan(self, card: Live | Formula, name: str, step: str) -> _Plan:
        from tutor.live.asking import ask
        from tutor.live.judging import right_run

        demo = self.demo(name)
        if isinstance(card, Formula):
            right_run(
                demo, ask(demo, step, 0, draw=card.draw)
            )  # a formula is judged by what the trace knows
            return _Plan(demo, step, (), ())
        example = ask(demo, step, 0, draw=card.draw)
        order = steps_of(demo, example)
        named = placeholders(card.ask) if card.ask else _reads(demo, example)
        shown = tuple(name for name in order[: order.index(step)] if name in named)
        return _Plan(demo, step, shown, traps_before(demo, order, step, shown))


def target(text: str, concept: Concept) -> tuple[str, str]:
    """The demo and the step that a card names: `demo.step`, or a step of the concept's demo."""
    demo, _, step = text.rpartition(".")
    return demo or concept.demo, step


def placeholders(text: Text) -> set[str]:
    """The names that a text speaks of by `@{name}`, in any language."""
    return {
        name.strip()
        for language in LANGUAGES
        for name in _PLACEHOLDER.findall(in_language(text, language))
    }


def steps_of(demo: Demo, numbers: Numbers) -> list[str]:
    """The names of the demo's steps on these numbers, in their order."""
    from tutor.demo import run

    return [step.name for step in run(demo.function, {**numbers.inputs, **numbers.arguments})]


def traps_before(
    demo: Demo, order: Sequence[str], step: str, given: Sequence[str]
) -> tuple[str, ...]:
    """The ids of the traps that lie after the given steps and not after the asked one."""
    end = order.index(step) + 1
    start = max((order.index(name) + 1 for name in given), default=0)
    return tuple(trap.id for trap in demo.traps if not trap.at or trap.at in order[start:end])


def aim_at(rows: Sequence[LogRow], traps: Sequence[str]) -> str:
    """The trap for the next question of a card with this past; empty where there is none.

    It is the one last fallen into, unless a right answer has escaped it since; else each comes in
    turn, by the number of answers.
    """
    answers = [row for row in rows if row.kind is RowKind.ANSWER]
    escaped: set[object] = set()
    for row in reversed(answers):
        fell = row.payload.get(FELL)
        for trap in fell if isinstance(fell, list) else ():
            if trap in traps and trap not in escaped:
                return str(trap)
        numbers = row.payload.get(NUMBERS)
        if row.payload.get("score") == 1 and isinstance(numbers, Mapping):
            escaped.add(numbers.get("aim"))
    return traps[len(answers) % len(traps)] if traps else ""


def _reads(demo: Demo, numbers: Numbers) -> set[str]:
    """What the asked step's formula reads; nothing of a demo that cannot be traced."""
    from tutor.demo import DemoError
    from tutor.live.judging import right_run

    try:
        return set(right_run(demo, numbers).reads(numbers.step))
    except DemoError:
        return set()
