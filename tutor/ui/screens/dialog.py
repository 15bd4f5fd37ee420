"""What lies over a page until Esc: a title and lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Body
from tutor.ui.widgets.typeset import Drawn

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


class Dialog(ModalScreen[None]):
    """A box over the page. A subclass gives its title and draws its text."""

    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012  # as Textual has it
    BINDINGS: ClassVar[Bindings] = [
        bind(f"escape,enter,space,f1,question_mark,{letter('q')},{letter('i')}", "app.pop_screen"),
        # A dialog is modal: what the app binds does not reach it.
        bind("f6,ctrl+l", "app.language"),
        bind("f7,ctrl+t", "app.next_theme"),
        bind("up", "scroll_by(-1)"),
        bind("down", "scroll_by(1)"),
        bind("pageup", "scroll_by(-10)"),
        bind("pagedown", "scroll_by(10)"),
        bind("home", "scroll_by(-9999)"),
        bind("end", "scroll_by(9999)"),
    ]

    def compose(self) -> ComposeResult:
        """A title, the text, and how to leave."""
        with Vertical(id="dialog"):
            yield Static(id="dialog-title", markup=False)
            with Body(id="dialog-body"):
                yield Drawn("dialog-text")
            yield Static(id="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Say everything for the first time."""
        self.retell()

    @property
    def tutor(self) -> TutorApp:
        """The program this dialog belongs to."""
        return cast("TutorApp", self.app)

    def say(self, code: str, **details: object) -> str:
        """The sentence of the code under `ui.` in the language of now."""
        return self.tutor.say(f"ui.{code}", **details)

    def title_line(self) -> str:
        """The dialog's title in the language of now."""
        raise NotImplementedError

    def draw(self, width: int) -> Content:
        """The dialog's text in a width."""
        raise NotImplementedError

    def retell(self) -> None:
        """Say everything again in the language of now."""
        self.query_one("#dialog-title", Static).update(self.title_line())
        self.query_one("#dialog-text", Drawn).update(self.draw)
        self.query_one("#dialog-foot", Static).update(self.say("dialog.close"))

    def action_scroll_by(self, lines: int) -> None:
        """Scroll the text by lines."""
        self.query_one(Body).scroll_relative(y=lines, animate=False)
