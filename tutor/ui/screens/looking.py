"""What one may look at around a question: its demo, its picture, what explains it, its history."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.question import QuestionPage
from tutor.ui.widgets.illustration import has_windows
from tutor.ui.widgets.typeset import Drawn


class LookingPage(QuestionPage):
    """A question with all that belongs to it, whether it is being asked or was."""

    BINDINGS: ClassVar[Bindings] = [
        bind(f"f3,{letter('d')}", "demo"),
        bind(f"f5,{letter('o')}", "image"),
        bind("left", "pick_by(-1)"),
        bind("right", "pick_by(1)"),
        bind("asterisk", "flag"),
        bind(letter("i"), "history"),
    ]

    def action_demo(self) -> None:
        """Open the demo; leaving it returns to this very card.

        That of a question with numbers of its own opens on these, where it shows the answer: before
        one has answered it is a hint.
        """
        with self.reporting():
            if self.live is None:
                self.tutor.show_demo(self.question.concept.demo, counting=self._counting)
                return
            self.tutor.show_demo(self.live.demo, counting=self._counting, **self.live.opening())
            if not self.answered and not self.hinted:
                self.hinted = True
                self.note(self.say("note.seen"))

    def action_image(self) -> None:
        """Open the card's picture where the system shows pictures, or say where it lies."""
        image = self.card.image
        if image is None:
            return
        path = Path(image.file)
        if not path.is_file():
            self.note(self.say("note.image_missing", file=path), error=True)
            return
        if has_windows():
            self.app.open_url(path.as_uri())
        self.note(self.say("note.image_file", file=path))

    @property
    def _counting(self) -> Counting | None:
        """Where predictions in the demo may count; not for a card that is being asked."""
        if self.question.walk is not None and not self.answered:
            return None
        return Counting(self.question.concept, but=self.question.item.key)

    def action_pick(self, number: int) -> None:
        """Say which of several explanations it was; the grade does not change."""
        if self.live is not None and self.live.pick(number):
            self.query_one("#verdict", Drawn).refresh(layout=True)

    def action_pick_by(self, by: int) -> None:
        """The next of several explanations."""
        if self.live is not None and self.live.pick_by(by):
            self.query_one("#verdict", Drawn).refresh(layout=True)

    def action_flag(self) -> None:
        """Set or take away the card's flag."""
        with self.reporting():
            self.tutor.study.flag(self.question.item.key)
            flagged = self.tutor.flagged(self.question.item.key)
            self.query_one("#where", Drawn).refresh(layout=True)
            self.note(self.say("note.flagged" if flagged else "note.unflagged"))

    def action_history(self) -> None:
        """Show what happened to this card."""
        from tutor.ui.screens.history import HistoryDialog

        key = self.question.item.key
        with self.reporting():
            rows = self.tutor.study.history(key)
            memory = self.tutor.study.memory(key)
            self.app.push_screen(HistoryDialog(self.question, rows, memory))
