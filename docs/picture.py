"""Draws the pictures of the README: the real app, a live card answered wrongly, a real demo.

Usage: python docs/picture.py FOLDER
"""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tutor.core.study import Lesson, Question
from tutor.demo import Demo, load
from tutor.live.asking import trap_answer
from tutor.packs import find_packs, open_library, read_demo_words
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Study
from tutor.ui.app import TutorApp

MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CARD = "scaled-score"
BEFORE_IT = 4
TRAP = "divided-by-d-k"
STEP = "7"  # the weights


def begin(study: Study) -> Question:
    """Answer a few cards, so that the day is under way, and come to the card of the picture."""
    keys = list(study.library.items)
    place = next(n for n, key in enumerate(keys) if key.endswith(f"/{CARD}"))
    for key in keys[: place - BEFORE_IT]:
        study.suspend(key)
    while True:
        turn = study.next()
        if isinstance(turn, Lesson):
            study.read(turn)
        elif isinstance(turn, Question) and turn.item.card.id != CARD:
            study.grade(turn, max(turn.outcomes))
        elif isinstance(turn, Question):
            return turn


def open_demo(name: str) -> Demo:
    """The bundled demo of that name."""
    folder = find_packs(Path(), "")[0].demos
    words, _ = read_demo_words(folder / f"{name}.yaml")
    return load(folder, name, words)


def wrong_answer(question: Question) -> str:
    """What one types who falls into the trap of the picture."""
    assert question.numbers is not None
    demo = open_demo(question.numbers.demo)
    trap = next(trap for trap in demo.traps if trap.id == TRAP)
    answer = trap_answer(demo, question.numbers, trap)
    assert answer is not None
    return ", ".join(f"{cell:.6g}" for cell in answer)


async def draw(folder: Path) -> None:
    """Answer the card wrongly in the app, go to the middle of a demo, and export both screens."""
    with tempfile.TemporaryDirectory() as home:
        library = open_library(find_packs(Path(home) / "pack", ""), None)
        with Store.open(Path(home) / "tutor.db", lambda: MORNING) as store:
            study = Study(library, store, Scheduler(), lambda: MORNING, Random(4), demos=open_demo)
            wrong = wrong_answer(begin(study))
            app = TutorApp(
                study,
                library,
                language="en",
                theme="dark",
                remember=lambda key, value: None,
                open_demo=open_demo,
                start="review",
                clock=lambda: MORNING,
            )
            async with app.run_test(size=(100, 30)) as pilot:
                await pilot.pause()
                await pilot.press(*wrong, "enter")
                await pilot.pause()
                save(app, folder / "review.svg")
                app.show_demo("attention")
                await pilot.pause()
                await pilot.press(STEP, "down", "right")
                await pilot.pause()
                save(app, folder / "player.svg")


def save(app: TutorApp, file: Path) -> None:
    """Export the screen as it is now."""
    file.write_text(app.export_screenshot(title="tutor"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
