"""Text set in a width: every line that comes out fits, measured in terminal cells.

Colours are the theme's variables (`$quiet`, `$formula`, `$accent`), resolved when drawn, so that
what was set stays valid when the theme changes.
"""

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from tutor.ui.prose import Align, Block, blocks

GLUE = "\u2800"
"""Stands in for the spaces inside a short formula while lines are wrapped: no place to break."""

_WIDEST_UNBROKEN = 32
_FIRST_GAP = 0xE000
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+.!|$>~-])"
    r"|\$(?P<tex>(?:\\.|[^$\\])+)\$"
    r"|(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*"
    r"|\[(?P<link>[^\]]+)\]\((?P<target>[^)\s]+)\)",
    re.DOTALL,
)


def inline(text: str, gaps: Sequence[Content] = ()) -> Content:
    """A run of text as content: formulas on one line, emphasis, code; nothing is markup.

    `gaps` are put in where `gap(0)`, `gap(1)`, … stand in the text.
    """
    parts: list[Content | str] = []
    start = 0
    for match in _INLINE.finditer(text):
        parts += [text[start : match.start()], _piece(match)]
        start = match.end()
    parts.append(text[start:])
    return _filled(Content.assemble(*parts), gaps)


def gap(number: int) -> str:
    """The sign that stands for a gap in a text: one letter of the private use area."""
    return chr(_FIRST_GAP + number)


def _filled(content: Content, gaps: Sequence[Content]) -> Content:
    for number, filling in enumerate(gaps):
        if gap(number) in content.plain:
            content = filling.join(content.split(gap(number), allow_blank=True))
    return content


def _piece(match: re.Match[str]) -> Content:
    kind = match.lastgroup
    if match["escape"]:
        return Content(match["escape"][1:])
    if match["tex"] is not None:
        from tutor import maths  # waits for the first formula

        line = maths.one_line(match["tex"])
        if maths.cells(line) <= _WIDEST_UNBROKEN:
            line = line.replace(" ", GLUE)
        return Content.styled(line, "$formula")
    if match["code"] is not None:
        return Content.styled(match["code"].strip(), "$formula")
    if match["bold"] is not None:
        return inline(match["bold"]).stylize("bold")
    if match["italic"] is not None:
        return inline(match["italic"]).stylize("italic")
    assert kind is not None
    return inline(match["link"]).stylize("underline")


def wrapped(content: Content, width: int) -> list[Content]:
    """The lines of a content in a width."""
    if not content.plain:
        return [Content("")]
    return [_unglued(line) for line in content.wrap(max(width, 1))]


def _unglued(line: Content) -> Content:
    return Content(line.plain.replace(GLUE, " "), list(line.spans))


def unglued(content: Content) -> Content:
    """The content with plain spaces in its formulas, for where nothing is wrapped."""
    return _unglued(content)


def set_text(text: str, width: int, style: str = "", gaps: Sequence[Content] = ()) -> list[Content]:
    """A text in a width, as lines that all fit."""
    return set_blocks(blocks(text), width, style, gaps).split("\n", allow_blank=True)


def set_blocks(
    parsed: Sequence[Block], width: int, style: str = "", gaps: Sequence[Content] = ()
) -> Content:
    """Blocks in a width, a blank line between them except within a tight list."""
    lines: list[Content] = []
    previous: Block | None = None
    for block in parsed:
        if previous is not None and not (previous.kind == block.kind == "item"):
            lines.append(Content(""))
        lines += _set(block, width, gaps)
        previous = block
    whole = Content("\n").join(lines)
    return whole.stylize_before(style) if style else whole


