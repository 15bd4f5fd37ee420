"""What is wrong with a file, as data; sentences are made of it in `tutor.words.faults`."""

from dataclasses import dataclass, field
from enum import StrEnum

from tutor.core.cards import Place


class Severity(StrEnum):
    """An error keeps a card from being asked; a hint says what will hurt later."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place; `code` names the sentence, `details` fills it."""

    place: Place
    code: str
    card: str = ""
    details: dict[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
