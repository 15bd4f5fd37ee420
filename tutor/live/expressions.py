"""Safe expressions: `scores / sqrt(d_k)` read by Python's own grammar, evaluated by ours.

Only what is listed here may stand in one: nothing is imported, looked up or called that was not
handed in by name. The operators are Python's own, so that whatever follows NumPy's protocols, an
array that traces what made it for example, goes through as it does in a demo.
"""

import ast
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NoReturn

from tutor.live.errors import ExpressionError
from tutor.live.evaluation import evaluate
from tutor.live.functions import CONSTANTS, FUNCTIONS

LONGEST: Final = 1000
"""How many characters an expression may have."""
_DEEPEST: Final = 60
_MOST_BITS: Final = 1024
_ATTRIBUTES: Final = ("T", "shape")

_SIGNS: Final[Mapping[type[ast.AST], str]] = {
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.Invert: "~",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
"""The operators that Python has and expressions have not."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was read and found harmless.

    `names` are those whose values it needs; `functions` those it calls beyond the listed ones.
    """

    text: str
    names: frozenset[str]
    functions: frozenset[str]
    tree: ast.expr = field(repr=False, compare=False)

    def value(
        self,
        names: Mapping[str, Any],
        functions: Mapping[str, Callable[..., Any]] | None = None,
    ) -> Any:
        """What it comes to with these values; raises `ExpressionError`.

        Values are numbers, nested lists of numbers (read as arrays), arrays, or whatever follows
        NumPy's protocols; texts may only be compared. `functions` are called by name, as are those
        among `names`; the listed functions keep their names.
        """
        handed = {name: value for name, value in names.items() if callable(value)}
        return evaluate(self.text, self.tree, names, {**handed, **(functions or {})})


@lru_cache(maxsize=2048)
def expression(text: str) -> Expression:
    """Read an expression; raises `ExpressionError` for whatever may not stand in one."""
    if not text.strip():
        raise ExpressionError("expression-empty")
    if len(text) > LONGEST:
        raise ExpressionError("expression-long", longest=str(LONGEST))
    line = " ".join(text.split("\n")).strip()
    reader = _Reader(line)
    tree = reader.tree()
    names = frozenset(reader.names - CONSTANTS.keys())
    return Expression(line, names, frozenset(reader.functions - FUNCTIONS.keys()), tree)


class _Reader:
    """Parses a text and looks at every node, refusing all that is not known to be harmless."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: set[str] = set()
        self.functions: set[str] = set()

    def tree(self) -> ast.expr:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of odd literals, which are refused below
                tree = ast.parse(self.text, mode="eval").body
        except SyntaxError as error:
            at = min(error.offset or len(self.text), len(self.text))
            self.fail("syntax", text=self.text, at=str(at), problem=error.msg)
        except (ValueError, MemoryError, RecursionError) as error:
            said = str(error) or type(error).__name__
            self.fail("syntax", text=self.text, at="1", problem=said)
        self.check(tree, 0)
        return tree

    def check(self, node: ast.expr, depth: int, indexing: bool = False) -> None:
        """Look at a node and all below it; `indexing` where it stands in square brackets."""
        if depth > _DEEPEST:
            self.fail("deep")
        below: list[ast.expr | None] = []
        match node:
            case ast.Constant():
                self.constant(node, indexing)
            case ast.Name(id=name):
                self.names.add(name)
            case ast.BinOp(left=left, op=ast.operator() as sign, right=right):
                self.operator(sign)
                below = [left, right]
            case ast.UnaryOp(op=ast.unaryop() as sign, operand=operand):
                self.operator(sign)
                below = [operand]
            case ast.BoolOp(values=values):
                below = [*values]
            case ast.Compare():
                below = self.comparison(node)
            case ast.Call():
                below = self.call(node)
            case ast.Attribute(value=inner, attr=attribute):
                if attribute not in _ATTRIBUTES:
                    self.fail("attribute", attribute=attribute)
                below = [inner]
            case ast.Subscript(value=inner, slice=index):
                self.check(index, depth + 1, indexing=True)
                below = [inner]
            case ast.Slice(lower=lower, upper=upper, step=step) if indexing:
                below = [lower, upper, step]
            case ast.Tuple(elts=items) | ast.List(elts=items):
                for item in items:
                    self.check(item, depth + 1, indexing=indexing and isinstance(node, ast.Tuple))
            case _:
                self.forbid(node)
        for child in below:
            if child is not None:
                self.check(child, depth + 1)

    def constant(self, node: ast.Constant, indexing: bool) -> None:
        value = node.value
        axis = indexing and (value is None or value is ...)
        if not (axis or isinstance(value, int | float)):
            self.forbid(node)
        if value == float("inf") or (isinstance(value, int) and value.bit_length() > _MOST_BITS):
            self.fail("large", text=self.shown(node))

    def operator(self, sign: ast.operator | ast.unaryop | ast.cmpop) -> None:
        if isinstance(sign, ast.BitXor):
            self.fail("caret")
        if type(sign) in _SIGNS:
            self.fail("forbidden", part=_SIGNS[type(sign)])

    def comparison(self, node: ast.Compare) -> list[ast.expr | None]:
        """The sides of a comparison that are left to look at: those that are no plain texts."""
        for sign in node.ops:
            self.operator(sign)
        texts = all(isinstance(sign, ast.Eq | ast.NotEq) for sign in node.ops)
        return [
            side
            for side in (node.left, *node.comparators)
            if not (texts and isinstance(side, ast.Constant) and isinstance(side.value, str))
        ]

    def call(self, node: ast.Call) -> list[ast.expr | None]:
        """The arguments of a call, whose function and keywords have been looked at."""
        if isinstance(node.func, ast.Attribute):
            self.fail("attribute", attribute=node.func.attr)
        if not isinstance(node.func, ast.Name):
            self.forbid(node.func)
        name = node.func.id
        self.functions.add(name)
        listed = FUNCTIONS.get(name)
        for keyword in node.keywords:
            if keyword.arg is None:
                self.forbid(keyword.value, "**")
            if listed and keyword.arg not in listed.keywords:
                known = ", ".join(listed.keywords) or "-"
                self.fail("keyword", function=name, keyword=keyword.arg, known=known)
        if listed and not listed.least <= len(node.args) <= listed.most:
            same = listed.least == listed.most
            wanted = str(listed.least) if same else f"{listed.least}–{listed.most}"
            self.fail("arguments", function=name, given=str(len(node.args)), wanted=wanted)
        return [*node.args, *(keyword.value for keyword in node.keywords)]

    def forbid(self, node: ast.expr, before: str = "") -> NoReturn:
        self.fail("forbidden", part=before + self.shown(node))

    def shown(self, node: ast.expr) -> str:
        """The part of the text that a node was read from."""
        part = ast.get_source_segment(self.text, node) or self.text
        return part if len(part) <= 40 else part[:40] + "…"

    def fail(self, code: str, **details: str) -> NoReturn:
        raise ExpressionError(f"expression-{code}", **details)