def _set(block: Block, width: int, gaps: Sequence[Content]) -> list[Content]:
    if block.kind == "heading":
        style = "bold $accent" if block.indent <= 2 else "bold"
        return [line.stylize(style) for line in wrapped(inline(block.text, gaps), width)]
    if block.kind == "formula" and any(gap(n) in block.text for n in range(len(gaps))):
        return _hung("   ", inline(f"${block.text}$", gaps), width)
    if block.kind == "formula":
        return _formula(block, width)
    if block.kind == "code":
        return [Content.styled(f"  {line}", "$formula") for line in block.text.splitlines()]
    if block.kind == "rule":
        return [Content.styled("─" * width, "$line")]
    if block.kind == "table":
        return _table(block, width, gaps)
    if block.kind == "quote":
        return _hung("▏ ", inline(block.text, gaps), width, "$quiet")
    indent = "  " * block.indent
    if block.kind == "item":
        return _hung(f"{indent}{block.marker} ", inline(block.text, gaps), width, "$accent")
    return _hung(indent, inline(block.text, gaps), width)


def _hung(first: str, content: Content, width: int, style: str = "") -> list[Content]:
    """A paragraph whose later lines hang under its first word."""
    edge = Content(first).cell_length
    lines = wrapped(content, width - edge)
    rest = "▏ " if first.startswith("▏") else " " * edge
    starts = [first, *[rest] * (len(lines) - 1)]
    return [
        Content.assemble((start, style), line) for start, line in zip(starts, lines, strict=True)
    ]


def _formula(block: Block, width: int) -> list[Content]:
    from tutor import maths

    margin = 3 + 2 * block.indent if width >= 40 else 0
    rows = maths.typeset(block.text, width - margin)
    lines = []
    for row in rows:
        pieces = wrapped(Content(row), width - margin) if len(rows) == 1 else [Content(row)]
        lines += [Content(" " * margin + piece.plain).stylize("$formula") for piece in pieces]
    return lines


def _table(block: Block, width: int, gaps: Sequence[Content]) -> list[Content]:
    columns = max(len(row) for row in block.rows)
    cells = [[unglued(inline(cell, gaps)) for cell in row] for row in block.rows]
    for row in cells:
        row += [Content("")] * (columns - len(row))
    gap = 3 if width >= 60 else 2
    widths = _fitted(
        [max(row[i].cell_length for row in cells) for i in range(columns)],
        width - gap * (columns - 1),
    )
    aligns = [*block.aligns, *["left"] * columns][:columns]
    lines: list[Content] = []
    for number, row in enumerate(cells):
        stacks = [wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        for level in range(max(map(len, stacks))):
            pieces = [
                _aligned(stack[level] if level < len(stack) else Content(""), wide, align)
                for stack, wide, align in zip(stacks, widths, aligns, strict=True)
            ]
            line = Content(" " * gap).join(pieces)
            lines.append(line.stylize("bold") if number == 0 else line)
        if number == 0:
            lines.append(Content.styled("─" * (sum(widths) + gap * (columns - 1)), "$line"))
    return lines


def _fitted(widths: list[int], room: int) -> list[int]:
    """Column widths that fit the room, taken from the widest column first."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > 3:
        widths[widths.index(max(widths))] -= 1
    return widths


def _aligned(content: Content, width: int, align: str | Align) -> Content:
    spare = max(width - content.cell_length, 0)
    if align == "right":
        return content.pad_left(spare)
    if align == "center":
        return content.pad_left(spare // 2).pad_right(spare - spare // 2)
    return content.pad_right(spare)


def beside(columns: Iterable[Sequence[Content]], gap: int = 3) -> list[Content]:
    """Columns of lines set side by side, each as wide as its widest line."""
    stacks = [list(column) for column in columns]
    widths = [max((line.cell_length for line in stack), default=0) for stack in stacks]
    lines = []
    for level in range(max(map(len, stacks), default=0)):
        pieces = [
            (stack[level] if level < len(stack) else Content("")).pad_right(
                max(wide - (stack[level].cell_length if level < len(stack) else 0), 0)
            )
            for stack, wide in zip(stacks, widths, strict=True)
        ]
        lines.append(Content(" " * gap).join(pieces))
    return lines
