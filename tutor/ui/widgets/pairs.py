"""Things that belong together: to each left side its right one."""

from collections.abc import Sequence

from textual.content import Content

from tutor.core.cards import Pairs
from tutor.core.study import Arranged, Mark
from tutor.core.text import Language, in_language
from tutor.ui import marks
from tutor.ui.setting import inline, set_text, unglued
from tutor.ui.widgets.picking import Picking, led
from tutor.words import say

_OPEN = -1
_JOINT = " ── "


class PairList(Picking):
    """Left sides in the card's order, right sides beside them, numbered as they were shuffled.

    A digit joins the left side at which one stands with the right side of that number, which comes
    to stand beside it; those still free keep their order beside the others. `joined` holds for each
    left side the index on the card of its right one, -1 for none.
    """

    def __init__(self, card: Pairs, order: Sequence[int], language: Language) -> None:
        super().__init__(len(card.pairs), language)
        self.keys = (("↑ ↓", "choose"), (f"1–{min(self.count, 9)}", "join"))
        self._pairs = card.pairs
        self._order = tuple(order) or tuple(range(len(card.pairs)))
        self.joined = [_OPEN] * len(card.pairs)
        self._right_edge = 0

    def draw_row(self, place: int, width: int) -> list[Content]:
        """A left side, its joint, and the right side that stands beside it."""
        left_width, right_width = self._widths(width)
        here = self.verdict is None and place == self.at and self.has_focus
        lefts = set_text(self._left(place), left_width, "bold" if here else "")
        quiet = self.verdict is not None
        joint = Content(" " * len(_JOINT))
        if self.joined[place] != _OPEN:
            joint = Content.styled(_JOINT, "$quiet" if quiet else "$accent")
        rights = self._rights(place, right_width)
        lines = []
        for level in range(max(len(lefts), len(rights))):
            lead = (self._sign(place), joint) if level == 0 else (" ", " " * len(_JOINT))
            left = lefts[level] if level < len(lefts) else Content("")
            pieces = (self.edge(place), lead[0], " ", _padded(left, left_width), lead[1])
            right = rights[level] if level < len(rights) else Content("")
            lines.append(Content.assemble(*pieces, right))
        return lines

    def _sign(self, place: int) -> Content:
        if self.verdict is None:
            return Content(" ")
        mark = Mark.RIGHT if self.joined[place] == place else Mark.WRONG
        return Content.styled(marks.sign(mark), f"bold {marks.colour(mark)}")

    def _rights(self, place: int, width: int) -> list[Content]:
        """The right side beside a left one, and beneath a wrong one what is right."""
        index = self._beside(place)
        is_wrong = self.verdict is not None and index != place
        label = Content.styled(
            self._label(index), "bold $accent" if self.verdict is None else "$quiet"
        )
        lines = self._labelled(label, set_text(self._right(index), width, "$quiet" * is_wrong))
        if is_wrong:
            right = set_text(self._right(place), width, "$success")
            arrow = Content.styled("→".rjust(len(str(self.count))), "$success")
            lines += self._labelled(arrow, right)
        return lines

    def _labelled(self, label: Content, lines: Sequence[Content]) -> list[Content]:
        return led(_padded(label, self._label_width), lines, Content(""))

    def _widths(self, width: int) -> tuple[int, int]:
        """The room for left and right sides: the left ones take what they need, up to 2 of 5."""
        room = width - 3 - len(_JOINT) - self._label_width
        needed = max(unglued(inline(self._left(place))).cell_length for place in range(self.count))
        left = max(min(needed, room * 2 // 5), 1)
        self._right_edge = 3 + left + len(_JOINT)
        return left, max(room - left, 1)

    @property
    def _label_width(self) -> int:
        return len(str(self.count)) + 2

    def _left(self, place: int) -> str:
        return in_language(self._pairs[place].left, self.language)

    def _right(self, index: int) -> str:
        return in_language(self._pairs[index].right, self.language)

    def _label(self, index: int) -> str:
        """The number of a right side, by which a digit picks it."""
        return str(self._order.index(index) + 1).rjust(len(str(self.count)))

    def _beside(self, place: int) -> int:
        """The right side that stands beside a left one: its own, else the next that is free."""
        if self.joined[place] != _OPEN:
            return self.joined[place]
        free = [index for index in self._order if index not in self.joined]
        return free[self.joined[:place].count(_OPEN)]

    def join(self, index: int) -> None:
        """Join the left side one stands at with a right side, and go to the next open one."""
        if index in self.joined:
            self.joined[self.joined.index(index)] = _OPEN
        self.joined[self.at] = index
        following = (*range(self.at + 1, self.count), *range(self.at))
        self.at = next((at for at in following if self.joined[at] == _OPEN), self.at)
        self.post_message(self.Changed())
        self.refresh(layout=True)
        self.show_row()

    def digit(self, number: int) -> None:
        """Join with the right side of that number."""
        self.join(self._order[number - 1])

    def clicked(self, place: int, x: int) -> None:
        """Go to the left side that was clicked, or join with the right one."""
        if x < self._right_edge:
            self.at = place
            self.refresh()
        elif place == self.at:
            self.action_pick()
        else:
            self.join(self._beside(place))

    def action_pick(self) -> None:
        """Join with what stands beside; what was joined is parted."""
        if self.joined[self.at] == _OPEN:
            self.join(self._beside(self.at))
        else:
            self.joined[self.at] = _OPEN
            self.post_message(self.Changed())
            self.refresh(layout=True)

    def action_answer(self) -> None:
        """Answer when all are joined, else say which are not and go to the first of them."""
        open_places = [place for place in range(self.count) if self.joined[place] == _OPEN]
        if not open_places:
            self.post_message(self.Answered(Arranged(tuple(self.joined))))
            return
        self.at = open_places[0]
        self.refresh()
        self.show_row()
        names = ", ".join(unglued(inline(self._left(place))).plain for place in open_places)
        self.post_message(self.Lacking(say("ui.note.join_first", self.language, names=names)))


def _padded(content: Content, width: int) -> Content:
    return content.pad_right(max(width - content.cell_length, 0))
