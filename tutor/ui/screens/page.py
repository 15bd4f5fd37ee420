"""What all pages share: a bar above, a body that scrolls, a note, the keys below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Rule, Static

from tutor.core.text import Text, in_language
from tutor.ui.keys import Bindings, bind
from tutor.ui.widgets.bars import Key, KeyBar, TopBar

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


class Body(VerticalScroll, can_focus=False):
    """The part of a page that scrolls; the page's own keys scroll it."""


class Page(Screen[None]):
    """A page of the tutor. A subclass gives its body, its words and its keys."""

    AUTO_FOCUS = ""
    # Textual declares these two as instance variables, so ClassVar is not possible.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-high")]  # noqa: RUF012  # as Textual has it
    BINDINGS: ClassVar[Bindings] = [
        bind("f1,question_mark", "keys"),
        bind("up", "scroll_by(-1)"),
        bind("down", "scroll_by(1)"),
        bind("pageup", "scroll_pages(-1)"),
        bind("pagedown", "scroll_pages(1)"),
        bind("home", "scroll_edge(False)"),
        bind("end", "scroll_edge(True)"),
    ]
    TOPICS: ClassVar[Sequence[str]] = ("everywhere",)
    """The groups of keys that F1 lists on this page."""
    STAYS: ClassVar[bool] = False
    """Whether an undo of anything but an answer leaves one on this page."""

    def compose(self) -> ComposeResult:
        """Bar, body, note, keys, from top to bottom."""
        self._fit()
        yield TopBar("top")
        with Body(id="body"):
            yield from self.body()
        yield Static(id="note", markup=False)
        yield Rule(id="rule")
        yield from self.foot()
        yield KeyBar("keys")

    def _fit(self) -> None:
        """Take the classes of the terminal's size before there is anything to lay out.

        Textual does so at the first resize, when all is laid out already, and then does it again.
        """
        width, height = self.app.size
        for size, edges in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            reached = [edge for edge in edges or () if edge[0] <= size]
            if reached:
                self.add_class(max(reached)[1], update=False)

    def body(self) -> ComposeResult:
        """What the page is about."""
        raise NotImplementedError

    def foot(self) -> ComposeResult:
        """What stands between the rule and the keys, if anything."""
        yield from ()

    def retell(self) -> None:
        """Say everything on the page again, in the language of now; nothing else changes."""
        raise NotImplementedError

    def renew(self) -> None:
        """Look again at what the page shows: a mark may have changed."""
        self.retell()

    def rehearsed(self) -> None:
        """Demos that have changed were run for the first time, and can be opened."""

    async def on_mount(self) -> None:
        """Begin; Textual calls the `on_mount` of every class, so subclasses have but this one."""
        await self.begin()

    async def begin(self) -> None:
        """Say everything for the first time."""
        self.retell()

    def on_screen_suspend(self) -> None:
        """Let go of what was drawn: Textual remembers strips beyond the life of their widget.

        When the page is unmounted its widgets are gone already.
        """
        for widget in (self, *self.query("*")):
            widget._styles_cache.clear()

    @property
    def tutor(self) -> TutorApp:
        """The program this page belongs to."""
        return cast("TutorApp", self.app)

    def say(self, code: str, **details: object) -> str:
        """The sentence of the code under `ui.` in the language of now."""
        return self.tutor.say(f"ui.{code}", **details)

    def tell(self, text: Text) -> str:
        """A text of a pack in the language of now."""
        return in_language(text, self.tutor.language)

    def note(self, text: str, *, error: bool = False) -> None:
        """Say one sentence above the keys, until the next one; an empty one takes it away."""
        note = self.query_one("#note", Static)
        note.update(text)
        note.set_class(error, "error")
        note.display = bool(text)

    def teach(self, *keys: Key) -> None:
        """Show the keys of now; the general ones are added."""
        general = Key("F1", self.say("key.keys"), "screen.keys", last=True)
        self.query_one("#keys", KeyBar).update((*keys, general))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Where letters become text other keys are taught."""
        self._teach_anew(event.widget)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """See `on_descendant_focus`."""
        self._teach_anew(event.widget)

    def _teach_anew(self, widget: Widget) -> None:
        if getattr(widget, "takes_letters", False):
            for bar in self.query(KeyBar):
                bar.renew()

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Turn what the store or a demo cannot do into a sentence; the page stays as it is."""
        from tutor.demo import DemoError
        from tutor.store import StoreError

        try:
            yield
        except (StoreError, DemoError) as error:
            self.note(self.tutor.sentence(error), error=True)

    def action_keys(self) -> None:
        """Tell what this page is about, and its keys."""
        from tutor.ui.screens.keys import KeysDialog

        self.app.push_screen(KeysDialog(self.TOPICS, self.about()))

    def about(self) -> Sequence[str]:
        """What F1 tells about, as codes of `tutor.ui.screens.keys.ABOUT`."""
        return self.TOPICS

    def action_scroll_by(self, lines: int) -> None:
        """Scroll the body by lines."""
        self.query_one(Body).scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the body by what it shows at once."""
        body = self.query_one(Body)
        body.scroll_relative(y=pages * max(body.size.height - 2, 1), animate=False)

    def action_scroll_edge(self, end: bool) -> None:
        """Scroll the body to its beginning or its end."""
        body = self.query_one(Body)
        if end:
            body.scroll_end(animate=False)
        else:
            body.scroll_home(animate=False)
