"""A quiz's questions, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tutor.core.cards import Recall, kind_of
from tutor.core.log import Grade
from tutor.core.study import Outcome, Question
from tutor.study.quiz import Quiz
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.quizzing import end, go_on
from tutor.ui.screens.answering import AnsweringPage, Keeper
from tutor.ui.widgets.bars import Key, Progress, TopBar

_SECOND = 1.0


class QuizPage(AnsweringPage):
    """The question of now. Grades are shown where they are needed: to what one only recalled.

    A quiz that counts shows them always, with the intervals, as a review does.
    """

    BINDINGS: ClassVar[Bindings] = [bind(letter("q"), "end")]
    TOPICS = ("quiz", "everywhere")

    def __init__(self, quiz: Quiz, question: Question) -> None:
        super().__init__(question)
        self.quiz = quiz

    async def begin(self) -> None:
        """Show the first question; where there is a time, let it be seen running."""
        await super().begin()
        if self.quiz.seconds_left is not None:
            self.set_interval(_SECOND, self._retell_top)

    @property
    def keeper(self) -> Keeper:
        """The quiz."""
        return self.quiz

    async def go_on(self) -> None:
        """The next question, or the score."""
        await go_on(self.tutor, self.quiz)

    @property
    def outcomes(self) -> Mapping[Grade, Outcome | None]:
        """The four grades, where one is to be given; what they come to, where that is recorded."""
        if self.quiz.plan.counts:
            return super().outcomes
        return dict.fromkeys(Grade) if self.revealed and isinstance(self.card, Recall) else {}

    @property
    def aside(self) -> str:
        """The kind of card: a quiz asks new cards and old ones alike."""
        return self.tutor.say(f"kind.{kind_of(self.card)}")

    @property
    def _counting(self) -> Counting | None:
        return super()._counting if self.quiz.plan.counts else None

    def _retell_top(self) -> None:
        quiz, say = self.quiz, self.tutor.say
        title = say("quiz.title.again" if quiz.round > 1 else "quiz.title")
        told = [say("quiz.counts")] if quiz.plan.counts else []
        progress = Progress(quiz.done, quiz.total)
        if (seconds := quiz.seconds_left) is not None:
            told.append(say("quiz.left", time=f"{int(seconds) // 60}:{int(seconds) % 60:02}"))
            if quiz.plan.number is None:
                self.query_one(TopBar).update(
                    title, " · ".join([say("quiz.answered", n=quiz.done), *told])
                )
                return
        self.query_one(TopBar).update(title, " · ".join(told), progress)

    @property
    def last_keys(self) -> tuple[Key, ...]:
        """The end of the quiz, before that of an answer."""
        ends = Key("q", self.tutor.say("quiz.key.end"), "screen.end", last=True)
        return (ends, *super().last_keys)

    async def action_grade(self, grade: int) -> None:
        """Settle the grade, where one is to be given."""
        if self.outcomes:
            await super().action_grade(grade)

    async def action_undo(self) -> None:
        """Take the last answer back and ask it again, with the same numbers."""
        with self.reporting():
            undone = self.quiz.undo()
            if undone is None:
                code = "quiz.note.long_ago" if self.quiz.done else "ui.note.nothing_to_undo"
                self.note(self.tutor.say(code))
                return
            await self.go_on()
            self.note(self.tutor.say("quiz.note.undone"))

    async def action_end(self) -> None:
        """The score of what was answered so far; before any answer, back home."""
        if self.quiz.done:
            await end(self.tutor, self.quiz)
        else:
            await self.tutor.action_home()
