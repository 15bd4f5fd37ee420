"""From a live answer into the demo and back to the very card."""

import numpy as np
from textual.widgets import Input

from tests.ui.answering import computed, give, page, right, trapped
from tutor.trace.tree import Address
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage


async def test_the_demo_opens_at_the_step_with_these_numbers(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        numbers = page(pilot).question.numbers
        await give(pilot, right(pilot))
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)
        play = app.screen.play
        assert play.standing.name == "weights"
        assert play.array("q").tolist() == numbers.inputs["q"]
        assert play.array("exps").tolist() == numbers.given["exps"]
        assert play.array("weights").reshape(-1).tolist() == list(numbers.key)


async def test_a_value_that_the_question_stated_says_so(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f3", "b")
        await pilot.pause()
        assert app.screen.play.standing.name == "exps"
        assert "The question states this value" in live.seen(app)
        await pilot.press("r")
        await pilot.pause()
        assert "The question states this value" not in live.seen(app)
        await pilot.press("o")
        await pilot.pause()
        assert "The question states this value" in live.seen(app)


async def test_after_an_answer_the_cursor_stands_on_the_first_wrong_cell(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        key = page(pilot).question.numbers.key
        await give(pilot, ", ".join(map(str, (*key[:3], 77))))
        await pilot.press("f3")
        await pilot.pause()
        assert app.screen.play.standing.cell == Address("scaled", (1, 1))


async def test_a_trap_is_followed_in_the_demo(live):
    live.ask_only("scores", "scaled", "weights")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await give(pilot, trapped(pilot, "base-two"))
        await pilot.press("f3")
        await pilot.pause()
        play = app.screen.play
        assert play.numbers.trap.id == "base-two"
        assert play.standing.cell == Address("weights", (0, 0))
        assert "in the trap" in live.seen(app)


async def test_a_found_edit_is_followed_in_the_demo(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await give(pilot, computed(pilot, lambda scores, d_k: scores * np.sqrt(d_k)))
        await pilot.press("f3")
        await pilot.pause()
        text = live.seen(app)
        assert "the way your answer went" in text
        assert "your way" in text
        assert "you take · for /" in text
        assert "✗ S′[0,0] = scores[0,0]·√dₖ" in text
        await pilot.press("f6")
        await pilot.pause()
        assert "내 답이 간 길" in live.seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.play.numbers.wrong is None


async def test_of_several_explanations_the_picked_one_is_followed(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "6")
        await pilot.press("f3")
        await pilot.pause()
        assert app.screen.play.numbers.wrong is None
        await pilot.press("q", "right", "right", "f3")
        await pilot.pause()
        wrong = app.screen.play.numbers.wrong
        assert (wrong.array("room"), wrong.array("size")) == (9, 6)


async def test_leaving_the_demo_returns_to_the_very_card(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        question = page(pilot).question
        await pilot.press(*"14, 1", "f3")
        await pilot.pause()
        await pilot.press("r", "space", "q")
        await pilot.pause()
        assert page(pilot).question is question
        assert app.screen.query_one(Input).value == "14, 1"
        assert app.focused is app.screen.query_one(Input)


async def test_the_verdict_is_still_there_after_the_demo(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "6")
        await pilot.press("right", "f3")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        assert "o = ‹m − k›" in live.seen(app)
        await pilot.press("1")
        assert live.answers() == [("living/padded", 1)]


async def test_the_demo_before_the_answer_is_a_hint_and_says_so(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)
        await pilot.press("q")
        await pilot.pause()
        assert "it counts as a hint" in live.seen(app)
        await give(pilot, "23")
        assert live.answers() == [("living/padded", 2)]


async def test_the_demo_after_the_answer_is_no_hint(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "23")
        await pilot.press("f3")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert "hint" not in live.seen(app)
        assert live.answers() == [("living/padded", 3)]
