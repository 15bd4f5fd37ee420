"""Whatever a learner's demo does, it ends in a sentence, and the review goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.ui.conftest import Clock, seen
from tutor.demo import Demo, DemoError, deadline, load
from tutor.packs import Pack, open_library, read_demo_words
from tutor.packs.rehearsed import Rehearsed
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Study
from tutor.ui.app import TutorApp
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage
from tutor.ui.surroundings import Surroundings

HEAD = "import numpy as np\nfrom tutor.demo import Array, Step, Steps\n\nruns = []\n\n"
DEMO = (
    HEAD + "def odd(x: Array) -> Steps:\n    {body}\n    yield Step('twice', 'y', '2 x', 2 * x)\n"
)
WORDS = """\
title: Odd
steps: {twice: Twice as much.}
examples: [{inputs: {x: 2}}]
draw: {x: {integers: [2, 90]}}
"""
LIVE = "title: Odd\ndemo: odd\ncards:\n  - id: twice\n    live: twice\n"
RECALL = "title: Calm\ncards:\n  - id: calm\n    ask: Is this calm?\n    answer: Very.\n"
SIZE = (100, 30)

CASES = {
    "while True: pass": "took too long",
    "for i in range(10**9): yield Step(f's{i}', 's', 's', x)": "more than 1000 steps",
    "yield Step('big', 'b', 'x', np.broadcast_to(x, (10**9, 4)))": "1,000,000 cells",
    "x = x + np.zeros((10**7, 10**7))": "more memory than a demo may have",
    "raise ValueError('not today')": "ValueError: not today",
    "exit()": "SystemExit",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "raise GeneratorExit": "GeneratorExit",
    "input('how many? ')": "EOFError",
    "x += 1": "changes an input in place",
    "yield 3": "not a step",
}


class Desk:
    """A learner's pack with one odd demo, a card on it and a calm card."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.pack = Pack("own", folder / "pack", trusted=True)
        self.file = self.pack.demos / "odd.py"
        self.rehearsed = Rehearsed(folder / "rehearsed.json")
        self.store = Store.open(folder / "log.sqlite", self.clock, device="test")
        self.write("demos/odd.yaml", WORDS)
        self.write("content/a.yaml", LIVE)
        self.write("content/b.yaml", RECALL)

    def write(self, name: str, text: str) -> None:
        file = self.pack.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def behave(self, body: str) -> None:
        self.write("demos/odd.py", DEMO.format(body=body))

    def open(self, name: str) -> Demo:
        words, _ = read_demo_words(self.pack.demos / f"{name}.yaml")
        return load(self.pack.demos, name, words)

    def open_rehearsed(self, name: str) -> Demo:
        if not self.rehearsed.check(self.pack, name):
            raise DemoError("untried", name=name)
        return self.open(name)

    def app(self, start: str = "review", demo: str | None = None, first: bool = False) -> TutorApp:
        library = open_library([self.pack], None)
        opened = self.open_rehearsed if first else self.open
        study = Study(library, self.store, Scheduler(), self.clock, Random(1), demos=opened)
        around = Surroundings()
        if first:
            around = replace(around, rehearse=lambda: self.rehearsed.rehearse(self.pack))
        return TutorApp(
            study,
            library,
            language="en",
            theme="dark",
            remember=lambda key, value: None,
            open_demo=opened,
            demo_names=lambda: ("odd",),
            start=start,  # type: ignore[arg-type]  # a plain str in the tests
            demo=demo,
            clock=self.clock,
            around=around,
        )


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for module in ("tutor.study.live_cards", "tutor.ui.player.numbers", "tutor.live.judging"):
        monkeypatch.setattr(f"{module}._LONGEST", 0.3)
    monkeypatch.setattr(deadline, "_PERIOD", 0.01)
    made = Desk(tmp_path)
    yield made
    made.store.close()


def line(app: TutorApp) -> str:
    return " ".join(seen(app).split())


@pytest.mark.parametrize(("body", "said"), CASES.items())
async def test_a_card_whose_demo_misbehaves_is_named_and_the_review_goes_on(
    desk: Desk, body: str, said: str
) -> None:
    desk.behave(body)
    app = desk.app()
    async with app.run_test(size=(320, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        assert "Is this calm?" in seen(app)
        assert "a/twice is left out today" in line(app)
        assert said in line(app)
        await pilot.press("space", "4")
        await pilot.pause()
        assert isinstance(app.screen, DonePage)


@pytest.mark.parametrize(("body", "said"), [*CASES.items()][::4])
async def test_a_demo_that_misbehaves_does_not_open_and_says_why(
    desk: Desk, body: str, said: str
) -> None:
    desk.behave(body)
    app = desk.app(start="home", demo="odd")
    async with app.run_test(size=(320, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomePage)
        assert said in line(app)


async def test_a_demo_that_breaks_behind_a_question_leaves_the_answer_judged(desk: Desk) -> None:
    desk.behave("runs.append(1)\n    while len(runs) > 60: pass")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        question = app.screen.question
        module = desk.open("odd").function.__globals__
        module["runs"] += [1] * 60
        await pilot.press(*str(round(question.numbers.key[0]) + 1), "enter")
        await pilot.pause()
        assert app.screen.answered
        await pilot.press("f3")
        await pilot.pause()
        assert "took too long" in line(app)
        assert isinstance(app.screen, ReviewPage)
        await pilot.press("space")
        await pilot.pause()
        assert "Is this calm?" in seen(app)


async def test_a_redraw_that_hangs_leaves_the_numbers_that_were_there(desk: Desk) -> None:
    desk.behave("while x != 2: pass")
    app = desk.app(start="home", demo="odd")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)
        await pilot.press("r")
        await pilot.pause()
        assert "took too long" in line(app)
        assert app.screen.play.array("x") == 2


async def until(pilot: object, app: TutorApp) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()  # type: ignore[attr-defined]  # a Pilot


async def test_a_changed_demo_is_tried_elsewhere_and_its_card_comes_back(desk: Desk) -> None:
    desk.behave("pass")
    (desk.pack.root / "content" / "b.yaml").unlink()
    app = desk.app(first=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, DonePage)
        assert "tried first" in line(app)
        await until(pilot, app)
        assert isinstance(app.screen, ReviewPage)
        assert app.screen.live is not None


async def test_a_demo_that_was_asked_for_opens_once_it_was_tried(desk: Desk) -> None:
    desk.behave("pass")
    app = desk.app(start="home", demo="odd", first=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "tried first" in line(app)
        await until(pilot, app)
        assert isinstance(app.screen, PlayerPage)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import os; os._exit(1)", "would end the whole program"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "brings Python down"),
    ],
)
async def test_a_demo_that_would_end_the_tutor_is_never_run_in_it(
    desk: Desk, body: str, said: str
) -> None:
    desk.behave(body)
    app = desk.app(first=True)
    async with app.run_test(size=(320, 30)) as pilot:
        await pilot.pause()
        assert "Is this calm?" in seen(app)
        await until(pilot, app)
        await pilot.press("space", "4")
        await pilot.pause()
        assert isinstance(app.screen, DonePage)
        assert said in line(app)
