"""The file of settings: read strictly, written without disturbing what the learner wrote in it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor.core.cards import Place
from tutor.core.settings import SETTINGS, NotASettingError, Settings, accepted, read_value

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

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), [_syntax_fault(path, text, str(error))]
    found: dict[str, Any] = {}
    faults = []
    for key, value in table.items():
        try:
            found[key] = accepted(key, value)
        except NotASettingError as error:
            place = Place(str(path), _line_of(key, text), 1)
            faults.append(SettingFault(place, error.code, error.details))
    return Settings(**found), faults


def write_setting(path: Path, key: str, text: str) -> None:
    """Set a key to the value that `text` states; comments and order in the file stay.

    NotASettingError if the key or the value is unknown, or if the file cannot be read as TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    value = read_value(key, text)
    try:
        old = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        old = ""
    except UnicodeDecodeError as error:
        raise NotASettingError("broken", file=str(path)) from error
    try:
        document = tomlkit.parse(old)
    except TOMLKitError as error:
        raise NotASettingError("broken", file=str(path)) from error
    document[key] = list(value) if isinstance(value, tuple) else value
    _save(path, tomlkit.dumps(document))


def begin_settings(path: Path) -> None:
    """Make a file in which nothing is set, unless there is one; OSError where that cannot be."""
    if not path.exists():
        _save(path, _FIRST_LINE)


def _save(path: Path, text: str) -> None:
    from tutor.core.saving import save  # settings are mostly read and not written

    save(path, text.encode())


def _line_of(key: str, text: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)


def _syntax_fault(path: Path, text: str, message: str) -> SettingFault:
    found = re.search(r"line (\d+), column (\d+)", message)
    lines = text.splitlines() or [""]
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return SettingFault(Place(str(path), line, column), "syntax", {})
