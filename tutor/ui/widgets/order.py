"""Lines to be put in order: each is carried to its place."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseUp

from tutor.core.cards import Order
from tutor.core.study import Arranged, Mark, Verdict
from tutor.core.text import Language, in_language
from tutor.ui import marks
from tutor.ui.setting import set_text
from tutor.ui.widgets.picking import Picking, led
from tutor.words import say


class OrderList(Picking):
    """The lines of a card as they stand now, by their indices on the card in `places`.

    Space takes the line one stands at, the arrows then carry it, space puts it down; a digit moves
    it to that place. The mouse drags a line, or takes it by a click and puts it down by another.
    """

    def __init__(self, card: Order, order: Sequence[int], language: Language) -> None:
        super().__init__(len(card.order), language)
        self.keys = (("↑ ↓", "choose"), ("Space", "carry"), (f"1–{min(self.count, 9)}", "place"))
        self._lines = card.order
        self.places = list(order) or list(range(len(card.order)))
        self.taken = False
        self._pressed = False
        self._dragged = False

    def draw_row(self, place: int, width: int) -> list[Content]:
        """The place, the line's text, and afterwards whether it belongs there."""
        index = self.places[place]
        edge, sign, style = self.edge(place), Content(" "), ""
        if self.verdict is not None:
            mark = Mark.RIGHT if self._is_right(place) else Mark.WRONG
            sign = Content.styled(marks.sign(mark), f"bold {marks.colour(mark)}")
        elif self.taken and place == self.at:
            sign, style = Content.styled("⇅", "bold $accent"), "bold"
        number = f" {place + 1:>{len(str(self.count))}} "
        lead = Content.assemble(edge, (number, "bold $accent"), sign, "  ")
        room = width - lead.cell_length
        lines = set_text(in_language(self._lines[index], self.language), room, style)
        if self.verdict is not None and not self._is_right(place):
            belongs = say("ui.order.belongs", self.language, n=index + 1)
            lines = _followed(lines, Content.styled(belongs, "$error"), self._longest(room), room)
        return led(lead, lines, edge)

    def _longest(self, room: int) -> int:
        """How wide the widest line is, so that what follows the lines stands in a column."""
        texts = [set_text(in_language(line, self.language), room) for line in self._lines]
        return max(text[-1].cell_length for text in texts)

    def _is_right(self, place: int) -> bool:
        return self.places[place] == place or (self.verdict is not None and self.verdict.right)

    def judged(self, verdict: Verdict) -> None:
        """Show each line's mark, and where it belongs."""
        self._let_go()
        super().judged(verdict)

    def carry(self, to: int) -> None:
        """Move the line one stands at to another place; one stays with it."""
        self.places.insert(to, self.places.pop(self.at))
        self.at = to
        self.refresh(layout=True)
        self.show_row()

    def action_move(self, by: int) -> None:
        """Carry the line that was taken, to the ends and not beyond; else go to another."""
        if self.taken:
            self.carry(min(max(self.at + by, 0), self.count - 1))
        else:
            super().action_move(by)

    def action_pick(self) -> None:
        """Take the line one stands at, or put it down."""
        self.taken = not self.taken
        self.refresh()

    def action_answer(self) -> None:
        """Answer with the lines as they stand."""
        self.post_message(self.Answered(Arranged(tuple(self.places))))

    def digit(self, number: int) -> None:
        """Move the line one stands at to that place."""
        self.taken = False
        self.carry(number - 1)

    def clicked(self, place: int, x: int) -> None:
        """Take the line that was clicked, or put down there the one that was taken."""
        if self._dragged:
            self._dragged = self.taken = False
        elif self.taken:
            self.digit(place + 1)
        else:
            self.at, self.taken = place, True
        self.refresh()

    def on_mouse_down(self, event: MouseDown) -> None:
        """A line may be dragged from here."""
        self._dragged = False
        if self.verdict is None and not self.taken:
            self.at, self._pressed = self.row_at(event.y), True
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """The line that is dragged goes along."""
        if self._pressed and (to := self.row_at(event.y)) != self.at:
            self._dragged = self.taken = True
            self.carry(to)

    def on_mouse_up(self, event: MouseUp) -> None:
        """The line that was dragged stays here, even where that is beside the rows."""
        if self._pressed:
            self._let_go()

    def _let_go(self) -> None:
        if self._pressed:
            self.release_mouse()
        self.taken = self._pressed = False
        self.refresh()


def _followed(lines: list[Content], words: Content, column: int, room: int) -> list[Content]:
    """Words behind the last of the lines, at a column; below it where they do not fit."""
    if column + 3 + words.cell_length > room:
        return [*lines, *words.wrap(room)]
    last = lines[-1].pad_right(max(column + 3 - lines[-1].cell_length, 0))
    return [*lines[:-1], Content.assemble(last, words)]
