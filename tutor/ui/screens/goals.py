"""Which concepts to learn first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.core.cards import ConceptId
from tutor.core.decks import Deck
from tutor.core.text import in_language
from tutor.ui.applying import change
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.naming import line_of
from tutor.ui.screens.page import Page
from tutor.ui.widgets.bars import Key, TopBar, spread
from tutor.ui.widgets.typeset import Drawn


class GoalsPage(Page):
    """All concepts, each a goal or not; what is changed holds at once."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "pick"),
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind("delete,backspace", "clear"),
        bind(f"escape,{letter('q')}", "app.pop_screen"),
    ]
    TOPICS = ("settings", "everywhere")

    def body(self) -> ComposeResult:
        """What it is about, and the list."""
        yield Drawn("today")
        yield OptionList(id="decks", compact=True, markup=False)

    async def begin(self) -> None:
        """Start in the list."""
        self.query_one(OptionList).focus()
        self.retell()
        self.call_after_refresh(self._fill)  # in the width that it has then

    def retell(self) -> None:
        """Say everything in the language of now."""
        say = self.tutor.say
        self.query_one(TopBar).update(say("setup.goals.title"))
        self.query_one("#today", Drawn).update(
            lambda width: Content("\n").join(
                Content.styled(say("setup.goals.about"), "$quiet").wrap(min(width, 76))
            )
        )
        self.teach(
            Key("↑ ↓", self.say("key.choose")),
            Key("Space", say("setup.key.toggle"), "screen.pick"),
            Key("Del", say("setup.key.none"), "screen.clear"),
            Key("q", self.say("key.back"), "app.pop_screen", last=True),
        )
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        width = max(options.scrollable_content_region.width - 2, 20)
        concepts = self.tutor.library.decks
        options.clear_options()
        options.add_options(Option(self._row(one, width), id=one.id) for one in concepts.values())
        options.highlighted = min(at, len(concepts) - 1) if concepts else None

    def _row(self, concept: Deck, width: int) -> Content:
        mark = "✓" if concept.id in self.tutor.settings.goals else "·"
        title = line_of(in_language(concept.title, self.tutor.language))
        left = Content.assemble((f"{mark}  ", "bold $accent" if mark == "✓" else "$quiet"), title)
        needed = len(needed_by(concept.id, self.tutor.library.decks))
        right = self.tutor.say("setup.goals.needs", n=needed) if needed else ""
        return spread(left, Content.styled(right, "$quiet"), width)

    def on_resize(self) -> None:
        """Set the rows in the new width."""
        self.call_after_refresh(self._fill)

    def action_choose(self, by: int) -> None:
        """Another concept."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_pick(self) -> None:
        """Make the concept a goal, or no goal any more."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name, goals = str(event.option_id), self.tutor.settings.goals
        kept = [goal for goal in goals if goal != name]
        self._take(kept if name in goals else [*goals, name])

    def action_clear(self) -> None:
        """No goals: everything in order."""
        self._take([])

    def _take(self, goals: list[str]) -> None:
        self.note("")
        change(self.tutor, "goals", ", ".join(goals))
        self._fill()


def needed_by(name: ConceptId, concepts: Mapping[ConceptId, Deck]) -> list[ConceptId]:
    """The concepts that have to be learnt before one, in learning order."""
    found = {name}
    waiting = [name]
    while waiting:
        needs = [ConceptId(need) for need in concepts[waiting.pop()].needs]
        waiting += [need for need in needs if need in concepts and need not in found]
        found |= {need for need in needs if need in concepts}
    return [concept for concept in concepts if concept in found and concept != name]
