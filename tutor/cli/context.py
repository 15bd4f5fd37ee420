"""What every command is handed: where, when, in which language."""

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tutor.cli.home import Home, find_home
from tutor.cli.language import choose_language
from tutor.cli.settings import SettingFault, read_settings
from tutor.core.settings import Settings
from tutor.core.text import Language
from tutor.words import say


class CannotError(Exception):
    """What was asked for cannot be done; `code` names the sentence that says why."""

    def __init__(self, code: str, exit_code: int = 1, /, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.details = details

    def sentence(self, language: Language) -> str:
        """The reason as one sentence."""
        return say(self.code, language, **self.details)


@dataclass(frozen=True)
class Context:
    """The surroundings of one run of the command line."""

    home: Home
    environ: Mapping[str, str]
    clock: Callable[[], datetime]
    chance: random.Random
    language: Language
    settings: Settings
    setting_faults: tuple[SettingFault, ...]

    def say(self, code: str, **details: object) -> str:
        """A sentence in the learner's language."""
        return say(code, self.language, **details)

    def setting_sentences(self) -> list[str]:
        """What is wrong in the settings, each with file and line."""
        return [
            f"{fault.place.file}:{fault.place.line}: "
            + self.say(f"settings.{fault.code}", **fault.details)
            for fault in self.setting_faults
        ]

    def warn_of_settings(self) -> None:
        """Say what of the settings is passed over; the tutor goes on with what can be used."""
        for sentence in self.setting_sentences():
            print(sentence, file=sys.stderr)


def make_context(
    environ: Mapping[str, str], clock: Callable[[], datetime], chance: random.Random
) -> Context:
    """The surroundings that the environment and the settings make."""
    home = find_home(environ)
    settings, faults = read_settings(home.settings)
    return Context(
        home=home,
        environ=environ,
        clock=clock,
        chance=chance,
        language=choose_language(environ, settings.language),
        settings=settings,
        setting_faults=tuple(faults),
    )
