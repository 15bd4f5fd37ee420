"""Choices to pick from, and afterwards what was right of them and why."""

from collections.abc import Sequence

from textual.content import Content

from tutor.core.cards import Choice
from tutor.core.study import Mark
from tutor.core.text import Language, in_language
from tutor.ui import marks
from tutor.ui.setting import set_text
from tutor.ui.widgets.picking import Picking, led
from tutor.words import say


class ChoiceList(Picking):
    """The choices of a card in their shuffled order.

    Where one is right a digit answers at once; where several are, digits and space pick and
    Enter answers with the indices, on the card, of what was picked.
    """

    def __init__(self, choices: Sequence[Choice], order: Sequence[int], language: Language) -> None:
        super().__init__(len(choices), language)
        self.keys = ((f"1–{len(choices)}", "pick"),)
        self._choices = choices
        self._order = tuple(order) or tuple(range(len(choices)))
        self.picked: set[int] = set()
        self.several = sum(choice.right for choice in choices) > 1

    def draw_row(self, place: int, width: int) -> list[Content]:
        """Its digit, what was picked or its mark, its text, why it is wrong."""
        index = self._order[place]
        choice = self._choices[index]
        part = next((part for part in self.parts if part.index == index), None)
        edge = self.edge(place)
        style = ""
        if self.verdict is None:
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
        lines = set_text(_text(choice, self.language), width - lead.cell_length, style)
        if part is not None and part.mark is Mark.MISSED and self.several:
            missed = say("ui.verdict.missed", self.language)
            lines[-1] = Content.assemble(lines[-1], "  ", (missed, marks.colour(part.mark)))
        if part is not None and part.mark is Mark.WRONG and part.why:
            why = in_language(part.why, self.language)
            lines += set_text(why, width - lead.cell_length, "$error")
        return led(lead, lines, edge)

    @property
    def parts(self) -> Sequence[marks.Part]:
        """What the verdict says of single choices; the others were rightly left alone."""
        return self.verdict.parts if self.verdict else ()

    def _box(self, index: int) -> Content:
        if not self.several:
            return Content("")
        return Content.styled("■", "$accent") if index in self.picked else Content("□")

    def digit(self, number: int) -> None:
        """Pick the choice that stands there."""
        self.at = number - 1
        self.action_pick()

    def clicked(self, place: int, x: int) -> None:
        """As its digit."""
        self.digit(place + 1)

    def action_pick(self) -> None:
        """Pick or drop the choice one stands at; answer at once where only one is right."""
        index = self._order[self.at]
        if self.several:
            self.picked ^= {index}
            self.post_message(self.Changed())
            self.refresh()
        else:
            self.picked = {index}
            self.answer()

    def action_answer(self) -> None:
        """Answer with what was picked, where one is right with the choice one stands at."""
        if not self.several:
            self.action_pick()
        elif self.picked:
            self.answer()
        else:
            self.post_message(self.Lacking(say("ui.note.pick_first", self.language)))

    def answer(self) -> None:
        """Give what was picked."""
        self.post_message(self.Answered(frozenset(self.picked)))


def _text(choice: Choice, language: Language) -> str:
    if choice.text:
        return choice.text
    return (choice.ko or choice.en) if language == "ko" else (choice.en or choice.ko)
