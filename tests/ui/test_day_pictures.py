"""Pictures of a day's home page and end, and of the cards that are shown there."""

import pytest

from tests.ui.days import finish
from tests.ui.test_snapshots import LARGE, SMALL, Svg, looks_as_before
from tutor.study import Limits

PAGES = {
    "end": ({"start": "review"}, [], LARGE),
    "end-korean": ({"start": "review", "language": "ko", "theme": "light"}, ["down"], SMALL),
    "slipped": ({"start": "review"}, ["down", "enter"], LARGE),
    "marked": ({"theme": "light"}, ["*"], SMALL),
    "help-korean": ({"start": "review", "language": "ko"}, ["f1"], LARGE),
}
FRESH_PAGES = {
    "goal": ({}, ["down", "f"], LARGE),
    "goal-korean": ({"language": "ko", "theme": "light"}, ["down", "f"], SMALL),
    "help": ({}, ["question_mark"], SMALL),
}


@pytest.mark.parametrize("page", PAGES)
async def test_a_later_day_looks_as_before(kinds, snapshot, page):
    options, keys, size = PAGES[page]
    only_scaling(kinds)
    finish(kinds.study(Limits(new=4)))
    kinds.clock.go(days=30)
    finish(kinds.study(Limits(new=1)), wrong=("typed", "one"))
    app = kinds.app(**options)
    app.study.limits = Limits(new=1)
    await looks_as_before(kinds, app, keys, size, snapshot(name=page, extension_class=Svg))


@pytest.mark.parametrize("page", FRESH_PAGES)
async def test_a_first_day_looks_as_before(kinds, snapshot, page):
    options, keys, size = FRESH_PAGES[page]
    app = kinds.app(**options)
    await looks_as_before(kinds, app, keys, size, snapshot(name=page, extension_class=Svg))


async def test_a_day_at_its_limit_looks_as_before(kinds, snapshot):
    only_scaling(kinds)
    limits = Limits(new=4)
    finish(kinds.study(limits))
    app = kinds.app()
    app.study.limits = limits
    picture = snapshot(name="limits", extension_class=Svg)
    await looks_as_before(kinds, app, [], SMALL, picture)


def only_scaling(home):
    """Leave the cards of the other deck out."""
    study = home.study()
    for key in home.library.items:
        if key.startswith("kinds/"):
            study.suspend(key)
