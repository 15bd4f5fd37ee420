"""`draw` of a demo or a card: how inputs are drawn, with a flaw for each rule that cannot hold."""

from collections.abc import Iterator, Sequence
from keyword import iskeyword
from typing import Any, Final

from tutor.demo import Draw, Drawn
from tutor.live.errors import ExpressionError
from tutor.live.evaluation import unknown
from tutor.live.expressions import expression
from tutor.live.functions import FUNCTIONS
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, SequenceNode, child, flaw_at
from tutor.packs.shapes import LOST, core_value, field_names, reading_of, unknown_key

_FITTING: Final = {
    "integers": frozenset({"shape", "distinct", "sorted"}),
    "reals": frozenset({"shape", "distinct", "sorted", "decimals", "digits"}),
    "choose": frozenset({"shape", "distinct", "sorted"}),
    "value": frozenset({"decimals", "digits"}),
}
"""The ways of drawing, and the keys that may stand beside each."""
_PLACES: Final = {"decimals": (0, 15), "digits": (1, 15)}


def read_draw(node: Node, flaws: list[Flaw], *, alone: bool = True) -> Draw | None:
    """The rules at `node`, None if any of them is wrong.

    Rules that do not stand alone may name quantities of those that they are joined with.
    """
    if not isinstance(node, MappingNode):
        flaws.append(flaw_at(node, "not-a-mapping", key="draw"))
        return None
    before = len(flaws)
    quantities: dict[str, Drawn] = {}
    known: list[str] = []
    for name, (key, value) in node.entries.items():
        if name == "where":
            continue
        if not name.isidentifier() or iskeyword(name):
            flaws.append(flaw_at(key, "draw-name", name=name[:60]))
        drawn = _RuleReader(name, known if alone else None, flaws).rule(value)
        known.append(name)
        if drawn is not None:
            quantities[name] = drawn
    if not known and (alone or "where" not in node.entries):
        flaws.append(flaw_at(node, "draw-empty"))
    where: tuple[str, ...] = ()
    if "where" in node.entries:
        where = _conditions(node.entries["where"][1], known if alone else None, flaws)
    return None if len(flaws) > before else Draw(quantities=quantities, where=where)


def names_used(written: object) -> Iterator[str]:
    """The names in the expressions of a rule, a condition or a whole draw."""
    match written:
        case Draw(quantities=quantities, where=where):
            yield from names_used([*quantities.values(), *where])
        case Drawn(integers=integers, reals=reals, shape=shape, value=value):
            yield from names_used([integers, reals, shape, value])
        case str():
            yield from expression(written).names
        case list() | tuple():
            for part in written:
                yield from names_used(part)


def check_expression(
    node: ScalarNode,
    flaws: list[Flaw],
    known: Sequence[str] | None = None,
    *,
    own_functions: bool = False,
) -> None:
    """Note what is wrong with the expression at `node`.

    If `known` is given, no other names may stand in it. The functions are the listed ones and, with
    `own_functions`, any that the demo's module may have.
    """
    try:
        read = expression(node.value)
        if known is not None:
            for name in sorted(read.names.difference(known)):
                raise unknown("expression-name", name, tuple(known))
        if not own_functions:
            for name in sorted(read.functions):
                raise unknown("expression-function", name, tuple(FUNCTIONS))
    except ExpressionError as error:
        column = node.column
        if "at" in error.details and node.style not in ("|", ">"):
            column += int(error.details["at"]) - 1 + len(node.style)
        flaws.append(Flaw(node.line, column, error.code, error.details))


def _conditions(node: Node, known: Sequence[str] | None, flaws: list[Flaw]) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode):
        flaws.append(flaw_at(node, "not-a-list", key="where"))
        return ()
    conditions: list[str] = []
    for item in node.items:
        if isinstance(item, ScalarNode):
            check_expression(item, flaws, known)
            conditions.append(item.value)
        else:
            flaws.append(flaw_at(item, "not-a-text", key="where"))
    return tuple(conditions)


