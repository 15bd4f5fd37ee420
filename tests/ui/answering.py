"""What a test types into a live question: its key, or what a wrong path gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from textual.pilot import Pilot
from textual.widgets import Input

from tutor.live.asking import trap_answer
from tutor.ui.screens.review import ReviewPage


def page(pilot: Pilot[None]) -> ReviewPage:
    """The review page that is shown."""
    found = pilot.app.screen
    assert isinstance(found, ReviewPage)
    return found


def right(pilot: Pilot[None]) -> str:
    """The right answer."""
    numbers = page(pilot).question.numbers
    assert numbers is not None
    return written(numbers.key)


def trapped(pilot: Pilot[None], trap: str) -> str:
    """The answer of one who falls into a trap of the demo."""
    live = page(pilot).live
    assert live is not None
    wrong = trap_answer(live.demo, live.numbers, next(t for t in live.demo.traps if t.id == trap))
    assert wrong is not None
    return written(wrong)


def computed(pilot: Pilot[None], wrong: Callable[..., Any]) -> str:
    """What a function of the inputs gives."""
    numbers = page(pilot).question.numbers
    assert numbers is not None
    inputs = {name: np.array(value) for name, value in numbers.inputs.items()}
    return written(np.asarray(wrong(**inputs)).reshape(-1))


def written(cells: Any) -> str:
    """Numbers as one types them."""
    return ", ".join(f"{cell:.6g}" for cell in cells)


async def give(pilot: Pilot[None], text: str) -> None:
    """Paste an answer and press Enter."""
    await pilot.pause()
    assert isinstance(pilot.app.focused, Input)
    pilot.app.focused.insert_text_at_cursor(text)
    await pilot.press("enter")
    await pilot.pause()
