"""The list of demos."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Page
from tutor.ui.widgets.bars import Key, TopBar


class DemosPage(Page):
    """All demos by name; Enter opens one."""

    BINDINGS: ClassVar[Bindings] = [bind(f"escape,{letter('q')},{letter('d')}", "app.pop_screen")]
    TOPICS = ("demos", "everywhere")

    def body(self) -> ComposeResult:
        """The list."""
        yield OptionList(
            *(Option(name, id=name) for name in self.tutor.demo_names),
            id="decks",
            compact=True,
            markup=False,
        )

    async def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(OptionList).focus()
        self.retell()

    def retell(self) -> None:
        """The words around the list in the language of now."""
        self.query_one(TopBar).update(self.say("demos.title"))
        self.teach(
            Key("Enter", self.say("key.open")),
            Key("↑ ↓", self.say("key.choose")),
            Key("q", self.say("key.back"), "app.pop_screen", last=True),
        )

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        with self.reporting():
            self.tutor.show_demo(str(event.option_id))
