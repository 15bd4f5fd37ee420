"""A verdict on a live answer drawn: what explains it, yours beside right, the arithmetic."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from tutor.core.study import Carried, Mark, Report
from tutor.core.text import Language
from tutor.ui import marks
from tutor.ui.player.expression import cell_label, draw_expression
from tutor.ui.setting import beside, set_text
from tutor.ui.widgets.bars import CLICK
from tutor.ui.widgets.given import draw_given
from tutor.words import say
from tutor.words.beside import Beside

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained
    from tutor.ui.live_turn import LiveTurn

_EDGE = 3
_GAP = 6
_HERE = "▸"
_FIRST = "◂"
_REPORTED = {
    Carried.RIGHT: (marks.sign(Mark.RIGHT), "$success"),
    Carried.METHOD: (marks.sign(Mark.SPELLING), "$warning"),
    Carried.WRONG: (marks.sign(Mark.WRONG), "$error"),
    Carried.SKIPPED: ("–", "$quiet"),
    Carried.IDLE: ("–", "$quiet"),
}


def draw_live(turn: LiveTurn, language: Language, width: int) -> Content:
    """What became of a live question: the verdict, or the end of what was left early."""
    if turn.verdict is None:
        return Content("\n").join(_left(turn, language, width))
    verdict, told = turn.verdict, turn.told(language)
    mark = marks.of_verdict(verdict)
    head = Content.assemble((f"{marks.sign(mark)}  ", "bold"), (told.headline, "bold"))
    room = width - _EDGE
    options = turn.options(language)
    explained = _choice(options, turn.picked, language, room)
    if not options:
        explained = _texts(told.because, room)
    said = [*_quiet(told.read_as, room), *explained, *_texts(told.carried, room)]
    numbers = _beside(told.beside, language, room) if told.beside else _texts([told.right], room)
    parts = [
        [*head.stylize(marks.colour(mark)).wrap(width), *_indented(said)],
        _indented(numbers),
        _indented(_arithmetic(turn.arithmetic(), language, room)),
        _indented(_quiet(told.exact, room)),
        _indented(_report(verdict.report, told.report, room) if _tells(verdict.report) else []),
    ]
    return Content("\n").join(_apart(parts))


def _left(turn: LiveTurn, language: Language, width: int) -> list[Content]:
    """The end of a walk-through that was left early: how it went, and what it comes to."""
    report = turn.skipped.report if turn.skipped else ()
    head = Content.styled(say("ui.walk.left", language), "bold")
    told = _indented(_report(report, turn.skipped_lines(language), width - _EDGE))
    return _apart([head.wrap(width), told, _indented(draw_given(turn.values(), width - _EDGE))])


def _apart(parts: Sequence[Sequence[Content]]) -> list[Content]:
    shown = [part for part in parts if part]
    return [
        line
        for number, part in enumerate(shown)
        for line in ([Content("")] if number else []) + list(part)
    ]


def _tells(report: Report) -> bool:
    """Whether a report says more than the verdict above it: not if one step alone was asked."""
    return sum(carried is not Carried.SHOWN for _, carried in report) > 1


def _report(report: Report, told: Sequence[str], width: int) -> list[Content]:
    """How each step that was asked went, behind its sign, and what the walk-through comes to."""
    lines: list[Content] = []
    for (_, carried), text in zip(report, told, strict=False):
        if carried is Carried.SHOWN:
            continue
        sign, colour = _REPORTED[carried]
        for place, line in enumerate(set_text(text, width - _EDGE)):
            start = "" if place else sign
            lines.append(Content.assemble((start.ljust(_EDGE), f"bold {colour}"), line))
    return [*lines, *(line.stylize("bold") for line in _texts(told[len(report) :], width))]


def _choice(
    options: Sequence[str], picked: int | None, language: Language, width: int
) -> list[Content]:
    """Several explanations, none of which is asserted."""
    if not options:
        return []
    lines = set_text(say("live.explained.tie", language), width)
    for number, option in enumerate(options):
        here = number == picked
        deed = Style.from_meta({CLICK: f"screen.pick({number})"})
        for place, line in enumerate(set_text(option, width - _EDGE)):
            start = (_HERE if here else "·").ljust(_EDGE) if place == 0 else " " * _EDGE
            styled = line.stylize_before("bold" if here else "")
            lines.append(Content.assemble((start, "bold $accent"), styled).stylize(deed))
    return lines


def _beside(both: Beside, language: Language, width: int) -> list[Content]:
    """Yours beside right; one above the other where they are too wide."""
    every = len(both.wrong) == sum(map(len, both.yours))
    yours = [
        _row(row, number, both, () if every else both.wrong)
        for number, row in enumerate(both.yours)
    ]
    right = [Content("  ".join(row)).stylize("bold $success") for row in both.right]
    heads = [
        Content.styled(say(f"ui.verdict.{name}", language), "$quiet") for name in ("yours", "right")
    ]
    columns = [[heads[0], *yours], [heads[1], *right]]
    if sum(max(line.cell_length for line in column) for column in columns) + _GAP <= width:
        return beside(columns, _GAP)
    return [*columns[0], Content(""), *columns[1]]


def _row(
    texts: Sequence[str], row: int, both: Beside, signed: Collection[tuple[int, int]]
) -> Content:
    """A row of the learner's; the first wrong cell is pointed at, others have a sign if mixed."""
    pieces = []
    for place, text in enumerate(texts):
        at = (row, place)
        wrong = at in both.wrong or not both.wrong
        sign = _FIRST if at == both.first else marks.sign(Mark.WRONG) if at in signed else " "
        style = "bold $error" if wrong else "bold"
        number = text.rstrip()
        room = " " * (len(text) - len(number))
        pieces.append(Content.assemble((number, style), (sign, "bold $warning"), room))
    return Content(" ").join(pieces)


def _arithmetic(
    found: tuple[Explained, str] | None, language: Language, width: int
) -> list[Content]:
    """How the first wrong cell comes about, the operation that was missed pointed at."""
    if found is None:
        return []
    explained, operation = found
    label = Content.styled(cell_label(explained.symbol, explained.at), "bold")
    return draw_expression(
        label,
        explained,
        width,
        lit=(),
        chosen=None,
        say_left_out=lambda count: say("player.left_out", language, n=count),
        longest=6 if width >= 70 else 4,
        pointed=operation,
    )


def _texts(texts: Sequence[str], width: int) -> list[Content]:
    return [line for text in texts if text for line in set_text(text, width)]


def _quiet(text: str, width: int) -> list[Content]:
    return set_text(text, width, "$quiet") if text else []


def _indented(lines: Sequence[Content]) -> list[Content]:
    return [Content.assemble(" " * _EDGE, line) for line in lines]
