"""The strip of steps: where one is in the whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content
from textual.events import Click
from textual.style import Style

from tutor.ui.widgets.bars import CLICK, clicked
from tutor.ui.widgets.typeset import Typeset

_JOINT = Content.styled("▸", "$quiet")
_HIGH = 28
"""From so many lines of the screen on, the strip may take two."""


class Strip(Typeset):
    """`inputs ▸ 1 query ▸ 2 key`; a click goes there. What differs along a wrong path has a `≠`."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._names: Sequence[str] = ()
        self._at = 0
        self._differing: Collection[str] = ()

    def update(self, names: Sequence[str], at: int, differing: Collection[str] = ()) -> None:
        """Show other names (the first is that of the inputs), or stand at another."""
        self._names, self._at, self._differing = names, at, differing
        self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Go to the step that was clicked."""
        clicked(self, event)

    def set_in(self, width: int) -> Content:
        """All steps on one line or two; where they need more, those around the current one."""
        pieces = [self._piece(number, name) for number, name in enumerate(self._names)]
        lines = _lines(pieces, width)
        if len(lines) > (2 if self.app.size.height >= _HIGH else 1):
            lines = [_around(pieces, self._at, width)]
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)

    def _piece(self, number: int, name: str) -> Content:
        differs = " ≠" if name in self._differing else ""
        label = f" {number} {name}{differs} " if number else f" {name} "
        style = "bold reverse $accent" if number == self._at else "$quiet"
        piece = Content.styled(label, style)
        return piece.stylize(Style.from_meta({CLICK: f"screen.step({number})"}))


def _lines(pieces: Sequence[Content], width: int) -> list[Content]:
    lines = [Content("")]
    for number, piece in enumerate(pieces):
        more = number < len(pieces) - 1
        joined = Content.assemble(piece, _JOINT) if more else piece
        if lines[-1].cell_length + joined.cell_length > width and lines[-1]:
            lines.append(joined)
        else:
            lines[-1] = Content.assemble(lines[-1], joined)
    return lines


def _around(pieces: Sequence[Content], at: int, width: int) -> Content:
    """One line with the current step and as many of its neighbours as fit, ahead first."""
    first = last = at
    room = width - pieces[at].cell_length - 5
    while True:
        ahead = pieces[last + 1].cell_length + 1 if last + 1 < len(pieces) else width
        behind = pieces[first - 1].cell_length + 1 if first else width
        balanced = last - at <= at - first
        if ahead <= room and (balanced or behind > room):
            last, room = last + 1, room - ahead
        elif behind <= room:
            first, room = first - 1, room - behind
        else:
            break
    line = _JOINT.join(pieces[first : last + 1])
    before = Content.styled(" …▸", "$quiet") if first else Content("")
    after = Content.styled("▸…", "$quiet") if last + 1 < len(pieces) else Content("")
    return Content.assemble(before, line, after)
