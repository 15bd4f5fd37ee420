"""The file of settings: read strictly, written without disturbing what the learner wrote in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.core.cards import Place
from tutor.core.settings import (
    DECK,
    DECK_SETTINGS,
    SETTINGS,
    DeckSettings,
    NotASettingError,
    Settings,
    accepted,
    check_key,
    read_value,
)

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

KEYS = tuple(SETTINGS)
_FIRST_LINE = "# tutor config KEY VALUE\n"


@dataclass(frozen=True, slots=True)
class SettingFault:
    """A setting that cannot be used; `code` names a sentence under `settings.`."""

    place: Place
    code: str
    details: dict[str, str]


def read_settings(path: Path) -> tuple[Settings, list[SettingFault]]:
    """The settings of a file and what is wrong in it; what cannot be used keeps its default."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), []
    except (OSError, UnicodeDecodeError):
        return Settings(), [SettingFault(Place(str(path), 1, 1), "unreadable", {})]
    import tomllib

    from tutor.core.toml_places import line_of, syntax_place

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, lists without end
        place = Place(str(path), *syntax_place(text, str(error)))
        return Settings(), [SettingFault(place, "syntax", {})]
    reading = _Reading()
    found = reading.taken({key: value for key, value in table.items() if key != DECK}, (), accepted)
    decks = reading.decks(table.get(DECK, {}))
    faults = [
        SettingFault(Place(str(path), line_of(keys, text), 1), error.code, error.details)
        for keys, error in reading.refused
    ]
    faults.sort(key=lambda fault: fault.place.line)
    return Settings(**found, decks=decks), faults


class _Reading:
    """What is read of a file's tables, and what was `refused` there, by its keys."""

    def __init__(self) -> None:
        self.refused: list[tuple[tuple[str, ...], NotASettingError]] = []

    def taken(
        self,
        table: Mapping[str, Any],
        keys: tuple[str, ...],
        read: Callable[[str, object], object],
    ) -> dict[str, Any]:
        """The settings of one table, whose names are `keys`."""
        found = {}
        for key, value in table.items():
            try:
                found[key] = read(key, value)
            except NotASettingError as error:
                self.refused.append(((*keys, key), error))
        return found

    def decks(self, tables: object) -> dict[str, DeckSettings]:
        """The settings of single decks; two spellings of one name are one deck."""
        from unicodedata import normalize

        found: dict[str, dict[str, Any]] = {}
        if not isinstance(tables, dict):
            self.refused.append(((DECK,), NotASettingError("deck.no_tables")))
            return {}
        for name, table in tables.items():
            if isinstance(table, dict):
                mine = found.setdefault(normalize("NFC", name), {})
                mine |= self.taken(table, (DECK, name), _accepted_of_deck)
            else:
                self.refused.append(((DECK, name), NotASettingError("deck.no_table", deck=name)))
        return {name: DeckSettings(**values) for name, values in found.items() if values}


def _accepted_of_deck(key: str, value: object) -> object:
    return accepted(key, value, deck=True)


def deck_key(name: str) -> tuple[str, str] | None:
    """The deck and the key that a name such as `deck.lstm-cell.retention` stands for.

    None for the name of any other setting. The key is empty where only a deck is named, and both
    are where none is.
    """
    from unicodedata import normalize

    first, _, rest = normalize("NFC", name).partition(".")
    if first != DECK:
        return None
    deck, dot, key = rest.rpartition(".")
    deck, key = (deck, key) if dot else (rest, "")
    return deck.strip("\"'"), key


def write_setting(path: Path, key: str, text: str) -> None:
    """Set a key to the value that `text` states; comments and order in the file stay.

    A key may be a deck's, `deck.lstm-cell.retention`; an empty text then takes it away again.
    NotASettingError if the key or the value is unknown, or if the file cannot be read as TOML.
    """
    deck = deck_key(key)
    if deck is not None and not all(deck):
        raise NotASettingError("deck.nameless", keys=", ".join(DECK_SETTINGS))
    if deck is None:
        value = read_value(key, text)
        _change(path, lambda document: _put(document, (key,), value))
    elif text.strip():
        value = read_value(deck[1], text, deck=True)
        _change(path, lambda document: _put(document, (DECK, *deck), value))
    else:
        check_key(deck[1], deck=True)
        _change(path, lambda document: _take_away(document, (DECK, *deck)))


def begin_settings(path: Path) -> None:
    """Make a file in which nothing is set, unless there is one; OSError where that cannot be."""
    if not path.exists():
        _save(path, _FIRST_LINE.encode())


def _change(path: Path, change: "Callable[[TOMLDocument], None]") -> None:
    """Change the file as TOML; NotASettingError where it is none, before or after."""
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        old = data.removeprefix(bom).decode()
        windows = "\r\n" in old
        document = tomlkit.parse(old.replace("\r\n", "\n"))
        change(document)
        new = tomlkit.dumps(document)
        tomllib.loads(new)
    except (TOMLKitError, ValueError, RecursionError) as error:
        if isinstance(error, NotASettingError):
            raise
        raise NotASettingError("broken", file=str(path)) from error
    _save(path, bom + (new.replace("\n", "\r\n") if windows else new).encode())


def _put(document: "TOMLDocument", keys: tuple[str, ...], value: object) -> None:
    import tomlkit

    table: Any = document
    for depth, name in enumerate(keys[:-1]):
        if name not in table:
            table[name] = tomlkit.table(is_super_table=depth == 0)
        table = table[name]
        if not isinstance(table, Mapping):
            raise NotASettingError("deck.no_table" if depth else "deck.no_tables", deck=name)
    table[keys[-1]] = list(value) if isinstance(value, tuple) else value


def _take_away(document: "TOMLDocument", keys: tuple[str, ...]) -> None:
    """Take a key out, and the tables that hold nothing without it."""
    tables: list[Any] = [document]
    for name in keys[:-1]:
        if not isinstance(tables[-1].get(name), Mapping):
            return
        tables.append(tables[-1][name])
    for table, name in zip(reversed(tables), reversed(keys), strict=True):
        if name in table:
            del table[name]
        if table:
            return


def _save(path: Path, data: bytes) -> None:
    from tutor.core.saving import save  # settings are mostly read and not written

    save(path, data)
