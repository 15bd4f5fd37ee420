"""What is wrong in a file that was just edited."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from tutor.core.faults import Fault
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.dialog import Dialog
from tutor.words.faults import fault_parts


class FaultsDialog(Dialog):
    """The faults, each with its place and its cure; `again` opens the editor once more."""

    BINDINGS: ClassVar[Bindings] = [bind(letter("e"), "again")]

    def __init__(self, faults: Sequence[Fault], again: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self._faults = faults
        self._again = again

    def title_line(self) -> str:
        """How many there are."""
        return self.tutor.say("edit.faults", n=len(self._faults))

    def retell(self) -> None:
        """Say everything again in the language of now."""
        super().retell()
        self.query_one("#dialog-foot", Static).update(self.tutor.say("edit.faults.foot"))

    def draw(self, width: int) -> Content:
        """The file, then for each fault its line, what is wrong and what cures it."""
        lines = [*Content.styled(self._faults[0].place.file, "$quiet").wrap(width)]
        for fault in self._faults:
            what, cure = fault_parts(fault, self.tutor.language)
            code = "edit.fault_card" if fault.card else "edit.fault"
            place = self.tutor.say(code, line=fault.place.line, card=fault.card)
            lines += [Content(""), Content.styled(place, "bold")]
            lines += [*Content(what).wrap(width), *Content.styled(cure, "$quiet").wrap(width)]
        return Content("\n").join(lines)

    async def action_again(self) -> None:
        """Back into the editor."""
        await self.app.pop_screen()
        await self._again()
