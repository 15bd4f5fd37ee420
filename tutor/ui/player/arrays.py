"""The arrays of a step beside each other: operands, the result, the result of a wrong path."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from textual import on
from textual.content import Content
from textual.message import Message

from tutor.core.study import Mark
from tutor.trace.tree import Address
from tutor.ui.player.expression import cell_label
from tutor.ui.widgets.array_row import ArrayRow
from tutor.ui.widgets.arrays import ArrayView, Index, Marked

if TYPE_CHECKING:
    from tutor.ui.widgets.picture import Picture

Role: TypeAlias = Literal["input", "operand", "result", "wrong"]


@dataclass(frozen=True, eq=False, slots=True)
class Shown:
    """One array: what it is called in the code and in formulas, and what it is here for."""

    name: str
    symbol: str
    array: Any
    role: Role
    note: str = ""


class Arrays(ArrayRow):
    """Shows some arrays; the cursor, light and marks are told in addresses, not in widgets."""

    @dataclass
    class Pointed(Message):
        """A cell was clicked, `twice` to go into it."""

        role: Role
        cell: Address
        twice: bool

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._shown: list[Shown] = []
        self._views: list[ArrayView] = []
        self._picture: Picture | None = None

    def show(self, shown: Sequence[Shown], *, heat: bool, picture: Picture | None = None) -> None:
        """Show these arrays; a picture stands in the place of the result's numbers."""
        self._shown = list(shown)
        while len(self._views) < len(shown):
            view = ArrayView()
            self._views.append(view)
            self.mount(view)
        for view, one in zip(self._views, shown, strict=False):
            with view.prevent(ArrayView.Moved):
                view.go(None)
            view.show(one.array, label_of(one), heat=heat)
        for view, one in self._pairs():
            view.set_class(one.role == "operand", "-operand")
        for number, view in enumerate(self._views):
            view.display = number < len(shown) and not (
                picture is not None and shown[number].role == "result"
            )
        self._replace_picture(picture)

    def _replace_picture(self, picture: Picture | None) -> None:
        if self._picture is not None:
            self._picture.remove()
        self._picture = picture
        if picture is not None:
            self.mount(picture)

    def heat(self, on: bool) -> None:
        """Colour the cells by their numbers, or do not."""
        for view in self._views:
            view.heat = on

    def stand(self, cursors: Mapping[Role, Address | None], lit: Collection[Address]) -> None:
        """Put the cursors into the arrays of their roles, and light cells of the operands."""
        if self._picture is not None:
            result = cursors.get("result")
            self._picture.go(result.index if result is not None else None)
        for view, one in self._pairs():
            cursor = cursors.get(one.role)
            here = cursor.index if cursor is not None and cursor.name == one.name else None
            with view.prevent(ArrayView.Moved):
                if not view.go(here):
                    view.go(None)
            if one.role == "operand":
                view.light([cell.index for cell in lit if cell.name == one.name])

    def cover(self, cells: Collection[Index], marks: Mapping[Index, Mark]) -> None:
        """Hide cells of the result, and mark those that were guessed."""
        for view, one in self._pairs():
            if one.role == "result":
                view.cover(cells)
                view.mark({index: _MARKED[mark] for index, mark in marks.items()})

    def mark_first(self, cell: Address | None) -> None:
        """Mark the first cell that a wrong path changes."""
        for view, one in self._pairs():
            if one.role == "wrong":
                here = cell is not None and cell.name == one.name
                view.mark({cell.index: "first"} if here and cell is not None else {})

    def _pairs(self) -> list[tuple[ArrayView, Shown]]:
        return list(zip(self._views, self._shown, strict=False))

    @on(ArrayView.Moved)
    def _clicked(self, event: ArrayView.Moved) -> None:
        event.stop()
        self._point(event.view, event.index, twice=False)

    @on(ArrayView.Entered)
    def _clicked_twice(self, event: ArrayView.Entered) -> None:
        event.stop()
        self._point(event.view, event.index, twice=True)

    def _point(self, view: ArrayView, index: Index, *, twice: bool) -> None:
        for known, one in self._pairs():
            if known is view:
                self.post_message(self.Pointed(one.role, Address(one.name, index), twice))


_MARKED: dict[Mark, Marked] = {
    Mark.RIGHT: "right",
    Mark.ROUNDING: "right",
    Mark.SPELLING: "right",
    Mark.WRONG: "wrong",
    Mark.MISSED: "wrong",
}


def label_of(shown: Shown) -> Content:
    """`S′ 3×3 scaled`; an input is called by its name alone."""
    shape = "×".join(map(str, shown.array.shape))
    symbol = cell_label(shown.symbol, Address(shown.name))
    name = shown.name if shown.symbol != shown.name else ""
    rest = " ".join(filter(None, (shape, name)))
    parts: list[Content] = [Content.styled(symbol, "bold")]
    if rest:
        parts.append(Content.styled(f" {rest}", "$quiet"))
    if shown.note:
        parts.append(Content.styled(f" {shown.note}", "$warning"))
    return Content("").join(parts)
