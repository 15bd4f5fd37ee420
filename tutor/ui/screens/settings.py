"""The settings: each with its value, what it means, and what it is unless one sets it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, DescendantBlur, Resize
from textual.style import Style
from textual.widgets import Input

from tutor.core.settings import (
    DECK_SETTINGS,
    SETTINGS,
    NotASettingError,
    Settings,
    Share,
    Truth,
    Whole,
    written,
)
from tutor.core.text import in_language
from tutor.ui.applying import change, value_now
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import line_of
from tutor.ui.screens.page import Page
from tutor.ui.widgets.answer import AnswerLine
from tutor.ui.widgets.bars import CLICK, Key, TopBar, clicked
from tutor.ui.widgets.typeset import Drawn

_DEFAULTS = Settings()
_WIDEST = 76
_HIGH = 34
"""From so many lines on the rows stand apart."""
_TYPED = "0123456789"
_MOST_DECKS = 3
"""So many decks with a setting of their own are named; there is a line for them."""


class Rows(Drawn):
    """Lines of which some do something when they are clicked."""

    def on_click(self, event: Click) -> None:
        """Do it."""
        clicked(self, event)


class SettingsPage(Page):
    """All settings; what is changed holds at once."""

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "choose(-1)"),
        bind("down,tab", "choose(1)"),
        bind("home", "choose(-99)"),
        bind("end", "choose(99)"),
        bind("left", "step(-1)"),
        bind("right", "step(1)"),
        bind("enter,space", "enter"),
        bind("delete,backspace", "default"),
        bind(f"escape,comma,{letter('q')}", "app.pop_screen"),
        *(bind(digit, f"type('{digit}')") for digit in _TYPED),
    ]
    TOPICS = ("settings", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._typing = ""  # the setting for which a number is typed
        self._began = False

    def body(self) -> ComposeResult:
        """The rows, a line to type on, what the chosen row means."""
        yield Rows("settings")
        yield AnswerLine(id="typed", compact=True, select_on_focus=False)
        yield Drawn("meaning")

    async def begin(self) -> None:
        """Say everything; a look that is changed by its key shows in its row."""
        self.query_one("#typed").display = False
        self.retell()
        self.watch(self.app, "theme", self._retell_rows, init=False)

    def on_screen_resume(self) -> None:
        """Goals may have been chosen meanwhile."""
        if self._began:
            self.retell()
        self._began = True

    def retell(self) -> None:
        """The settings in the language of now."""
        self.query_one(TopBar).update(self._say("title"), self.tutor.around.file)
        self._retell_rows()

    def _retell_rows(self) -> None:
        self.query_one("#settings", Rows).update(self._draw)
        self.query_one("#meaning", Drawn).update(self._draw_meaning)
        kind = SETTINGS[self._key]
        deed = self._say("key.pick" if self._key == "goals" else "key.type")
        keys = [Key("↑ ↓", self.say("key.choose"))]
        if self._key != "goals":
            keys.append(Key("← →", self._say("key.change"), "screen.step(1)"))
        if isinstance(kind, Whole | Share) or self._key == "goals":
            keys.append(Key("Enter", deed, "screen.enter"))
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    def _say(self, code: str, **details: object) -> str:
        return self.tutor.say(f"setup.{code}", **details)

    @property
    def _key(self) -> str:
        return list(SETTINGS)[self._at]

    # What is shown

    def _draw(self, width: int) -> Content:
        names = {key: Content(self._say(f"name.{key}")) for key in SETTINGS}
        column = max(name.cell_length for name in names.values()) + 3
        spaced = self.app.size.height >= _HIGH
        lines: list[Content] = []
        for number, (key, name) in enumerate(names.items()):
            here = number == self._at
            value = self._draw_value(key, here=here, width=width - column - 2)
            arrows = value.plain.startswith("‹")  # which hang out to the left
            head = Content.assemble(
                ("▌ " if here else "  ", "bold $accent"),
                name.stylize("bold") if here else name,
                " " * (column - name.cell_length - arrows),
            )
            deed = Style.from_meta({CLICK: f"screen.go({number})"})
            lines.append(Content.assemble(head.stylize(deed), value))
            if spaced:
                lines.append(Content(""))
        return Content("\n").join(lines)

    def _draw_value(self, key: str, *, here: bool, width: int) -> Content:
        now = value_now(self.tutor, key)
        options = self._options(key)
        if options:
            parts = []
            for text, name in options:
                chosen = text == written(now)
                style = "bold reverse $accent" if chosen else "$quiet"
                deed = Style.from_meta({CLICK: f"screen.set('{key}', '{text}')"})
                parts.append(Content.styled(f" {name} ", style).stylize(deed))
            return Content(" ").join(parts)
        said = Content(self._told(key, now)).truncate(max(width - 4, 4), ellipsis=True)
        if key == "goals" or not here:
            return Content.assemble(" ", said)
        back, on = (self._arrow(sign, by) for sign, by in (("‹", -1), ("›", 1)))
        return Content.assemble(back, " ", said.stylize("bold"), " ", on)

    def _arrow(self, sign: str, by: int) -> Content:
        deed = Style.from_meta({CLICK: f"screen.step({by})"})
        return Content.styled(sign, "bold $accent").stylize(deed)

    def _options(self, key: str) -> list[tuple[str, str]]:
        """The texts between which a setting chooses, each with how it is called."""
        kind = SETTINGS[key]
        if isinstance(kind, Truth):
            texts: tuple[str, ...] = ("true", "false")
        else:
            texts = getattr(kind, "options", ())
        return [(text, self._say(f"option.{text}")) for text in texts]

    def _told(self, key: str, value: object) -> str:
        """A value in the language of now."""
        if key == "goals":
            return self._goals(value if isinstance(value, tuple) else ())
        for text, name in self._options(key):
            if text == written(value):
                return name
        if isinstance(value, float):
            return self._say("value.retention", n=f"{value * 100:g}")
        return self._say(f"value.{key}", n=value)

    def _goals(self, goals: tuple[str, ...]) -> str:
        concepts = self.tutor.library.concepts
        language = self.tutor.language
        titles = {str(name): concept.title for name, concept in concepts.items()}
        said = [line_of(in_language(titles.get(goal, goal), language)) for goal in goals]
        return ", ".join(said) or self._say("no_goals")

    def _draw_meaning(self, width: int) -> Content:
        key = self._key
        lines = [*Content(self._say(f"means.{key}")).wrap(min(width, _WIDEST))]
        if key == "language":
            default = self._say("default.language")
        else:
            default = self._say("default", value=self._told(key, getattr(_DEFAULTS, key)))
        allowed = "" if self._options(key) or key == "goals" else self._say(f"allowed.{key}") + " "
        lines += [
            Content(""),
            *Content.styled(allowed + default, "$quiet").wrap(min(width, _WIDEST)),
        ]
        if key in DECK_SETTINGS:
            of_decks = Content.styled(self._of_decks(key), "$quiet")
            lines += of_decks.wrap(min(width, _WIDEST))
        if variable := self.tutor.around.overruled.get(key, ""):
            said = self._say("overruled", variable=variable)
            lines += [
                Content.styled(line.plain, "$warning")
                for line in Content(said).wrap(min(width, _WIDEST))
            ]
        return Content("\n").join(lines)

    def _of_decks(self, key: str) -> str:
        """Which decks have a setting of their own, or how one is given it."""
        decks = self.tutor.settings.decks
        own = {name: getattr(mine, key) for name, mine in decks.items()}
        found = [(name, value) for name, value in own.items() if value is not None]
        named = [f"{name} ({self._told(key, value)})" for name, value in found[:_MOST_DECKS]]
        told = ", ".join([*named, "…"] if len(found) > _MOST_DECKS else named)
        code = "settings.deck.others" if told else "settings.deck.own"
        return self.tutor.say(code, key=key, decks=told)

    def on_resize(self, event: Resize) -> None:
        """The rows stand closer in a low window."""
        self.call_after_refresh(self._retell_rows)

    # What keys and the mouse do

    def action_choose(self, by: int) -> None:
        """Another setting."""
        self._at = min(max(self._at + by, 0), len(SETTINGS) - 1)
        self._close()
        self.note("")
        self._retell_rows()

    def action_go(self, number: int) -> None:
        """The setting that was clicked; a second click does what Enter does."""
        if number == self._at:
            self.action_enter()
        else:
            self.action_choose(number - self._at)

    def action_set(self, key: str, text: str) -> None:
        """What was clicked."""
        self._at = list(SETTINGS).index(key)
        self._change(text)

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        key, kind = self._key, SETTINGS[self._key]
        now = value_now(self.tutor, key)
        if options := [text for text, _ in self._options(key)]:
            self._change(options[(options.index(written(now)) + by) % len(options)])
        elif isinstance(kind, Whole | Share):
            further = [step for step in kind.steps if (step - _number(now)) * by > 0]
            if further:
                self._change(written(min(further) if by > 0 else max(further)))
        else:
            self.action_enter()

    def action_enter(self) -> None:
        """Type a number, choose goals, or take the next value."""
        if self._key == "goals":
            from tutor.ui.screens.goals import GoalsPage

            self.app.push_screen(GoalsPage())
        elif self._options(self._key):
            self.action_step(1)
        else:
            self.action_type("")

    def action_default(self) -> None:
        """What it is unless one sets it."""
        if self._key != "language":
            self._change(written(getattr(_DEFAULTS, self._key)))

    def action_type(self, digit: str) -> None:
        """Type a number, beginning with a digit that was pressed."""
        if not isinstance(SETTINGS[self._key], Whole | Share):
            return
        self._typing = self._key
        line = self.query_one("#typed", AnswerLine)
        line.value, line.placeholder = digit, self._say(f"allowed.{self._key}")
        line.cursor_position = len(digit)
        line.display = True
        self.set_focus(line)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Whoever leaves the line has changed their mind, and what was wrong with it is past."""
        if self.query_one("#typed", AnswerLine).display:
            self.note("")
        self._close()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if isinstance(SETTINGS[self._typing], Share) and not {".", "%"} & {*text}:
            text = f"{text}%" if text else ""
        if not text or self._change(text, self._typing):
            self._close()

    def _close(self) -> None:
        line = self.query_one("#typed", AnswerLine)
        line.display = False
        if self.focused is line:
            self.set_focus(None)

    def _change(self, text: str, key: str = "") -> bool:
        """Set the chosen setting, or that of a key; says whether it can be so."""
        key = key or self._key
        self.note("")
        try:
            change(self.tutor, key, text)
        except NotASettingError:
            allowed = self._say(f"allowed.{key}")
            self.note(self._say("refused", text=text, allowed=allowed), error=True)
            return False
        self._retell_rows()
        return True


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return value
