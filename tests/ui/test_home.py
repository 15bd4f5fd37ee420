from datetime import timedelta

from tutor.store import LockedStoreError
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage


async def test_home_says_what_today_holds(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = home.seen(app)
        assert "0 due      6 new      0 learning" in text
        assert "Scaled dot products" in text


async def test_enter_leads_over_the_lesson_to_the_first_question(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, LessonPage)
        await pilot.press("enter")
        assert isinstance(app.screen, ReviewPage)
        assert "How are the scores scaled?" in home.seen(app)


async def test_the_review_can_be_opened_at_once(home):
    home.leave_only("recall")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        await pilot.press("q")
        assert isinstance(app.screen, HomePage)


async def test_a_lesson_read_again_returns_to_where_one_was(home):
    home.leave_only("recall")
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        assert isinstance(app.screen, LessonPage)
        await pilot.press("enter")
        assert isinstance(app.screen, HomePage)


async def test_a_deck_alone_can_be_reviewed_and_home_lifts_it(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o")
        assert isinstance(app.screen, LessonPage)
        await pilot.press("q")
        await pilot.pause()
        assert "6 new" in home.seen(app)


async def test_a_demo_is_opened_from_the_list(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "enter")
        assert isinstance(app.screen, PlayerPage)


async def test_a_demo_can_be_opened_at_once_and_a_wrong_name_is_one_sentence(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)


async def test_a_day_that_is_done_says_how_it_went_and_can_be_taken_back(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter", "4")
        await pilot.pause()
        assert isinstance(app.screen, DonePage)
        text = home.seen(app)
        assert "Done for today" in text
        assert "1 answer   1 learnt" in text
        assert "The next cards are due on 2026-03-" in text
        await pilot.press("u")
        assert isinstance(app.screen, ReviewPage)
        assert home.answers() == []


async def test_home_says_when_the_next_card_comes(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter", "4", "enter")
        await pilot.pause()
        assert "Today is done, with 1 answer." in home.seen(app)


async def test_a_learner_who_comes_back_goes_on_where_they_were(home):
    home.leave_only("recall", "typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "4")
    home.clock.now += timedelta(minutes=1)
    again = home.app(start="review")
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "What keeps its gradient" in home.seen(again)
        assert "1 / 3" in home.seen(again)


async def test_coming_back_from_one_deck_keeps_to_what_the_command_line_asked_for(home):
    app = home.app()
    (concept,) = home.library.concepts
    app.study.keep_to([concept])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert app.study.keep_to(None) == {concept}


async def test_a_deck_that_cannot_be_opened_leaves_all_decks_to_be_reviewed(home, monkeypatch):
    def fail():
        raise LockedStoreError(home.store.path)

    app = home.app()
    (concept,) = home.library.concepts
    app.study.keep_to([concept, "another"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(app.study, "next", fail)
        await pilot.press("o", "o")
        assert isinstance(app.screen, HomePage)
        assert app.screen.query_one("#note").has_class("error")
        assert app.study.keep_to(None) == {concept, "another"}
