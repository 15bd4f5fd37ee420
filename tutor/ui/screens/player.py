"""The demo player: a demo's steps, one at a time, with their numbers and the why of each."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from tutor.demo import Demo, run
from tutor.maths import one_line, typeset
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Body, Page
from tutor.ui.setting import beside, inline, unglued, wrapped
from tutor.ui.widgets.bars import Key, TopBar
from tutor.ui.widgets.matrix import draw_array, heats, labelled, shape_of
from tutor.ui.widgets.typeset import Drawn, Prose


class PlayerPage(Page):
    """One run of a demo on one of its examples; raises DemoError where it cannot be run."""

    BINDINGS: ClassVar[Bindings] = [
        bind("left", "step(-1)"),
        bind("right,enter,space", "step(1)"),
        bind("home", "edge(False)"),
        bind("end", "edge(True)"),
        bind(letter("x"), "example"),
        bind(f"escape,{letter('q')}", "app.pop_screen"),
    ]
    TOPICS = ("player", "everywhere")

    def __init__(self, demo: Demo) -> None:
        super().__init__()
        self.demo = demo
        self.at = 0
        self._example = 0
        self._run()

    def _run(self) -> None:
        examples = self.demo.examples
        self._inputs: dict[str, Any] = {}
        self.steps = []
        if examples:
            self._inputs = {**self.demo.defaults, **examples[self._example].inputs}
            self.steps = run(self.demo.function, self._inputs)
        self.at = min(self.at, max(len(self.steps) - 1, 0))

    def body(self) -> ComposeResult:
        """Where one is, the formula, its result, the why; then what went in."""
        yield Drawn("strip")
        yield Drawn("formula")
        yield Drawn("result")
        yield Prose("why")
        yield Drawn("inputs")

    def retell(self) -> None:
        """Everything in the language of now."""
        title = unglued(inline(self.tell(self.demo.title))).plain
        if not self.steps:
            self.query_one(TopBar).update(title)
            self.note(self.say("player.no_inputs"))
            self.teach(Key("q", self.say("key.back"), "app.pop_screen"))
            return
        of = len(self.demo.examples)
        example = self.say("player.example", at=self._example + 1, of=of) if of > 1 else ""
        at = self.say("player.step", at=self.at + 1, of=len(self.steps))
        self.query_one(TopBar).update(title, " · ".join(filter(None, (example, at))))
        self.query_one("#strip", Drawn).update(self._draw_strip)
        self.query_one("#formula", Drawn).update(self._draw_formula)
        self.query_one("#result", Drawn).update(self._draw_result)
        why = self.demo.whys.get(self.steps[self.at].name, "")
        self.query_one("#why", Prose).update(self.tell(why))
        self.query_one("#inputs", Drawn).update(self._draw_inputs)
        keys = [Key("← →", self.say("key.step"))]
        if of > 1:
            keys.append(Key("x", self.say("key.example"), "screen.example"))
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    def _draw_strip(self, width: int) -> Content:
        lines = [Content("")]
        for number, step in enumerate(self.steps):
            label = f" {number + 1} {step.name} "
            here = number == self.at
            piece = Content.styled(label, "bold reverse $accent" if here else "$quiet")
            if number:
                piece = Content.assemble(("▸", "$quiet"), piece)
            if lines[-1].cell_length + piece.cell_length > width:
                lines.append(piece)
            else:
                lines[-1] = Content.assemble(lines[-1], piece)
        return Content("\n").join(lines)

    def _draw_formula(self, width: int) -> Content:
        step = self.steps[self.at]
        rows = typeset(f"{step.symbol} = {step.formula}", width)
        lines = [Content(row) for row in rows]
        if len(rows) == 1:
            lines = wrapped(lines[0], width)
        return Content("\n").join(lines).stylize("bold $formula")

    def _draw_result(self, width: int) -> Content:
        step = self.steps[self.at]
        colours = heats(self.app.current_theme)
        rows = draw_array(step.value, colours, width)
        return Content("\n").join([self._label(step.symbol, step.value), *rows])

    def _label(self, symbol: str, value: Any) -> Content:
        return Content.assemble(
            " ", (one_line(symbol), "bold"), ("  " + shape_of(value)).rstrip(), " "
        )

    def _draw_inputs(self, width: int) -> Content:
        """What went in, side by side where there is room; then source and conventions."""
        colours = heats(self.app.current_theme)
        lines = [Content.styled(f" {self.say('player.inputs')}", "$quiet"), Content("")]
        row: list[list[Content]] = []
        for name, value in self._inputs.items():
            array = _array(value)
            drawn = draw_array(array, colours, width)
            label = Content.assemble(" ", (name, "bold"), ("  " + shape_of(array)).rstrip(), " ")
            column = labelled(label, drawn)
            if row and sum(c[0].cell_length + 3 for c in row) + column[0].cell_length > width:
                lines += [*beside(row), Content("")]
                row = []
            row.append(column)
        lines += beside(row)
        example = self.demo.examples[self._example]
        told = [self.tell(text) for text in self.demo.conventions.values()]
        if source := self.tell(example.source or self.demo.source):
            told.append(self.say("player.source", source=source))
        for text in told:
            lines.append(Content(""))
            lines += [
                line.pad_left(1).stylize("$quiet") for line in wrapped(inline(text), width - 1)
            ]
        return Content("\n").join(lines)

    def action_step(self, by: int) -> None:
        """A step back or forth, no further than the ends."""
        self._go(self.at + by)

    def action_edge(self, end: bool) -> None:
        """The first or the last step."""
        self._go(len(self.steps) - 1 if end else 0)

    def _go(self, at: int) -> None:
        at = max(0, min(at, len(self.steps) - 1))
        if at != self.at:
            self.at = at
            self.retell()
            self.query_one(Body).scroll_home(animate=False)

    def action_example(self) -> None:
        """The next of the demo's examples, at the same step."""
        if len(self.demo.examples) < 2:
            return
        before = self._example
        self._example = (before + 1) % len(self.demo.examples)
        with self.reporting():
            try:
                self._run()
            except Exception:
                self._example = before
                raise
            self.retell()


def _array(value: Any) -> Any:
    import numpy as np

    return np.asarray(value)
