"""From the key to the painted player, for each bundled demo."""

import asyncio
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "ui"))

import numpy  # noqa: E402, F401  # the time is counted once NumPy is loaded
from conftest import Home  # noqa: E402  # the tests' own app over real study and store
from textual.pilot import Pilot  # noqa: E402  # as above
from timing import Painter, heading, row  # noqa: E402  # as above

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


async def measure(app: TutorApp, pilot: Pilot[None]) -> None:
    """Open every demo some times; the first opening of all also loads the player's modules."""
    painter = Painter(app)
    known = [name for name in names(DEMOS) if (DEMOS / f"{name}.yaml").exists()]
    first = [await painter.painted(lambda: app.show_demo("attention"))]
    row("attention, the first of all", first)
    await back(app, pilot)
    for name in known:
        times = []
        for _ in range(TIMES):
            times.append(await painter.painted(lambda name=name: app.show_demo(name)))
            await back(app, pilot)
        row(name, times)


async def back(app: TutorApp, pilot: Pilot[None]) -> None:
    """Leave the player, so that the next demo opens from the same page."""
    await pilot.pause()
    app.pop_screen()
    await pilot.pause()


async def run() -> None:
    """The app over a fresh folder."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        app = home.app()
        app._open_demo = bundled
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await measure(app, pilot)
        home.store.close()


def main() -> None:
    """Print the table."""
    heading("opening a demo, 100×30, from key to paint")
    asyncio.run(run())


if __name__ == "__main__":
    main()
