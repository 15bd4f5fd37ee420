"""The grammar of an answer: arithmetic on numbers, lists of it, and lists of lists."""

from dataclasses import dataclass
from typing import TypeAlias

from tutor.numbers.functions import CONSTANTS, FUNCTIONS, applied, finite, power, quotient
from tutor.numbers.tokens import Token, tokens_of
from tutor.numbers.values import UnreadableError, Value

_DEEPEST = 40
_MOST = 4096
_CLOSING = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and to how many decimals it was written, None when it was computed."""

    value: float
    decimals: int | None = None


_Node: TypeAlias = "_Number | tuple[_Node, ...]"


def parse(text: str) -> Value:
    """What a normalised text says, read in one way; raises `UnreadableError`."""
    parser = _Parser(tokens_of(text))
    tree = parser.whole()
    cells: list[_Number] = []
    shape = _shape(tree, cells)
    if len(cells) > _MOST:
        raise UnreadableError("too-many", limit=str(_MOST))
    # Adding zero turns a negative zero into zero.
    values = tuple(cell.value + 0.0 for cell in cells)
    return Value(shape, values, tuple(cell.decimals for cell in cells))


def _shape(node: _Node, cells: list[_Number]) -> tuple[int, ...]:
    if isinstance(node, _Number):
        cells.append(node)
        return ()
    shapes = {_shape(part, cells) for part in node}
    if len(shapes) > 1:
        raise UnreadableError("ragged")
    return (len(node), *(shapes.pop() if shapes else ()))


def _unwrapped(row: _Node) -> _Node:
    if isinstance(row, tuple) and len(row) == 1 and isinstance(row[0], tuple):
        return row[0]
    return row


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> _Node:
        if not self._tokens:
            raise UnreadableError("empty")
        tree = self._rows(closing="", bracketed=False)
        if (token := self._peek()) is not None:
            raise self._surprise(token)
        return tree

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _sign(self) -> str:
        token = self._peek()
        return token.text if token is not None and token.kind == "sign" else ""

    def _surprise(self, token: Token) -> UnreadableError:
        if token.text in (")", "]"):
            return UnreadableError("bracket-extra", bracket=token.text)
        if token.kind == "word" and token.text.lower() not in FUNCTIONS | set(CONSTANTS):
            return UnreadableError("word", word=token.text)
        if token.kind == "number" and self._at:
            before = self._tokens[self._at - 1].text
            return UnreadableError("spaces", before=before, after=token.text)
        return UnreadableError("sign", sign=token.text)

    # Lists.

    def _rows(self, closing: str, *, bracketed: bool) -> _Node:
        """Rows set apart by semicolons; a single one is the list or the number itself."""
        rows = [self._list(closing, bracketed=bracketed)]
        while self._sign() == ";":
            self._at += 1
            if (token := self._peek()) is None or token.text == closing:
                break
            rows.append(self._list(closing, bracketed=bracketed))
        if len(rows) == 1:
            return rows[0]
        # Rows may be bracketed themselves, [[1, 2]; [3, 4]].
        return tuple(_unwrapped(row) for row in rows)

    def _list(self, closing: str, *, bracketed: bool) -> _Node:
        """Items set apart by commas or, in square brackets, by blanks."""
        items = [self._sum(in_list=bracketed)]
        is_list = bracketed
        while (token := self._peek()) is not None and token.text not in (closing, ";"):
            if token.text == ",":
                self._at += 1
                is_list = True
                following = self._peek()
                if following is None or following.text == closing:
                    break
            elif not (bracketed and token.after_blank):
                break
            is_list = True
            items.append(self._sum(in_list=bracketed))
        return tuple(items) if is_list else items[0]

    def _bracketed(self, opening: str) -> _Node:
        self._enter()
        closing = _CLOSING[opening]
        self._at += 1
        if self._sign() == closing:
            raise UnreadableError("empty")
        tree = self._rows(closing, bracketed=opening == "[")
        token = self._peek()
        if token is None:
            raise UnreadableError("bracket-unclosed", bracket=opening)
        if token.text != closing:
            raise self._surprise(token)
        self._at += 1
        self._depth -= 1
        return tree

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError("too-deep")

    # Arithmetic.

    def _number(self, node: _Node) -> float:
        if not isinstance(node, _Number):
            raise UnreadableError("list-arithmetic")
        return node.value

    def _sum(self, *, in_list: bool = False) -> _Node:
        left = self._product(in_list=in_list)
        while (sign := self._sign()) in ("+", "-"):
            if in_list and self._starts_an_item():
                break
            self._at += 1
            right = self._number(self._product(in_list=in_list))
            value = self._number(left) + (right if sign == "+" else -right)
            left = _Number(finite(value))
        return left

    def _starts_an_item(self) -> bool:
        """Whether a sign after a blank and before none begins a new number: `[1 -2]`."""
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        return self._tokens[self._at].after_blank and not (following and following.after_blank)

    def _product(self, *, in_list: bool) -> _Node:
        left = self._signed()
        while True:
            sign = self._sign()
            token = self._peek()
            if sign in ("*", "×", "/"):
                self._at += 1
                right = self._number(self._signed())
            elif token and not token.after_blank and (sign == "√" or token.text.lower() == "pi"):
                right = self._number(self._signed())
            else:
                return left
            value = self._number(left)
            left = _Number(quotient(value, right) if sign == "/" else finite(value * right))

    def _signed(self) -> _Node:
        sign = self._sign()
        if sign not in ("-", "+"):
            return self._power()
        self._enter()
        self._at += 1
        node = self._signed()
        self._depth -= 1
        value = self._number(node)
        decimals = node.decimals if isinstance(node, _Number) else None
        return _Number(-value if sign == "-" else value, decimals)

    def _power(self) -> _Node:
        base = self._percent()
        if self._sign() not in ("^", "**"):
            return base
        self._at += 1
        self._enter()
        exponent = self._number(self._signed())
        self._depth -= 1
        return _Number(power(self._number(base), exponent))

    def _percent(self) -> _Node:
        node = self._atom()
        while self._sign() == "%":
            self._at += 1
            value = self._number(node) / 100
            decimals = node.decimals if isinstance(node, _Number) else None
            node = _Number(value, None if decimals is None else decimals + 2)
        return node

    def _atom(self) -> _Node:
        token = self._peek()
        if token is None:
            raise UnreadableError("unfinished")
        if token.kind == "number":
            self._at += 1
            return _literal(token.text)
        if token.kind == "word":
            return self._named(token.text)
        if token.text in _CLOSING:
            return self._bracketed(token.text)
        if token.text == "√":
            self._enter()
            self._at += 1
            value = applied("sqrt", [self._number(self._atom())])
            self._depth -= 1
            return _Number(value)
        raise self._surprise(token)

    def _named(self, word: str) -> _Node:
        name = word.lower()
        self._at += 1
        if name in CONSTANTS:
            return _Number(CONSTANTS[name])
        if name not in FUNCTIONS:
            raise UnreadableError("word", word=word)
        if self._sign() != "(":
            raise UnreadableError("arguments", function=name)
        arguments = self._bracketed("(")
        several = arguments if isinstance(arguments, tuple) else (arguments,)
        return _Number(applied(name, [self._number(argument) for argument in several]))


def _literal(text: str) -> _Number:
    mantissa, _, exponent = text.lower().partition("e")
    places = len(mantissa.partition(".")[2])
    # An exponent of many digits is infinite or zero anyway; int() would refuse the longest.
    decimals = places - int(exponent) if exponent and len(exponent) < 6 else places
    return _Number(finite(float(text)), None if len(exponent) >= 6 else decimals)
