"""TeX to a tree.

TeX as people write it on cards: `x^10` and `x^-1` raise the whole number, which TeX itself would
not, since nobody means the other thing.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from tutor.maths import symbols
from tutor.maths.nodes import (
    Accent,
    Fenced,
    Fraction,
    Grid,
    Kind,
    Layout,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
    nesting,
)
from tutor.maths.pairing import paired
from tutor.maths.source import MalformedTexError, Source
from tutor.maths.tokens import tokens_of

_DEEPEST = 24
_DEEPEST_TREE = 60
_ENDS = frozenset({"}", "&", r"\\", r"\right", r"\end"})
_BLANK = Row(())


@lru_cache(maxsize=1024)
def parse(tex: str) -> Node:
    """The tree of `tex`; raises `MalformedTexError`."""
    tree = _Parser(tokens_of(tex)).formula()
    if nesting(tree) > _DEEPEST_TREE:
        raise MalformedTexError("too-deep")
    return tree


class _Parser(Source):
    def __init__(self, tokens: list[str]) -> None:
        super().__init__(tokens)
        self._depth = 0
        self._special: dict[str, Callable[[], Node]] = {
            "sqrt": self._root,
            "left": self._fenced,
            "middle": lambda: Symbol(self._delimiter() or "|", Kind.RELATION),
            "begin": self._environment,
            "not": self._negated,
            "overset": lambda: self._stacked(above=True),
            "stackrel": lambda: self._stacked(above=True),
            "underset": lambda: self._stacked(above=False),
            "hspace": self._blank,
            "hspace*": self._blank,
            "substack": self._substack,
            "operatorname": lambda: self._operator(limits=False),
            "operatorname*": lambda: self._operator(limits=True),
            "pmod": lambda: Fenced("(", Row((Symbol("mod", Kind.OPERATOR), self._argument())), ")"),
            **dict.fromkeys(("binom", "dbinom", "tbinom"), self._binomial),
            **dict.fromkeys(symbols.FRACTIONS, self._fraction),
        }

    def formula(self) -> Node:
        rows = self._rows()
        left_over = self._peek()
        if left_over is not None:
            raise MalformedTexError(
                {"}": "brace-extra", r"\right": "right-extra"}.get(left_over, "end-extra")
            )
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0]
        if any(len(row) > 1 for row in rows):
            raise MalformedTexError("column-outside-environment")
        return Grid(rows, layout=Layout.LINES)

    def _rows(self) -> tuple[tuple[Node, ...], ...]:
        rows: list[tuple[Node, ...]] = []
        row: list[Node] = [self._row()]
        while (token := self._peek()) in ("&", r"\\"):
            self._at += 1
            if token == r"\\":
                rows.append(tuple(row))
                row = []
            row.append(self._row())
        if not rows or row != [_BLANK]:
            rows.append(tuple(row))
        return tuple(rows)

    def _row(self) -> Row:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise MalformedTexError("too-deep")
        items: list[Node] = []
        while (token := self._peek()) is not None and token not in _ENDS:
            if token.isspace():
                self._at += 1
                items.append(Space(1, written=True))
            else:
                items.extend(self._scripted())
        self._depth -= 1
        while items and isinstance(items[0], Space) and items[0].written:
            items.pop(0)
        while items and isinstance(items[-1], Space) and items[-1].written:
            items.pop()
        return Row(paired(items))

    def _scripted(self) -> list[Node]:
        """An atom with its scripts; several nodes after a command that is not known."""
        starts = self._peek() in ("^", "_", "'", "’", "′")
        atoms: list[Node] = [Row(())] if starts else self._atom()
        base = atoms[-1]
        primes = 0
        raised = lowered = None
        limits = _takes_limits(base)
        while True:
            start = self._at
            token = self._skip_blanks()
            if token in (r"\limits", r"\nolimits"):
                self._at += 1
                limits = token == r"\limits"
            elif token is not None and token in "'’′":
                self._at += 1
                primes += 1
            elif token == "^" and raised is None:
                raised = self._script()
            elif token == "_" and lowered is None:
                lowered = self._script()
            elif token in ("^", "_"):
                raise MalformedTexError("script-twice")
            else:
                self._at = start
                break
        if primes:
            marks = tuple(Symbol("′") for _ in range(primes))
            raised = Row(marks if raised is None else (*marks, raised))
        if raised is not None or lowered is not None:
            atoms[-1] = Scripts(base, raised, lowered, limits)
        return atoms

    def _script(self) -> Node:
        self._at += 1
        token = self._skip_blanks()
        if token == "-" and self._at + 1 < len(self._tokens):
            following = self._tokens[self._at + 1]
            if following[0].isdigit():
                self._at += 2
                return Row((Symbol("−", Kind.BINARY), Symbol(following)))
        if token is not None and token[0].isdigit():
            return Symbol(self._take())
        return self._argument()

    def _argument(self) -> Node:
        token = self._skip_blanks()
        if token is None or token in _ENDS or token in ("^", "_"):
            raise MalformedTexError("argument-missing")
        if token == "{":
            return self._group()
        if token[0].isdigit() and len(token) > 1:
            self._tokens[self._at] = token[1:]
            return Symbol(token[0])
        self._depth += 1
        if self._depth > _DEEPEST:
            raise MalformedTexError("too-deep")
        atoms = self._atom()
        self._depth -= 1
        return atoms[0] if len(atoms) == 1 else Row(tuple(atoms))

    def _group(self) -> Row:
        self._expect("{", "argument-missing")
        body = self._row()
        self._expect("}", "brace-unclosed")
        return body

    def _atom(self) -> list[Node]:
        token = self._peek()
        if token == "{":
            return [self._group()]
        self._at += 1
        assert token is not None
        if token == "\\":
            raise MalformedTexError("command-unfinished")
        if token[0] != "\\":
            return [Space(1)] if token == "~" else [symbols.CHARACTERS.get(token, Symbol(token))]
        name = token[1:]
        if name in symbols.KNOWN:
            return [self._command(name)]
        unknown: list[Node] = [Symbol(token)]
        while self._peek() == "{":
            unknown.append(Fenced("{", self._group(), "}"))
        return unknown

    def _command(self, name: str) -> Node:
        if name in self._special:
            return self._special[name]()
        if name in symbols.SYMBOLS:
            return symbols.SYMBOLS[name]
        if name in symbols.SPACES:
            return Space(symbols.SPACES[name])
        if name in symbols.COMBINING or name in symbols.BRACES:
            return Accent(name, self._argument())
        if name in symbols.FONTS:
            return self._font(name)
        if name in symbols.TEXTS:
            return Symbol(self._text())
        return Space(0)

    def _text(self) -> str:
        words = []
        for token in self._raw_group():
            sign = symbols.SYMBOLS.get(token[1:]) if token[0] == "\\" else None
            if sign is not None:
                words.append(sign.text)
            elif token[0] == "\\" and token[1:] in symbols.SPACES:
                words.append(" " * symbols.SPACES[token[1:]])
            elif token not in ("{", "}"):
                words.append(" " if token.isspace() or token == "~" else token)
        return "".join(words)

    def _font(self, name: str) -> Node:
        body = self._argument()
        alphabet = symbols.ALPHABETS.get(name, {})
        signs = body.items if isinstance(body, Row) else (body,)
        if signs and all(isinstance(sign, Symbol) and sign.text.isalnum() for sign in signs):
            letters = "".join(sign.text for sign in signs if isinstance(sign, Symbol))
            kind = signs[0].kind if isinstance(signs[0], Symbol) else Kind.ORDINARY
            return Symbol("".join(alphabet.get(letter, letter) for letter in letters), kind)
        return body

    def _operator(self, *, limits: bool) -> Node:
        name = "".join(
            " " * symbols.SPACES[token[1:]] if token[1:] in symbols.SPACES else token
            for token in self._raw_group()
            if token not in ("{", "}")
        )
        return Symbol(name, Kind.OPERATOR, limits)

    def _negated(self) -> Node:
        body = self._argument()
        if isinstance(body, Symbol):
            return replace(body, text=body.text + "\u0338")
        return Row((Symbol("¬"), body))

    def _fraction(self) -> Node:
        return Fraction(self._argument(), self._argument())

    def _binomial(self) -> Node:
        return Grid(((self._argument(),), (self._argument(),)), "(", ")", Layout.PAIR)

    def _stacked(self, *, above: bool) -> Node:
        extra = self._argument()
        base = self._argument()
        raised, lowered = (extra, None) if above else (None, extra)
        return Scripts(base, raised, lowered, limits=True)

    def _blank(self) -> Node:
        self._raw_group()
        return Space(1)

    def _root(self) -> Node:
        if self._skip_blanks() != "[":
            return Root(self._argument())
        self._at += 1
        start = self._at
        while (token := self._peek()) is not None and token != "]":
            self._at += 1
        degree = _Parser(self._tokens[start : self._at])
        degree._depth = self._depth + 1
        self._expect("]", "bracket-unclosed")
        return Root(self._argument(), degree.formula())

    def _fenced(self) -> Node:
        left = self._delimiter()
        body = self._row()
        self._expect(r"\right", "right-missing")
        return Fenced(left, body, self._delimiter())

    def _environment(self) -> Node:
        name = "".join(self._raw_group())
        if name not in symbols.ENVIRONMENTS:
            raise MalformedTexError("environment-unknown")
        left, right, layout = symbols.ENVIRONMENTS[name]
        if name in ("array", "alignat"):
            self._raw_group()
        rows = self._rows()
        self._expect(r"\end", "environment-unclosed")
        if "".join(self._raw_group()) != name:
            raise MalformedTexError("environment-unclosed")
        return Grid(rows, left, right, layout)

    def _substack(self) -> Node:
        self._skip_blanks()
        self._expect("{", "argument-missing")
        rows = self._rows()
        self._expect("}", "brace-unclosed")
        return Grid(rows, layout=Layout.LINES)


def _takes_limits(base: Node) -> bool:
    return (isinstance(base, Symbol) and base.limits) or (
        isinstance(base, Accent) and base.name in symbols.BRACES
    )
