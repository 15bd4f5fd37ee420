"""The settings: read strictly, written without disturbing what the learner wrote around them."""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from tutor.core.cards import Place
from tutor.core.records import dataclass
from tutor.core.text import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner may set; an absent language follows the locale.

    With `count_predictions`, predicting a step in a concept's demo is a review of that step.
    """

    language: Language | None = None
    theme: str = "dark"
    retention: float = 0.9
    rollover: int = 4
    new_per_day: int = 10
    reviews_per_day: int = 200
    count_predictions: bool = False


THEMES = ("dark", "light", "terminal")
KEYS = tuple(field.name for field in fields(Settings))


@dataclass(frozen=True, slots=True)
class SettingFault:
    """A setting that cannot be used; `code` names a sentence under `settings.`."""

    place: Place
    code: str
    details: dict[str, str]


class NotASettingError(ValueError):
    """A key or value that the settings do not know, or a file that cannot be read."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def _language(value: object) -> Language:
    for name in LANGUAGES:
        if value == name:
            return name
    raise ValueError


def _theme(value: object) -> str:
    if value not in THEMES:
        raise ValueError
    return str(value)


def _retention(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.7 <= value <= 0.99:
        raise ValueError
    return float(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError
        return value

    return read


_READ: dict[str, Callable[[object], object]] = {
    "language": _language,
    "theme": _theme,
    "retention": _retention,
    "rollover": _whole(0, 23),
    "new_per_day": _whole(0, 9999),
    "reviews_per_day": _whole(0, 9999),
    "count_predictions": _truth,
}


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


def accepted(key: str, value: object) -> object:
    """The value of a setting if it is one that can be used, else NotASettingError."""
    if key not in _READ:
        from difflib import get_close_matches

        near = get_close_matches(key, KEYS, n=1)
        raise NotASettingError("near" if near else "unknown", key=key, near="".join(near))
    try:
        return _READ[key](value)
    except ValueError:
        raise NotASettingError(f"value.{key}", value=str(value)) from None


def write_setting(path: Path, key: str, text: str) -> None:
    """Set a key to the value that `text` states; comments and order in the file stay.

    NotASettingError if the key or the value is unknown, or if the file cannot be read as TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    value = accepted(key, _typed(key, text))
    try:
        old = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        old = ""
    try:
        document = tomlkit.parse(old)
    except TOMLKitError as error:
        raise NotASettingError("broken", file=str(path)) from error
    document[key] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".toml.new")
    new.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
    new.replace(path)  # so that a crash in between leaves the old settings whole


def _typed(key: str, text: str) -> object:
    """A word of the command line as the kind of value that the key takes."""
    if key in {"language", "theme"}:
        return text
    if key == "count_predictions":
        return {"true": True, "false": False}.get(text.casefold(), text)
    try:
        return float(text) if key == "retention" else int(text)
    except ValueError:
        return text


def _line_of(key: str, text: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)


def _syntax_fault(path: Path, text: str, message: str) -> SettingFault:
    found = re.search(r"line (\d+), column (\d+)", message)
    lines = text.splitlines() or [""]
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return SettingFault(Place(str(path), line, column), "syntax", {})
