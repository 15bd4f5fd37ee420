"""The line with numbers: the notation of the symbols, each leaf's value in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.trace import signs
from tutor.trace.chains import is_number
from tutor.trace.evaluating import leaf_value
from tutor.trace.notation import Joined, Notation
from tutor.trace.pieces import Piece, Rope
from tutor.trace.signs import CALLS, Level
from tutor.trace.texts import Text, made, plain
from tutor.trace.tree import Call, Cell, Operation, Scalar, Tree

_OPPOSITE = {
    "less": "greater_equal",
    "less_equal": "greater",
    "greater": "less_equal",
    "greater_equal": "less",
    "equal": "not_equal",
    "not_equal": "equal",
}


class Numerals(Notation):
    """The line of a tree with numbers to `digits` significant digits.

    `values` has the value of every node that has one, by its `id`; the nodes in `whole` are printed
    as that value. Of a `where` only the branch that is taken is printed, with what makes it so:
    `0 if −2 ≤ 0`.
    """

    def __init__(
        self,
        longest: int,
        room: int,
        values: Mapping[int, Scalar | None],
        whole: frozenset[int],
        digits: int,
    ) -> None:
        super().__init__(longest, room)
        self.whole = whole
        self._values = values
        self._digits = digits

    def leaf(self, node: Tree) -> Text:
        """The value of a leaf or of a part that stands as a whole."""
        value = self._values[id(node)] if id(node) in self.whole else leaf_value(node)
        if value is None:
            return super().leaf(node)
        digits = signs.constant_digits(self._digits) if is_number(node) else self._digits
        level, text = signs.number_text(value, digits)
        return plain(level, text, Piece(text, node.address) if isinstance(node, Cell) else text)

    def call(self, node: Call) -> Joined:
        """The function with the numbers that it was given."""
        name = CALLS.get(node.name.strip("_"), node.name.strip("_"))
        place = "" if node.index is None else f"[{node.index}]"
        return self.listed(f"{name}(", node.arguments, f"){place}")

    def choice(self, node: Operation) -> Joined:
        """The value that is taken, and what holds that it is."""
        taken: Tree = node
        conditions: list[tuple[bool, Tree]] = []
        while (
            isinstance(taken, Operation) and taken.kind == "where" and id(taken) not in self.whole
        ):
            condition, one, other = taken.parts
            holds = self._values.get(id(condition))
            if holds is None:
                break
            conditions.append((False, condition) if holds else self._opposite(condition))
            taken = one if holds else other
        if not conditions:
            return super().choice(node)
        least = Level.OR if len(conditions) == 1 else Level.AND

        def join(texts: Sequence[Text]) -> Text:
            rope: list[Rope] = [texts[0].within(Level.OR, first=True), " if "]
            for place, ((negated, _), text) in enumerate(zip(conditions, texts[1:], strict=True)):
                rope += [" and " if place else "", "not " if negated else ""]
                rope.append(text.within(Level.NOT if negated else least, first=True))
            return made(Level.CHOICE, tuple(rope), texts)

        return (taken, *(condition for _, condition in conditions)), join

    def _opposite(self, condition: Tree) -> tuple[bool, Tree]:
        """What holds instead of a condition: the opposite comparison, or that it does not."""
        if id(condition) in self.whole or not isinstance(condition, Operation):
            return True, condition
        values = [self._values.get(id(part)) for part in condition.parts]
        if condition.kind not in _OPPOSITE or any(value != value for value in values):
            # With nan no comparison holds.
            return True, condition
        return False, Operation(_OPPOSITE[condition.kind], condition.parts)
