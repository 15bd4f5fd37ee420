"""A demo on its page, wherever one stands in it; what keys do is for the subclass."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, Resize
from textual.widgets import Rule, Static

from tutor.maths import cells, typeset
from tutor.trace.tree import Address
from tutor.ui.player.about import draw_about, draw_crumbs, title_of, top_text
from tutor.ui.player.arrays import Arrays, Role, Shown, label_of
from tutor.ui.player.ask import Ask
from tutor.ui.player.explanation import draw_explanation
from tutor.ui.player.expression import cell_label
from tutor.ui.player.keys import keys_of
from tutor.ui.player.source import SourcePanel
from tutor.ui.player.state import Play
from tutor.ui.player.strip import Strip
from tutor.ui.screens.page import Body, Page
from tutor.ui.setting import wrapped
from tutor.ui.widgets.bars import Key, KeyBar, TopBar, clicked
from tutor.ui.widgets.picture import Picture
from tutor.ui.widgets.typeset import Drawn, Prose

_WIDEST = 132
"""The width beyond which the page leaves its sides empty, as in `tutor.tcss`."""
_EXPRESSION = 6
_FEWEST = 6


class Panel(Drawn):
    """A text drawn once for a width, parts of which run an action when clicked."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self._drawn: dict[int, Content] = {}

    def update(self, draw: Callable[[int], Content] | None) -> None:
        """Draw anew; most texts take as many lines as the one before them."""
        self._drawn = {}
        shown, self._draw = self.display, draw
        self.display = draw is not None
        if self.display and shown:
            self.renew()
        elif self.display:
            self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """The text, remembered: it is asked for its height first."""
        if width not in self._drawn:
            self._drawn = {width: super().set_in(width)}
        return self._drawn[width]

    def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        clicked(self, event)


