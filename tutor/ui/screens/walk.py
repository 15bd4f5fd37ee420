"""Walking in a demo: steps, cells, operands, and predicting before one looks."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from tutor.core.study import Mark
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.player.arrays import Arrays
from tutor.ui.player.ask import Ask
from tutor.ui.player.expression import value_text
from tutor.ui.player.source import SourcePanel
from tutor.ui.screens.page import Body
from tutor.ui.screens.play import PlayPage


class WalkPage(PlayPage):
    """Where the keys that walk lead; what changes the numbers is for the subclass."""

    BINDINGS: ClassVar[Bindings] = [
        bind(f"space,{letter('n')},pagedown,shift+right", "step_by(1)"),
        bind(f"{letter('b')},pageup,shift+left", "step_by(-1)"),
        bind("home", "step(0)"),
        bind("end", "step(-1)"),
        *(bind(str(number), f"step({number})") for number in range(10)),
        bind("up", "move(-1, 0)"),
        bind("down", "move(1, 0)"),
        bind("left", "move(0, -1)"),
        bind("right", "move(0, 1)"),
        bind("tab", "choose(1)"),
        bind("shift+tab", "choose(-1)"),
        bind("enter", "enter"),
        bind("backspace", "back(-1)"),
        bind("escape", "leave"),
        bind(letter("p"), "predict"),
    ]

    # Moving.

    def action_step(self, at: int) -> None:
        """Go to a step by its number, 0 the inputs, -1 the last."""
        if at <= len(self.play.steps):
            self.go(self.play.go_to(at if at >= 0 else len(self.play.steps)))

    def action_step_by(self, by: int) -> None:
        """So many steps on."""
        self.action_step(max(self.play.standing.at + by, 0))

    def action_move(self, rows: int, columns: int) -> None:
        """To another cell; where there is but one, to another step."""
        standing = self.play.standing
        if columns and not standing.several and not standing.on_inputs:
            self.action_step_by(columns)
        elif standing.move(rows, columns):
            self._show_cell()
            self.retell_keys()

    def action_choose(self, by: int) -> None:
        """Another operand, or another input."""
        if self.play.standing.choose(by):
            self._show_cell()
            self.retell_keys()

    def action_enter(self) -> None:
        """Into the chosen operand; an input is changed instead."""
        if self.play.standing.on_inputs:
            self.edit()
        else:
            self.go(self.play.enter())

    def edit(self) -> None:
        """Change the cell of an input one stands in."""
        raise NotImplementedError

    def action_into(self, number: int) -> None:
        """Into an operand that was clicked."""
        operands = self.play.standing.operands
        if number < len(operands):
            self.go(self.play.enter(operands[number]))

    def action_back(self, to: int) -> None:
        """Out of an operand again; without a way back, the step before."""
        if self.play.standing.path:
            self.go(self.play.back(to))
        else:
            self.action_step_by(-1)

    def action_leave(self) -> None:
        """What was begun is ended: a guess, a way in, predicting, a trap, at last the page."""
        prediction, standing = self.play.prediction, self.play.standing
        if prediction.covered:
            prediction.reveal()
            self.go(True)
        elif standing.path:
            self.go(self.play.back())
        elif prediction.on:
            prediction.stop()
            self.go(True)
            self.note(self.tutor.say("player.guess.off"))
        elif self.play.numbers.trap is not None:
            self.play.leave_trap()
            self.go(True)
        elif self.query_one(SourcePanel).display:
            self.action_source()
        else:
            self.app.pop_screen()

    @on(Arrays.Pointed)
    def _pointed(self, event: Arrays.Pointed) -> None:
        standing = self.play.standing
        if event.role == "operand":
            operands = list(standing.operands)
            if event.cell in operands:
                standing.chosen = operands.index(event.cell)
            if event.twice:
                self.go(self.play.enter(event.cell))
                return
        elif event.twice:
            self.action_enter()
            return
        elif event.role != "wrong":
            standing.go_to_cell(event.cell)
        self._show_cell()
        self.retell_keys()

    def go(self, moved: bool) -> None:
        """Show everything anew after a move; a covered step asks at once."""
        if moved:
            self.note("")
            self.retell()
            self.query_one(Body).scroll_home(animate=False)
            self._ask_for_guess()

    def action_source(self) -> None:
        """Show the demo's own code, or hide it."""
        panel = self.query_one(SourcePanel)
        panel.display = not panel.display
        self.set_class(panel.display, "-source")
        self.show_source()

    # Predicting.

    def action_predict(self) -> None:
        """Cover the cell, then the row, then the step, then nothing."""
        prediction, standing = self.play.prediction, self.play.standing
        if standing.on_inputs:
            self.note(self.tutor.say("player.guess.inputs"))
            return
        prediction.next_scope(standing.cell.index)
        self.go(True)
        if not prediction.on:
            self.note(self.tutor.say("player.guess.off"))

    def _ask_for_guess(self) -> None:
        ask, prediction = self.query_one(Ask), self.play.prediction
        if not prediction.covered:
            ask.close()
        else:
            passed_on = frozenset(letter("p").split(","))
            ask.open("guess", f"{self.covered_name()} =", self._hint(), passed_on=passed_on)
        self.retell_keys()

    def _hint(self) -> str:
        prediction = self.play.prediction
        of = "words." if prediction.of_words else ""
        return self.tutor.say(
            f"player.guess.hint.{of}{prediction.scope}", n=len(prediction.covered)
        )

    def judge(self, text: str) -> None:
        """Mark a guess, or say why it cannot be read."""
        prediction, say = self.play.prediction, self.tutor.say
        counts = prediction.is_unseen
        unread = prediction.judge(text)
        if unread is not None:
            code = "player.guess.count" if unread.given else "player.guess.unread"
            if prediction.of_words:
                code = "player.guess.count_words" if unread.given else "player.guess.unread_words"
            self.note(say(code, given=unread.given, expected=unread.expected), error=True)
            return
        counted = say("player.guess.counted") if counts and self.count(text) else ""
        self.go(True)
        marks = list(prediction.marks.values())
        right = sum(mark is not Mark.WRONG for mark in marks)
        if len(marks) == 1:
            index = next(iter(prediction.marks))
            value = value_text(self.play.array(self.play.standing.name)[index].item())
            code = "player.guess.right" if right else "player.guess.wrong"
            said = say(code, value=value, given=text.strip())
        else:
            code = "player.guess.all" if right == len(marks) else "player.guess.some"
            said = say(code, right=right, of=len(marks))
        self.note(f"{said} {counted}".strip(), error=right < len(marks))

    def count(self, text: str) -> bool:
        """Take a prediction of the whole step for a review of it, where that is wished."""
        raise NotImplementedError
