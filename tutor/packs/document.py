"""YAML text to nodes with positions; the only module that imports `yaml`.

The event stream is read with a loader that guesses no types, so that every scalar stays text.
What YAML allows and cards do not need (anchors, aliases, tags, merges, keys that are no text,
further documents) is refused here. After a syntax error libyaml cannot go on; the file is then read
again piece by piece (see `tutor.packs.pieces`).
"""

import re
import unicodedata
from sys import intern
from typing import Any, TypeVar

import yaml

from tutor.packs.nodes import (
    Document,
    Flaw,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    flaw_at,
)
from tutor.packs.pieces import FORBIDDEN, Piece, forbidden_flaw, split

_Block = TypeVar("_Block", SequenceNode, MappingNode)

DEEPEST = 40
"""How deep lists and mappings may stand in each other."""

_SYNTAX = (
    (re.compile(r"mapping values are not allowed"), "syntax-colon"),
    (
        re.compile(r"unknown escape|escape sequence|did not find expected hexdecimal"),
        "syntax-escape",
    ),
    (re.compile(r"quoted scalar"), "syntax-quote"),
    (re.compile(r"tag"), "tag"),
    (re.compile(r"anchor|alias|cannot start any token"), "syntax-start"),
    (re.compile(r"flow"), "syntax-flow"),
    (re.compile(r"block|indent"), "syntax-indent"),
    (re.compile(r"simple key|could not find expected ':'"), "syntax-key"),
)
"""What libyaml and PyYAML say of a syntax error, and which of our sentences says it better."""


class BrokenYamlError(Exception):
    """The text cannot be read on from the place that `flaw` names."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.code)
        self.flaw = flaw


def read_document(data: bytes) -> Document:
    """Everything of a file that can be read, with a flaw for everything that cannot."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return Document(None, [Flaw(line, column, "not-utf8")])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if FORBIDDEN.search(text):
        return _piecewise(text, None)
    try:
        root, flaws = parse(text)
    except BrokenYamlError as broken:
        return _piecewise(text, broken.flaw)
    if root is None:
        flaws.append(Flaw(1, 1, "empty-file"))
    return Document(root, flaws)


def parse(text: str, first_line: int = 1, depth: int = 0) -> tuple[Node | None, list[Flaw]]:
    """The one document in `text`, None if there is none; positions count from `first_line`.

    `depth` is how deep the text itself stands in its file.

    Raises BrokenYamlError at a syntax error and where lists stand too deep in each other.
    """
    composer = _Composer(text, first_line)
    try:
        return composer.document(depth), composer.flaws
    except yaml.YAMLError as error:
        raise BrokenYamlError(_syntax_flaw(error, text, first_line)) from None
    finally:
        composer.loader.dispose()


class _Composer:
    """Builds nodes from the event stream, noting what is refused."""

    def __init__(self, text: str, first_line: int) -> None:
        self.loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
        self.next_event = self.loader.get_event
        self.first_line = first_line
        self.flaws: list[Flaw] = []

    def document(self, depth: int) -> Node | None:
        self.next_event()
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self.node(self.next_event(), depth)
        self.next_event()
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.note(event, "second-document")
        if isinstance(root, ScalarNode) and not root.value and not root.style:
            return None
        return root

    def note(self, event: Any, code: str, **details: str) -> None:
        mark = event.start_mark
        line = mark.line + self.first_line
        self.flaws.append(Flaw(line, mark.column + 1, code, details))

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.note(event, "alias", name=str(event.anchor))
            return ScalarNode("", line, column)
        if event.anchor is not None:
            self.note(event, "anchor", name=str(event.anchor))
        if event.tag is not None:
            self.note(event, "tag")
        if kind is yaml.ScalarEvent:
            value = event.value
            if not value.isascii():
                value = unicodedata.normalize("NFC", value)
            return ScalarNode(value, line, column, event.style or "")
        if depth >= DEEPEST:
            raise BrokenYamlError(Flaw(line, column, "too-deep", {"deepest": str(DEEPEST)}))
        if kind is yaml.SequenceStartEvent:
            return self.sequence(SequenceNode([], line, column, flow=bool(event.flow_style)), depth)
        return self.mapping(MappingNode({}, line, column, flow=bool(event.flow_style)), depth)

    def sequence(self, made: SequenceNode, depth: int) -> SequenceNode:
        next_event, items = self.next_event, made.items
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, depth + 1))
        return self.ended(made, event)

    def mapping(self, made: MappingNode, depth: int) -> MappingNode:
        next_event, entries = self.next_event, made.entries
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = self.node(event, depth + 1)
            value = self.node(next_event(), depth + 1)
            if type(event) is yaml.AliasEvent:
                continue
            if not isinstance(key, ScalarNode) or not key.value:
                # `{{gap}}` without quotes: the outer brace is where the quote belongs
                self.flaws.append(flaw_at(made if made.flow else key, "key-not-text"))
            elif key.value == "<<" and not key.style:
                self.flaws.append(flaw_at(key, "merge-key"))
            elif key.value in entries:
                first = entries[key.value][0]
                details = {"key": key.value, "line": str(first.line)}
                self.flaws.append(Flaw(key.line, key.column, "double-key", details))
            else:
                key.value = intern(key.value)  # thousands of cards have the same few keys
                entries[key.value] = (key, value)
        return self.ended(made, event)

    def ended(self, made: _Block, event: Any) -> _Block:
        """The node that an event ends, whose position it then knows."""
        made.end = (event.end_mark.line + self.first_line, event.end_mark.column + 1)
        return made


