"""Walk-throughs on the review page: where one stands, what was carried forward, the report."""

from tests.ui.answering import give, page, right, written
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage

STEPS = ("scores", "scaled", "weights")


async def know(pilot, live):
    """Answer rightly until all steps of the walk-through are asked."""
    while not all(live.study().memory(f"living/{step}") for step in STEPS):
        await give(pilot, right(pilot))
        live.clock.go(days=40)
        await pilot.press("enter")
        await pilot.pause()
        if not isinstance(pilot.app.screen, ReviewPage):
            live.clock.go(days=40)
            await pilot.press("enter", "enter")
            await pilot.pause()
    if page(pilot).question.walk.at != "scores":
        while not page(pilot).verdict or not page(pilot).verdict.report:
            if page(pilot).verdict:
                await pilot.press("enter")
                await pilot.pause()
            await give(pilot, right(pilot))
        live.clock.go(days=400)
        await pilot.press("enter")
        await pilot.pause()


async def test_a_walk_through_says_where_one_stands_and_shows_the_steps_before(live):
    live.ask_only(*STEPS)
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        text = live.seen(app)
        assert "Step 3 of 3   scores ▸ scaled ▸ [weights]" in text
        assert "Go from the scores to the shares." in text
        assert "S = Q Kᵀ + s 2×3" in text
        assert "F4 skip the rest" in text


async def test_a_long_question_is_shown_from_its_beginning_until_one_types(live):
    live.ask_only(*STEPS)
    app = live.app(start="review")
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        assert "Step 3 of 3" in live.seen(app)
        body, line = app.screen.query_one("#body"), app.screen.query_one("AnswerLine")
        assert line.has_focus
        assert not body.region.contains_region(line.region)
        await pilot.press("7")
        await pilot.pause()
        assert body.region.contains_region(line.region)


async def test_a_fault_is_carried_forward_said_so_and_counted_once(live):
    live.ask_only(*STEPS)
    app = live.app(start="review")
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        await know(pilot, live)
        assert page(pilot).question.walk.asked == STEPS
        key = page(pilot).question.numbers.key
        await give(pilot, written([key[0] + 1, *key[1:]]))
        await pilot.press("enter")
        await pilot.pause()
        text = live.seen(app)
        assert "Step 2 of 3   scores ✗ ▸ [scaled] ▸ weights" in text
        assert "✗ yours, with its fault" in text
        own = page(pilot).question.walk.values["scores"]
        await give(pilot, written([cell / 2 for row in own for cell in row]))
        text = live.seen(app)
        assert "✓  Right by method." in text
        assert "that fault was counted before" in " ".join(text.split())
        await pilot.press("enter")
        await pilot.pause()
        await give(pilot, right(pilot))
        text = live.seen(app)
        assert "✗  S: not right" in text
        assert "~  S′: the method right" in text
        assert "in 3 steps" in text


async def test_the_rest_can_be_skipped_and_how_it_went_is_shown(live):
    live.ask_only(*STEPS)
    app = live.app(start="review")
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        await know(pilot, live)
        before = live.answers()
        await give(pilot, right(pilot))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f4")
        await pilot.pause()
        text = live.seen(app)
        assert "The rest of the walk-through is left until tomorrow." in text
        assert "✓  S: right" in text
        assert "–  S′: skipped" in text
        assert "A 2×3" in text
        assert "Again" not in text
        assert len(live.answers()) == len(before) + 1
        await pilot.press("1", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, ReviewPage)
        assert len(live.answers()) == len(before) + 1


async def test_the_demo_does_not_tell_what_is_still_to_be_asked(live):
    live.ask_only(*STEPS)
    app = live.app(start="review")
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        await know(pilot, live)
        await give(pilot, "1, 2, 3; 4, 5, 6")
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)
        assert [step.name for step in app.screen.play.steps] == ["scores"]


async def test_korean_walks_too(live):
    live.ask_only(*STEPS)
    app = live.app(start="review", language="ko")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await give(pilot, right(pilot))
        assert "맞았습니다" in live.seen(app)
        await pilot.press("home")
        await pilot.pause()
        assert "전체 3단계 중 3단계째" in live.seen(app)
