"""The tour: what a day is, one number explained, and where one wants to get."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.style import Style

from tutor.core.cards import ConceptId
from tutor.core.settings import written
from tutor.core.text import LANGUAGES, in_language
from tutor.demo import DemoError
from tutor.ui.applying import change
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import line_of
from tutor.ui.prose import blocks
from tutor.ui.screens.goals import needed_by
from tutor.ui.screens.page import Page
from tutor.ui.screens.settings import Rows
from tutor.ui.setting import set_blocks
from tutor.ui.widgets.bars import CLICK, Key, Progress, TopBar

if TYPE_CHECKING:
    from tutor.ui.player.taste import Taste

GOALS = (
    "lstm-cell",
    "scaled-dot-product-attention",
    "convolution-output-size",
    "masked-language-model",
)
_DEMO = "attend"
_NEW = (5, 10, 15, 20)
_WIDEST = 78
_SCREENS = 3


class TourPage(Page):
    """Three screens over the home page; Enter goes on, Esc leaves."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter", "go_on"),
        bind("backspace,pageup", "go_back"),
        bind("left", "step(-1)"),
        bind("right", "step(1)"),
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind("space", "pick"),
        *(bind(str(digit), f"pick_at({digit - 1})") for digit in range(1, len(GOALS) + 2)),
        bind("f3", "demo"),
        bind(f"escape,{letter('q')}", "leave"),
    ]
    TOPICS = ("tour", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._screen = 0
        self._row = 0
        self._goals: list[ConceptId] = []
        self._new = 0
        self._taste: Taste | None = None

    def body(self) -> ComposeResult:
        """One drawing."""
        yield Rows("tour")

    async def begin(self) -> None:
        """Begin with what is set already."""
        known = self.tutor.library.concepts
        chosen = self.tutor.settings.goals
        self._goals = [ConceptId(goal) for goal in chosen if goal in known]
        self._new = self.tutor.settings.new_per_day
        self.retell()

    def retell(self) -> None:
        """The screen of now in the language of now."""
        progress = Progress(self._screen + 1, _SCREENS)
        self.query_one(TopBar).update(self._say("title"), "", progress)
        draw = (self._draw_day, self._draw_taste, self._draw_goals)[self._screen]
        self.query_one("#tour", Rows).update(draw)
        last = self._screen == _SCREENS - 1
        keys = [Key("Enter", self._say("key.begin" if last else "key.next"), "screen.go_on")]
        keys += [
            [Key("← →", self._say("key.language"), "screen.step(1)")],
            [
                Key("← →", self._say("key.number"), "screen.step(1)"),
                Key("F3", self.say("key.demo"), "screen.demo"),
            ],
            [
                Key("↑ ↓  Space", self._say("key.goals"), "screen.pick"),
                Key("← →", self._say("key.new"), "screen.step(1)"),
            ],
        ][self._screen]
        if self._screen:
            keys.append(Key("PgUp", self.say("key.back"), "screen.go_back"))
        self.teach(*keys, Key("Esc", self._say("key.skip"), "screen.leave", last=True))

    def _say(self, code: str, **details: object) -> str:
        return self.tutor.say(f"tour.{code}", **details)

    def _prose(self, code: str, width: int, **details: object) -> list[Content]:
        text = self._say(code, **details)
        return set_blocks(blocks(text), min(width, _WIDEST), "").split("\n")

    def _heading(self, code: str) -> list[Content]:
        return [Content.styled(self._say(code), "bold"), Content("")]

    # A day

    def _draw_day(self, width: int) -> Content:
        options = []
        for language in LANGUAGES:
            chosen = language == self.tutor.language
            style = "bold reverse $accent" if chosen else "$quiet"
            deed = Style.from_meta({CLICK: f"screen.speak('{language}')"})
            name = f" {self.tutor.say(f'setup.option.{language}')} "
            options.append(Content.styled(name, style).stylize(deed))
        lines = [*self._heading("day.title"), *self._prose("day.text", width), Content("")]
        keys = [(key, self._say(f"day.key.{code}")) for key, code in _KEYS]
        column = max(len(key) for key, _ in keys) + 3
        for key, does in keys:
            told = Content(does).wrap(max(min(width, _WIDEST) - column, 10))
            lines.append(Content.assemble((key.ljust(column), "bold $accent"), told[0]))
            lines += [Content.assemble(" " * column, line) for line in told[1:]]
        lines += [Content(""), *self._prose("day.input", width), Content("")]
        return Content("\n").join([*lines, Content("  ").join(options)])

    def action_speak(self, language: str) -> None:
        """The language that was clicked."""
        change(self.tutor, "language", language)

    # A number explained

    def _draw_taste(self, width: int) -> Content:
        lines = [*self._heading("taste.title"), *self._prose("taste.text", width)]
        if self._taste is not None:
            drawn = self._taste.draw(min(width, _WIDEST), self._say_left_out)
            lines += [Content(""), *drawn, Content("")]
            lines += self._prose("taste.after", width)
        return Content("\n").join(lines)

    def _say_left_out(self, count: int) -> str:
        return self.tutor.say("player.left_out", n=count)

    def _open_taste(self) -> None:
        """Run the demo; where it cannot be run the screen speaks of it without showing it."""
        from tutor.ui.player.taste import Taste

        try:
            self._taste = self._taste or Taste(self.tutor.demo(_DEMO))
        except DemoError:
            self._taste = None

    def action_demo(self) -> None:
        """Open the demo at the number that is explained."""
        if self._screen == 1 and self._taste is not None:
            with self.reporting():
                self.tutor.show_demo(self._taste.demo, cell=self._taste.cell)

    # Goals

    @property
    def _offered(self) -> list[ConceptId]:
        concepts = self.tutor.library.concepts
        return [ConceptId(goal) for goal in GOALS if goal in concepts]

    def _draw_goals(self, width: int) -> Content:
        wide = min(width, _WIDEST)
        lines = [*self._heading("goals.title"), *self._prose("goals.text", width), Content("")]
        for place, goal in enumerate(self._offered):
            lines += self._row_of(place, self._title(goal), goal in self._goals, wide)
            if first := self._first(goal):
                lines += [Content.styled(line.plain, "$quiet") for line in self._under(first, wide)]
        everything = not self._goals
        lines += self._row_of(len(self._offered), self._say("goals.everything"), everything, wide)
        lines += [Content(""), self._draw_new()]
        lines += [Content(""), *self._prose("goals.later", width)]
        return Content("\n").join(lines)

    def _row_of(self, place: int, title: str, chosen: bool, width: int) -> list[Content]:
        here = place == self._row
        mark = "✓" if chosen else "·"
        line = Content.assemble(
            ("▌ " if here else "  ", "bold $accent"),
            (f"{place + 1} ", "$quiet"),
            (f"{mark}  ", "bold $accent" if chosen else "$quiet"),
            (title, "bold" if here else ""),
        )
        deed = Style.from_meta({CLICK: f"screen.pick_at({place})"})
        return [line.truncate(width, ellipsis=True).stylize(deed)]

    def _under(self, text: str, width: int) -> list[Content]:
        return [Content(" " * 7 + line.plain) for line in Content(text).wrap(width - 7)]

    def _title(self, goal: ConceptId) -> str:
        concept = self.tutor.library.decks[goal]
        return line_of(in_language(concept.title, self.tutor.language))

    def _first(self, goal: ConceptId) -> str:
        needed = needed_by(goal, self.tutor.library.decks)
        named = ", ".join(self._title(name) for name in needed)
        return self._say("goals.first", concepts=named) if named else ""

    def _draw_new(self) -> Content:
        parts = [Content(self._say("goals.new") + "  ")]
        for number in self._paces:
            chosen = number == self._new
            style = "bold reverse $accent" if chosen else "$quiet"
            deed = Style.from_meta({CLICK: f"screen.pace({number})"})
            parts.append(Content.styled(f" {number} ", style).stylize(deed))
        minutes = max(self._new, 1)
        parts.append(Content.styled("  " + self._say("goals.minutes", n=minutes), "$quiet"))
        return Content.assemble(*parts)

    @property
    def _paces(self) -> list[int]:
        """The numbers to choose from, with the one that is set already."""
        return sorted({*_NEW, self._new})

    def action_pace(self, number: int) -> None:
        """So many new cards a day."""
        self._new = number
        self.retell()

    def action_choose(self, by: int) -> None:
        """Another row; where there are none, the page scrolls."""
        if self._screen < 2:
            self.action_scroll_by(by)
            return
        self._row = (self._row + by) % (len(self._offered) + 1)
        self.retell()

    def action_pick(self) -> None:
        """Space goes on, but where there is something to choose it chooses."""
        if self._screen < 2:
            self.call_later(self.action_go_on)
        else:
            self.action_pick_at(self._row)

    def action_pick_at(self, place: int) -> None:
        """Make it a goal, or none any more; the last row takes all of them away."""
        if self._screen < 2 or place > len(self._offered):
            return
        self._row = place
        if place == len(self._offered):
            self._goals = []
        elif (goal := self._offered[place]) in self._goals:
            self._goals.remove(goal)
        else:
            self._goals.append(goal)
        self.retell()

    # From screen to screen

    def action_step(self, by: int) -> None:
        """The other language, another number, another pace."""
        if self._screen == 0:
            self.tutor.action_language()
        elif self._screen == 1:
            if self._taste is not None:
                self._taste.step(by)
            self.retell()
        else:
            paces = self._paces
            place = paces.index(self._new) + by
            self.action_pace(paces[min(max(place, 0), len(paces) - 1)])

    def action_go_on(self) -> None:
        """The next screen; after the last one what was chosen is kept, and home."""
        if self._screen == _SCREENS - 1:
            self._keep()
            self.action_leave()
            return
        self._go(self._screen + 1)

    def action_go_back(self) -> None:
        """The screen before."""
        self._go(max(self._screen - 1, 0))

    def _go(self, screen: int) -> None:
        self._screen = screen
        if screen == 1:
            self._open_taste()
        self.action_scroll_edge(False)
        self.retell()

    def _keep(self) -> None:
        settings = self.tutor.settings
        known = self.tutor.library.concepts  # a pack that is away today keeps its goals
        kept = [goal for goal in settings.goals if goal in self._goals or goal not in known]
        goals = (*kept, *(str(goal) for goal in self._goals if goal not in kept))
        if goals != settings.goals:
            change(self.tutor, "goals", written(goals))
        change(self.tutor, "new_per_day", str(self._new))

    def action_leave(self) -> None:
        """Home; the tour does not come again by itself."""
        around = self.tutor.around
        if around.toured is not None:
            with suppress(OSError):  # it comes again then: better than not to begin at all
                around.toured()
        self.app.pop_screen()


_KEYS = (("Enter", "enter"), ("1 2 3 4", "grades"), ("u", "undo"), ("F1", "keys"))
"""The keys that the first screen names, and the codes of what they do."""
