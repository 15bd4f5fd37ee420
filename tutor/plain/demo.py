"""A demo's steps in lines of text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.core.text import Language
from tutor.demo import Demo, DemoError, Step, Trap
from tutor.plain.prose import one_line_of, prose
from tutor.trace.tree import Address, Cell, Scalar
from tutor.words import say

if TYPE_CHECKING:
    from tutor.demo import Explained, Run
    from tutor.trace.printing import Piece


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a trap first leads elsewhere, what is right there and what it became.

    `right` and `wrong` are a cell's values, or the shapes of a step that the trap gives another
    shape (None where it leaves the step out); then `at` has no index.
    """

    at: Address
    right: Scalar | tuple[int, ...]
    wrong: Scalar | tuple[int, ...] | None


def difference_at(at: Address, right: "Run", wrong: "Run") -> Difference:
    """What two runs hold at a cell, or a step, in which they differ."""
    shape = right.array(at.name).shape
    try:
        other = wrong.array(at.name).shape
    except DemoError:
        return Difference(Address(at.name), shape, None)
    if shape != other:
        return Difference(Address(at.name), shape, other)
    return Difference(at, right.cell(at).value, wrong.cell(at).value)


def demo_lines(
    demo: Demo,
    steps: Sequence[Step],
    numbers: Mapping[str, int],
    inputs: Mapping[str, object],
    language: Language,
    *,
    trap: Trap | None = None,
    difference: Difference | None = None,
    cell: "Explained | None" = None,
) -> list[str]:
    """Title, inputs and each step: its formula, its value and why it is there.

    `numbers` gives each step's place among all, so that a part can be shown. With a `trap` what it
    says comes before the steps, and the step of the `difference` is marked; a `cell` is explained
    at the end.
    """
    lines = [one_line_of(demo.title, language)]
    if demo.source:
        lines.append(say("demo.source", language, source=one_line_of(demo.source, language)))
    for name, value in inputs.items():
        lines += ["", f"{name}{_shape(value)}", *_indented(value)]
    for name, meaning in demo.conventions.items():
        lines += ["", f"{name}: {one_line_of(meaning, language)}"]
    differs = _difference_line(difference, language)
    if trap is not None:
        said = one_line_of(trap.say, language)
        lines += ["", say("demo.trap", language, trap=trap.id, said=said)]
        if difference is None or difference.at.name not in [step.name for step in steps]:
            lines.append(differs)
    for step in steps:
        lines += ["", *_step_lines(step, numbers[step.name], demo, language)]
        if difference is not None and difference.at.name == step.name:
            lines.append(f"   ≠ {differs}")
    if cell is not None:
        lines += ["", *_cell_lines(cell, language)]
    return lines


def _difference_line(difference: Difference | None, language: Language) -> str:
    """Where the trap first shows, if it does."""
    if difference is None:
        return say("demo.trap_same", language)
    right, wrong = map(_text, (difference.right, difference.wrong))
    return say("demo.differs", language, at=difference.at, right=right, wrong=wrong)


def _step_lines(step: Step, number: int, demo: Demo, language: Language) -> list[str]:
    from tutor.maths import one_line

    symbol = one_line(step.symbol)
    lines = [f"{number}. {step.name}: {symbol} = {one_line(step.formula)}"]
    lines += [f"   {symbol}{_shape(step.value)}", *_indented(step.value)]
    return lines + prose(demo.why(step.name), language)


def _cell_lines(cell: "Explained", language: Language) -> list[str]:
    """The cell's expression, its value at the end, and a line for each operand to go on with."""
    from tutor.trace.printing import symbols
    from tutor.trace.signs import number_text

    if cell.tree is None:
        return [say("demo.given", language, at=cell.at, value=_text(cell.value))]
    symbol = symbols(Cell(cell.at, cell.symbol, cell.value))
    right = [*(_pieces(line, language) for line in cell.lines()), number_text(cell.value, 4)[1]]
    indent = " " * len(symbol)
    lines = [f"{indent if number else symbol} = {text}" for number, text in enumerate(right)]
    if cell.operands:
        operands = ", ".join(map(str, cell.operands))
        lines.append(say("demo.operands", language, operands=operands))
    return [str(cell.at), *(f"   {line}" for line in lines)]


def _pieces(line: "list[Piece]", language: Language) -> str:
    return "".join(
        say("demo.left_out", language, count=piece.left_out) if piece.left_out else piece.text
        for piece in line
    )


def _text(value: Scalar | tuple[int, ...] | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "×".join(map(str, value)) or "()"
    if isinstance(value, str | bool):
        return str(value)
    from tutor.numbers import show

    return show(value)


def _shape(value: object) -> str:
    shape = _shape_of(value)
    return " " + "×".join(map(str, shape)) if shape else ""


def _shape_of(value: object) -> tuple[int, ...]:
    if isinstance(value, list | tuple):
        return (len(value), *_shape_of(value[0])) if value else (0,)
    found: tuple[int, ...] = getattr(value, "shape", ())
    return found


def _indented(value: object) -> list[str]:
    nested = value.tolist() if hasattr(value, "tolist") else value
    if _holds_words(nested):
        return [f"   {line}" for line in _word_lines(nested)]
    from tutor.numbers import matrix_lines

    return [f"   {line}" for line in matrix_lines(nested)]


def _holds_words(nested: object) -> bool:
    if isinstance(nested, list | tuple):
        return any(map(_holds_words, nested))
    return isinstance(nested, str | bool) or nested is None


def _word_lines(nested: Any) -> list[str]:
    """Words and truth values: the cells of a row side by side, columns aligned."""
    if not isinstance(nested, list | tuple):
        return [str(nested)]
    if any(_is_list(row) and any(map(_is_list, row)) for row in nested):
        return [line for part in nested for line in ["", *_word_lines(part)]][1:]
    from tutor.maths import cells, pad

    rows = [list(map(str, row)) for row in (nested if any(map(_is_list, nested)) else [nested])]
    wide = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(pad, row, wide)).rstrip() for row in rows]


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)
