"""What is said of the cell one stands in: its arithmetic, and beside it that of a wrong path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tutor.core.text import Language, in_language
from tutor.ui.player.expression import cell_label, draw_expression
from tutor.ui.setting import beside, set_text

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained
    from tutor.ui.player.state import Play

Say = Callable[..., str]
_SIDE_BY_SIDE = 92
_SHORT, _LONG = 4, 6
"""Terms of a sum that are shown before it is elided, by how much room there is."""
_FEW = 2
"""Lines of each of two expressions, one above the other."""


def draw_explanation(play: Play, language: Language, say: Say, width: int) -> list[Content]:
    """The lines below the arrays."""
    explained = play.standing.explained
    if explained is None:
        return [Content.styled(say("player.empty"), "$quiet")]
    wrong = None if play.hidden else play.explained_wrong
    if play.numbers.trap is None or play.standing.on_inputs:
        return _cell(play, explained, say, width)
    lines = _trap_lines(play, language, say, width)
    if wrong is None:
        return [*lines, Content(""), *_cell(play, explained, say, width)]
    beside_each_other = width >= _SIDE_BY_SIDE
    room = (width - 4) // 2 if beside_each_other else width
    most = None if beside_each_other else _FEW
    right = _draw(play, explained, say, room, sign=("✓", "$success"), most=most)
    false = _draw(play, wrong, say, room, sign=("✗", "$error"), most=most)
    both = beside([right, false], gap=4) if beside_each_other else [*right, *false]
    return [*lines, Content(""), *both]


def _trap_lines(play: Play, language: Language, say: Say, width: int) -> list[Content]:
    """What the mistake is, and from where on it shows."""
    trap, first = play.numbers.trap, play.numbers.difference
    assert trap is not None
    lines = set_text(in_language(trap.say, language), width - 3)
    hung = [
        Content.assemble(("✗  " if number == 0 else "   ", "bold $error"), line)
        for number, line in enumerate(lines)
    ]
    if not play.differs and first is not None:
        same = say("player.trap.same", step=first.name)
        hung += [Content.styled(f"   {line}", "$quiet") for line in _plain(same, width - 3)]
    return hung


def _plain(text: str, width: int) -> Sequence[str]:
    return [line.plain for line in set_text(text, width)]


def _cell(play: Play, explained: Explained, say: Say, width: int) -> list[Content]:
    lines = _draw(play, explained, say, width)
    if play.standing.name in play.numbers.stated:
        lines += [Content.styled(line, "$quiet") for line in _plain(say("player.stated"), width)]
    return lines


def _draw(
    play: Play,
    explained: Explained,
    say: Say,
    width: int,
    *,
    sign: tuple[str, str] | None = None,
    most: int | None = None,
) -> list[Content]:
    """The arithmetic of a cell; only that of the right run, which has no ✗, can be gone into."""
    assert play.run is not None
    at = play.standing.cell
    label = Content.styled(cell_label(play.run.symbol(at.name), at), "bold")
    if sign is not None:
        label = Content.assemble((f"{sign[0]} ", f"bold {sign[1]}"), label)
    mine = explained is play.standing.explained
    return draw_expression(
        label,
        explained,
        width,
        lit=explained.operands if mine else (),
        chosen=play.standing.operand if mine else None,
        say_left_out=lambda count: say("player.left_out", n=count),
        most=1 if play.hidden else most,
        hidden=play.hidden,
        longest=_LONG if width >= 70 else _SHORT,
    )
