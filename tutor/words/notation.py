"""Names, numbers and arrays of a demo written as people write them: in TeX, or in rows of text."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

EXACT_DIGITS: Final = 10
"""What a question gives is written so exactly that nothing is lost of what was drawn."""
DIGITS_OF_EXACT: Final = 8
"""What an exact value is told to after the answer."""
_LONGEST_ROW: Final = 6
_LARGEST_GRID: Final = 6
_SHORT_NAME: Final = re.compile(r"([A-Za-z])_([A-Za-z0-9]{1,2})")
_ATOM: Final = re.compile(
    r"\\(?:text|operatorname|mathrm)\{[^{}]*\}"
    r"|(?P<base>\\[A-Za-z]+|[A-Za-z]+)(?P<primes>'*)"
    r"(?P<scripts>(?:[_^](?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[A-Za-z0-9]))*)"
)
_NO_INDEX: Final = re.compile(r"\^(?:\\top|\{\\top\}|T\b|\{T\}|[0-9])")
_TEX_SIGNS: Final = str.maketrans({sign: f"\\{sign}" for sign in "#$%&_{}"})


def name_tex(name: str) -> str:
    """A name of the code as a symbol in TeX: `d_k` as d with an index, `hidden_size` as a word."""
    found = _SHORT_NAME.fullmatch(name)
    if found:
        return f"{found[1]}_{{{found[2]}}}"
    return name if len(name) == 1 else rf"\text{{{name.translate(_TEX_SIGNS)}}}"


def input_symbols(formula: str, names: Sequence[str], symbols: Collection[str]) -> dict[str, str]:
    """How a formula writes the inputs that it reads, as far as that can be told: `w_q` is W^Q.

    `symbols` are those of the demo's steps, which stand for no input. A name without a match is
    absent.
    """
    taken = {_normal(symbol) for symbol in symbols}
    atoms = {_normal(atom): atom for atom in _atoms(formula)}
    free = {normal: atom for normal, atom in atoms.items() if normal not in taken}
    found = {name: free.pop(_normal(name)) for name in names if _normal(name) in free}
    left = [name for name in names if name not in found]
    for name in left:
        alike = [atom for atom in free.values() if _may_be(name, atom)]
        rivals = [other for other in left if other[0].lower() == name[0].lower()]
        if len(alike) == 1 and len(rivals) == 1:
            found[name] = alike[0]
    return found


def _atoms(formula: str) -> Iterable[str]:
    """The letters of a formula with their scripts, e's power and raised tops left out."""
    for match in _ATOM.finditer(_NO_INDEX.sub("", formula.replace("e^", " "))):
        if match["base"]:
            yield match[0]


def _normal(symbol: str) -> str:
    """The letters and digits of a symbol by which it is compared with a name."""
    return re.sub(r"[^a-z0-9']", "", symbol.lower().replace("\\var", ""))


def _may_be(name: str, atom: str) -> bool:
    """Whether a name may be short for an atom: `scores` for S, `h_prev` for h with t - 1."""
    has_index = "_" in atom or "^" in atom
    return atom[0].lower() == name[0].lower() and has_index == ("_" in name) and "'" not in atom


def shape_of(value: Any) -> tuple[int, ...]:
    """The shape of nested lists, `()` of a number."""
    if isinstance(value, list | tuple):
        return (len(value), *shape_of(value[0])) if value else (0,)
    return ()


def is_short(value: Any) -> bool:
    """Whether a value can stand in a sentence: a number, or a few of them in a row."""
    shape = shape_of(value)
    return not shape or (len(shape) == 1 and shape[0] <= _LONGEST_ROW)


def is_small(value: Any) -> bool:
    """Whether a value is short, or a matrix of few cells."""
    shape = shape_of(value)
    return is_short(value) or (len(shape) == 2 and math.prod(shape) <= _LARGEST_GRID)


def value_tex(value: Any, digits: int = EXACT_DIGITS) -> str:
    """A number, a row or a matrix in TeX: `(1.75, 1.5)`."""
    shape = shape_of(value)
    if not shape:
        return _cell_tex(value, digits)
    if len(shape) == 1:
        # A blank by command: TeX drops one before a minus sign.
        return "(" + r",\ ".join(_cell_tex(cell, digits) for cell in value) + ")"
    rows = r" \\ ".join(" & ".join(value_tex(cell, digits) for cell in row) for row in value)
    return rf"\begin{{bmatrix}}{rows}\end{{bmatrix}}"


def cell_text(value: object, digits: int = EXACT_DIGITS) -> str:
    """A single number, truth (1 or 0) or word as plain text."""
    if isinstance(value, str):
        return value
    from tutor.numbers import show

    return show(float(value), digits)  # type: ignore[arg-type]  # a number, of whatever type


def typed_text(value: Any, digits: int = EXACT_DIGITS) -> str:
    """A value as one would type it: `1.75, 1.5`, the rows of a matrix set apart by `;`."""
    if len(shape_of(value)) < 2:
        cells = value if isinstance(value, list | tuple) else [value]
        return ", ".join(cell_text(cell, digits) for cell in cells)
    return "; ".join(typed_text(row, digits) for row in value)


def grid(value: Any, digits: int = EXACT_DIGITS) -> list[list[str]]:
    """The cells of a value as rows of text; of more than two axes the rows follow one another."""
    shape = shape_of(value)
    if len(shape) < 2:
        cells = value if isinstance(value, list | tuple) else [value]
        return [[cell_text(cell, digits) for cell in cells]]
    return [row for part in value for row in grid(part, digits)]


def aligned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cells padded so that the decimal points of a column stand below one another."""
    from tutor.maths import cells

    count = max(map(len, rows), default=0)
    columns = [[row[place] for row in rows if place < len(row)] for place in range(count)]
    widths = [
        tuple(max(map(cells, halves)) for halves in zip(*map(_halves, column), strict=True))
        for column in columns
    ]
    padded = []
    for row in rows:
        texts = []
        for (before, after), (left, right) in zip(map(_halves, row), widths, strict=False):
            room = left - cells(before), right - cells(after)
            texts.append(" " * room[0] + before + after + " " * room[1])
        padded.append(texts)
    return padded


def value_lines(value: Any) -> list[str]:
    """The rows of a value, columns aligned, all digits shown; blocks are set apart."""
    shape = shape_of(value)
    if len(shape) > 2:
        return [line for part in value for line in ["", *value_lines(part)]][1:]
    return ["  ".join(row).rstrip() for row in aligned(grid(value))]


def shape_text(value: Any) -> str:
    """`2×3` for a matrix, nothing for a number."""
    return "×".join(map(str, shape_of(value)))


def _halves(text: str) -> tuple[str, str]:
    if not re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", text):
        return text, ""
    before, point, after = text.partition(".")
    return before, point + after


def _cell_tex(value: object, digits: int) -> str:
    if isinstance(value, str):
        return rf"\text{{{value.translate(_TEX_SIGNS)}}}"
    text = cell_text(value, digits)
    named: Mapping[str, str] = {"inf": r"\infty", "-inf": r"-\infty", "nan": r"\text{nan}"}
    mantissa, power, exponent = text.partition("e")
    if text in named:
        return named[text]
    return rf"{mantissa} \cdot 10^{{{exponent}}}" if power else text
