"""The review: answering, grading, and what else one may do with a card."""

from __future__ import annotations

import time
from pathlib import Path
from typing import ClassVar

from textual import on

from tutor.core.cards import Recall
from tutor.core.log import Grade
from tutor.core.study import Given, Unreadable
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Body
from tutor.ui.screens.question import QuestionPage
from tutor.ui.widgets.answer import AnswerLines
from tutor.ui.widgets.illustration import has_windows
from tutor.ui.widgets.picking import Picking
from tutor.ui.widgets.typeset import Drawn


class ReviewPage(QuestionPage):
    """The day's questions, one after the other."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "accept"),
        bind("tab", "line"),
        *(bind(str(grade.value), f"grade({grade.value})") for grade in Grade),
        bind("f2", "hint"),
        bind(f"f3,{letter('d')}", "demo"),
        bind(f"f4,{letter('s')}", "skip"),
        bind(f"f5,{letter('o')}", "image"),
        bind("left", "pick_by(-1)"),
        bind("right", "pick_by(1)"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind("minus", "bury"),
        bind("at", "suspend"),
        bind("asterisk", "flag"),
        bind(letter("i"), "history"),
        bind(letter("q"), "app.home"),
    ]
    TOPICS = ("review", "everywhere")

    async def action_accept(self) -> None:
        """Reveal, answer, or accept the suggested grade: what comes next."""
        if self.verdict is not None or self.left:
            await self.tutor.turn()
        elif self.revealed:
            await self.action_grade(Grade.GOOD)
        elif isinstance(self.card, Recall):
            self.revealed = True
            self.seconds = time.monotonic() - self.since
            self.retell()
            self._show_end()
        else:
            self.action_line()

    def action_line(self) -> None:
        """Go back to where the answer is given."""
        if self.answered:
            return
        for lines in self.query(AnswerLines):
            lines.focus_line()
        for rows in self.query(Picking):
            rows.focus()

    def action_answer(self) -> None:
        """Answer with the rows as they are, wherever the focus is."""
        for rows in self.query(Picking):
            if not self.answered:
                rows.action_answer()

    async def action_grade(self, grade: int) -> None:
        """Settle the grade and go on."""
        if not self.answered or self.left:
            return
        with self.reporting():
            if self.verdict is None or self.verdict.suggested != grade:
                seconds = None if self.verdict else self.seconds
                self.tutor.study.grade(
                    self.question, Grade(grade), seconds=seconds, hinted=self.hinted
                )
            if self._counts:
                self.tutor.graded(self.question, Grade(grade))
            await self.tutor.turn()

    @on(AnswerLines.Edited)
    def _typed(self, event: AnswerLines.Edited) -> None:
        self.texts = event.texts
        self.at = event.at
        self.query_one("#cloze", Drawn).refresh(layout=True)
        self.query_one("#how", Drawn).refresh(layout=True)

    @on(AnswerLines.Submitted)
    def _submitted(self, event: AnswerLines.Submitted) -> None:
        self._judge(event.texts)

    @on(Picking.Answered)
    def _picked(self, event: Picking.Answered) -> None:
        self._judge(event.given)

    @on(Picking.Lacking)
    def _lacking(self, event: Picking.Lacking) -> None:
        self.note(event.said)

    def _judge(self, given: Given) -> None:
        if self.answered:
            return
        with self.reporting():
            found = self.tutor.study.answer(
                self.question,
                given,
                seconds=time.monotonic() - self.since,
                hinted=self.hinted,
            )
            if isinstance(found, Unreadable):
                from tutor.words.unread import unread_lines

                how = self._placeholder if self.live is not None else ""
                said = unread_lines(found, self.question, self.tutor.language, how)
                self.note(" ".join(said), error=True)
                return
            self.verdict = found
            if self.live is not None:
                self.live.judged(found)
            if self._counts:
                self.tutor.graded(self.question, found.suggested)
            self.note("")
            for rows in self.query(Picking):
                rows.judged(found)
            self._end()

    def _end(self) -> None:
        """Nothing more is asked: show what became of it."""
        for lines in self.query(AnswerLines):
            lines.disabled = True
        self.set_focus(None)
        self.retell()
        self._show_end()

    def _show_end(self) -> None:
        """Bring what has just appeared into view: its end, but never less than its beginning."""
        self.call_after_refresh(self.call_after_refresh, self._scroll_to_end)

    def _scroll_to_end(self) -> None:
        body, verdict = self.query_one(Body), self.query_one("#verdict", Drawn)
        to = body.max_scroll_y
        if self.query(Picking):  # whose rows are marked themselves
            to = min(to, self.query_one("#answer").virtual_region.y)
        elif verdict.display:
            to = min(to, verdict.virtual_region.y)
        body.scroll_to(y=to, animate=False)

    def action_hint(self) -> None:
        """Show the hint; an answer after it counts for less."""
        if self.answered:
            return
        if not self.has_hint:
            self.note(self.say("note.no_hint"))
            return
        self.hinted = self.hint_shown = True
        self.retell()

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
            self._end()

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
