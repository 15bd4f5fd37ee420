"""From the key to the painted player, for each bundled demo."""

import asyncio
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "ui"))

import numpy  # noqa: E402, F401  # the time is counted once NumPy is loaded
from conftest import Home  # noqa: E402  # the tests' own app over real study and store
from report import Table  # noqa: E402  # as above
from textual.pilot import Pilot  # noqa: E402  # as above
from timing import Painter, row, table  # noqa: E402  # as above

from tutor.demo import Demo, load, names  # noqa: E402  # as above
from tutor.packs import read_demo_words  # noqa: E402  # as above
from tutor.ui.app import TutorApp  # noqa: E402  # as above

DEMOS = ROOT / "demos"
TIMES = 7


def bundled(name: str) -> Demo:
    """A demo as the program itself loads it."""
    words, faults = read_demo_words(DEMOS / f"{name}.yaml")
    assert not faults, faults
    return load(DEMOS, name, words)


async def measure(app: TutorApp, pilot: Pilot[None], made: Table, repeats: int) -> None:
    """Open every demo some times; the first opening of all also loads the player's modules."""
    painter = Painter(app)
    known = [name for name in names(DEMOS) if (DEMOS / f"{name}.yaml").exists()]
    first = [await painter.painted(lambda: app.show_demo("attention"))]
    row(made, "attention, the first of all", first)
    await back(app, pilot)
    for name in known:
        times = []
        for _ in range(repeats):
            times.append(await painter.painted(lambda name=name: app.show_demo(name)))
            await back(app, pilot)
        row(made, name, times)


async def back(app: TutorApp, pilot: Pilot[None]) -> None:
    """Leave the player, so that the next demo opens from the same page."""
    await pilot.pause()
    app.pop_screen()
    await pilot.pause()


async def run(made: Table, repeats: int) -> None:
    """The app over a fresh folder."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        app = home.app()
        app._open_demo = bundled
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await measure(app, pilot, made, repeats)
        home.store.close()


def tables(quick: bool) -> list[Table]:
    """How long it takes to open each demo."""
    made = table(
        "Opening a demo",
        "From the key to the painted player at 100×30. NumPy is loaded already.",
    )
    asyncio.run(run(made, 1 if quick else TIMES))
    return [made]


if __name__ == "__main__":
    tables(quick=False)
