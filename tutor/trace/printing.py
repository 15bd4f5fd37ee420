"""Trees of arithmetic as text: for readers in symbols and numbers, for Python in full."""

from __future__ import annotations

from tutor.trace.evaluating import NAMES, Arithmetic, Unevaluable, evaluate, gives, leaf_value
from tutor.trace.notation import Notation
from tutor.trace.numerals import Numerals
from tutor.trace.pieces import Piece, text_of
from tutor.trace.python_text import numbers
from tutor.trace.rounding import digits_needed
from tutor.trace.signs import number_text
from tutor.trace.tree import Call, Operation, Scalar, Tree
from tutor.trace.working import worked_out

__all__ = [
    "NAMES",
    "Piece",
    "Unevaluable",
    "evaluate",
    "gives",
    "lines",
    "numbers",
    "symbols",
]

_CHAIN = 5000
"""Terms that a complete line prints: more than any demo adds up."""
_COMPLETE = 200_000
"""Characters of a complete line; as many as `numbers` prints."""
_SCREEN = 2000


def symbols(tree: Tree) -> str:
    """The whole line in symbols: `(Q[0,0]·K[1,0] + Q[0,1]·K[1,1]) / √dₖ`.

    Only what would be longer than 200,000 characters has `…` for its longest inner parts.
    """
    return text_of(Notation(_CHAIN, _COMPLETE).pieces(tree))


def lines(tree: Tree, value: Scalar, *, longest: int = 6) -> list[list[Piece]]:
    """The lines that explain `value` on the screen: one to three, without the value itself.

    First the symbols; then the numbers, with the fewest digits (four at least) that give `value` as
    `show` has it; then, if it tells more, the same partly worked out, for a function of the demo
    its body with the values of what it was given. A line that would only repeat the value or the
    line before is not there. Sums, products and arguments of more than `longest` parts lose their
    middle.
    """
    found = [Notation(longest, _SCREEN).pieces(tree)]
    if not isinstance(tree, Call | Operation):
        return found
    root, known = _explained(tree)
    third = tree.body if isinstance(tree, Call) else _taken(tree, known)
    whole = tree.arguments if isinstance(tree, Call) else worked_out(third)
    parts = frozenset(id(part) for part in whole if known.get(id(part)) is not None)
    candidates = [_shown(root, known, value, longest)]
    if parts or isinstance(tree, Call):
        candidates.append(_shown(Arithmetic(third, parts), known, value, longest, parts))
    result = number_text(value, 4)[1]
    for line in candidates:
        if text_of(line) not in (result, text_of(found[-1])):
            found.append(line)
    return found


def _explained(tree: Tree) -> tuple[Arithmetic, dict[int, Scalar | None]]:
    """The tree's arithmetic and the exact value of each of its nodes, opaque ones as they are."""
    arithmetic = Arithmetic(tree)
    values = arithmetic.values(leaf_value)
    return arithmetic, {
        id(node): value for node, value in zip(arithmetic.nodes, values, strict=True)
    }


def _taken(tree: Tree, known: dict[int, Scalar | None]) -> Tree:
    """The branch that a choice takes, or the tree itself."""
    while isinstance(tree, Operation) and tree.kind == "where":
        holds = known[id(tree.parts[0])]
        if holds is None:
            break
        tree = tree.parts[1 if holds else 2]
    return tree


def _shown(
    arithmetic: Arithmetic,
    known: dict[int, Scalar | None],
    value: Scalar,
    longest: int,
    whole: frozenset[int] = frozenset(),
) -> list[Piece]:
    exact = [known[id(node)] for node in arithmetic.nodes]
    digits = digits_needed(arithmetic, exact, value)
    return Numerals(longest, _SCREEN, known, whole, digits).pieces(arithmetic.nodes[-1])
