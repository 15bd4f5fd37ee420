"""The conventions of a demo: what each means and how it stands, to be switched."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import Static

from tutor.core.text import in_language
from tutor.maths import cells
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.player.about import told
from tutor.ui.screens.dialog import Dialog
from tutor.ui.setting import inline, wrapped
from tutor.ui.widgets.bars import CLICK, clicked

if TYPE_CHECKING:
    from tutor.ui.screens.player import PlayerPage


class ConventionsDialog(Dialog):
    """Lies over a player, which follows each switch at once."""

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "choose(-1)"),
        bind("down,tab", "choose(1)"),
        bind("enter,space,right", "switch"),
        bind(letter("c"), "app.pop_screen"),
    ]

    def __init__(self, page: PlayerPage) -> None:
        super().__init__()
        self._page = page
        self._at = 0

    @property
    def _names(self) -> list[str]:
        return list(self._page.play.numbers.conventions)

    def title_line(self) -> str:
        """Its name."""
        return self.tutor.say("player.conventions")

    def retell(self) -> None:
        """Say everything again in the language of now."""
        super().retell()
        if self._names:
            foot = self.tutor.say("player.conventions.foot")
            self.query_one("#dialog-foot", Static).update(foot)

    def draw(self, width: int) -> Content:
        """Each convention with its options and its meaning; then what is fixed."""
        demo, now = self._page.play.demo, self._page.play.numbers.conventions
        lines: list[Content] = []
        for number, (name, value) in enumerate(now.items()):
            lines += [self._switch(number, name, value), *self._meaning(name, width), Content("")]
        for name in demo.conventions:
            if name not in now:
                head = Content.assemble(("  " + name, "bold"))
                lines += [head, *self._meaning(name, width), Content("")]
        if not lines:
            return Content(self.tutor.say("player.conventions.none"))
        return Content("\n").join(lines[:-1])

    def _switch(self, number: int, name: str, value: object) -> Content:
        """`▸ z   keep  ·  new`, the option of now standing out."""
        chosen = number == self._at
        options = self._page.play.demo.options.get(name, (value,))
        parts = []
        for option in options:
            here = option is value or option == value
            parts.append(Content.styled(told(option), "bold reverse $accent" if here else "$quiet"))
        head = Content.assemble(("▸ " if chosen else "  ", "bold $accent"), (name, "bold"), "   ")
        line = Content.assemble(head, Content("  ").join(parts))
        return line.stylize(Style.from_meta({CLICK: f"screen.switch_at({number})"}))

    def _meaning(self, name: str, width: int) -> list[Content]:
        text = in_language(self._page.play.demo.conventions.get(name, ""), self.tutor.language)
        if not text:
            return []
        lines = wrapped(inline(text).stylize_before("$quiet"), max(width - 2, cells("  ") + 8))
        return [Content.assemble("  ", line) for line in lines]

    def on_click(self, event: Click) -> None:
        """Switch what was clicked."""
        clicked(self, event)

    def action_choose(self, by: int) -> None:
        """Another convention."""
        if self._names:
            self._at = (self._at + by) % len(self._names)
            self.retell()

    def action_switch(self) -> None:
        """The next option; one that may be anything is typed on the page."""
        if not self._names:
            self.app.pop_screen()
            return
        name = self._names[self._at]
        if self._page.switch(name):
            self.retell()
        else:
            self.app.pop_screen()
            self._page.type_setting(name)

    def action_switch_at(self, number: int) -> None:
        """The convention that was clicked."""
        self._at = number
        self.action_switch()
