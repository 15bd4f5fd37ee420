"""A question of a quiz that went wrong: what was asked, yours, what is right, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.content import Content

from tutor.core.log import Grade
from tutor.core.study import Lesson, Outcome
from tutor.study.quiz import Quiz
from tutor.study.scores import Answered
from tutor.ui.answered import stand
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.looking import LookingPage
from tutor.ui.widgets.bars import Key, Progress, TopBar
from tutor.words.quiz import own_grade


class MissedPage(LookingPage):
    """One after the other the questions that went wrong, as they were answered."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "next"),
        bind(f"backspace,{letter('b')}", "before"),
        bind(letter("l"), "lesson"),
        bind(f"escape,{letter('q')}", "app.pop_screen"),
    ]
    TOPICS = ("quiz_missed", "everywhere")

    def __init__(self, quiz: Quiz, missed: Sequence[Answered], place: int) -> None:
        super().__init__(missed[place].question)
        self._quiz = quiz
        self._missed = missed
        self._place = place

    @property
    def _one(self) -> Answered:
        return self._missed[self._place]

    async def _lay_out(self) -> None:
        """The question, then at once what became of it."""
        await super()._lay_out()
        one = self._one
        stand(self, one.given, one.verdict, revealed=one.verdict is None)

    @property
    def outcomes(self) -> Mapping[Grade, Outcome | None]:
        """None: it was graded."""
        return {}

    @property
    def aside(self) -> str:
        """How the learner judged it, where it was the learner who did."""
        return own_grade(self._one, self.tutor.language)

    @property
    def _counting(self) -> Counting | None:
        return super()._counting if self._quiz.plan.counts else None

    def _draw_how(self, width: int) -> Content:
        return Content("")

    def _retell_top(self) -> None:
        progress = Progress(self._place + 1, len(self._missed))
        self.query_one(TopBar).update(self.tutor.say("quiz.title"), "", progress)

    def _retell_keys(self) -> None:
        last = self._place + 1 == len(self._missed)
        say = self.tutor.say
        does = self.say("key.back") if last else say("quiz.key.next")
        keys = [Key("Enter", does, "screen.next")]
        if self._place:
            keys.append(Key("b", say("quiz.key.before"), "screen.before"))
        if self.live is not None and len(self.live.explanations) > 1:
            keys.append(Key("← →", self.say("key.which"), "screen.pick_by(1)"))
        if self.question.concept.demo or self.live is not None:
            keys.append(Key("F3", self.say("key.demo"), "screen.demo"))
        if self.question.concept.lesson:
            keys.append(Key("l", say("quiz.key.lesson"), "screen.lesson"))
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    async def _go_to(self, place: int) -> None:
        self._place = place
        await self.show(self._one.question)

    async def action_next(self) -> None:
        """The next one; after the last, back to the score."""
        if self._place + 1 < len(self._missed):
            await self._go_to(self._place + 1)
        else:
            self.app.pop_screen()

    async def action_before(self) -> None:
        """The one before."""
        if self._place:
            await self._go_to(self._place - 1)

    def action_lesson(self) -> None:
        """Read the concept's lesson."""
        from tutor.ui.screens.lesson import LessonPage

        if self.question.concept.lesson:
            lesson = Lesson(self.question.concept, self.question.language)
            self.app.push_screen(LessonPage(lesson, again=True))
