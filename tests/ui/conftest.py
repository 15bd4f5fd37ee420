"""The real app over the real study, store and packs, with a clock that only tests move."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from tutor.core.settings import DeckSettings
from tutor.core.text import Language
from tutor.demo import Demo, DemoError, load
from tutor.maths import cells
from tutor.packs import Pack, open_library, read_demo_words
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Limits, Study
from tutor.ui.app import TutorApp

PACK = Path(__file__).parent / "pack"
LIVE = Path(__file__).parent / "live"
"""Cards with numbers of their own; their demos are those of the other pack."""
KINDS = Path(__file__).parent / "kinds"
"""A card of each further kind."""
ZONE = timezone(timedelta(hours=9))
_CELL = 12.2  # the width of a cell in the picture
START = datetime(2026, 3, 2, 9, 30, tzinfo=ZONE)
CARDS = ("recall", "typed", "gaps", "one", "several", "number")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, *, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


class Home:
    """A learner's store and study; makes apps over them, as several starts of the program do."""

    def __init__(self, folder: Path, *packs: Path) -> None:
        self.clock = Clock()
        found = [Pack(pack.name, pack, trusted=True) for pack in (PACK, *packs)]
        self.library = open_library(found, None)
        assert not self.library.faults
        self.store = Store.open(folder / "log.sqlite", self.clock, device="test")
        self.settings: dict[str, str] = {}
        self.decks: dict[str, DeckSettings] = {}
        self.broken: set[str] = set()

    def study(self, limits: Limits | None = None) -> Study:
        return Study(
            self.library,
            self.store,
            Scheduler(),
            self.clock,
            Random(1),
            limits,
            demos=self.open_demo,
            decks=self.decks,
        )

    def open_demo(self, name: str) -> Demo:
        """A demo of the pack, unless the test has broken it."""
        if name in self.broken:
            raise DemoError("raised", error="it is broken")
        return open_demo(name)

    def app(
        self,
        language: Language = "en",
        theme: str = "dark",
        start: str = "home",
        demo: str | None = None,
        count_predictions: bool = False,
    ) -> TutorApp:
        return TutorApp(
            self.study(),
            self.library,
            language=language,
            theme=theme,
            remember=self.settings.__setitem__,
            open_demo=self.open_demo,
            demo_names=lambda: ("scaling",),
            start=start,  # type: ignore[arg-type]  # a plain str in the tests
            demo=demo,
            clock=self.clock,
            count_predictions=count_predictions,
        )

    def seen(self, app: TutorApp) -> str:
        """The text on the screen, line by line."""
        return seen(app)

    def picture(self, app: TutorApp) -> str:
        """The screen as SVG, without what differs from run to run."""
        return picture(app)

    def leave_only(self, *cards: str) -> None:
        """Suspend all other cards, and have read the lesson."""
        study = self.study()
        turn = study.next()
        study.read(turn)
        for card in CARDS:
            if card not in cards:
                study.suspend(f"scaling/{card}")

    def ask_only(self, *cards: str) -> None:
        """Suspend all cards but these, of the pack of live ones or of that of all kinds."""
        study = self.study()
        for key in self.library.items:
            concept, _, card = key.partition("/")
            if concept == "scaling" or card not in cards:
                study.suspend(key)

    def answers(self) -> list[tuple[str, int | None]]:
        """Cards and grades of the answers that stand."""
        return [(row.card, row.grade) for row in self.store.standing() if row.kind == "answer"]


def seen(app: TutorApp) -> str:
    """The text on the screen, line by line."""
    lines: dict[int, str] = {}
    for x, number, text in re.findall(
        r'<text[^>]*? x="([\d.]+)"[^>]*clip-path="url\(#terminal-line-(\d+)\)"[^>]*>([^<]*)</text>',
        picture(app),
    ):
        before = lines.get(int(number), "")
        gap = " " * (round(float(x) / _CELL) - cells(before))
        lines[int(number)] = before + gap + html.unescape(text).replace("\xa0", " ")
    return "\n".join(lines[number].strip() for number in sorted(lines))


def picture(app: TutorApp) -> str:
    """The screen as SVG, without what differs from run to run."""
    svg = app.export_screenshot(title="tutor")
    return re.sub(r"terminal-\d+", "terminal", svg)


def open_demo(name: str) -> Demo:
    words, faults = read_demo_words(PACK / "demos" / f"{name}.yaml")
    assert not faults
    return load(PACK / "demos", name, words)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Home]:
    """A home with cards that have numbers of their own."""
    made = Home(tmp_path, LIVE)
    yield made
    made.store.close()


@pytest.fixture
def kinds(tmp_path: Path) -> Iterator[Home]:
    """A home with a card of each further kind."""
    made = Home(tmp_path, KINDS)
    yield made
    made.store.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.store.close()
