"""Answering a question, and settling the grade of the answer."""

from __future__ import annotations

import time
from typing import ClassVar, Protocol

from textual import on

from tutor.core.cards import Recall
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Unreadable, Verdict
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.looking import LookingPage
from tutor.ui.screens.page import Body
from tutor.ui.widgets.answer import AnswerLines
from tutor.ui.widgets.picking import Picking
from tutor.ui.widgets.typeset import Drawn


class Keeper(Protocol):
    """Judges answers and keeps them: the study, or a quiz."""

    def answer(
        self,
        question: Question,
        given: Given,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> Verdict | Unreadable:
        """Judge an answer and keep it."""

    def grade(
        self,
        question: Question,
        grade: Grade,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> None:
        """Keep the learner's own grade."""


class AnsweringPage(LookingPage):
    """A question that is answered here. A subclass says who keeps the answers and what follows."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "accept"),
        bind("tab", "line"),
        *(bind(str(grade.value), f"grade({grade.value})") for grade in Grade),
        bind("f2", "hint"),
        bind(f"{letter('u')},ctrl+z", "undo"),
    ]

    @property
    def keeper(self) -> Keeper:
        """Who judges and keeps the answers."""
        raise NotImplementedError

    async def go_on(self) -> None:
        """Show what comes next."""
        raise NotImplementedError

    async def action_accept(self) -> None:
        """Reveal, answer, or accept the suggested grade: what comes next."""
        if self.verdict is not None or self.left:
            await self.go_on()
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
        """Answer with the lines or rows as they are, wherever the focus is."""
        for lines in self.query(AnswerLines):
            self._judge(lines.texts)
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
                self.keeper.grade(self.question, Grade(grade), seconds=seconds, hinted=self.hinted)
            await self.go_on()

    @on(AnswerLines.Edited)
    def _typed(self, event: AnswerLines.Edited) -> None:
        if any(event.texts) and event.texts != self.texts:
            for lines in self.query(AnswerLines):
                lines.scroll_visible(animate=False)
        before = self._enter
        self.texts = event.texts
        self.at = event.at
        if self._enter != before:
            self._retell_keys()
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

    @on(Picking.Changed)
    def _changed(self) -> None:
        self.note("")

    def _judge(self, given: Given) -> None:
        if self.answered:
            return
        with self.reporting():
            found = self.keeper.answer(
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
            self.note("")
            for rows in self.query(Picking):
                rows.judged(found)
            self.end()

    def end(self) -> None:
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
