"""Where something stands in a TOML file: Python's reader tells no lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_KEYS = rf"[ \t]*({_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*"
_HEADER = re.compile(rf"[ \t]*\[\[?{_KEYS}\]")
_STATEMENT = re.compile(rf"{_KEYS}=")


def line_of(keys: Sequence[str], text: str) -> int:
    """The line on which a key is set, by the names of the tables it is in and its own.

    Where it cannot be found, the line of the innermost table that can; else the first.
    """
    best, line = 0, 1
    for number, path in _paths(text):
        common = 0
        while common < min(len(path), len(keys)) and path[common] == keys[common]:
            common += 1
        if common > best:
            best, line = common, number
    return line


def syntax_place(text: str, message: str) -> tuple[int, int]:
    """Line and column of a fault of syntax, as Python's reader describes it."""
    found = re.search(r"line (\d+), column (\d+)", message)
    if found:
        return int(found[1]), int(found[2])
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def _paths(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that open a table or set a key, each with the whole name of what it sets."""
    table: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _names(header[1])
            yield number, table
        elif statement := _STATEMENT.match(line):
            yield number, [*table, *_names(statement[1])]


def _names(dotted: str) -> list[str]:
    """The names of a dotted key, without their quotes."""
    import tomllib

    try:
        inner: Any = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return []
    names = []
    while isinstance(inner, dict):
        name, inner = next(iter(inner.items()))
        names.append(name)
    return names
