"""Asked once: whether cards that are new are old ones under another name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import line_of
from tutor.ui.screens.dialog import Dialog
from tutor.words.titles import asked_text

if TYPE_CHECKING:
    from tutor.packs.vanished import Move

_SHOWN = 8
"""So many are listed; of the others it is said how many there are."""


class MovesDialog(Dialog):
    """Old names beside the cards that may be the same; `answer` is told yes or no."""

    BINDINGS: ClassVar[Bindings] = [
        bind(f"{letter('y')},1", "answer(True)"),
        bind(f"{letter('n')},2", "answer(False)"),
    ]

    def __init__(self, moves: Sequence[Move], answer: Callable[[bool], Awaitable[None]]) -> None:
        super().__init__()
        self._moves = moves
        self._answer = answer

    def title_line(self) -> str:
        """How many there are."""
        return self.tutor.say("moves.title", n=len(self._moves))

    def retell(self) -> None:
        """Say everything again in the language of now."""
        super().retell()
        self.query_one("#dialog-foot", Static).update(self.tutor.say("moves.foot"))

    def draw(self, width: int) -> Content:
        """What it is about, then each pair with the question of the new card."""
        lines = [*Content.styled(self.tutor.say("moves.about"), "$quiet").wrap(width)]
        for move in self._moves[:_SHOWN]:
            asked = line_of(asked_text(move.item, self.tutor.language))
            lines += [Content(""), *Content(f"{move.former} → {move.item.key}").wrap(width)]
            lines += Content.styled(asked, "$quiet").wrap(width)[:2]
        if left := len(self._moves[_SHOWN:]):
            lines += [Content(""), Content.styled(self.tutor.say("moves.more", n=left), "$quiet")]
        return Content("\n").join(lines)

    async def action_answer(self, same: bool) -> None:
        """Take the answer, and leave."""
        await self.app.pop_screen()
        await self._answer(same)