class _RuleReader:
    """Reads the rule of one quantity; `known` are the quantities drawn before it, if all are."""

    def __init__(self, name: str, known: Sequence[str] | None, flaws: list[Flaw]) -> None:
        self.name = name
        self.known = known
        self.flaws = flaws

    def rule(self, node: Node) -> Drawn | None:
        """The rule, None if anything about it is wrong."""
        if not isinstance(node, MappingNode):
            known = ", ".join(field_names(Drawn))
            self.flaws.append(flaw_at(node, "not-an-object", key=self.name, known=known))
            return None
        before = len(self.flaws)
        ways = [key for key in node.entries if key in _FITTING]
        # A misspelt key is told by itself: it may be the missing way.
        if len(ways) != 1 and node.entries.keys() <= {*field_names(Drawn)}:
            self.flaws.append(flaw_at(node, "draw-ways", quantity=self.name))
        values: dict[str, Any] = {}
        for key, (at, value) in node.entries.items():
            if key not in field_names(Drawn):
                self.flaws.append(unknown_key(node, at, field_names(Drawn)))
            elif len(ways) == 1 and key != ways[0] and key not in _FITTING[ways[0]]:
                self.flaws.append(flaw_at(at, "draw-stray-key", key=key, way=ways[0]))
            else:
                values[key] = self.read(key, value)
        if len(self.flaws) == before:
            self.check_together(node, values)
        return None if len(self.flaws) > before else Drawn(**values)

    def read(self, key: str, node: Node) -> Any:
        """What stands under one of the keys of a rule; without meaning once a flaw is noted."""
        match key:
            case "integers" | "reals":
                return self.bounds(key, node)
            case "choose":
                return self.choices(node)
            case "value":
                return self.written(key, node)
            case "shape":
                return self.sizes(node)
            case "decimals" | "digits":
                return self.places(key, node)
        return reading_of(bool)(node, key, self.flaws)

    def bounds(self, key: str, node: Node) -> tuple[object, ...]:
        if not isinstance(node, SequenceNode) or len(node.items) != 2:
            self.flaws.append(flaw_at(node, "draw-two-bounds", key=key))
            return ()
        least, most = bounds = tuple(self.number(key, item) for item in node.items)
        numbers = isinstance(least, int | float) and isinstance(most, int | float)
        if numbers and least > most:  # type: ignore[operator]  # both are numbers
            details = {"quantity": self.name, "least": str(least), "most": str(most)}
            self.flaws.append(flaw_at(node, "draw-bounds", **details))
        return bounds

    def sizes(self, node: Node) -> tuple[object, ...]:
        if not isinstance(node, SequenceNode) or not node.items:
            self.flaws.append(flaw_at(node, "not-a-list", key="shape"))
            return ()
        return tuple(self.number("shape", item) for item in node.items)

    def choices(self, node: Node) -> tuple[object, ...]:
        if not isinstance(node, SequenceNode) or not node.items:
            self.flaws.append(flaw_at(node, "not-a-list", key="choose"))
            return ()
        return tuple(reading_of(object)(item, "choose", self.flaws) for item in node.items)

    def places(self, key: str, node: Node) -> object:
        least, most = _PLACES[key]
        number = reading_of(object)(node, key, self.flaws)
        if number is not LOST and (type(number) is not int or not least <= number <= most):
            details = {"key": key, "least": str(least), "most": str(most)}
            self.flaws.append(flaw_at(node, "not-so-many", **details))
        return number

    def number(self, key: str, node: Node) -> object:
        """A number, or an expression for one."""
        written = self.written(key, node)
        if isinstance(written, bool | list) or written is None:
            self.flaws.append(flaw_at(node, "draw-number", key=key))
        return written

    def written(self, key: str, node: Node) -> object:
        """A number or truth value, an expression, or a list of them."""
        if isinstance(node, SequenceNode):
            return [self.written(key, item) for item in node.items]
        if isinstance(node, MappingNode):
            self.flaws.append(flaw_at(node, "draw-number", key=key))
            return None
        before = len(self.flaws)
        value = core_value(node, self.flaws)
        if isinstance(value, str):
            check_expression(node, self.flaws, self.known)
        elif value is None and len(self.flaws) == before:
            self.flaws.append(flaw_at(node, "draw-number", key=key))
        return value

    def check_together(self, node: MappingNode, values: dict[str, Any]) -> None:
        """What is wrong with keys that are sound each by itself."""
        if "decimals" in values and "digits" in values:
            self.flaws.append(flaw_at(node.entries["digits"][0], "draw-precision"))
        for key in ("distinct", "sorted"):
            if values.get(key) and "shape" not in values:
                self.flaws.append(flaw_at(node.entries[key][0], "draw-needs-shape", key=key))
        choices = values.get("choose", ())
        texts = {isinstance(choice, str) for choice in choices}
        if values.get("sorted") and (len(texts) > 1 or any(type(c) is list for c in choices)):
            self.flaws.append(flaw_at(child(node, "choose"), "draw-sorted"))
