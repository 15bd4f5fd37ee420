"""A learner for the pictures, who follows a script: the days before the picture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId
from tutor.core.log import Grade
from tutor.core.study import DayDone, Lesson, Question
from tutor.core.text import Language
from tutor.demo import Demo, load
from tutor.packs import find_packs, read_demo_words
from tutor.schedule import Scheduler
from tutor.study import Study

if TYPE_CHECKING:
    from tutor.packs import Library
    from tutor.store import Store

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
GOALS = ("lstm-cell", "scaled-dot-product-attention")
PAGE = "my-cards"
"""The concept of the cards that stand on the page on cards."""
BUNDLED = find_packs(Path(), "")[0]
SECONDS = 14.0
"""How long an answer takes."""
SLIPS = 0.05
"""The share of answers that go wrong."""


class MissingError(Exception):
    """What a picture shows is not there any more."""


def open_demo(name: str) -> Demo:
    """The bundled demo of that name."""
    words, _ = read_demo_words(BUNDLED.demos / f"{name}.yaml")
    return load(BUNDLED.demos, name, words)


def demo_names() -> list[str]:
    """The bundled demos."""
    return sorted(file.stem for file in BUNDLED.demos.glob("*.yaml"))


def write_page_deck(folder: Path) -> Path:
    """Write all cards of the page on cards into one deck."""
    page = (Path(__file__).parent / "cards.md").read_text(encoding="utf-8")
    cards = re.findall(r"^```yaml\ncards:\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    file = folder / f"{PAGE}.yaml"
    file.write_text(f"title: My cards\ncards:\n{''.join(cards)}", encoding="utf-8")
    return file


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now


@dataclass
class Desk:
    """One learner's cards, log and clock."""

    library: Library
    store: Store
    clock: Clock
    language: Language
    chance: Random = field(default_factory=lambda: Random(7))

    def study(self) -> Study:
        """A new sitting."""
        return Study(
            self.library,
            self.store,
            Scheduler(),
            self.clock,
            Random(4),
            language=self.language,
            demos=open_demo,
            goals=[ConceptId(goal) for goal in GOALS if goal in self.library.concepts],
        )

    def go_through(self, days: int) -> None:
        """Learn for so many days, to the end of the last one."""
        for day in range(days):
            if day:
                self.clock.now = MORNING + timedelta(days=day)
            study = self.study()
            while not isinstance(turn := study.next(), DayDone):
                self._take(study, turn)

    def sleep(self) -> None:
        """The next morning."""
        self.clock.now = (self.clock.now + timedelta(days=1)).replace(hour=MORNING.hour, minute=0)

    def come_to(self, key: str, before: int = 4) -> None:
        """Learn so that this card is asked next, and a few `before` it in its concept were."""
        if key not in self.library.items:
            raise MissingError(f"there is no card {key}")
        concept = self.library.items[CardKey(key)].concept
        self.keep_to(concept)
        study = self.study()
        keys = [name for name, item in self.library.items.items() if item.concept == concept]
        for other in keys[: max(keys.index(CardKey(key)) - before, 0)]:
            study.suspend(other)
        while not isinstance(turn := study.next(), DayDone):
            if isinstance(turn, Question) and turn.item.key == key:
                return
            self._take(study, turn)
        raise MissingError(f"the card {key} is not asked on its first day")

    def keep_to(self, concept: str) -> None:
        """Be asked nothing but the cards of one concept."""
        if concept not in self.library.concepts:
            raise MissingError(f"there is no concept {concept}")
        study = self.study()
        for key, item in self.library.items.items():
            if item.concept != concept:
                study.suspend(key)

    def know(self, *keys: str) -> None:
        """Know these cards well, and be asked no others."""
        if missing := [key for key in keys if key not in self.library.items]:
            raise MissingError(f"there is no card {missing[0]}")
        study = self.study()
        for key in self.library.items:
            if key not in keys:
                study.suspend(key)
        for gap in (20, 60, 200):
            while not isinstance(turn := study.next(), DayDone):
                if isinstance(turn, Question):
                    study.grade(turn, Grade.GOOD, seconds=SECONDS)
                else:
                    study.read(turn)
            self.clock.now += timedelta(days=gap)

    def _take(self, study: Study, turn: Lesson | Question) -> None:
        self.clock.now += timedelta(seconds=SECONDS)
        if isinstance(turn, Lesson):
            study.read(turn)
            return
        slips = self.chance.random() < SLIPS
        study.grade(turn, Grade.AGAIN if slips else Grade.GOOD, seconds=SECONDS)
