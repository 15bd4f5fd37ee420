"""The lines on which an answer is typed: one, or one for each gap."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widgets import Input, Label

from tutor.ui.keys import Bindings, bind


class AnswerLine(Input):
    """One line of text; Esc leaves it, and then letters are keys again."""

    BINDINGS: ClassVar[Bindings] = [bind("escape", "leave")]
    takes_letters = True
    """While it has the focus letters are text, as the bar of keys says."""

    def action_leave(self) -> None:
        """Give the focus back to the page."""
        self.screen.set_focus(None)


class FilterLine(AnswerLine):
    """One line that leaves only some rows of a list; Esc does away with it and what it says."""

    class Left(Message):
        """The learner wants all rows again."""

    def action_leave(self) -> None:
        """Ask for all rows again."""
        self.post_message(self.Left())


class AnswerLines(VerticalGroup):
    """The lines of one answer; Enter goes to the next and answers at the last."""

    class Submitted(Message):
        """The learner gave the whole answer."""

        def __init__(self, texts: tuple[str, ...]) -> None:
            super().__init__()
            self.texts = texts

    class Edited(Message):
        """A line changed, or the focus went to another one."""

        def __init__(self, texts: tuple[str, ...], at: int) -> None:
            super().__init__()
            self.texts = texts
            self.at = at

    def __init__(self, count: int, placeholder: str, unit: str = "") -> None:
        super().__init__()
        self._count = count
        self._placeholder = placeholder
        self._unit = unit

    def compose(self) -> ComposeResult:
        """One line for each gap, numbered where there are several."""
        for number in range(1, self._count + 1):
            with HorizontalGroup():
                if self._count > 1:
                    yield Label(str(number), classes="number", markup=False)
                yield AnswerLine(compact=True, select_on_focus=False)
                if self._unit:
                    yield Label(self._unit, classes="unit", markup=False)

    def on_mount(self) -> None:
        """Say what to type."""
        self.retell(self._placeholder)

    @property
    def lines(self) -> Sequence[AnswerLine]:
        """The lines, first to last."""
        return list(self.query(AnswerLine))

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands on the lines."""
        return tuple(line.value for line in self.lines)

    def retell(self, placeholder: str) -> None:
        """Say in other words what to type; what was typed stays."""
        self._placeholder = placeholder
        for line in self.lines[:1]:
            line.placeholder = placeholder

    def focus_line(self) -> None:
        """Go to the first empty line, else the last."""
        empty = [line for line in self.lines if not line.value]
        self.screen.set_focus((empty or self.lines[-1:])[0])

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        at = self.lines.index(event.input)
        if at + 1 < len(self.lines):
            self.lines[at + 1].focus()
        else:
            self.post_message(self.Submitted(self.texts))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def on_descendant_focus(self) -> None:
        """Tell the page which line is being filled."""
        self._tell()

    def _tell(self) -> None:
        at = next((number for number, line in enumerate(self.lines) if line.has_focus), -1)
        self.post_message(self.Edited(self.texts, at))
