"""The demo's own code, with the lines of the current step lit."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.maths import cells

_AROUND = 3
"""Lines that stay in sight above the lit ones."""


class SourcePanel(Vertical):
    """A file of a demo. Its colours are made when it is first opened."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self.display = False

    def compose(self) -> ComposeResult:
        """The file's name, and its text."""
        yield Static(id="code-name", markup=False)
        with VerticalScroll(id="code-scroll", can_focus=False):
            yield Static(id="code-text", markup=False)

    def show(self, file: str, line: int) -> None:
        """Show a file with the statement at a line lit; a line of 0 lights nothing."""
        text = _text(file)
        first, last = statement(text, line)
        self.query_one("#code-name", Static).update(Path(file).name)
        drawn = _drawn(text, first, last)
        self.query_one("#code-text", Static).update(drawn)
        scroll = self.query_one("#code-scroll", VerticalScroll)
        self.call_after_refresh(scroll.scroll_to, y=max(first - 1 - _AROUND, 0), animate=False)


def statement(text: str, line: int) -> tuple[int, int]:
    """The first and the last line of the innermost statement that holds a line; 0, 0 for none."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return line, line
    best = (line, line)
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            last = node.end_lineno or node.lineno
            if node.lineno <= line <= last:
                best = (node.lineno, last)
    return best


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _drawn(text: str, first: int, last: int) -> Content:
    lines = _coloured(text)
    width = max((cells(line.plain) for line in lines), default=0)
    digits = len(str(len(lines)))
    drawn = []
    for number, line in enumerate(lines, 1):
        lit = first <= number <= last
        edge = Content.styled(f"{'▸' if lit else ' '}{number:>{digits}}  ", "$quiet")
        if lit:
            edge = Content.styled(edge.plain, "bold $accent")
            line = line.pad_right(width - line.cell_length).stylize("on $surface")
        drawn.append(Content.assemble(edge, line))
    return Content("\n").join(drawn)


@lru_cache(maxsize=8)
def _coloured(text: str) -> tuple[Content, ...]:
    """The lines of Python in few colours: keywords stand out, what explains steps back."""
    from pygments.token import Token  # type: ignore[import-untyped]  # it has no types
    from textual.highlight import HighlightTheme, highlight

    class Calm(HighlightTheme):
        STYLES = {  # noqa: RUF012  # Textual declares it so
            Token.Comment: "$quiet",
            Token.Literal.String.Doc: "$quiet",
            Token.Keyword: "$accent",
            Token.Literal: "$formula",
        }

    drawn = highlight(text.rstrip("\n"), language="python", theme=Calm)
    return tuple(drawn.split("\n", allow_blank=True))
