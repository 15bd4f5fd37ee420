"""The line above the keys on which a guess or a new value is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Label

from tutor.ui.keys import Bindings, bind
from tutor.ui.widgets.answer import AnswerLine

Purpose: TypeAlias = Literal["guess", "cell", "whole", "setting"]
"""What a line may be asked for."""


class _Line(AnswerLine):
    """Letters are text, except for the one that means something on an empty line."""

    BINDINGS: ClassVar[Bindings] = [bind("escape", "leave")]
    passed_on: frozenset[str] = frozenset()

    def on_key(self, event: Key) -> None:
        """Let a key pass to the page where it would be no text."""
        if not self.check_consume_key(event.key, event.character):
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text here."""
        return (self.value != "" or key not in self.passed_on) and super().check_consume_key(
            key, character
        )

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.screen.set_focus(None)
        self.post_message(Ask.Left())


class Ask(HorizontalGroup):
    """A prompt and a line. `purpose` says what is asked, empty while nothing is."""

    @dataclass
    class Given(Message):
        """Enter was pressed."""

        text: str

    @dataclass
    class Left(Message):
        """Esc was pressed."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self.display = False
        self.purpose: Purpose | Literal[""] = ""

    def compose(self) -> ComposeResult:
        """The prompt, and the line."""
        yield Label(markup=False)
        yield _Line(compact=True, select_on_focus=True)

    @property
    def line(self) -> Input:
        """Where it is typed."""
        return self.query_one(_Line)

    def open(
        self,
        purpose: Purpose,
        prompt: str,
        hint: str,
        *,
        value: str = "",
        passed_on: frozenset[str] = frozenset(),
    ) -> None:
        """Ask for something; keys in `passed_on` are none of the line's while it is empty."""
        self.purpose = purpose
        self.retell(prompt, hint)
        line = self.query_one(_Line)
        line.value = value
        line.passed_on = passed_on
        self.display = True
        # At once, so that a key pressed already finds its place.
        self.screen.set_focus(line)

    def retell(self, prompt: str, hint: str) -> None:
        """Ask the same in other words."""
        self.query_one(Label).update(prompt)
        self.line.placeholder = hint

    def close(self) -> None:
        """Ask no more."""
        if self.purpose:
            self.purpose = ""
            self.display = False
            self.screen.set_focus(None)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Given(event.value))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