class PlayPage(Page):
    """Shows a `Play`: strip, formula, arrays, the cell's arithmetic, the why, the source."""

    # The source stands beside the rest only where both have room.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (124, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (23, "-low"), (28, "-high")]  # noqa: RUF012  # as Textual has it

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.why = True
        """Whether the learner wants to read the why."""

    def compose(self) -> ComposeResult:
        """From top to bottom; the source stands beside the rest or in its place."""
        yield TopBar("top")
        yield Strip("strip")
        with Horizontal(id="stage"):
            with Body(id="body"):
                yield from self.body()
            yield SourcePanel("code")
        yield Static(id="note", markup=False)
        yield Rule(id="rule")
        yield KeyBar("keys")

    def body(self) -> ComposeResult:
        """The way one came, the formula, the arrays, the cell's arithmetic, the words."""
        yield Panel("crumbs")
        yield Drawn("formula")
        yield Arrays("arrays")
        yield Prose("described", style="$quiet")
        yield Panel("explanation")
        yield Ask("ask")
        yield Prose("why")
        yield Drawn("about")

    # Showing.

    def retell(self) -> None:
        """Everything, in the language of now."""
        self._retell_top()
        self._show_step()
        self._show_cell()
        self.retell_keys()

    def _retell_top(self) -> None:
        play = self.play
        title = title_of(play.demo, self.tutor.language)
        room = min(self.app.size.width, _WIDEST) - cells(title) - 8
        right = top_text(play.numbers, self.tutor.say, room) if play.run else ""
        self.query_one(TopBar).update(title, right)
        names = [self.tutor.say("player.inputs"), *(step.name for step in play.steps)]
        strip = self.query_one(Strip)
        strip.update(names, play.standing.at, play.numbers.differing)
        strip.display = play.run is not None

    def retell_keys(self) -> None:
        """The keys of now."""
        keys = []
        if self.play.run is not None:
            keys = keys_of(self.play, self.query_one(Ask).purpose, self.tutor.say)
        self.query_one(KeyBar).second_line = True
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    def _show_step(self) -> None:
        """What changes with the step or the numbers."""
        play, step = self.play, self.play.step
        self.set_class(step is None, "-inputs")
        self.query_one("#formula", Drawn).update(self._draw_formula if step else None)
        why = self.tell(play.demo.why(step.name)) if step else ""
        self.query_one("#why", Prose).update(why if self.why_shown else "")
        about = self.query_one("#about", Drawn)
        about.update(self._draw_about if play.run and not step else None)
        picture = self._picture()
        self.query_one(Arrays).show(self._arrays(), heat=play.heat, picture=picture)
        described = " ".join(picture.text) if picture is not None else ""
        self.query_one("#described", Prose).update(described)
        self.show_source()
        self._fit_arrays()

    @property
    def why_shown(self) -> bool:
        """Whether the why is on the page; beside a trap it would be too much."""
        return self.why and not (self.play.numbers.trap is not None and self.play.differs)

    def _arrays(self) -> Sequence[Shown]:
        play, run = self.play, self.play.run
        if run is None:
            return []
        if play.step is None:
            return [Shown(name, name, array, "input") for name, array in run.inputs.items()]
        name = play.step.name
        shown = [
            Shown(read, run.symbol(read), run.array(read), "operand") for read in run.reads(name)
        ]
        shown.append(Shown(name, play.step.symbol, run.array(name), "result"))
        wrong = play.numbers.wrong
        if wrong is not None and play.differs and not play.prediction.covered:
            known = play.numbers.trap is not None and play.numbers.trap.id
            note = self.tutor.say("player.trap.note" if known else "player.wrong.note")
            shown.append(Shown(name, play.step.symbol, wrong.array(name), "wrong", note))
        return shown

    def _picture(self) -> Picture | None:
        play = self.play
        kind = play.pictured
        if not kind or play.step is None:
            return None
        picture: Picture
        if kind == "image":
            from tutor.ui.widgets.image import ImageView

            picture = ImageView()
        else:
            from tutor.ui.widgets.curve import CurveView

            picture = CurveView()
        array = play.array(play.step.name)
        label = label_of(Shown(play.step.name, play.step.symbol, array, "result"))
        picture.show(array, label, language=self.tutor.language)
        return picture

    def _show_cell(self) -> None:
        """What changes with the cell one stands in."""
        play = self.play
        arrays = self.query_one(Arrays)
        cell = play.standing.cell if play.standing.exists else None
        if play.standing.on_inputs:
            arrays.stand({"input": cell}, ())
        else:
            operand = play.standing.operand
            cursors: dict[Role, Address | None] = {"result": cell, "wrong": cell}
            cursors["operand"] = operand
            arrays.stand(cursors, play.standing.operands)
            arrays.cover(play.prediction.covered, play.prediction.marks)
            arrays.mark_first(play.numbers.difference)
        self.query_one("#explanation", Drawn).update(self._draw_explanation if play.run else None)
        path = play.standing.path
        self.query_one("#crumbs", Drawn).update(self._draw_crumbs if path else None)
        self.call_after_refresh(self._bring_explanation_into_sight)

    def show_source(self) -> None:
        """Follow the step in the source, where it is shown."""
        panel = self.query_one(SourcePanel)
        if panel.display and self.play.run is not None:
            file, line = str(self.play.demo.file), 0
            if self.play.step is not None:
                file, line = self.play.run.lines.get(self.play.step.name, (file, line))
            panel.show(file, line)

    def _fit_arrays(self) -> None:
        """Leave room below the arrays for the cell's arithmetic."""
        body = self.query_one(Body)
        high = body.size.height
        if not high:
            return
        formula = self.query_one("#formula", Drawn)
        above = formula.set_in(max(body.size.width - 2, 20)).plain.count("\n") + 2
        room = high - (above if formula.display else 0) - _EXPRESSION
        self.query_one(Arrays).most_lines = max(_FEWEST, room)

    def on_resize(self, event: Resize) -> None:
        """The room has changed."""
        self.call_after_refresh(self._refit)

    def _bring_explanation_into_sight(self) -> None:
        """Where not everything has room, the arithmetic goes before the formula above it."""
        if not self.is_attached:
            return
        body, ask = self.query_one(Body), self.query_one(Ask)
        lowest = ask if ask.display else self.query_one("#explanation")
        below = lowest.virtual_region.bottom - body.scroll_offset.y - body.size.height
        if below > 0:
            body.scroll_relative(y=below, animate=False)

    def _refit(self) -> None:
        if self.is_attached:
            self._retell_top()
            self._fit_arrays()

    # Drawing.

    def _draw_formula(self, width: int) -> Content:
        step = self.play.step
        if step is None:
            return Content("")
        rows = typeset(f"{step.symbol} = {step.formula}", width)
        lines = [Content(row) for row in rows]
        if len(rows) == 1:
            lines = wrapped(lines[0], width)
        return Content("\n").join(lines).stylize("bold $formula")

    def _draw_explanation(self, width: int) -> Content:
        lines = draw_explanation(self.play, self.tutor.language, self.tutor.say, width)
        return Content("\n").join(lines)

    def _draw_about(self, width: int) -> Content:
        lines = draw_about(self.play.numbers, self.tutor.language, self.tutor.say, width)
        return Content("\n").join(lines)

    def _draw_crumbs(self, width: int) -> Content:
        run, standing = self.play.run, self.play.standing
        if run is None:
            return Content("")
        crumbs = draw_crumbs(standing.path, standing.cell, run.symbol)
        return Content("\n").join(crumbs.wrap(width))

    def cell_name(self) -> str:
        """What the cell one stands in is called."""
        cell = self.play.standing.cell
        symbol = self.play.run.symbol(cell.name) if self.play.run else cell.name
        return cell_label(symbol, cell)

    def covered_name(self) -> str:
        """What the covered cells are called: a cell, `S′[1,·]` for a row, `S′` for the step."""
        prediction, standing = self.play.prediction, self.play.standing
        name = standing.name
        symbol = self.play.run.symbol(name) if self.play.run else name
        index = prediction.covered[0] if prediction.covered else ()
        if prediction.scope == "cell":
            return cell_label(symbol, Address(name, index))
        whole = cell_label(symbol, Address(name))
        if prediction.scope == "row" and len(index) > 1:
            return f"{whole}[{','.join(map(str, index[:-1]))},·]"
        return whole
