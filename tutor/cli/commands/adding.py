"""`tutor add`: cards asked for in the terminal and put behind the last one of a deck."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.cli.context import CannotError, Context
from tutor.cli.streams import read_line
from tutor.core.cards import KINDS

if TYPE_CHECKING:
    from tutor.packs.writing import Value

_DECK = "my-cards"
"""The deck that cards go to unless one is named."""
_BETWEEN: Final = "::"
"""What stands between a wrong choice and why it is wrong, and between the halves of a pair."""


class _Enough(Exception):  # noqa: N818 - an end of input is no error
    """No more cards are wanted."""


def add(arguments: argparse.Namespace, context: Context) -> int:
    """Ask for cards, one after the other, until a question is left empty or the input ends."""
    from tutor.packs.writing import FlawedCardError, NoRoomError, add_card, card_lines

    file, begun = _deck(arguments.deck, context)
    asking = _Asking(context)
    added = 0
    try:
        kind = arguments.kind or asking.kind()
        while True:
            card = asking.card(kind, _taken(file))
            try:
                item = add_card(file, begun, card_lines(card))
            except FlawedCardError as error:
                for fault in error.faults:
                    print(context.say("add.flawed", fault=_said(fault, context)))
                continue
            except NoRoomError:
                raise CannotError("add.no_room", file=file) from None
            except OSError as error:
                raise CannotError("edit.failed", file=file, reason=error.strerror) from None
            added += 1
            print(context.say("add.done", card=item.key, file=file, line=item.place.line))
    except _Enough:
        if asking.visible:
            print()
    print(context.say("add.sum", n=added, deck=file.stem))
    return 0 if added else 1


def _deck(name: str, context: Context) -> tuple[Path, bytes]:
    """The file of a deck, and how it begins if there is none yet."""
    from tutor.cli.wiring import open_cache, read_cards
    from tutor.core.cards import ConceptId
    from tutor.packs.beginning import UnusableNameError, begun_deck, deck_file, write_schemas
    from tutor.packs.copying import file_of

    own = context.home.pack
    if name.endswith((".yaml", ".yml")) and Path(name).is_file():
        return Path(name), b""
    try:
        file = deck_file(own, name or _DECK)
    except UnusableNameError as error:
        raise CannotError("deck.unusable", 2, name=name, better=error.better) from None
    try:
        if name and not file.exists():
            with open_cache(context) as cache:
                concept = read_cards(context, (), cache).concepts.get(ConceptId(name))
                if concept is not None:
                    return file_of(concept, own), f"concept: {concept.id}\ncards:\n".encode()
        write_schemas(own)
    except OSError as error:
        raise CannotError("edit.failed", file=error.filename, reason=error.strerror) from None
    return file, begun_deck(file, own, "", ())


def _taken(file: Path) -> set[str]:
    """The ids that the cards of a file have."""
    from tutor.packs.concepts import Source, read_source

    if not file.exists():
        return set()
    concept = read_source(file.read_bytes(), Source(str(file), "", "")).concept
    return {item.card.id for item in concept.items} if concept else set()


def _said(fault: object, context: Context) -> str:
    from tutor.core.faults import Fault
    from tutor.words.faults import fault_parts

    assert isinstance(fault, Fault)
    return "; ".join(fault_parts(fault, context.language))


class _Asking:
    """Asks for the parts of a card, a line each; what may be absent may be left empty."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.visible = sys.stdin is not None and sys.stdin.isatty()

    def kind(self) -> str:
        """The kind of the cards to come, by its number or its key."""
        names = list(KINDS)
        for number, name in enumerate(names, 1):
            print(f"{number:>3}  {self.context.say(f'kind.{name}')} ({name})")
        while True:
            given = self.line("add.kind")
            if not given:
                return names[0]
            if given in names:
                return given
            if given.isdecimal() and 1 <= int(given) <= len(names):
                return names[int(given) - 1]
            print(self.context.say("add.no_kind", n=len(names)))

    def card(self, kind: str, taken: set[str]) -> "dict[str, Value]":
        """One card, its id made of its first words. Raises `_Enough` when no question is given."""
        from tutor.packs.writing import name_for

        parts = dict(self._parts(kind))
        named = next(value for value in parts.values() if isinstance(value, str))
        card: dict[str, Value] = {"id": name_for(named, taken), **parts}
        if kind not in ("live", "formula") and (because := self.line("add.because")):
            card["because"] = because
        return card

    def _parts(self, kind: str) -> "Iterator[tuple[str, Value]]":
        if kind in ("cloze", "claim", "live", "formula"):
            yield kind, self.first(f"add.{kind}")
        else:
            yield "ask", self.first("add.ask")
        if kind in ("answer", "number"):
            yield kind, self.needed(f"add.{kind}")
        elif kind == "accept":
            given = self.needed("add.accept")
            yield kind, [one.strip() for one in given.split(";") if one.strip()]
        elif kind == "claim":
            yield "holds", "true" if self.truth() else "false"
        elif kind == "choices":
            yield kind, list(self.entries("add.choices", _choice))
        elif kind == "order":
            yield kind, list(self.lines("add.order"))
        elif kind == "pairs":
            yield kind, list(self.entries("add.pairs", _pair))

    def first(self, code: str) -> str:
        """The first part of a card; none ends it all."""
        if given := self.line(code):
            return given
        raise _Enough

    def needed(self, code: str) -> str:
        """A part without which there is no card."""
        while not (given := self.line(code)):
            pass
        return given

    def truth(self) -> bool:
        """Yes or no, in either language."""
        while True:
            given = self.line("add.holds").casefold()
            if given in ("y", "yes", "true", "1", "예", "네", "참"):
                return True
            if given in ("n", "no", "false", "2", "아니오", "아니요", "거짓"):
                return False

    def lines(self, code: str) -> Iterator[str]:
        """Lines until one is empty."""
        while given := self.line(code):
            yield given

    def entries(
        self, code: str, read: Callable[[str], Mapping[str, str]]
    ) -> Iterator[Mapping[str, str]]:
        """Lines until one is empty, each as it is read."""
        return map(read, self.lines(code))

    def line(self, code: str) -> str:
        """The next line without what cannot stand in one; `_Enough` at the end of the input."""
        if self.visible:
            print(self.context.say(code), end=" ", flush=True)
        given = read_line()
        if given is None:
            raise _Enough
        return " ".join("".join(sign if sign.isprintable() else " " for sign in given).split())


def _choice(line: str) -> dict[str, str]:
    if line.startswith("*"):
        return {"text": line[1:].strip(), "right": "true"}
    text, _, why = line.partition(_BETWEEN)
    return {"text": text.strip(), **({"why": why.strip()} if why.strip() else {})}


def _pair(line: str) -> dict[str, str]:
    left, _, right = line.partition(_BETWEEN)
    return {"left": left.strip(), "right": right.strip()}
