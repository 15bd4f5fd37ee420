"""The cards that are flagged or left out, to be found again."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tutor.core.cards import CardKey
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import card_name
from tutor.ui.screens.page import Page
from tutor.ui.widgets.bars import Key, TopBar, spread
from tutor.ui.widgets.typeset import Drawn
from tutor.words.titles import clipped


class MarkedPage(Page):
    """Flagged and suspended cards; Enter shows one, `*` and `@` take the mark away or back."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "look"),
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind("asterisk", "flag"),
        bind("at", "suspend"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(f"escape,{letter('q')}", "app.pop_screen"),
    ]
    TOPICS = ("marked", "everywhere")
    STAYS = True

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[CardKey] = []

    def body(self) -> ComposeResult:
        """What is marked; a sentence where nothing is."""
        yield Drawn("today")
        yield OptionList(id="decks", compact=True, markup=False)

    async def begin(self) -> None:
        """List what is marked now; a card stays listed while the page is open."""
        study = self.tutor.study
        with self.reporting():
            self._cards = [
                key
                for key in self.tutor.library.items
                if study.flagged(key) or study.suspended(key)
            ]
        self.query_one(OptionList).focus()
        self.retell()

    def on_screen_resume(self) -> None:
        """A card may have been marked otherwise while it was looked at."""
        if self._cards:
            self.retell()

    def retell(self) -> None:
        """The cards and their marks, in the language of now."""
        say = self.tutor.say
        self.query_one(TopBar).update(say("day.marked.title"), str(len(self._cards) or ""))
        self.query_one("#today", Drawn).update(None if self._cards else self._draw_none)
        self._fill()
        self._retell_keys()

    @on(OptionList.OptionHighlighted)
    def _retell_keys(self) -> None:
        """What the keys do with the marks of the chosen card."""
        say, keys = self.tutor.say, list[Key]()
        if (at := self._chosen) is not None:
            study, key = self.tutor.study, self._cards[at]
            flagged, suspended = (
                "off" if on else "on" for on in (study.flagged(key), study.suspended(key))
            )
            keys = [
                Key("Enter", self.say("key.open"), "screen.look"),
                Key("*", say(f"day.key.flag_{flagged}"), "screen.flag"),
                Key("@", say(f"day.key.suspend_{suspended}"), "screen.suspend"),
            ]
        self.teach(*keys, Key("q", self.say("key.back"), "app.pop_screen", last=True))

    def _draw_none(self, width: int) -> Content:
        return Content("\n").join(Content(self.tutor.say("day.marked.none")).wrap(width))

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        width = max(options.scrollable_content_region.width - 2, 20)
        options.clear_options()
        options.add_options([self._line(key, width) for key in self._cards])
        if self._cards:
            options.highlighted = min(at or 0, len(self._cards) - 1)

    def _line(self, key: CardKey, width: int) -> Content:
        """A card's name, and its marks at the right edge in words."""
        study, say = self.tutor.study, self.tutor.say
        marks = [f"⚑ {say('day.mark.flagged')}"] if study.flagged(key) else []
        marks += [say("day.mark.suspended")] if study.suspended(key) else []
        right = Content.styled(" · ".join(marks) or "–", "$quiet")
        name = card_name(key, self.tutor.library, self.tutor.language)
        return spread(Content(clipped(name, width - right.cell_length - 2)), right, width)

    def on_resize(self) -> None:
        """Set the rows in the new width."""
        self.call_after_refresh(self._fill)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_look()

    def action_choose(self, by: int) -> None:
        """Another card."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @property
    def _chosen(self) -> int | None:
        return self.query_one(OptionList).highlighted if self._cards else None

    def action_look(self) -> None:
        """Look at the card and at those after it."""
        from tutor.ui.screens.card import open_card

        if (at := self._chosen) is not None:
            with self.reporting():
                open_card(self.tutor, self._cards, at)

    def action_flag(self) -> None:
        """Take the flag away, or set it again."""
        if (at := self._chosen) is not None:
            with self.reporting():
                on = self.tutor.study.flag(self._cards[at])
                self.retell()
                self.note(self.say("note.flagged" if on else "note.unflagged"))

    def action_suspend(self) -> None:
        """Ask the card again, or no more."""
        if (at := self._chosen) is not None:
            with self.reporting():
                on = self.tutor.study.suspend(self._cards[at])
                self.retell()
                self.note(self.tutor.say("day.note.suspended" if on else "day.note.asked_again"))

    async def action_undo(self) -> None:
        """Take back the last mark."""
        await self.tutor.take_back()
