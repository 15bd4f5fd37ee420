"""Trees in the notation of mathematics, on one line: `(a·b + c) / √dₖ`, with as few brackets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from tutor.trace import chains, signs
from tutor.trace.chains import Plan, factors, fold, terms
from tutor.trace.pieces import Piece, Rope, pieces_of
from tutor.trace.rows import row_text
from tutor.trace.signs import CALLS, Level
from tutor.trace.texts import Text, bracketed, factor, led_by, made, negated, plain
from tutor.trace.tree import Call, Cell, Constant, Opaque, Operation, Tree

Joined: TypeAlias = Plan[Text]
_ELISION = Piece("…", left_out=1)
_HIDDEN = Text(Level.WORD, _ELISION, _ELISION, 1)


class Notation:
    """The line in symbols.

    Chains (sums, products, arguments) of more than `longest` parts lose their middle. What would
    be longer than `room` characters (shared parts may make a line explode) shows its outermost
    operations, with `…` for the longest parts: the work is bounded by the tree's own size.
    """

    whole: frozenset[int] = frozenset()
    """Nodes that stand as they are and are not taken apart."""

    def __init__(self, longest: int, room: int) -> None:
        self._longest = max(2, longest)
        self._room = room

    def pieces(self, tree: Tree) -> list[Piece]:
        """The line of `tree`; its pieces joined are its text.

        An equation is in brackets, for the line is said to equal a value itself.
        """
        text = fold(tree, self._plan)
        return pieces_of(text.bare if _kind(tree) != "equal" else bracketed(text).bare)

    def leaf(self, node: Tree) -> Text:
        """The text of a node without parts."""
        if isinstance(node, Cell):
            text = signs.symbol_text(node.symbol, node.address.name)
            level, text = signs.leaf_text(text, node.address.index)
            return plain(level, text, Piece(text, node.address))
        if isinstance(node, Constant):
            if node.name:
                level, text = signs.leaf_text(signs.name_text(node.name), node.index)
            else:
                level, text = signs.constant_text(node.value)
            return plain(level, text)
        if isinstance(node, Opaque):
            place = f"[{','.join(map(str, node.index))}]" if node.index else ""
            given = f"({', '.join(node.arguments)})" if node.arguments else ""
            return plain(Level.CALL, f"{node.name}{given}{place}")
        return plain(Level.WORD, {"add": "0", "multiply": "1"}.get(_kind(node), f"{_kind(node)}()"))

    def call(self, node: Call) -> Joined:
        """A function of the demo with what it was given."""
        name = CALLS.get(node.name.strip("_"), node.name.strip("_"))
        place = "" if node.index is None else f"[{node.index}]"
        row = None if node.index is None else row_text(node.arguments)
        if row is not None:
            return (), lambda _: plain(Level.CALL, f"{name}({row}){place}")
        return self.listed(f"{name}(", node.arguments, f"){place}")

    def choice(self, node: Operation) -> Joined:
        """One value or the other, by a condition."""
        condition, one, other = node.parts

        def join(texts: Sequence[Text]) -> Text:
            parts = [text.within(Level.OR, first=True) for text in texts[:2]]
            return made(Level.CHOICE, (parts[0], " if ", parts[1], " else ", texts[2].bare), texts)

        return (one, condition, other), join

    def listed(self, before: str, parts: Sequence[Tree], after: str) -> Joined:
        """The parts one after the other, between commas."""
        shown, left_out = self._shown(parts)

        def join(texts: Sequence[Text]) -> Text:
            rope: list[Rope] = [before]
            for place, text in enumerate(texts):
                if left_out and place == len(texts) - 1:
                    rope += [", ", Piece("…", left_out=left_out)]
                rope += [", " if place else "", text.bare]
            return made(Level.CALL, (*rope, after), texts)

        return shown, join

    def _plan(self, node: Tree) -> Joined:
        if id(node) in self.whole or not isinstance(node, Call | Operation):
            return (), lambda _: self.leaf(node)
        if isinstance(node, Call):
            parts, join = self.call(node)
        elif not node.parts:
            return (), lambda _: self.leaf(node)
        elif node.kind == "where" and len(node.parts) == 3:
            parts, join = self.choice(node)
        elif node.kind in _OPERATIONS and (node.kind in _CHAINS or len(node.parts) <= 2):
            parts, join = _OPERATIONS[node.kind](self, node)
        else:
            name = _FUNCTIONS.get(node.kind, node.kind)
            parts, join = self.listed(f"{name}(", node.parts, ")")
        return parts, lambda texts: join(self._fitting(texts))

    def _fitting(self, texts: Sequence[Text]) -> Sequence[Text]:
        length = sum(text.length for text in texts)
        if length <= self._room:
            return texts
        fitting = list(texts)
        for place in sorted(range(len(texts)), key=lambda place: -texts[place].length):
            length += 1 - texts[place].length
            fitting[place] = _HIDDEN
            if length <= self._room:
                break
        return fitting

    def _shown(self, parts: Sequence[chains.T]) -> tuple[Sequence[chains.T], int]:
        """The parts that are printed, and how many are left out before the last of them."""
        left_out = len(parts) - self._longest
        if left_out <= 0:
            return parts, 0
        return [*parts[: self._longest - 1], parts[-1]], left_out

    def _sum(self, node: Operation) -> Joined:
        shown, left_out = self._shown(terms(node, self.whole))
        minuses = [minus for minus, _ in shown]

        def join(texts: Sequence[Text]) -> Text:
            later: list[Rope] = []
            for place, (minus, text) in enumerate(zip(minuses, texts, strict=True)):
                if left_out and place == len(texts) - 1:
                    later += [" + ", Piece("…", left_out=left_out)]
                if place:
                    least = Level.QUOTIENT if minus else Level.SUM
                    later += [" − " if minus else " + ", text.within(least)]
            first = negated(texts[0]) if minuses[0] else texts[0]
            return led_by(first, Level.QUOTIENT, later, Level.SUM, texts)

        return [term for _, term in shown], join

    def _product(self, node: Operation) -> Joined:
        shown, left_out = self._shown(factors(node, self.whole))

        def join(texts: Sequence[Text]) -> Text:
            later: list[Rope] = []
            for place, text in enumerate(texts):
                is_last = place == len(texts) - 1
                if left_out and is_last:
                    later += ["·", Piece("…", left_out=left_out)]
                if place:
                    later += ["·", factor(text, is_last)]
            first = texts[0]
            if first.level == Level.ROOT and later:
                first = bracketed(first)
            return led_by(first, Level.PRODUCT, later, Level.PRODUCT, texts)

        return shown, join

    def _quotient(self, node: Operation) -> Joined:
        def join(texts: Sequence[Text]) -> Text:
            later = [" / ", texts[1].within(Level.ROOT)]
            return led_by(texts[0], Level.PRODUCT, later, Level.QUOTIENT, texts)

        return node.parts, join

    def _negated(self, node: Operation) -> Joined:
        return node.parts, lambda texts: negated(texts[0])

    def _power(self, node: Operation) -> Joined:
        small = _raised(node.parts[1])

        def join(texts: Sequence[Text]) -> Text:
            base = texts[0].within(Level.CALL)
            exponent = ("^", texts[1].within(Level.WORD)) if small is None else small
            return made(Level.POWER, (base, exponent), texts)

        return node.parts, join

    def _exponential(self, node: Operation) -> Joined:
        return node.parts, lambda texts: made(
            Level.POWER, ("e^", texts[0].within(Level.WORD)), texts
        )

    def _root(self, node: Operation) -> Joined:
        return node.parts, lambda texts: made(
            Level.ROOT, ("√", texts[0].within(Level.INDEXED)), texts
        )

    def _absolute(self, node: Operation) -> Joined:
        def join(texts: Sequence[Text]) -> Text:
            signs_around = ("abs(", ")") if texts[0].bars else ("|", "|")
            rope = (signs_around[0], texts[0].bare, signs_around[1])
            return Text(Level.CALL, rope, rope, texts[0].length + 2, bars=True)

        return node.parts, join

    def _down(self, node: Operation) -> Joined:
        return node.parts, lambda texts: made(Level.CALL, ("⌊", texts[0].bare, "⌋"), texts)

    def _up(self, node: Operation) -> Joined:
        return node.parts, lambda texts: made(Level.CALL, ("⌈", texts[0].bare, "⌉"), texts)

    def _whole_quotient(self, node: Operation) -> Joined:
        parts, join = self._quotient(node)
        return parts, lambda texts: made(Level.CALL, ("⌊", join(texts).bare, "⌋"), texts)

    def _not(self, node: Operation) -> Joined:
        return node.parts, lambda texts: made(
            Level.NOT, ("not ", texts[0].within(Level.NOT, first=True)), texts
        )

    def _infix(self, node: Operation) -> Joined:
        sign, level, least = _INFIX[node.kind]

        def join(texts: Sequence[Text]) -> Text:
            later = [f" {sign} ", texts[1].within(least, first=True)]
            return led_by(texts[0], least, later, level, texts)

        return node.parts, join


def _raised(exponent: Tree) -> str | None:
    """A whole number of the code as small raised digits."""
    if not chains.is_number(exponent):
        return None
    assert isinstance(exponent, Constant)
    if not isinstance(exponent.value, int | float) or not abs(exponent.value) < 1000:
        return None
    whole = round(exponent.value)
    return signs.raised_text(whole) if whole == exponent.value else None


def _kind(node: Tree) -> str:
    return node.kind if isinstance(node, Operation) else ""


_CHAINS = frozenset({"add", "multiply"})
_FUNCTIONS = {"log": "ln", "maximum": "max", "minimum": "min"}
_INFIX = {
    "remainder": ("mod", Level.REMAINDER, Level.ROOT),
    "less": ("<", Level.COMPARISON, Level.REMAINDER),
    "less_equal": ("≤", Level.COMPARISON, Level.REMAINDER),
    "greater": (">", Level.COMPARISON, Level.REMAINDER),
    "greater_equal": ("≥", Level.COMPARISON, Level.REMAINDER),
    "equal": ("=", Level.COMPARISON, Level.REMAINDER),
    "not_equal": ("≠", Level.COMPARISON, Level.REMAINDER),
    "and": ("and", Level.AND, Level.NOT),
    "or": ("or", Level.OR, Level.NOT),
}
_OPERATIONS: dict[str, Callable[[Notation, Operation], Joined]] = {
    "add": Notation._sum,
    "subtract": Notation._sum,
    "multiply": Notation._product,
    "divide": Notation._quotient,
    "negative": Notation._negated,
    "power": Notation._power,
    "exp": Notation._exponential,
    "sqrt": Notation._root,
    "abs": Notation._absolute,
    "floor": Notation._down,
    "ceil": Notation._up,
    "floordivide": Notation._whole_quotient,
    "not": Notation._not,
    **dict.fromkeys(_INFIX, Notation._infix),
}
