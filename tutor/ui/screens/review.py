"""The review: the day's questions, and what else one may decide about a card."""

from __future__ import annotations

from typing import ClassVar

from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.answering import AnsweringPage, Keeper


class ReviewPage(AnsweringPage):
    """The day's questions, one after the other."""

    BINDINGS: ClassVar[Bindings] = [
        bind(f"f4,{letter('s')}", "skip"),
        bind("minus", "bury"),
        bind("at", "suspend"),
        bind(letter("e"), "edit"),
        bind(letter("q"), "app.home"),
    ]
    TOPICS = ("review", "everywhere")

    @property
    def keeper(self) -> Keeper:
        """The study: every answer is a review."""
        return self.tutor.study

    async def go_on(self) -> None:
        """What the day asks next."""
        await self.tutor.turn()

    def action_skip(self) -> None:
        """Leave the rest of a walk-through until tomorrow."""
        if self.question.walk is None or self.answered:
            return
        with self.reporting():
            skipped = self.tutor.study.skip(self.question)
            if self.live is None:
                self.call_later(self.tutor.turn)
                return
            self.live.skipped = skipped
            self.end()

    async def action_edit(self) -> None:
        """Change the card in the learner's editor, then ask it as it is now."""
        from tutor.ui.editing import edit_card

        await edit_card(self)

    async def action_undo(self) -> None:
        """Take the last answer back and ask it again."""
        await self.tutor.take_back()

    async def action_bury(self) -> None:
        """Leave the card for tomorrow."""
        with self.reporting():
            self.tutor.study.bury(self.question.item.key)
            await self.tutor.turn("note.buried")

    async def action_suspend(self) -> None:
        """Ask the card no more."""
        with self.reporting():
            self.tutor.study.suspend(self.question.item.key)
            await self.tutor.turn("note.suspended")
