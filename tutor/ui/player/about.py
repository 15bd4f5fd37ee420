"""What stands beside the numbers: the words of the inputs, the conventions, where one came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from tutor.core.text import Language, in_language
from tutor.maths import cells
from tutor.numbers import show
from tutor.ui.player.expression import cell_label
from tutor.ui.setting import inline, set_text, unglued, wrapped
from tutor.ui.widgets.bars import CLICK

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.trace.tree import Address
    from tutor.ui.player.numbers import Numbers, Origin

Say = Callable[..., str]


def told(value: object) -> str:
    """A convention's value in few letters."""
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    return show(value) if isinstance(value, float) else str(value)


def origin_text(origin: Origin, demo: Demo, say: Say) -> str:
    """Where the numbers come from."""
    if origin.kind == "example":
        several = len(demo.examples) > 1
        details = {"at": origin.number + 1, "of": len(demo.examples)}
        text = say("player.origin.example", **details) if several else ""
        text = text or say("player.origin.only")
    elif origin.kind == "seed":
        text = say("player.origin.seed", seed=origin.number)
    else:
        text = say("player.origin.given")
    return say("player.origin.changed", origin=text) if origin.changed else text


def top_text(numbers: Numbers, say: Say, room: int) -> str:
    """The right end of the bar above: the trap, the conventions, where the numbers come from.

    What has no room is left out, where the numbers come from first: a switched convention matters
    more, and looks no different from others anywhere else.
    """
    trap = []
    if numbers.trap is not None:
        traps = list(numbers.traps)
        at = traps.index(numbers.trap) + 1 if numbers.trap in traps else 1
        known = say("player.trap", at=at, of=max(len(traps), 1))
        trap.append(known if numbers.trap.id else say("player.wrong"))
    settings = [f"{name}: {told(value)}" for name, value in numbers.conventions.items()]
    origin = [origin_text(numbers.origin, numbers.demo, say)]
    for parts in (
        [*trap, *settings, *origin],
        [*trap, *settings],
        [*trap, *origin],
        trap or origin,
    ):
        text = " · ".join(parts)
        if text and cells(text) <= room:
            return text
    return ""


def draw_crumbs(path: Sequence[Address], here: Address, symbols: Callable[[str], str]) -> Content:
    """`Z[1,1] ▸ A[1,0] ▸ E[1,0]`; a click goes back there."""
    parts = []
    for number, cell in enumerate(path):
        piece = Content.styled(cell_label(symbols(cell.name), cell), "$quiet")
        parts.append(piece.stylize(Style.from_meta({CLICK: f"screen.back({number})"})))
    parts.append(Content.styled(cell_label(symbols(here.name), here), "bold $accent"))
    return Content.styled(" ▸ ", "$quiet").join(parts)


def draw_about(numbers: Numbers, language: Language, say: Say, width: int) -> list[Content]:
    """What the inputs mean, how the conventions stand and what they mean, the source."""
    demo = numbers.demo
    rows: list[tuple[str, str, str]] = []
    if numbers.run is not None:
        for name in numbers.run.inputs:
            words = demo.inputs.get(name)
            if words is not None and words.means:
                rows.append((name, "", in_language(words.means, language)))
    switched = numbers.conventions
    for name, value in switched.items():
        meaning = in_language(demo.conventions.get(name, ""), language)
        rows.append((name, told(value), meaning))
    for name, text in demo.conventions.items():
        if name not in switched:
            rows.append((name, "", in_language(text, language)))
    lines = draw_rows(rows, width)
    if source := in_language(numbers.source, language):
        if lines:
            lines.append(Content(""))
        lines += set_text(say("player.source", source=source), width, "$quiet")
    return lines


def draw_rows(rows: Sequence[tuple[str, str, str]], width: int) -> list[Content]:
    """Name, value, meaning: a row each, the meanings hanging behind the names."""
    if not rows:
        return []
    edge = max(cells(name) + (cells(value) + 2 if value else 0) for name, value, _ in rows) + 3
    lines: list[Content] = []
    for name, value, meaning in rows:
        head = Content.assemble((name, "bold"), (f": {value}" if value else "", "$accent"))
        texts = wrapped(inline(meaning).stylize_before("$quiet"), max(width - edge, 16))
        if edge > width // 2:
            lines += [head, *(Content.assemble("  ", text) for text in texts)]
            continue
        for number, text in enumerate(texts):
            start = head if number == 0 else Content("")
            lines.append(Content.assemble(start.pad_right(edge - start.cell_length), text))
    return lines


def title_of(demo: Demo, language: Language) -> str:
    """The demo's title on one line."""
    return unglued(inline(in_language(demo.title, language))).plain
