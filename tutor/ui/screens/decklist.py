"""The decks in a list: what each holds today, one of them chosen, all that is typed filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tutor.core.cards import Concept, ConceptId
from tutor.core.study import DeckCount, Today
from tutor.ui.keys import Bindings, bind
from tutor.ui.screens.page import Page
from tutor.ui.widgets.decks import Decks, draw_columns
from tutor.ui.widgets.typeset import Drawn

if TYPE_CHECKING:
    from textual.widgets import Input


class DecksPage(Page):
    """Something above, the decks below. A subclass counts them and says what keys do."""

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind("slash", "filter"),
        bind("escape", "unfilter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._seen: Mapping[ConceptId, int] = {}
        self._wanted = ""

    def body(self) -> ComposeResult:
        """The heads of the columns, then the decks."""
        yield Drawn("columns")
        yield OptionList(id="decks", compact=True, markup=False)

    def retell(self) -> None:
        """Say the decks in the language of now."""
        self.query_one("#columns", Drawn).update(self._draw_columns if self._decks else None)
        self._fill()

    @property
    def _decks(self) -> Sequence[DeckCount]:
        return self._today.decks if self._today is not None else ()

    def _draw_columns(self, width: int) -> Content:
        return draw_columns(self.tutor.language, width)

    def _fill(self) -> None:
        options = self.query_one("#decks", OptionList)
        chosen = self._chosen_id
        width = max(options.scrollable_content_region.width - 2, 20)  # less the options' padding
        tutor = self.tutor
        decks = Decks(tutor.library, self._decks, self._seen, tutor.study.goals, tutor.language)
        made = decks.options(self._wanted, width)
        options.clear_options()
        options.add_options(made)
        ids = [option.id for option in made]
        first = next((place for place, name in enumerate(ids) if name is not None), None)
        options.highlighted = ids.index(chosen) if chosen and chosen in ids else first

    def on_resize(self) -> None:
        """Set the rows in the new width."""
        self.call_after_refresh(self._fill)

    @property
    def _chosen_id(self) -> str | None:
        options = self.query_one("#decks", OptionList)
        at = options.highlighted
        return None if at is None else options.get_option_at_index(at).id

    @property
    def _chosen(self) -> Concept | None:
        chosen = self._chosen_id
        return None if chosen is None else self.tutor.library.concepts.get(ConceptId(chosen))

    def action_choose(self, by: int) -> None:
        """Another deck, also while the filter is typed."""
        options = self.query_one("#decks", OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    async def action_filter(self) -> None:
        """Type what the decks should hold; Enter goes to the list, Esc takes it away."""
        from tutor.ui.widgets.answer import FilterLine

        if not self.query("#filter"):
            await self.mount(FilterLine(id="filter", compact=True), before="#columns")
        line = self.query_one("#filter", FilterLine)
        line.placeholder = self.tutor.say("day.decks.filter")
        self.set_focus(line)

    async def on_filter_line_left(self) -> None:
        """Show all decks again."""
        await self.action_unfilter()

    async def action_unfilter(self) -> None:
        """Show all decks again."""
        self._wanted = ""
        await self.query("#filter").remove()
        self.query_one("#decks").focus()
        self._fill()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave only the decks that hold what was typed."""
        event.stop()
        self._wanted = event.value
        self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the list, where a deck can be chosen."""
        event.stop()
        self.query_one("#decks").focus()