def _syntax_flaw(error: yaml.YAMLError, text: str, first_line: int) -> Flaw:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    context = str(getattr(error, "context", None) or "")
    said = f"{problem}; {context}"
    code = next((code for pattern, code in _SYNTAX if pattern.search(said)), "syntax")
    mark = getattr(error, "problem_mark", None)
    if code == "syntax-quote":  # the end of the file is no help, the opening quote is
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Flaw(first_line, 1, code, {"problem": problem})
    line, column = mark.line, mark.column
    lines = text.split("\n")
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1  # an error found at the end of the text lies on its last written line
        column = len(lines[line]) if line < len(lines) else 0
    return Flaw(line + first_line, column + 1, code, {"problem": problem})


def _piecewise(text: str, whole: Flaw | None) -> Document:
    """Reads each top-level value and each card on its own, so that a broken one stands alone.

    `whole` is the flaw that made the file unreadable as one; it is told unless some piece
    shows the same trouble more closely.
    """
    root = MappingNode({}, 1, 1, end=(text.count("\n") + 2, 1))
    flaws: list[Flaw] = []
    lost: set[str] = set()
    pieces, rest = split(text)
    for piece in pieces:
        refused = forbidden_flaw(piece)
        cards = _cards(root, piece) if piece.is_card else None
        try:
            if refused:
                raise BrokenYamlError(refused)
            node, found = parse(piece.text, piece.line, 1 if piece.is_card else 0)
        except BrokenYamlError as broken:
            broken.flaw.card = piece.card
            flaws.append(broken.flaw)
            if not piece.is_card:
                lost.add(piece.key)
            continue
        flaws += found
        if cards and isinstance(node, SequenceNode):
            cards.items.extend(node.items)
        elif isinstance(node, MappingNode):
            _join(root, node, flaws)
    if rest:
        flaws.append(rest)
    if whole and not any(flaw.code not in ("double-key", "second-document") for flaw in flaws):
        flaws.append(whole)
    return Document(root, flaws, frozenset(lost))


def _cards(root: MappingNode, piece: Piece) -> SequenceNode:
    """The list under `cards:`, there even if no card in it can be read."""
    held = root.entries.get("cards")
    if held and isinstance(held[1], SequenceNode):
        return held[1]
    key = held[0] if held else ScalarNode("cards", piece.line, 1)
    cards = SequenceNode([], piece.line, 1)
    root.entries["cards"] = (key, cards)
    return cards


def _join(root: MappingNode, part: MappingNode, flaws: list[Flaw]) -> None:
    """Adds the top-level keys of a piece."""
    for name, entry in part.entries.items():
        if name in root.entries:
            first = str(root.entries[name][0].line)
            flaws.append(flaw_at(entry[0], "double-key", key=name, line=first))
        else:
            root.entries[name] = entry
