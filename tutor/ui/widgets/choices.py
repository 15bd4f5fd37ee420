"""Choices to pick from, and afterwards what was right of them and why."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.events import Click, Key
from textual.message import Message

from tutor.core.cards import Choice, Choices
from tutor.core.study import Mark, Verdict
from tutor.core.text import Language, in_language
from tutor.ui import marks
from tutor.ui.keys import Bindings, bind
from tutor.ui.setting import set_text
from tutor.ui.widgets.typeset import Typeset
from tutor.words import say


class ChoiceList(Typeset, can_focus=True):
    """The choices of a card in their shuffled order.

    Where one is right a digit answers at once; where several are, digits and space pick and
    Enter answers.
    """

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "move(-1)"),
        bind("down", "move(1)"),
        bind("space", "pick"),
        bind("enter", "answer"),
    ]

    class Picked(Message):
        """The learner answered with these choices, as indices into the card's."""

        def __init__(self, picked: frozenset[int]) -> None:
            super().__init__()
            self.picked = picked

    def __init__(self, card: Choices, order: Sequence[int], language: Language) -> None:
        super().__init__()
        self._choices = card.choices
        self._order = tuple(order) or tuple(range(len(card.choices)))
        self._language = language
        self._verdict: Verdict | None = None
        self._at = 0
        self._rows: list[int] = []
        self.picked: set[int] = set()
        self.several = sum(choice.right for choice in card.choices) > 1

    def retell(self, language: Language) -> None:
        """Show the choices in another language."""
        self._language = language
        self.refresh(layout=True)

    def judged(self, verdict: Verdict) -> None:
        """Show what was right; nothing can be picked any more."""
        self._verdict = verdict
        self.can_focus = False
        self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """A row a choice: its digit, what was picked or its mark, its text, why it is wrong."""
        lines: list[Content] = []
        self._rows = []
        for place, index in enumerate(self._order):
            row = self._row(place, index, width)
            if lines and self._spaced:
                lines.append(Content(""))
                self._rows.append(place - 1)
            lines += row
            self._rows += [place] * len(row)
        return Content("\n").join(lines)

    @property
    def _spaced(self) -> bool:
        return len(self._order) <= 4 and self.app.size.height >= 28

    def _row(self, place: int, index: int, width: int) -> list[Content]:
        choice = self._choices[index]
        part = next((part for part in self._parts if part.index == index), None)
        here = self._verdict is None and place == self._at and self.has_focus
        edge = Content.styled("▌" if here else " ", "$accent")
        style = ""
        if self._verdict is None:
            sign = self._box(index)
        elif part is not None:
            # Of several, a right one that was missed is told from one that was picked.
            mark = Mark.RIGHT if choice.right and not self.several else part.mark
            sign = Content.styled(marks.sign(mark), f"bold {marks.colour(mark)}")
            style = "bold" if choice.right else ""
        else:
            sign = Content(" ")
            style = "$quiet"
        lead = Content.assemble(edge, (f" {place + 1} ", "bold $accent"), sign, "  ")
        lines = set_text(_text(choice, self._language), width - lead.cell_length, style)
        if part is not None and part.mark is Mark.MISSED and self.several:
            missed = say("ui.verdict.missed", self._language)
            lines[-1] = Content.assemble(lines[-1], "  ", (missed, marks.colour(part.mark)))
        if part is not None and part.mark is Mark.WRONG and part.why:
            why = in_language(part.why, self._language)
            lines += set_text(why, width - lead.cell_length, "$error")
        rest = Content.assemble(edge, " " * (lead.cell_length - 1))
        return [
            Content.assemble(lead if number == 0 else rest, line)
            for number, line in enumerate(lines)
        ]

    @property
    def _parts(self) -> Sequence[marks.Part]:
        return self._verdict.parts if self._verdict else ()

    def _box(self, index: int) -> Content:
        if not self.several:
            return Content("")
        return Content.styled("■", "$accent") if index in self.picked else Content("□")

    def on_key(self, event: Key) -> None:
        """A digit picks the choice that stands at it."""
        digit = event.character or ""
        if self._verdict is None and digit.isdecimal() and 1 <= int(digit) <= len(self._order):
            event.stop()
            self._at = int(digit) - 1
            self.action_pick()

    def on_click(self, event: Click) -> None:
        """A click picks the choice under the pointer."""
        if self._verdict is None and event.y < len(self._rows):
            self._at = self._rows[event.y]
            self.action_pick()

    def on_focus(self) -> None:
        """The row that the arrows move shows only while they do."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Go to the choice below or above, round the ends."""
        self._at = (self._at + by) % len(self._order)
        self.refresh()

    def action_pick(self) -> None:
        """Pick or drop the choice one stands at; answer at once where only one is right."""
        index = self._order[self._at]
        if not self.several:
            self.post_message(self.Picked(frozenset({index})))
            return
        self.picked ^= {index}
        self.refresh()

    def action_answer(self) -> None:
        """Answer with what was picked, where one is right with the choice one stands at."""
        if not self.several:
            self.action_pick()
        else:
            self.post_message(self.Picked(frozenset(self.picked)))


def _text(choice: Choice, language: Language) -> str:
    if choice.text:
        return choice.text
    return (choice.ko or choice.en) if language == "ko" else (choice.en or choice.ko)
