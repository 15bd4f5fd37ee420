"""A verdict drawn: its sign and sentence, and what was given beside what is right."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click

from tutor.core.cards import AnyCard, Choices, Claim, Cloze, Order, Pairs
from tutor.core.cloze import Gap, gaps
from tutor.core.study import Mark, Part, Verdict
from tutor.core.text import Language, in_language
from tutor.ui import marks
from tutor.ui.setting import beside, gap, inline, set_text, unglued
from tutor.ui.widgets.bars import clicked
from tutor.ui.widgets.picking import led
from tutor.ui.widgets.typeset import Drawn
from tutor.words import say, verdict_lines


class VerdictView(Drawn):
    """The verdict; where several things explain an answer, one of them can be clicked."""

    def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        clicked(self, event)


def draw_verdict(verdict: Verdict, card: AnyCard, language: Language, width: int) -> Content:
    """The whole verdict in a width; what stands in rows shows its own marks."""
    mark = marks.of_verdict(verdict)
    sentence, *more = verdict_lines(verdict, card, language)
    head = Content.assemble((f"{marks.sign(mark)}  ", "bold"), (sentence, "bold"))
    lines = head.stylize(marks.colour(mark)).wrap(width)
    if isinstance(card, Order) and len(more) == 1:  # one line alone explains all the others
        lines += led(Content("   "), Content(more[0]).wrap(max(width - 3, 1)), Content(""))
    if not isinstance(card, Choices | Claim | Order | Pairs):
        faults = [part for part in verdict.parts if part.mark is not Mark.RIGHT]
        if faults:
            lines += [Content(""), *_compared(faults, len(verdict.parts) > 1, language, width)]
    return Content("\n").join(lines)


def _compared(
    parts: Sequence[Part], numbered: bool, language: Language, width: int
) -> list[Content]:
    """Yours beside right, a row a part, the numbers of gaps before them."""
    room = max((width - 12) // 2, 8)
    heads = ("", "ui.verdict.yours", "ui.verdict.right")
    rows = [[Content.styled(say(head, language) if head else "", "$quiet") for head in heads]]
    stacks: list[list[list[Content]]] = [[[cell] for cell in row] for row in rows]
    for part in parts:
        number = f"{part.index + 1} " if numbered else ""
        sign = Content.assemble(
            (number, "$quiet"), (marks.sign(part.mark), f"bold {marks.colour(part.mark)}")
        )
        if not numbered:  # the sentence above has said it
            sign = Content("")
        given = in_language(part.given, language)
        right = in_language(part.right, language)
        stacks.append(
            [
                [sign],
                _value(given, room, marks.colour(part.mark)) if given else [Content("—")],
                _value(right, room, "$success"),
            ]
        )
    columns: list[list[Content]] = [[], [], []]
    for row in stacks:
        height = max(map(len, row))
        for column, cell in zip(columns, row, strict=True):
            column += [*cell, *[Content("")] * (height - len(cell))]
    return beside(columns)


def _value(text: str, width: int, style: str) -> list[Content]:
    """A given or right value: a matrix in rows, anything else as text."""
    if rows := _matrix(text):
        return [Content.styled(row, f"bold {style}") for row in rows]
    return [line.stylize(style) for line in set_text(text, width, "bold")]


def _matrix(text: str) -> list[str]:
    """The rows of a text that is a matrix, else nothing."""
    if "[" not in text:
        return []
    from tutor.numbers import Value, read, show

    value = read(text)
    if not isinstance(value, Value) or len(value.shape) != 2:
        return []
    cells = [show(cell) for cell in value.cells]
    across = value.shape[1]
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    wide = max(map(len, cells), default=0)
    return ["  ".join(cell.rjust(wide) for cell in row) for row in rows]


def draw_cloze(
    card: Cloze,
    language: Language,
    texts: Sequence[str],
    at: int,
    verdict: Verdict | None,
    width: int,
) -> Content:
    """The text with its gaps: what was typed so far, or once judged what belongs there."""
    pieces = gaps(in_language(card.cloze, language))
    several = sum(isinstance(piece, Gap) for piece in pieces) > 1
    text, fillings = "", list[Content]()
    for piece in pieces:
        if isinstance(piece, Gap):
            number = len(fillings)
            text += gap(number)
            typed = texts[number] if number < len(texts) else ""
            if verdict is None:
                fillings.append(_open_gap(typed, number if several else None, number == at))
            else:
                part = next((part for part in verdict.parts if part.index == number), None)
                colour = marks.colour(part.mark) if part else "$accent"
                fillings.append(unglued(inline(piece.text)).stylize(f"bold underline {colour}"))
        else:
            text += piece
    return Content("\n").join(set_text(text, width, gaps=fillings))


def _open_gap(typed: str, number: int | None, here: bool) -> Content:
    label = "" if number is None else f"{number + 1}\u2800"
    style = "bold $accent" if here else "$quiet"
    filling = Content(typed).stylize("underline") if typed else Content("____")
    return Content.assemble((label, "$quiet"), filling.stylize(style))
