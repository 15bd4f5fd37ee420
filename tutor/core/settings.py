"""The settings of a learner: what each may be, as the command line and the screen need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tutor.core.text import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What a learner may set for one deck; what is None is left to a wider one, or to all.

    A deck is a concept, a track or a pack here.
    """

    retention: float | None = None
    new_per_day: int | None = None
    reviews_per_day: int | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner may set; an absent language follows the locale.

    With `count_predictions`, predicting a step in a concept's demo is a review of that step. New
    cards of the concepts `goals`, and of what these need, come before all others. `decks` are the
    settings of single decks by their names.
    """

    language: Language | None = None
    theme: str = "dark"
    retention: float = 0.9
    rollover: int = 4
    new_per_day: int = 10
    reviews_per_day: int = 200
    count_predictions: bool = False
    goals: tuple[str, ...] = ()
    decks: Mapping[str, DeckSettings] = field(default_factory=dict)


class NotASettingError(ValueError):
    """A key or value that the settings do not know, or a file that cannot be read.

    `code` names a sentence under `settings.`, which `details` fill.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Kind(Protocol):
    """What values a setting takes. Both methods raise ValueError for any other value."""

    def accepted(self, value: object) -> object:
        """The value as it is used, from what a TOML file holds."""

    def read(self, text: str) -> object:
        """The value that a text states, as one types it."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    options: tuple[str, ...]

    def accepted(self, value: object) -> str:
        """That very word."""
        if value not in self.options:
            raise ValueError
        return str(value)

    def read(self, text: str) -> str:
        """See `accepted`."""
        return self.accepted(text)


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes or no."""

    def accepted(self, value: object) -> bool:
        """TOML's `true` or `false`."""
        if not isinstance(value, bool):
            raise ValueError
        return value

    def read(self, text: str) -> bool:
        """`true` or `false`, in capitals or not."""
        return self.accepted({"true": True, "false": False}.get(text.strip().casefold()))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; `steps` are those that one goes through without typing."""

    least: int
    most: int
    steps: tuple[int, ...]

    def accepted(self, value: object) -> int:
        """A number from `least` to `most`."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError
        if not self.least <= value <= self.most:
            raise ValueError
        return value

    def read(self, text: str) -> int:
        """The number in digits."""
        return self.accepted(int(text))


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1; `steps` are those that one goes through without typing."""

    least: float
    most: float
    steps: tuple[float, ...]

    def accepted(self, value: object) -> float:
        """A number from `least` to `most`."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError
        if not self.least <= value <= self.most:
            raise ValueError
        return float(value)

    def read(self, text: str) -> float:
        """`0.9` or `90%`."""
        number, percent, rest = text.partition("%")
        if rest.strip():
            raise ValueError
        return self.accepted(round(float(number) / 100, 6) if percent else float(number))


@dataclass(frozen=True, slots=True)
class Names:
    """Any number of names, each once."""

    def accepted(self, value: object) -> tuple[str, ...]:
        """A list of texts."""
        if not isinstance(value, list | tuple):
            raise ValueError
        if not all(isinstance(name, str) and name.strip() for name in value):
            raise ValueError
        return tuple(dict.fromkeys(name.strip() for name in value))

    def read(self, text: str) -> tuple[str, ...]:
        """Names with commas between; an empty text is none."""
        return self.accepted([name for name in text.split(",") if name.strip()])


THEMES = ("dark", "light", "terminal")
SETTINGS: Mapping[str, Kind] = {
    "language": OneOf(LANGUAGES),
    "theme": OneOf(THEMES),
    "retention": Share(0.7, 0.99, (0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.97, 0.99)),
    "rollover": Whole(0, 23, tuple(range(24))),
    "new_per_day": Whole(0, 9999, (0, 3, 5, 8, 10, 15, 20, 30, 50, 100)),
    "reviews_per_day": Whole(0, 9999, (0, 20, 50, 100, 150, 200, 300, 500, 1000, 9999)),
    "count_predictions": Truth(),
    "goals": Names(),
}
"""What each setting takes, in the order in which they are shown."""


DECK = "deck"
"""The table of a settings file whose tables are the settings of single decks."""
DECK_SETTINGS: Mapping[str, Kind] = {
    key: SETTINGS[key] for key in ("retention", "new_per_day", "reviews_per_day", "language")
}
"""What each setting of a single deck takes."""
_LONGEST = 60  # so much of a value is told in a sentence


def accepted(key: str, value: object, *, deck: bool = False) -> object:
    """The value of a setting, or of a `deck`'s, if it can be used, else NotASettingError."""
    kind = _kind(key, deck=deck)
    try:
        return kind.accepted(value)
    except ValueError:
        raise NotASettingError(f"value.{key}", value=_told(value)) from None


def read_value(key: str, text: str, *, deck: bool = False) -> object:
    """The value that a text states for a setting; NotASettingError if there is no such value."""
    kind = _kind(key, deck=deck)
    try:
        return kind.read(text)
    except ValueError:
        raise NotASettingError(f"value.{key}", value=_told(text)) from None


def check_key(key: str, *, deck: bool = False) -> None:
    """NotASettingError unless there is such a setting, for all or for a `deck`."""
    _kind(key, deck=deck)


def written(value: object) -> str:
    """A value as the text that `read_value` reads."""
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(key: str, *, deck: bool) -> Kind:
    known = DECK_SETTINGS if deck else SETTINGS
    if key in known:
        return known[key]
    if deck and key in SETTINGS:
        raise NotASettingError("deck.for_all", key=key)
    from difflib import get_close_matches

    near = get_close_matches(key, [*known, *([] if deck else [DECK])], n=1)
    code = "near" if near else "unknown"
    details = {"keys": ", ".join(known)} if deck and not near else {}
    raise NotASettingError(
        f"deck.{code}" if deck else code, key=_told(key), near="".join(near), **details
    )


def _told(value: object) -> str:
    """A value in one short line, whatever a file holds in its place."""
    try:
        text = " ".join(str(value).split())
    except (ValueError, RecursionError):  # a number of thousands of digits, lists without end
        return "…"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
