"""The bars above and below a page: where one is, how far one is, what the keys do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widget import Widget

from tutor.ui.widgets.typeset import Typeset

_GAP = 3
CLICK = "deed"
"""The mark on a text that runs an action when clicked."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key as a bar teaches it; a click on it runs `action`.

    A key that is `last` stands at the right edge, where there is room for it.
    """

    label: str
    does: str
    action: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a sitting is behind: `done` of `total`."""

    done: int
    total: int


def spread(left: Content, right: Content, width: int) -> Content:
    """Two texts at the two edges of a line; the right one yields where both do not fit."""
    spare = width - left.cell_length - right.cell_length
    if spare < 2:
        return left.truncate(width, ellipsis=True)
    return Content.assemble(left, " " * spare, right)


class TopBar(Typeset):
    """The page's name, the progress of the sitting, and its counts."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._title = ""
        self._right = ""
        self._progress: Progress | None = None

    def update(self, title: str, right: str = "", progress: Progress | None = None) -> None:
        """Show other words, or another progress."""
        self._title, self._right, self._progress = title, right, progress
        self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """One line: the name left, the counts right, the bar between where it has room."""
        title = Content.styled(self._title, "bold $accent")
        right = Content.styled(self._right, "$quiet")
        if self._progress is None:
            return spread(title, right, width)
        count = Content(f"  {self._progress.done} / {self._progress.total}   ")
        room = width - title.cell_length - count.cell_length - right.cell_length - 4
        if room < 8:
            short = Content(f"{self._progress.done} / {self._progress.total}")
            return spread(title, short, width)
        wide = min(room, 40)
        gap = " " * (room - wide + 4)
        return Content.assemble(title, gap, bar(self._progress, wide), count, right)


def bar(progress: Progress, width: int) -> Content:
    """A thin bar in half cells: heavy as far as it is done."""
    share = progress.done / progress.total if progress.total else 1.0
    halves = round(min(share, 1.0) * width * 2)
    full = "━" * (halves // 2) + ("╸" if halves % 2 else "")
    return Content.assemble((full, "$accent"), ("─" * (width - len(full)), "$track"))


class KeyBar(Typeset):
    """The keys that matter now: as many lines as they need, the general ones at the right."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._keys: tuple[Key, ...] = ()
        self.second_line = False
        """Whether all general keys, not only F1, begin a second line where the first is full."""

    def update(self, keys: Sequence[Key]) -> None:
        """Teach other keys."""
        self._keys = tuple(keys)
        self.renew()

    def on_click(self, event: Click) -> None:
        """Do what the key does."""
        clicked(self, event)

    def set_in(self, width: int) -> Content:
        """The keys of now from the left, wrapped whole; the general ones where room is left.

        Where that puts all on one line, the keys move closer together. F1 always has room.
        Where letters are text, a general key that is one stands behind the Esc it needs.
        """
        typing = getattr(self.screen.focused, "takes_letters", False)
        now = [_key(key) for key in self._keys if not key.last]
        last = [_key(_behind_esc(key) if typing else key) for key in self._keys if key.last]
        cells = sum(key.cell_length for key in (*now, *last))
        gap = _GAP if cells + _GAP * (len(now) + len(last) - 1) <= width else _GAP - 1
        lines = _wrapped(now, gap, width)
        whole = self.second_line and len(lines) == 1
        # The last one, F1, is never left out: it tells of all the others.
        needed = Content(" " * gap).join(last if whole else last[-1:])
        if last and lines[-1].cell_length + gap + needed.cell_length > width:
            lines.append(Content(""))
        while last:
            right = Content(" " * gap).join(last)
            if lines[-1].cell_length + gap + right.cell_length <= width:
                lines[-1] = spread(lines[-1], right, width)
                break
            last = last[1:]
        return Content("\n").join(line.truncate(width, ellipsis=True) for line in lines)


def _wrapped(pieces: Sequence[Content], gap: int, width: int) -> list[Content]:
    lines = [Content("")]
    for piece in pieces:
        if not lines[-1]:
            lines[-1] = piece
        elif lines[-1].cell_length + gap + piece.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * gap, piece)
        else:
            lines.append(piece)
    return lines


def clicked(widget: Widget, event: Click) -> None:
    """Run the action of the text that was clicked, as if its key had been pressed.

    It runs where keys run, in the app: from within a page it would wait for the page's own end.
    """
    if deed := event.style.meta.get(CLICK):
        widget.app.call_later(widget.app.run_action, deed)


def _behind_esc(key: Key) -> Key:
    is_letter = len(key.label) == 1 and key.label.isalpha()
    return replace(key, label=f"Esc {key.label}") if is_letter else key


def _key(key: Key) -> Content:
    content = Content.assemble((key.label, "bold $accent"), " ", (key.does, "$quiet"))
    if not key.action:
        return content
    return content.stylize(Style.from_meta({CLICK: key.action}))
