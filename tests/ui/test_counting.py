"""Predictions in the player as reviews of the steps, where the learner wishes it."""

import pytest

from tests.ui.answering import give, written
from tutor.ui.counting import Counting
from tutor.ui.screens.player import PlayerPage


async def opened(pilot, live, **opening):
    """The concept's demo on drawn numbers, at its first step."""
    await pilot.pause()
    concept = live.library.concepts["living"]
    pilot.app.show_demo("attending", Counting(concept), seed=4, **opening)
    await pilot.pause()
    assert isinstance(pilot.app.screen, PlayerPage)
    return pilot.app.screen


async def predict(pilot, page):
    """Cover whole steps, go to the next one and type what it holds."""
    await pilot.press("p", "p", "p", "pagedown")
    await pilot.pause()
    value = page.play.array(page.play.standing.name)
    await give(pilot, written(value.reshape(-1)))


async def test_a_predicted_step_counts_as_a_review_of_its_card(live):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live)
        await predict(pilot, page)
        assert "It counts as a review of this step." in live.seen(app)
        assert live.answers() == [("living/scaled", 3)]
        await pilot.press("q")
        await pilot.press("u")
        assert live.answers() == []


async def test_a_wrong_prediction_counts_as_a_wrong_answer(live):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, live)
        await pilot.press("p", "p", "p", "pagedown")
        await pilot.pause()
        await give(pilot, "70, 80, 90; 70, 80, 90")
        assert live.answers() == [("living/scaled", 1)]


async def test_nothing_is_recorded_unless_it_was_wished(live):
    app = live.app()
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live)
        await predict(pilot, page)
        assert "All 6 right." in live.seen(app)
        assert live.answers() == []


async def test_what_was_seen_before_does_not_count(live):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live)
        await pilot.press("space", "b")
        await predict(pilot, page)
        assert "All 6 right." in live.seen(app)
        assert live.answers() == []


async def test_what_was_seen_as_an_operand_does_not_count(live):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live, step="exps")
        await pilot.press("1")
        await predict(pilot, page)
        assert live.answers() == []


async def test_published_numbers_do_not_count(live):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live)
        await pilot.press("x")
        await pilot.pause()
        await predict(pilot, page)
        assert live.answers() == []


@pytest.mark.parametrize("key", ["p", "p p"])
async def test_a_cell_or_a_row_does_not_count(live, key):
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, live)
        await pilot.press(*key.split(), "pagedown")
        await pilot.pause()
        await give(pilot, "1" if key == "p" else "1, 2, 3")
        assert live.answers() == []


async def test_a_suspended_step_does_not_count(live):
    live.study().suspend("living/scaled")
    app = live.app(count_predictions=True)
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, live)
        await predict(pilot, page)
        assert live.answers() == []
