"""JSON with comments, as editors keep their settings: members put in and taken out again.

Everything else stays byte for byte. What is put in stands first in its object, so that no comma of
anybody else has to be touched, and `without` undoes exactly what `with_member` did.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"')
_ATOM: Final = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_LINE_END: Final = re.compile(r"[ \t]*(?:/\*[^\n]*?\*/[ \t]*)*(?://[^\r\n]*)?(?=\r?\n)")
_INDENT: Final = re.compile(r"\r?\n([ \t]*)$")
DEEPEST: Final = 100
"""How deep lists and objects may stand in each other."""


class NotJsonError(ValueError):
    """The text is no JSON with comments that can be edited safely."""


@dataclass(slots=True)
class Member:
    """A key with its value: where they stand, and where the comma behind them does, if any."""

    key: str
    start: int
    end: int
    value: Any
    held: "Object | None"
    comma: int | None = None


@dataclass(slots=True)
class Object:
    """An object with its members in order; `end` is just behind its brace."""

    start: int
    end: int = 0
    members: list[Member] = field(default_factory=list)

    def member(self, key: str) -> Member | None:
        """The member under a key; NotJsonError where it stands there twice."""
        found = [member for member in self.members if member.key == key]
        if len(found) > 1:
            raise NotJsonError(key)
        return found[0] if found else None


def read_object(text: str) -> Object:
    """The one object that the text holds; NotJsonError if it holds anything else."""
    reader = _Reader(text)
    reader.skip()
    value, held = reader.value(0)
    reader.skip()
    if held is None or not isinstance(value, dict) or reader.at != len(text):
        raise NotJsonError
    return held


def with_member(text: str, into: Object, key: str, value: Any) -> str:
    """The text with a first member more in an object of it."""
    comma = "," if into.members else ""
    inside = into.start + 1
    rest = _LINE_END.match(text, inside)
    if rest is None:  # the object stands on one line
        return text[:inside] + one_line(key, value) + comma + " " * bool(comma) + text[inside:]
    newline = "\r\n" if text.startswith("\r\n", rest.end()) else "\n"
    indent = _indent(text, into)
    lines = newline + indent + several_lines(key, value, indent, newline) + comma
    return text[: rest.end()] + lines + text[rest.end() :]


def without(text: str, of: Object, member: Member) -> str:
    """The text without a member, the line that it began and the comma behind it."""
    start, end = member.start, member.end
    line = _INDENT.search(text, 0, start)
    if line:
        start = line.start()
    if member.comma is not None:
        end = member.comma + 1
        if not line and text.startswith(" ", end):
            end += 1
    elif (place := of.members.index(member)) and (comma := of.members[place - 1].comma):
        return text[:comma] + text[comma + 1 : start] + text[end:]  # it has become the last one's
    return text[:start] + text[end:]


def one_line(key: str, value: Any) -> str:
    """A member as it stands in an object of one line."""
    if isinstance(value, dict):
        inner = ", ".join(one_line(name, held) for name, held in value.items())
        return f"{_said(key)}: {{ {inner} }}"
    return f"{_said(key)}: {_said(value)}"


def several_lines(key: str, value: Any, indent: str, newline: str) -> str:
    """A member as it stands in an object of several lines; lists stay on one."""
    if not isinstance(value, dict):
        return one_line(key, value)
    deeper = indent + ("\t" if "\t" in indent else "    " if len(indent) % 4 == 0 else "  ")
    inner = [deeper + several_lines(name, held, deeper, newline) for name, held in value.items()]
    return f"{_said(key)}: {{{newline}{f',{newline}'.join(inner)}{newline}{indent}}}"


def member_indent(text: str, member: Member) -> str | None:
    """How deep the line stands that a member begins; None where it begins none."""
    line = _INDENT.search(text, 0, member.start)
    return line[1] if line else None


def _indent(text: str, into: Object) -> str:
    for member in into.members[:1]:
        if (indent := member_indent(text, member)) is not None:
            return indent
    before = re.compile(r"[ \t]*").match(text, text.rfind("\n", 0, into.start) + 1)
    return (before[0] if before else "") + "    "


def _said(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Reader:
    """Goes through the text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def skip(self) -> None:
        """Pass over blanks and comments."""
        blank = _BLANK.match(self.text, self.at)
        assert blank is not None
        self.at = blank.end()

    def takes(self, sign: str) -> bool:
        """Whether a sign is next; it is then passed."""
        self.skip()
        if not self.text.startswith(sign, self.at):
            return False
        self.at += 1
        return True

    def value(self, depth: int) -> tuple[Any, Object | None]:
        """The value that is next, and its places where it is an object."""
        if depth > DEEPEST:
            raise NotJsonError
        if self.takes("{"):
            return self.object(depth)
        if self.takes("["):
            return self.list(depth), None
        return self.atom(_STRING, _ATOM), None

    def atom(self, *kinds: re.Pattern[str]) -> Any:
        for kind in kinds:
            if found := kind.match(self.text, self.at):
                self.at = found.end()
                return json.loads(found[0])
        raise NotJsonError

    def list(self, depth: int) -> list[Any]:
        values: list[Any] = []
        while not self.takes("]"):
            values.append(self.value(depth + 1)[0])
            if not self.takes(","):
                if self.takes("]"):
                    break
                raise NotJsonError
        return values

    def object(self, depth: int) -> tuple[dict[str, Any], Object]:
        made, values = Object(self.at - 1), {}
        while not self.takes("}"):
            start = self.at
            key = self.atom(_STRING)
            if not self.takes(":"):
                raise NotJsonError
            self.skip()
            values[key], held = self.value(depth + 1)
            made.members.append(Member(key, start, self.at, values[key], held))
            if self.takes(","):
                made.members[-1].comma = self.at - 1
            elif self.takes("}"):
                break
            else:
                raise NotJsonError
        made.end = self.at
        return values, made
