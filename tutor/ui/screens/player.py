"""The demo player: what its keys and the mouse do."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from random import Random
from typing import ClassVar, Unpack

from textual import on

from tutor.demo import Demo, DemoError
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.player.arrays import Arrays
from tutor.ui.player.ask import Ask
from tutor.ui.player.state import Opening, Play
from tutor.ui.player.values import read_cell, read_setting, read_whole, written
from tutor.ui.screens.page import Body
from tutor.ui.screens.walk import WalkPage

_SEEDS = 10_000
"""Seeds are small, so that one can be told to somebody."""


class PlayerPage(WalkPage):
    """A demo to walk in; raises DemoError where it cannot be run as asked.

    `opening` says on which numbers and at which step or cell it opens (see `Opening`). `seeds`
    gives the seeds of what is drawn. `counts` is told of each whole step that was predicted before
    anything of it was seen, and says whether that counts as a review.
    """

    BINDINGS: ClassVar[Bindings] = [
        bind(letter("t"), "trap"),
        bind(letter("c"), "conventions"),
        bind("e,ㄷ", "edit(False)"),
        bind("E,ㄸ", "edit(True)"),
        bind(letter("r"), "draw"),
        bind(letter("x"), "example"),
        bind(letter("o"), "original"),
        bind(letter("s"), "source"),
        bind(letter("v"), "picture"),
        bind(letter("h"), "heat"),
        bind(letter("w"), "why"),
        bind(letter("q"), "app.pop_screen"),
    ]
    TOPICS = ("player", "everywhere")

    def __init__(
        self,
        demo: Demo,
        *,
        seeds: Random | None = None,
        counts: Callable[[Play, str], bool] | None = None,
        **opening: Unpack[Opening],
    ) -> None:
        play = Play(
            demo,
            opening.get("inputs"),
            given=opening.get("given"),
            until=opening.get("until", ""),
        )
        self._seeds = seeds or Random()
        play.begin(self._seeds.randrange(_SEEDS), opening)
        super().__init__(play)
        self._counts = counts
        self._setting = ""
        self._asked_trap = opening.get("trap", "")

    async def begin(self) -> None:
        """Show where one stands; say what cannot be done with this demo."""
        await super().begin()
        play, say = self.play, self.tutor.say
        if play.run is None:
            argument = next(iter(inspect.signature(play.demo.function).parameters), "x")
            name, file = play.demo.name, play.demo.file.with_suffix(".yaml").name
            self.note(say("player.no_numbers", file=file, name=name, argument=argument))
        elif play.numbers.refusal is not None:
            reason = self.tutor.sentence(play.numbers.refusal)
            self.note(say("player.unexplained", reason=reason), error=True)
        elif self._asked_trap and play.numbers.trap is None:
            self.note(say("player.trap.unknown", trap=self._asked_trap), error=True)

    def count(self, text: str) -> bool:
        """Take a prediction of the whole step for a review of it, where that is wished."""
        return self._counts is not None and self._counts(self.play, text)

    # Other numbers.

    def action_example(self) -> None:
        """The next published example."""
        self._renew(self.play.next_example, "player.no_other")

    def action_original(self) -> None:
        """Back to the numbers before any change."""
        self._renew(self.play.take_original, "player.no_original")

    def action_draw(self) -> None:
        """Draw numbers anew."""
        if self.play.demo.draw is None:
            self.note(self.tutor.say("player.no_draw"))
            return
        seed = self._seeds.randrange(_SEEDS)
        with self.reporting():
            self.play.draw(seed)
            self.go(True)
            self.note(self.tutor.say("player.drawn", seed=seed))

    def action_trap(self) -> None:
        """The next known mistake beside the truth, after the last one none."""
        self._renew(self.play.next_trap, "player.trap.none")

    def _renew(self, change: Callable[[], bool], otherwise: str) -> None:
        """Show what a change made of the page, or say that it made nothing."""
        if self.play.run is None:
            return
        with self.reporting():
            if change():
                self.go(True)
            else:
                self.note(self.tutor.say(otherwise))

    # Changing them by hand.

    def edit(self) -> None:
        """Change the cell one stands in."""
        self.action_edit(False)

    def action_edit(self, whole: bool) -> None:
        """Change the cell one stands in, or its whole array; of an operand if it is an input."""
        standing, run = self.play.standing, self.play.run
        if run is None:
            return
        operand = standing.operand
        if not standing.on_inputs and operand is not None and operand.name in run.inputs:
            self.go(self.play.enter())
        if not standing.on_inputs:
            self.note(self.tutor.say("player.edit.only_inputs"))
            return
        array = run.array(standing.name)
        name = standing.name if whole else self.cell_name()
        value = written(array if whole or not standing.exists else array[standing.cell.index])
        hint = self.tutor.say("player.edit.hint")
        self.query_one(Ask).open("whole" if whole else "cell", f"{name} =", hint, value=value)
        self.retell_keys()

    def _edited(self, text: str, *, whole: bool) -> None:
        standing, say = self.play.standing, self.tutor.say
        name = standing.name
        array = self.play.array(name)
        value = read_whole(text, array) if whole else read_cell(text, array, standing.cell.index)
        if value is None:
            self.note(say("player.edit.unread", name=name), error=True)
            return
        self._change(name, value)

    def _change(self, name: str, value: object) -> None:
        """Run the demo with one thing changed; where it does not run, all stays as it was."""
        ask = self.query_one(Ask)
        try:
            self.play.change(name, value)
        except DemoError as error:
            raised = error.code == "raised"
            reason = self.tutor.sentence(error)
            said = self.tutor.say("player.edit.shape", name=name) if raised else reason
            self.note(said, error=True)
            return
        ask.close()
        self.go(True)

    @on(Ask.Given)
    def _given(self, event: Ask.Given) -> None:
        event.stop()
        match self.query_one(Ask).purpose:
            case "guess":
                self.judge(event.text)
            case "setting":
                before = self.play.numbers.conventions[self._setting]
                value = read_setting(event.text, before)
                if value is None:
                    said = self.tutor.say("player.edit.unread", name=self._setting)
                    self.note(said, error=True)
                else:
                    self._change(self._setting, value)
            case "cell" | "whole" as purpose:
                self._edited(event.text, whole=purpose == "whole")

    @on(Ask.Left)
    def _left(self, event: Ask.Left) -> None:
        event.stop()
        guessing = self.query_one(Ask).purpose == "guess"
        self.query_one(Ask).close()
        self.note("")
        if guessing:
            self.action_leave()
        self.retell_keys()

    async def action_submit(self) -> None:
        """What Enter does on the line, for the mouse."""
        await self.query_one(Ask).line.action_submit()

    # Conventions.

    def action_conventions(self) -> None:
        """List the conventions, to be switched."""
        from tutor.ui.screens.conventions import ConventionsDialog

        if self.play.run is not None:
            self.app.push_screen(ConventionsDialog(self))

    def switch(self, name: str) -> bool:
        """Switch a convention to its next option; False if it has none and must be typed."""
        options = list(self.play.demo.options.get(name, ()))
        now = self.play.numbers.conventions[name]
        if not options:
            return False
        place = next((i for i, one in enumerate(options) if one is now or one == now), -1)
        self._change(name, options[(place + 1) % len(options)])
        return True

    def type_setting(self, name: str) -> None:
        """Ask for a convention that may be anything."""
        self._setting = name
        value = written(self.play.numbers.conventions[name])
        hint = self.tutor.say("player.edit.hint")
        self.query_one(Ask).open("setting", f"{name} =", hint, value=value)
        self.retell_keys()

    # Other looks.

    def action_heat(self) -> None:
        """Colour the numbers by their size, or do not."""
        self.play.heat = not self.play.heat
        self.query_one(Arrays).heat(self.play.heat)

    def action_why(self) -> None:
        """Bring the why of the step into view; when it is, hide it, then show it again."""
        step = self.play.step
        if step is None or not self.play.demo.why(step.name):
            self.note(self.tutor.say("player.no_why"))
            return
        body = self.query_one(Body)
        if self.why_shown and body.scroll_y < body.max_scroll_y:
            body.scroll_end(animate=False)
            return
        self.why = not self.why
        self.retell()
        self.call_after_refresh(self.action_scroll_edge, self.why)

    def action_picture(self) -> None:
        """A picture in the place of the numbers, or the numbers again."""
        step = self.play.step
        if step is None or step.name not in self.play.demo.pictures:
            self.note(self.tutor.say("player.no_picture"))
            return
        self.play.picture = not self.play.picture
        self.go(True)
