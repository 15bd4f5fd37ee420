"""The score of a quiz, and what to look at again."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.core.study import Mark
from tutor.study.quiz import Quiz
from tutor.study.scores import Answered, Tally
from tutor.ui import marks
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.quizzing import another, go_on
from tutor.ui.screens.page import Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.bars import Key, Progress, TopBar, bar
from tutor.ui.widgets.typeset import Drawn
from tutor.words.quiz import percent, points, repeat_command, title_of


class QuizScorePage(Page):
    """What a quiz came to, concept by concept; its wrong questions can be gone through."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter", "look"),
        bind(letter("r"), "again"),
        bind(letter("n"), "another"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(f"escape,{letter('q')}", "app.home"),
    ]
    TOPICS = ("quiz_score", "everywhere")

    def __init__(self, quiz: Quiz) -> None:
        super().__init__()
        self._quiz = quiz
        self._results = quiz.results()

    def body(self) -> ComposeResult:
        """Score, concepts, wrong ones, and how to repeat it."""
        yield Drawn("today")
        yield Drawn("tallies")
        yield Drawn("repeat")
        yield Drawn("columns")
        yield OptionList(id="decks", compact=True, markup=False)

    async def begin(self) -> None:
        """Begin at the first wrong one."""
        self.retell()
        if self._results.wrong:
            self.query_one(OptionList).focus()

    def retell(self) -> None:
        """Everything in the language of now."""
        results, say = self._results, self.tutor.say
        total = len(results.answered)
        title = say("quiz.title.again" if self._quiz.round > 1 else "quiz.title")
        self.query_one(TopBar).update(title)
        self.query_one("#today", Drawn).update(self._draw_score)
        self.query_one("#tallies", Drawn).update(self._draw_tallies if total else None)
        self.query_one("#columns", Drawn).update(self._draw_head if results.wrong else None)
        self.query_one(OptionList).display = bool(results.wrong)
        self.query_one("#repeat", Drawn).update(
            self._draw_repeat if self._quiz.round == 1 else None
        )
        self._fill()
        keys = [Key("n", say("quiz.key.another"), "screen.another")]
        if results.wrong:
            keys = [
                Key("Enter", say("quiz.key.look"), "screen.look"),
                Key("r", say("quiz.key.again"), "screen.again"),
                *keys,
            ]
        self.teach(
            *keys,
            Key("u", self.say("key.undo"), "screen.undo", last=True),
            Key("q", self.say("key.home"), "app.home", last=True),
        )

    def _draw_score(self, width: int) -> Content:
        results, say = self._results, self.tutor.say
        if not results.answered:
            return Content(say("quiz.nothing"))
        partly = sum(0 < one.credit < 1 for one in results.answered)
        told = [say("quiz.over", right=results.right, n=len(results.answered))]
        told += [say("quiz.partly", n=partly)] if partly else []
        told = told if results.wrong else [say("quiz.all_right")]
        return Content.assemble(
            (percent(results.share), "bold"), "   ", (" · ".join(told), "$quiet")
        ).truncate(width, ellipsis=True)

    def _draw_tallies(self, width: int) -> Content:
        """A bar a concept, the weakest first."""
        tallies = self._results.tallies
        titles = [self._title(tally) for tally in tallies]
        figures = [f"{points(tally.share * tally.asked)} / {tally.asked}" for tally in tallies]
        column = min(max(title.cell_length for title in titles), max(width // 2, 8)) + 3
        behind = max(map(len, figures)) + 9
        wide = max(min(width - column - behind, 40), 4)
        lines = []
        for tally, title, figure in zip(tallies, titles, figures, strict=True):
            name = title.truncate(column - 3, ellipsis=True)
            lines.append(
                Content.assemble(
                    name.pad_right(column - name.cell_length),
                    bar(Progress(round(tally.share * 100), 100), wide),
                    f"  {percent(tally.share):>5}  ",
                    (figure, "$quiet"),
                ).truncate(width, ellipsis=True)
            )
        return Content("\n").join(lines)

    def _title(self, tally: Tally) -> Content:
        return unglued(inline(self.tell(tally.concept.title)))

    def _draw_head(self, width: int) -> Content:
        return Content.styled(self.tutor.say("quiz.wrong"), "$quiet")

    def _draw_repeat(self, width: int) -> Content:
        command = repeat_command(self._quiz.plan, self.tutor.library.concepts)
        told = self.tutor.say("quiz.same")
        return Content("\n").join(Content.styled(f"{told} {command}", "$quiet").wrap(width))

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        width = max(options.scrollable_content_region.width - 2, 20)
        options.clear_options()
        options.add_options([Option(self._line(one, width)) for one in self._results.wrong])
        if self._results.wrong:
            options.highlighted = at or 0

    def _line(self, one: Answered, width: int) -> Content:
        """Its mark, what was asked, its concept where there is room."""
        mark = Mark.SPELLING if one.credit else Mark.WRONG
        sign = Content.styled(f"{marks.sign(mark)}  ", f"bold {marks.colour(mark)}")
        asked = Content(title_of(one, one.question.language or self.tutor.language))
        title = unglued(inline(self.tell(one.question.concept.title)))
        room = width - 3
        if width >= 76:
            room -= 27
            asked = asked.truncate(room, ellipsis=True)
            asked = asked.pad_right(max(room + 3 - asked.cell_length, 0))
            aside = title.truncate(24, ellipsis=True).stylize("$quiet")
            return Content.assemble(sign, asked, aside)
        return Content.assemble(sign, asked.truncate(room, ellipsis=True))

    def on_resize(self) -> None:
        """Set the rows in the new width."""
        self.call_after_refresh(self._fill)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._look(event.option_index)

    def action_look(self) -> None:
        """Look at the chosen one."""
        self.query_one(OptionList).action_select()

    def _look(self, at: int) -> None:
        from tutor.ui.screens.quiz_missed import MissedPage

        self.app.push_screen(MissedPage(self._quiz, self._results.wrong, at))

    async def action_again(self) -> None:
        """Take the wrong ones again, with fresh numbers."""
        if self._results.wrong:
            with self.reporting():
                await go_on(self.tutor, self._quiz.again())

    async def action_another(self) -> None:
        """Another quiz over the same selection."""
        with self.reporting():
            await another(self.tutor, self._quiz)

    async def action_undo(self) -> None:
        """Take the last answer back: the quiz goes on with it."""
        with self.reporting():
            if self._quiz.undo() is None:
                self.note(self.say("note.nothing_to_undo"))
                return
            await go_on(self.tutor, self._quiz)
