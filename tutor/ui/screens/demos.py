"""The list of demos."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tutor.core.text import Text, in_language
from tutor.demo import DemoError
from tutor.maths import cells
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.rehearsal import is_untried
from tutor.ui.screens.page import Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.answer import FilterLine
from tutor.ui.widgets.bars import Key, TopBar


class DemosPage(Page):
    """All demos by name and title; what is typed after / leaves those that hold it."""

    BINDINGS: ClassVar[Bindings] = [
        bind("slash", "filter"),
        bind("enter", "open"),
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind(f"escape,{letter('q')},{letter('d')}", "app.pop_screen"),
    ]
    TOPICS = ("demos", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, Text] = {}

    def body(self) -> ComposeResult:
        """The line to filter by, and the list."""
        yield FilterLine(id="filter", compact=True)
        yield OptionList(id="decks", compact=True, markup=False)

    async def begin(self) -> None:
        """Start in the list, the names first; the titles take a moment."""
        self.query_one("#filter").display = False
        self.query_one(OptionList).focus()
        self.retell()
        self.call_after_refresh(self._read_titles)

    def rehearsed(self) -> None:
        """There are titles now that could not be read before."""
        self._read_titles()

    def _read_titles(self) -> None:
        for name in self.tutor.demo_names:
            try:
                self._titles[name] = self.tutor.demo(name).title
            except DemoError as error:  # opening it will say what is wrong
                self._titles[name] = ""
                if is_untried(error):
                    self.tutor.rehearsal.begin()
        self._list()

    def retell(self) -> None:
        """The words around the list in the language of now."""
        self.query_one(TopBar).update(self.say("demos.title"))
        self.query_one("#filter", Input).placeholder = self.say("demos.filter")
        self.teach(
            Key("Enter", self.say("key.open"), "screen.open"),
            Key("↑ ↓", self.say("key.choose")),
            Key("/", self.say("key.filter"), "screen.filter"),
            Key("q", self.say("key.back"), "app.pop_screen", last=True),
        )
        self._list()

    def _list(self) -> None:
        """The demos that hold what was typed, the highlighted one still highlighted."""
        options = self.query_one(OptionList)
        at = options.highlighted
        before = options.get_option_at_index(at).id if at is not None else None
        names = [name for name in self.tutor.demo_names if self._wanted(name)]
        edge = max(map(cells, self.tutor.demo_names), default=0) + 3
        options.clear_options()
        options.add_options([Option(self._line(name, edge), id=name) for name in names])
        options.highlighted = names.index(before) if before in names else 0 if names else None

    def _line(self, name: str, edge: int) -> Content:
        return Content.assemble(name.ljust(edge), (self._title(name), "$quiet"))

    def _title(self, name: str) -> str:
        title = in_language(self._titles.get(name, ""), self.tutor.language)
        return unglued(inline(title)).plain

    def _wanted(self, name: str) -> bool:
        words = self.query_one("#filter", Input).value.casefold().split()
        said = f"{name} {self._title(name)}".casefold()
        return all(word in said for word in words)

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._list()

    @on(FilterLine.Left)
    def _unfilter(self) -> None:
        line = self.query_one("#filter", Input)
        line.value, line.display = "", False
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_open()

    def action_filter(self) -> None:
        """Type what the demos should hold; Esc takes it away and goes back to the list."""
        line = self.query_one("#filter", Input)
        line.display = True
        self.set_focus(line)

    def action_choose(self, by: int) -> None:
        """Another demo, also while the filter is typed."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_open(self) -> None:
        """Open the highlighted demo."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        with self.reporting():
            self.tutor.show_demo(str(event.option_id))
